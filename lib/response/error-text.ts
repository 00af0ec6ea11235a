import { readOwn } from '../own-properties';

/** How much of a body is looked at, in bytes or characters. Procore's text has 260. */
export const MOST_BYTES = 4096;
/** A longer text is not parsed: a body of 100 MB would hold the process for a tenth of a second. */
const LONGEST_JSON = 65536;

/** Procore's "Missing Procore-Company-Id header!". */
export const MISSING_HEADER = /missing procore-company-id header/i;
/** The header names no company. Only the error's own text counts: a field of the caller's can have an invalid company id too. */
export const INVALID_COMPANY =
  /(?:^|"(?:message|error|errors|reason|error_description|details?)":)\[?"[^"]*invalid company id/i;

/** Where the documented error bodies keep their texts. */
const FIELDS = [
  ...['message', 'error', 'errors', 'reason'],
  ...['error_description', 'details', 'detail'],
];

/** The characters of the first bytes. What is looked for is ASCII, so the encoding of the rest does not matter. */
export function asciiOf(bytes: ArrayBuffer | ArrayBufferView): string {
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  return String.fromCharCode(...view.subarray(0, MOST_BYTES));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.length > LONGEST_JSON ? text.slice(0, MOST_BYTES) : text);
  } catch {
    // Plain text, or JSON that is cut off.
    return text.slice(0, MOST_BYTES);
  }
}

const isBytes = (data: unknown): data is ArrayBuffer | ArrayBufferView =>
  ArrayBuffer.isView(data) || Object.prototype.toString.call(data) === '[object ArrayBuffer]';

/**
 * What a delivered body says, as JSON: its error fields, or the beginning of its text. A stream or Blob says nothing before it is read.
 */
export function errorText(data: unknown): string {
  const text = isBytes(data) ? asciiOf(data) : data;
  const body = typeof text === 'string' ? parse(text) : text;
  const isFields = typeof body === 'object' && !Array.isArray(body);
  const said = isFields
    ? Object.fromEntries(FIELDS.map((field) => [field, readOwn(body, field)]))
    : body;
  return JSON.stringify(said ?? '').slice(0, 2 * MOST_BYTES);
}
