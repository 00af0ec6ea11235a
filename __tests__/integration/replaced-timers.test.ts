import axios, { type AxiosInstance } from 'axios';
import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import { adapters } from '../support/adapters';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';
import { nodeReaders, webReaders } from '../support/stream-readers';

const RFIS = '/rest/v1.0/projects/3/rfis';
const { setTimeout } = globalThis;

const WAYS: [string, () => void][] = [
  [
    'the fake timers of jest',
    // Those of the connection itself.
    () => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }),
  ],
  [
    'a `setTimeout` that never calls',
    () => {
      globalThis.setTimeout = (() => 0) as never;
    },
  ],
];

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
afterEach(() => {
  jest.useRealTimers();
  globalThis.setTimeout = setTimeout;
});

describe.each(adapters)('a stream over the %s adapter', (name, adapter) => {
  const read: (stream: any) => Promise<string> | undefined = (stream) =>
    name === 'http' ? nodeReaders.data?.(stream) : webReaders.reader?.(stream);

  /** An instance for which the timers are replaced when a response has come: the connection itself may need them before. */
  function attached(replaceTimers: () => void): AxiosInstance {
    const instance = axios.create({ baseURL: server.origin, responseType: 'stream', ...adapter });
    instance.interceptors.response.use(undefined, (error) => {
      replaceTimers();
      throw error;
    });
    attachProcoreCompanyId(instance);
    return instance;
  }

  test.each(WAYS)('is looked at, with %s', async (_what, replaceTimers) => {
    server.listener = answer(400, MISSING_HEADER_TEXT);

    const error = await rejection(attached(replaceTimers).get(RFIS));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(await read(error.response.data)).toBe(MISSING_HEADER_TEXT);
  });

  test.each(WAYS)('that stalls is let go of, with %s', async (_what, replaceTimers) => {
    let end = (): void => undefined;
    server.listener = (_request, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).write('Missing');
      end = () => response.end(' it is');
    };

    const error = await rejection(attached(replaceTimers).get(RFIS));
    end();

    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect(await read(responseOf(error).data)).toBe('Missing it is');
  });

  test("with a method `text`, as Bun's have, is a stream and no Blob", async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({
      baseURL: server.origin,
      responseType: 'arraybuffer',
      ...adapter,
    });
    const asked: string[] = [];
    instance.interceptors.response.use(undefined, (error) => {
      const response = responseOf(error);
      const stream = new Response(response.data).body as object;
      const ask = (method: string) => () => Promise.resolve(asked.push(method));
      response.data = Object.assign(stream, { text: ask('text'), slice: ask('slice') });
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.get(RFIS));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(await webReaders.reader?.(error.response.data)).toBe(MISSING_HEADER_TEXT);
    expect(asked).toEqual([]);
  });
});
