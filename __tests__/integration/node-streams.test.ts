import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { IncomingMessage } from 'http';
import { once } from 'events';
import { types } from 'util';
import { hasHttpAdapter, takesDecompress } from '../support/axios-features';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { nodeReaders } from '../support/stream-readers';
import { type StreamedBody, streamedBodies } from '../support/streamed-bodies';

const RFIS = '/rest/v1.0/projects/3/rfis';
const STREAM: AxiosRequestConfig = { url: RFIS, responseType: 'stream' };
const READERS = Object.entries(nodeReaders);
const BODIES = streamedBodies.map((body) => [body.what, body] as const);
const WAYS: [string, AxiosRequestConfig][] = [
  ['as it comes', {}],
  ['with maxContentLength', { maxContentLength: 1_000_000 }],
  ['without redirects', { maxRedirects: 0 }],
];

const checkDecompress = takesDecompress ? test : test.skip; // axios knows no `decompress` before 0.20
const describeNode = hasHttpAdapter ? describe : describe.skip; // the fetch adapter delivers web streams

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

function attached(): AxiosInstance {
  const instance = axios.create({ baseURL: server.origin });
  attachProcoreCompanyId(instance);
  return instance;
}

/** What each way of reading gets from an error body, when it is read after the rejection. */
async function readAfterwards(
  { send, method = 'get' }: StreamedBody,
  config: AxiosRequestConfig,
): Promise<Record<string, [isMissingHeader: boolean, text: string]>> {
  const instance = attached();
  const calls: (() => void)[] = [];
  server.listener = send((call) => calls.push(call));
  const errors = await Promise.all(
    READERS.map(() => rejection(instance.request({ ...STREAM, ...config, method }))),
  );
  const results = READERS.map(async ([name, read], index) => {
    const error = errors[index];
    const text = await read(error.response.data);
    return [name, [isMissingCompanyIdHeaderError(error), text]] as [string, [boolean, string]];
  });
  for (const call of calls) call();
  return Object.fromEntries(await Promise.all(results));
}

describeNode.each(WAYS)('a Node stream, %s', (how, config) => {
  // A body that stalls costs half a second each time.
  const bodies = BODIES.filter(([what]) => how === 'as it comes' || !what.includes('stalls'));

  test.each(bodies)('can be read in all ways: a body %s', async (_what, body) => {
    const texts = await readAfterwards(body, config);

    const expected = READERS.map(([name]) => [name, [body.isMissingHeader, body.text]]);
    expect(texts).toEqual(Object.fromEntries(expected));
  });
});

describeNode('a Node stream', () => {
  test('can still be asked for, where the caller lets the response pass', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const response = await attached().request({ ...STREAM, validateStatus: () => true });

    const [first, second] = [
      await toMissingCompanyIdHeaderError(response),
      await toMissingCompanyIdHeaderError(response),
    ];

    expect(first).toMatchObject({ reason: 'unresolved', status: 400 });
    expect(second).toMatchObject({ reason: 'unresolved', status: 400 });
    expect(await nodeReaders.data?.(response.data)).toBe(MISSING_HEADER_TEXT);
  });

  test('is the very stream that axios delivered', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);

    const instance = axios.create({ baseURL: server.origin });
    let delivered: unknown;
    instance.interceptors.response.use(undefined, (error) => {
      delivered = error.response.data;
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.request(STREAM));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(error.response.data).toBe(delivered);
    expect(error.response.data).toBeInstanceOf(IncomingMessage);
    expect(error.response.data.listenerCount('readable')).toBe(0);
    expect(error.response.data.listenerCount('data')).toBe(0);
    error.response.data.destroy();
  });

  checkDecompress(
    'keeps its bytes, where they are compressed and axios was told to leave them',
    async () => {
      server.listener = streamedBodies
        .find(({ what }) => what === 'with gzip')
        ?.send(() => undefined) as never;

      const error = await rejection(attached().request({ ...STREAM, decompress: false }));

      expect(isMissingCompanyIdHeaderError(error)).toBe(false);
      const chunks: Buffer[] = [];
      for await (const chunk of error.response.data) chunks.push(chunk);
      expect(Buffer.concat(chunks).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    },
  );

  test('is left alone where somebody reads it already', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({ baseURL: server.origin });
    let text: Promise<string> | undefined;
    instance.interceptors.response.use(undefined, (error) => {
      text = nodeReaders.data?.(error.response.data);
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.request(STREAM));

    expect(error.response.status).toBe(400);
    expect(await text).toBe(MISSING_HEADER_TEXT);
  });

  test('is told by its text where an earlier interceptor has read it', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({ baseURL: server.origin });
    instance.interceptors.response.use(undefined, async (error) => {
      error.response.data = await nodeReaders['for await']?.(error.response.data);
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.request(STREAM));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
  });

  test('passes through where it is read to its end and left there', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({ baseURL: server.origin });
    instance.interceptors.response.use(undefined, async (error) => {
      await nodeReaders.data?.(error.response.data);
      throw error;
    });
    attachProcoreCompanyId(instance);

    expect(isMissingCompanyIdHeaderError(await rejection(instance.request(STREAM)))).toBe(false);
  });

  test('can have an encoding', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({ baseURL: server.origin });
    instance.interceptors.response.use(undefined, (error) => {
      error.response.data.setEncoding('utf8');
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.request(STREAM));

    let text = '';
    for await (const chunk of error.response.data) text += chunk as string;
    expect(text).toBe(MISSING_HEADER_TEXT);
  });

  test.each(READERS)('breaks for its reader too, where the socket dies: %s', async (_how, read) => {
    let die = (): void => undefined;
    server.listener = (_request, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).write(MISSING_HEADER_TEXT);
      die = () => response.destroy();
    };

    const error = await rejection(attached().request(STREAM));
    const reading = rejection(read(error.response.data));
    die();

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(types.isNativeError(await reading)).toBe(true);
  });

  test.each(['for await', 'pipeline', 'stream/consumers'])(
    'breaks for its reader too, where the socket has died before: %s',
    async (how) => {
      server.listener = (_request, response) => {
        response.writeHead(400, { 'content-type': 'text/plain' }).write('Missing');
        setTimeout(() => response.destroy(), 20);
      };

      const error = await rejection(attached().request(STREAM));

      expect(isMissingCompanyIdHeaderError(error)).toBe(false);
      const failure = await rejection(nodeReaders[how]?.(error.response.data) as never);
      expect(types.isNativeError(failure)).toBe(true);
    },
  );

  test('lets go of its connection when the caller destroys it', async () => {
    const closed = new Promise((resolve) => {
      server.listener = (_request, response) => {
        response.writeHead(400, { 'content-type': 'text/plain' }).write(MISSING_HEADER_TEXT);
        void once(response, 'close').then(resolve);
      };
    });

    const error = await rejection(attached().request(STREAM));
    error.response.data.destroy();

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    await closed;
  });
});
