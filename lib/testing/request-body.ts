import type { IncomingHttpHeaders } from 'http';
import { readOwn } from '../own-properties';
import { multipartFields } from './multipart';

/** The fields of a body: a JSON object as it is, form fields by their names as sent (`project[name]`). */
export type BodyFields = Readonly<Record<string, unknown>>;

/** An id beyond 2^53 would lose its last digits in `JSON.parse`. */
const LONG_ID = /"(company_id|project_id)"\s*:\s*(\d{16,19})(?=\s*[,}])/g;

function jsonFields(text: string): BodyFields | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text.replace(LONG_ID, '"$1":"$2"'));
    return typeof value === 'object' && value !== null ? (value as BodyFields) : {};
  } catch {
    return undefined;
  }
}

/**
 * The fields that a body names; of a body of another type none.
 *
 * @returns `undefined` where the body is said to be JSON and is not
 */
export function readBodyFields(headers: IncomingHttpHeaders, body: Buffer): BodyFields | undefined {
  const type = headers['content-type'] ?? '';
  if (/^application\/([\w.-]+\+)?json\b/i.test(type)) return jsonFields(body.toString());
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return Object.fromEntries(new URLSearchParams(body.toString()));
  }
  return /^multipart\/form-data\b/i.test(type) ? multipartFields(type, body) : {};
}

/** The text of a field, or of a field inside one; `undefined` where it is neither a text nor a number, or is empty. */
export function fieldText(fields: BodyFields, name: string, inner?: string): string | undefined {
  const value =
    inner === undefined
      ? readOwn(fields, name)
      : (readOwn(readOwn(fields, name), inner) ?? readOwn(fields, `${name}[${inner}]`));
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText && value !== '' ? String(value) : undefined;
}
