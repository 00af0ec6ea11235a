// @ts-nocheck
import type { ResponseLike } from './axios-types';
import { asciiOf, errorText, MISSING_HEADER, MOST_BYTES } from './missing-header-body';
import { own } from './own';

/** What is used of a Node readable stream, of any Node version. */
interface NodeStream {
  readonly destroyed: boolean;
  readonly readableFlowing: boolean | null;
  readonly readableLength: number;
  readonly readableObjectMode?: boolean;
  readonly readableEncoding?: string | null;
  /** Of an HTTP message: all of it has arrived. */
  readonly complete?: boolean;
  readonly _readableState?: { readonly ended?: boolean };
  listenerCount(event: string): number;
  read(size?: number): Uint8Array | null;
  unshift(chunk: Uint8Array): void;
}

/** How long the beginning of a stream is waited for, in ms. A gateway's error arrives in one piece. */
const LONGEST_WAIT = 500;
/** The pauses between the looks at a Node stream are 0, 1, 2 ... ms: so many of them make up the longest wait. */
const MOST_LOOKS = 32;

const isEnough = (text: string): boolean => text.length >= MOST_BYTES || MISSING_HEADER.test(text);

/** Whether somebody reads a stream already, or it does not carry bytes. */
const isTaken = (stream: NodeStream): boolean =>
  [
    stream.destroyed,
    stream.readableFlowing,
    stream.readableObjectMode,
    stream.readableEncoding,
    stream.listenerCount('readable'),
    stream.listenerCount('data'),
  ].some(Boolean);

/**
 * The first bytes of a Node stream as text, without a listener: merely to listen makes an empty or compressed body end before its
 * reader listens. What is there is taken and put back in the same turn, so that nobody can tell.
 */
async function peekNodeStream(stream: NodeStream): Promise<string> {
  let text = '';
  let isWhole = false;
  for (let look = 0; look < MOST_LOOKS && !isWhole && !isEnough(text); look++) {
    await new Promise((resolve) => setTimeout(resolve, look));
    if (isTaken(stream)) break;
    isWhole = stream.complete === true || stream._readableState?.ended === true;
    const length = Math.min(stream.readableLength, MOST_BYTES);
    if (length > text.length) {
      const bytes = stream.read(length);
      // To put back nothing would end the stream.
      if (!bytes) break;
      stream.unshift(bytes);
      text = asciiOf(bytes);
    } else if (!isWhole && !text) {
      // Some sources deliver nothing before they are asked.
      stream.read(0);
    }
  }
  return text;
}

/** The first bytes of a web stream as text. `response.data` becomes the other branch of it, which misses nothing. */
async function peekWebStream(response: ResponseLike): Promise<string> {
  const stream = response.data as ReadableStream<Uint8Array>;
  // Throws where the response is frozen, before the stream is taken from its reader.
  response.data = stream;
  const [branch, rest] = stream.tee();
  response.data = rest;
  const reader = branch.getReader();
  // Ends a pending read as well.
  const stop = (): void => void reader.cancel().catch(() => undefined);
  const timer = setTimeout(stop, LONGEST_WAIT);
  let text = '';
  try {
    while (!isEnough(text)) {
      const { value } = await reader.read();
      if (!value) break;
      text += asciiOf(value);
    }
  } finally {
    clearTimeout(timer);
    stop();
  }
  return text;
}

/** Whether a body that must be read to be known may be Procore's: text or of no type, and short where its length is told. */
function mayBeProcores({ headers }: ResponseLike): boolean {
  const length = Number(own(headers, 'content-length') ?? MOST_BYTES);
  const type = String(own(headers, 'content-type') ?? 'text');
  return /^text|json/i.test(type) && length > 0 && length <= MOST_BYTES;
}

/** The beginning of a body that must be read: a Blob or a stream. The caller can still read all of it. */
function peek(response: ResponseLike, mayTouch: boolean): Promise<string> | undefined {
  const data: unknown = response.data;
  const can = (method: string): boolean =>
    typeof (data as Record<string, unknown>)[method] === 'function' && mayBeProcores(response);
  if (can('text')) return (data as Blob).slice(0, MOST_BYTES).text();
  if (mayTouch && can('read')) return peekNodeStream(data as NodeStream);
  return mayTouch && can('tee') ? peekWebStream(response) : undefined;
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
