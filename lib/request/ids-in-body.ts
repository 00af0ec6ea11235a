import type { RequestFields } from '../axios-types';
import { readOwn } from '../own-properties';
import { readHeader } from './header';

const LONGEST_TEXT = 65536;
const NONE: readonly unknown[] = [];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text that begins like an object is JSON even with the type of a form: axios 0.x adds that type to every text without one. */
function parseText(text: string, fields: RequestFields): unknown {
  const type = String(readHeader(fields, 'content-type') ?? 'json urlencoded');
  if (text.length > LONGEST_TEXT || !/json|urlencoded/i.test(type)) return undefined;
  if (/^\s*\{/.test(text)) return parseJson(text);
  // Without the `&`, URLSearchParams would drop a question mark at the start.
  return /urlencoded/i.test(type) ? new URLSearchParams(`&${text}`) : undefined;
}

/**
 * The values of a key in the body: the own field of an object, a form, or a JSON or form text of up to 64 KiB. Streams and bytes have
 * none, and servers ignore the body of GET and HEAD.
 */
export function valuesInBody(fields: RequestFields, key: string): readonly unknown[] {
  const { data } = fields;
  if (data === undefined || data === null) return NONE;
  if (/^(?:get|head)$/i.test(String(fields.method ?? 'get'))) return NONE;
  const body = typeof data === 'string' ? parseText(data, fields) : data;
  const { getAll } = Object(body) as Partial<FormData>;
  if (typeof getAll === 'function' && readOwn(body, 'getAll') === undefined)
    return (body as FormData).getAll(key);
  const value = readOwn(body, key) ?? undefined;
  return value === undefined ? NONE : [value];
}
