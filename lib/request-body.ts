import { readHeader } from './headers';
import { own } from './own';
import type { RequestFields } from './request-fields';

/** Something to ask for the values of a key: a form, or the own fields of an object. */
export interface BodyFields {
  getAll(key: string): unknown[];
}

const LONGEST_TEXT = 65536;

function ownFieldsOf(body: unknown): BodyFields {
  return { getAll: (key) => [Array.isArray(body) ? undefined : own(body, key)] };
}

/** The `form-data` package keeps its parts in a list: a header text, the value, and a function that ends the line. */
function partsOf(parts: readonly unknown[]): BodyFields {
  return {
    getAll: (key) =>
      parts.filter(
        (_value, index) =>
          String(parts[index - 1]).includes(` name="${key}"\r\n`) &&
          typeof parts[index + 1] === 'function',
      ),
  };
}

/** A text without a type of its own goes out as a form, unless it looks like JSON: then that is what its author meant. */
function parseText(body: string, fields: RequestFields): BodyFields | undefined {
  const type = String(readHeader(fields, 'content-type') ?? '');
  if (body.length > LONGEST_TEXT || (type && !/json|urlencoded/i.test(type))) return undefined;
  const isJson = type ? /json/i.test(type) : /^\s*\{/.test(body);
  // URLSearchParams would take a leading question mark off.
  return isJson ? ownFieldsOf(JSON.parse(body)) : new URLSearchParams(`&${body}`);
}

/**
 * Reads the body of a request: the own fields of an object, a form, or JSON or form text of up to 64 KiB. Streams and bytes have no such
 * field. Throws where the body or its JSON does.
 */
export function readBody(fields: RequestFields): BodyFields | undefined {
  const { data } = fields;
  if (typeof data === 'string') return parseText(data, fields);
  if (!data) return undefined;
  const parts = own(data, '_streams');
  if (Array.isArray(parts)) return partsOf(parts);
  const isForm = !own(data, 'getAll') && typeof (data as FormData).getAll === 'function';
  return isForm ? (data as FormData) : ownFieldsOf(data);
}
