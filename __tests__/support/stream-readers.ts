import { PassThrough, Readable, Writable } from 'stream';
import { text } from 'stream/consumers';
import { pipeline } from 'stream/promises';
import type { ReadableStream as NodeWebStream } from 'stream/web';

export type Read<T> = (stream: T) => Promise<string>;

function collector(): Writable & { text: () => string } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(sink, { text: () => Buffer.concat(chunks).toString() });
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
    return ended(stream, () => Buffer.concat(chunks).toString());
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
    return ended(stream, () => Buffer.concat(chunks).toString());
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
    return Buffer.concat(chunks).toString();
  },
  'stream/consumers': (stream) => text(stream),
};

/** The ways in which people read a web stream. */
export const webReaders: Record<string, Read<ReadableStream<Uint8Array>>> = {
  reader: async (stream) => {
    const reader = stream.getReader();
    const chunks: Uint8Array[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(chunks).toString();
      chunks.push(value);
    }
  },
  'for await': async (stream) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  },
  Response: (stream) => new Response(stream).text(),
  pipeTo: async (stream) => {
    const chunks: Uint8Array[] = [];
    await stream.pipeTo(new WritableStream({ write: (chunk) => void chunks.push(chunk) }));
    return Buffer.concat(chunks).toString();
  },
  'stream/consumers': (stream) => text(stream as NodeWebStream),
  'Readable.fromWeb': async (stream) => {
    const sink = collector();
    await pipeline(Readable.fromWeb(stream as NodeWebStream), sink);
    return sink.text();
  },
};
