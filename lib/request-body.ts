import { readId } from './company-id';
import { readHeader } from './headers';
import { idsInQuery, type Named, NONE } from './named-id';
import { own } from './own';

/** What a body names under a key, once for each time that the key is in it. */
export type BodyReader = (key: string) => readonly Named[];

const LONGEST_TEXT = 65536;
const EMPTY: BodyReader = () => NONE;

const inObject =
  (body: unknown): BodyReader =>
  (key) => {
    const value = own(body, key);
    return value === undefined || Array.isArray(body) ? [] : [readId(value)];
  };

const inForm =
  (form: { getAll(key: string): unknown[] }): BodyReader =>
  (key) =>
    form.getAll(key).map(readId);

/** The `form-data` package keeps its parts in a list: a header text, the value, and a function that ends the line. */
const inParts =
  (parts: readonly unknown[]): BodyReader =>
  (key) =>
    parts.flatMap((part, index) =>
      typeof part === 'string' &&
      typeof parts[index + 2] === 'function' &&
      part.includes(` name="${key}"\r\n`)
        ? [readId(parts[index + 1])]
        : [],
    );

/** A text without a type of its own goes out as a form, unless it looks like JSON: then that is what its author meant. */
function inText(body: string, contentType: string): BodyReader {
  if (body.length > LONGEST_TEXT) return EMPTY;
  const isJson = contentType === '' ? /^\s*\{/.test(body) : contentType.includes('json');
  if (!isJson) {
    const isForm = contentType === '' || contentType.includes('urlencoded');
    return isForm ? (key) => idsInQuery(body, key) : EMPTY;
  }
  try {
    return inObject(JSON.parse(body));
  } catch {
    return EMPTY;
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/**
 * Reads the body of a request: a plain object, a form, or JSON or form text of up to 64 KiB; never a stream or bytes, and nothing
 * of GET and HEAD, whose bodies servers ignore.
 */
export function readBody(config: unknown, method: string): BodyReader {
  const data = own(config, 'data');
  if (method === 'GET' || method === 'HEAD' || data === null) return EMPTY;
  if (typeof data === 'string') {
    return inText(data, String(readHeader(config, 'content-type') ?? '').toLowerCase());
  }
  if (typeof data !== 'object') return EMPTY;
  if (isPlainObject(data)) return inObject(data);
  const parts = own(data, '_streams');
  if (Array.isArray(parts)) return inParts(parts);
  return typeof (data as FormData).getAll === 'function' ? inForm(data as FormData) : EMPTY;
}
