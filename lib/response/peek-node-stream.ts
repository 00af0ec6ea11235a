import type { Readable } from 'stream';
import { asciiOf, MISSING_HEADER, MOST_BYTES } from './error-text';
import { wait } from './wait';

/** A Node readable stream, and what shows that it has ended. */
export type NodeStream = Readable & {
  /** Of an HTTP message: all of it has arrived. */
  readonly complete?: boolean;
  readonly _readableState?: { readonly ended?: boolean };
};

/** The pauses between the looks at a stream are 0, 1, 2 ... ms, which makes half a second. A gateway's error arrives in one piece. */
const MOST_LOOKS = 32;

export const isEnough = (text: string): boolean =>
  text.length >= MOST_BYTES || MISSING_HEADER.test(text);

/** Whether somebody already reads the stream, or it does not carry bytes. */
const isTaken = (stream: NodeStream): boolean =>
  [stream.destroyed, stream.readableFlowing, stream.readableObjectMode, stream.readableEncoding]
    .concat(stream.listenerCount('readable') + stream.listenerCount('data') > 0)
    .some(Boolean);

async function look(stream: NodeStream): Promise<string> {
  let text = '';
  let isWhole = false;
  for (let pause = 0; pause < MOST_LOOKS && !isWhole && !isEnough(text); pause++) {
    await wait(pause);
    if (isTaken(stream)) break;
    isWhole = stream.complete === true || stream._readableState?.ended === true;
    const length = Math.min(stream.readableLength, MOST_BYTES);
    if (length > text.length) {
      const bytes = stream.read(length) as Uint8Array | null;
      // Putting nothing back would end the stream.
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

/** Lets the next reader hear of an error that came before it listened. */
function emitLater(stream: NodeStream, error: unknown): void {
  const onListener = (): void => {
    stream.removeListener('newListener', onListener);
    // The listener is added after this event, and may be gone by then: without one, the error would end the process.
    void Promise.resolve().then(() => {
      if (stream.listenerCount('error') > 0) stream.emit('error', error);
      else emitLater(stream, error);
    });
  };
  stream.on('newListener', onListener);
}

/**
 * The first bytes of a Node stream as text. It listens to neither `data` nor `readable`, because a listener makes an empty or compressed body end
 * before its reader listens. It takes bytes and puts them back in the same turn, so no reader notices.
 */
export async function peekNodeStream(stream: NodeStream): Promise<string> {
  // Without a listener, an error of the stream would end the process while nobody reads it yet.
  const onError = (error: unknown): void => {
    emitLater(stream, error);
  };
  stream.on('error', onError);
  try {
    return await look(stream);
  } finally {
    stream.removeListener('error', onError);
  }
}
