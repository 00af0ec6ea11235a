import { own } from './own';

/** How much of a body is looked at, in bytes or characters. Procore's text has 260. */
export const MOST_BYTES = 4096;
/** How long the beginning of a stream is waited for, in ms. A gateway's error arrives in one piece. */
export const LONGEST_WAIT = 500;

const FIELDS = ['message', 'error', 'errors', 'reason', 'error_description'];
const DEEPEST = 4;
const MOST_ITEMS = 20;

/** The texts that an error body of any documented shape carries. `errors` may be a map of the caller's own field names. */
function textsIn(body: unknown, depth: number): string[] {
  if (typeof body === 'string') return [body.slice(0, MOST_BYTES)];
  if (typeof body !== 'object' || body === null || depth > DEEPEST) return [];
  const errors = own(body, 'errors');
  const isMap = typeof errors === 'object' && errors !== null && !Array.isArray(errors);
  const items = Array.isArray(body)
    ? (body as unknown[])
    : [
        ...FIELDS.map((field) => own(body, field)),
        ...(isMap ? (Object.values(errors) as unknown[]) : []),
      ];
  return items.slice(0, MOST_ITEMS).flatMap((item) => textsIn(item, depth + 1));
}

/** The characters of the first bytes. What is looked for is ASCII, so the encoding of the rest does not matter. */
export function asciiOf(bytes: ArrayBufferView): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return String.fromCharCode(
    ...new Uint8Array(buffer, byteOffset, Math.min(byteLength, MOST_BYTES)),
  );
}

function textsInText(text: string): string[] {
  const start = text.slice(0, MOST_BYTES).trim();
  if (!/^[{["]/.test(start)) return [start];
  try {
    return textsIn(JSON.parse(start), 0);
  } catch {
    return [start];
  }
}

/**
 * What a delivered body says: the texts of its error fields, or its beginning where it is plain text. A stream or Blob says nothing
 * before it is read.
 */
export function errorTexts(data: unknown): string[] {
  if (typeof data === 'string') return textsInText(data);
  if (ArrayBuffer.isView(data)) return textsInText(asciiOf(data));
  return data instanceof ArrayBuffer
    ? textsInText(asciiOf(new Uint8Array(data)))
    : textsIn(data, 0);
}

const says =
  (pattern: RegExp) =>
  (texts: readonly string[]): boolean =>
    texts.some((text) => pattern.test(text));

/** Whether one of the texts is Procore's "Missing Procore-Company-Id header!". */
export const saysMissingHeader = says(/missing procore-company-id header/i);

/** Whether one of the texts says that the header names no company. */
export const saysInvalidCompany = says(/invalid company id/i);

/** Whether one of the texts says that the endpoint wants a parameter. */
export const saysMissingParameter = says(/missing project or company id/i);

/** Whether one of the texts says that the app is not installed in the company. */
export const saysNotConnected = says(/app is not connected to this company/i);
