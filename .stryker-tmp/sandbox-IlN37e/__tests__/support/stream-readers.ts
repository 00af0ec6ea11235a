// @ts-nocheck
import { PassThrough, Readable, Writable } from 'stream';
import { buffer } from 'stream/consumers';
import { pipeline } from 'stream/promises';
import type { ReadableStream as NodeWebStream } from 'stream/web';

/** Reads a stream to its end: one character for each byte. */
export type Read<T> = (stream: T) => Promise<string>;

const latin1 = (chunks: Uint8Array[]): string => Buffer.concat(chunks).toString('latin1');

function collector(): Writable & { text: () => string } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(sink, { text: () => latin1(chunks) });
}

const ended = (stream: Readable, read: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    stream.on('end', () => resolve(read()));
    stream.on('error', reject);
    stream.on('aborted', () => reject(new Error('aborted')));
  });

/** The ways in which people read a Node stream. */
export const nodeReaders: Record<string, Read<Readable>> = {
  data: (stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return ended(stream, () => latin1(chunks));
  },
  readable: (stream) => {
    const chunks: Buffer[] = [];
    stream.on('readable', () => {
      for (;;) {
        const chunk = stream.read() as Buffer | null;
        if (chunk === null) return;
        chunks.push(chunk);
      }
    });
    return ended(stream, () => latin1(chunks));
  },
  pipe: (stream) => {
    const through = stream.pipe(new PassThrough());
    stream.on('error', (error) => through.destroy(error));
    return nodeReaders.data?.(through) as Promise<string>;
  },
  pipeline: async (stream) => {
    const sink = collector();
    await pipeline(stream, sink);
    return sink.text();
  },
  'for await': async (stream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return latin1(chunks);
  },
  'stream/consumers': async (stream) => latin1([await buffer(stream)]),
};

/** The ways in which people read a web stream. */
export const webReaders: Record<string, Read<ReadableStream<Uint8Array>>> = {
  reader: async (stream) => {
    const reader = stream.getReader();
    const chunks: Uint8Array[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return latin1(chunks);
      chunks.push(value);
    }
  },
  'for await': async (stream) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return latin1(chunks);
  },
  Response: async (stream) => latin1([Buffer.from(await new Response(stream).arrayBuffer())]),
  pipeTo: async (stream) => {
    const chunks: Uint8Array[] = [];
    await stream.pipeTo(new WritableStream({ write: (chunk) => void chunks.push(chunk) }));
    return latin1(chunks);
  },
  'stream/consumers': async (stream) => latin1([await buffer(stream as NodeWebStream)]),
  'Readable.fromWeb': async (stream) => {
    const sink = collector();
    await pipeline(Readable.fromWeb(stream as NodeWebStream), sink);
    return sink.text();
  },
};
