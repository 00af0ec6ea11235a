import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import * as fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'zlib';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { runCount, timeFor } from '../support/runs';
import { nodeReaders, type Read, webReaders } from '../support/stream-readers';

const RUNS = runCount(800);
/** So many requests are under way at once, as each waits for timers. */
const BATCH = 25;

const READERS: [AxiosRequestConfig, Read<any>][] = [
  ...Object.values(nodeReaders).map((read): [AxiosRequestConfig, Read<any>] => [{}, read]),
  ...Object.values(nodeReaders).map((read): [AxiosRequestConfig, Read<any>] => [
    { maxContentLength: 10_000_000 },
    read,
  ]),
  ...Object.values(webReaders).map((read): [AxiosRequestConfig, Read<any>] => [
    { adapter: 'fetch' },
    read,
  ]),
];

const ENCODINGS: Record<string, (body: Buffer) => Buffer> = {
  identity: (body) => body,
  gzip: (body) => gzipSync(body),
  deflate: (body) => deflateSync(body),
  br: (body) => brotliCompressSync(body),
};

/** A pause between two pieces of a body, in ms; -1 is none, so that the pieces may arrive as one. */
const pause = fc.oneof(
  { weight: 4, arbitrary: fc.constant(-1) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
);

const asBytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const bytes = fc.uint8Array({ maxLength: 300 }).map((list) => Buffer.from(list));
const long = fc
  .tuple(fc.integer({ min: 4000, max: 100_000 }), fc.nat({ max: 255 }))
  .map(([length, fill]) => Buffer.alloc(length, fill));
const missing = fc.constantFrom(
  MISSING_HEADER_TEXT,
  JSON.stringify({ errors: [MISSING_HEADER_TEXT] }),
  JSON.stringify({ error: { message: MISSING_HEADER_TEXT } }),
);
const body = fc.oneof(
  bytes,
  long,
  missing.map(asBytes),
  fc.tuple(missing.map(asBytes), fc.oneof(bytes, long)).map((parts) => Buffer.concat(parts)),
  fc.tuple(fc.oneof(bytes, long), missing.map(asBytes)).map((parts) => Buffer.concat(parts)),
  fc.string({ unit: 'binary', maxLength: 50 }).map((text) => Buffer.from(text)),
);

const exchange = fc.record({
  body,
  encoding: fc.constantFrom(...Object.keys(ENCODINGS), 'identity'),
  type: fc.constantFrom('text/plain', 'text/html', 'application/json', 'image/png', undefined),
  hasLength: fc.boolean(),
  cuts: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), pause), { maxLength: 5 }),
  status: fc.constantFrom(400, 400, 404, 500),
  reader: fc.nat({ max: READERS.length - 1 }),
  /** How long the caller takes to begin to read, in ms. */
  idle: pause,
});
type Exchange = typeof exchange extends fc.Arbitrary<infer T> ? T : never;

let server: LoopbackServer;
let exchanges: readonly Exchange[] = [];
let instance: AxiosInstance;

const wait = async (ms: number): Promise<void> => {
  if (ms >= 0) await new Promise((resolve) => setTimeout(resolve, ms));
};

beforeAll(async () => {
  server = await startLoopbackServer((request, response) => {
    const { body, encoding, type, hasLength, cuts, status } = exchanges[
      Number(request.headers['x-run'])
    ] as Exchange;
    const bytes = (ENCODINGS[encoding] as (body: Buffer) => Buffer)(body);
    response.writeHead(status, {
      ...(type !== undefined && { 'content-type': type }),
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      ...(hasLength && { 'content-length': bytes.length }),
    });
    void (async () => {
      let sent = 0;
      for (const [part, ms] of [...cuts].sort(([a], [b]) => a - b)) {
        const end = Math.floor(part * bytes.length);
        if (end > sent) response.write(bytes.subarray(sent, end));
        sent = Math.max(sent, end);
        await wait(ms);
      }
      response.end(bytes.subarray(sent));
    })();
  });
  instance = axios.create({ baseURL: server.origin, responseType: 'stream' });
  attachProcoreCompanyId(instance);
});
afterAll(() => server.close());

/** What the caller reads of one answer, and whether the error was mapped. */
async function readOne({ reader, idle }: Exchange, index: number) {
  const [config, read] = READERS[reader] as [AxiosRequestConfig, Read<any>];
  const headers = { 'X-Run': index };
  const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis', { ...config, headers }));
  await wait(idle);
  return { isMapped: isMissingCompanyIdHeaderError(error), text: await read(error.response.data) };
}

test(
  'for any body, encoding, cutting, timing and way of reading, exactly the bytes are read',
  async () => {
    let mapped = 0;
    const batches = fc.array(exchange, { minLength: BATCH, maxLength: BATCH });
    await fc.assert(
      fc.asyncProperty(batches, async (batch) => {
        exchanges = batch;
        const results = await Promise.all(batch.map(readOne));
        for (const [index, { isMapped, text }] of results.entries()) {
          const { body, type } = batch[index] as Exchange;
          const sent = body.toString('latin1');
          const says = /missing procore-company-id header/i.test(sent);
          const mayBeMapped = says && type !== 'image/png';
          expect({ isWhole: text === sent, isMapped: isMapped && mayBeMapped }).toEqual({
            isWhole: true,
            isMapped,
          });
          if (isMapped) mapped++;
        }
      }),
      { numRuns: Math.ceil(RUNS / BATCH) },
    );
    expect(mapped).toBeGreaterThan(RUNS / 10);
  },
  timeFor(RUNS),
);
