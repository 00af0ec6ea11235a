import type { ResponseLike } from './axios-types';
import { asciiOf, LONGEST_WAIT, MOST_BYTES, saysMissingHeader } from './missing-header-body';

/** The next chunk, or `undefined` at the end, after an error, or when the time is up. */
function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  ms: number,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const settle = (result?: ReadableStreamReadResult<Uint8Array>): void => {
      clearTimeout(timer);
      resolve(result?.value);
    };
    reader.read().then(settle, () => {
      settle();
    });
  });
}

/** The first bytes of a web stream as text. `response.data` becomes the other branch of it, which misses nothing. */
export async function peekWebStream(response: ResponseLike): Promise<string> {
  const stream = response.data as ReadableStream<Uint8Array>;
  if (stream.locked) return '';
  // Throws where the response is frozen, before the stream is taken from its reader.
  response.data = stream;
  const [branch, rest] = stream.tee();
  response.data = rest;
  const reader = branch.getReader();
  const deadline = Date.now() + LONGEST_WAIT;
  let text = '';
  while (text.length < MOST_BYTES && !saysMissingHeader([text])) {
    const chunk = await nextChunk(reader, deadline - Date.now());
    if (!chunk) break;
    text += asciiOf(chunk);
  }
  reader.cancel().catch(() => undefined);
  return text;
}
