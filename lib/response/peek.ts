import type { ResponseLike } from '../axios-types';
import { readOwn } from '../own-properties';
import { asciiOf, errorText, MOST_BYTES } from './error-text';
import { isEnough, type NodeStream, peekNodeStream } from './peek-node-stream';
import { wait } from './wait';

/** How long the beginning of a web stream is waited for, in ms. */
const LONGEST_WAIT = 500;

/** The first bytes of a web stream as text. `response.data` becomes the other branch of it, which misses nothing. */
async function peekWebStream(response: ResponseLike): Promise<string> {
  const [branch, rest] = (response.data as ReadableStream<Uint8Array>).tee();
  response.data = rest;
  const reader = branch.getReader();
  // This ends a pending read as well.
  const stop = (): void => void reader.cancel().catch(() => undefined);
  let text = '';
  void wait(LONGEST_WAIT).then(stop);
  try {
    while (!isEnough(text)) {
      const { value } = await reader.read();
      if (!value) break;
      text += asciiOf(value);
    }
  } finally {
    stop();
  }
  return text;
}

/** Whether a body that must be read to be known can be Procore's error: text or of no type, and short where its length is known. */
function canBeProcores({ headers }: ResponseLike): boolean {
  const length = Number(readOwn(headers, 'content-length') ?? MOST_BYTES);
  const type = String(readOwn(headers, 'content-type') ?? 'text');
  return /^text|json/i.test(type) && length > 0 && length <= MOST_BYTES;
}

/** The beginning of a body that must be read: a Blob or a stream. The caller can still read all of it. */
function peek(response: ResponseLike, mayTouch: boolean): Promise<string> | undefined {
  const data = Object(response.data) as Blob & NodeStream & ReadableStream;
  if (!canBeProcores(response)) return undefined;
  const has = (method: keyof typeof data): boolean => typeof data[method] === 'function';
  // Bun's streams have `text` too.
  if (has('getReader')) return mayTouch ? peekWebStream(response) : undefined;
  if (has('text') && has('slice')) return data.slice(0, MOST_BYTES).text();
  return mayTouch && has('unshift') && has('read') ? peekNodeStream(data) : undefined;
}

/**
 * What the body of a response says: at once where it has been delivered, so that a stack still leads to the caller, and later where it
 * must be read. It neither throws nor rejects.
 *
 * @param mayTouch - whether a stream may be read and put back
 */
export function bodyText(response: ResponseLike, mayTouch: boolean): string | Promise<string> {
  try {
    const pending = peek(response, mayTouch);
    return pending ? pending.then(errorText, () => '') : errorText(response.data);
  } catch {
    return '';
  }
}
