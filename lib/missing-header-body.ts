import { own } from './own';

/** How much of a body is looked at, in bytes or characters. Procore's text has 260. */
export const MOST_BYTES = 4096;

/** Procore's "Missing Procore-Company-Id header!". */
export const MISSING_HEADER = /missing procore-company-id header/i;
/** The header names no company. */
export const INVALID_COMPANY = /invalid company id/i;

/** Where the documented error bodies keep their texts. */
const FIELDS = ['message', 'error', 'errors', 'reason', 'error_description'];
const DEEPEST = 4;
const MOST_ITEMS = 20;

/** The texts in an error body of any documented shape. `errors` may be a list, or a map of the caller's own field names. */
function textIn(body: unknown, depth: number, isErrors?: boolean): string {
  if (typeof body === 'string') return body.slice(0, MOST_BYTES);
  if (typeof body !== 'object' || body === null || depth > DEEPEST) return '';
  const texts =
    isErrors || Array.isArray(body)
      ? Object.values(body)
          .slice(0, MOST_ITEMS)
          .map((item) => textIn(item, depth + 1))
      : FIELDS.map((field) => textIn(own(body, field), depth + 1, field === 'errors'));
  return texts.join('\n');
}

/** The characters of the first bytes. What is looked for is ASCII, so the encoding of the rest does not matter. */
export function asciiOf(bytes: ArrayBuffer | ArrayBufferView): string {
  const {
    buffer = bytes,
    byteOffset,
    byteLength,
  } = bytes as Partial<ArrayBufferView> & ArrayBuffer;
  const length = Math.min(byteLength, MOST_BYTES);
  return String.fromCharCode(...new Uint8Array(buffer as ArrayBuffer, byteOffset, length));
}

/**
 * What a delivered body says: the texts of its error fields, or its beginning where it is plain text. A stream or Blob says nothing
 * before it is read.
 */
export function errorText(data: unknown): string {
  const isBytes = ArrayBuffer.isView(data) || data instanceof ArrayBuffer;
  const body = isBytes ? asciiOf(data) : data;
  try {
    return textIn(typeof body === 'string' ? JSON.parse(body.slice(0, MOST_BYTES)) : body, 0);
  } catch {
    return textIn(String(body), 0);
  }
}
