import { asciiOf, LONGEST_WAIT, MOST_BYTES, saysMissingHeader } from './missing-header-body';

/** What is used of a Node readable stream, of any Node version. */
export interface NodeStream {
  readonly destroyed: boolean;
  readonly readableFlowing: boolean | null;
  readonly readableLength: number;
  readonly readableEnded?: boolean;
  readonly readableObjectMode?: boolean;
  readonly readableEncoding?: string | null;
  /** Of an HTTP message: all of it has arrived. */
  readonly complete?: boolean;
  readonly _readableState?: { readonly ended?: boolean };
  listenerCount(event: string): number;
  read(size?: number): Uint8Array | null;
  unshift(chunk: Uint8Array): void;
}

const POLL_EVERY = 5;
const QUICK_POLLS = 3;

/** Somebody reads it already, or it does not carry bytes. */
const isTaken = (stream: NodeStream): boolean =>
  stream.destroyed ||
  stream.readableEnded === true ||
  stream.readableFlowing === true ||
  stream.readableObjectMode === true ||
  (stream.readableEncoding ?? null) !== null ||
  stream.listenerCount('readable') + stream.listenerCount('data') > 0;

/** Takes what is there and puts it back in the same turn, so that nobody can tell. */
function look(stream: NodeStream): string {
  const bytes = stream.read(Math.min(stream.readableLength, MOST_BYTES));
  if (!bytes) return '';
  stream.unshift(bytes);
  return asciiOf(bytes);
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * The first bytes of a Node stream as text, without a listener: merely to listen makes an empty or compressed body end before its
 * reader listens.
 */
export async function peekNodeStream(stream: NodeStream): Promise<string> {
  const deadline = Date.now() + LONGEST_WAIT;
  let text = '';
  for (let poll = 0; Date.now() < deadline; poll++) {
    await pause(poll < QUICK_POLLS ? 0 : POLL_EVERY);
    if (isTaken(stream)) break;
    const isWhole = stream.complete === true || stream._readableState?.ended === true;
    if (stream.readableLength > text.length) text = look(stream);
    else if (!isWhole && text === '') stream.read(0);
    if (isWhole || text.length >= MOST_BYTES || saysMissingHeader([text])) break;
  }
  return text;
}
