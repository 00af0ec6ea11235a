import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import type { Readable } from 'stream';
import { adapters } from '../support/adapters';
import { hasHttpAdapter, tellsStreamTimeout } from '../support/axios-features';
import { breakingBodies, type BreakingBody, brokenGzip } from '../support/breaking-bodies';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';
import { nodeReaders, type Read, webReaders } from '../support/stream-readers';

const RFIS = '/rest/v1.0/projects/3/rfis';
const BODIES = breakingBodies.map((body) => [body.what, body] as const);

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const create = (config: AxiosRequestConfig): AxiosInstance =>
  axios.create({ baseURL: server.origin, responseType: 'stream', ...config });

/** The error of a request whose body breaks once the plugin, if there is one, looks at it. */
async function breakingError(
  { config, send }: BreakingBody,
  isAttached: boolean,
  adapter: AxiosRequestConfig = {},
): Promise<any> {
  const instance = create({ ...adapter, ...config });
  let breakIt = (): void => undefined;
  server.listener = send((call) => (breakIt = call));
  instance.interceptors.response.use(undefined, (error) => {
    setImmediate(breakIt);
    throw error;
  });
  if (isAttached) attachProcoreCompanyId(instance);
  const error = await rejection(instance.get(RFIS));
  expect(isMissingCompanyIdHeaderError(error)).toBe(false);
  return error;
}

describe.each(adapters)('over the %s adapter', (name, adapter) => {
  const readers = Object.entries(name === 'http' ? nodeReaders : webReaders) as [
    string,
    Read<never>,
  ][];

  test.each(BODIES)(
    'a stream that breaks while it is looked at breaks for its reader too: a body %s',
    async (_what, body) => {
      for (const [how, read] of readers) {
        const outcomes = [];
        for (const isAttached of [true, false]) {
          const error = await breakingError(body, isAttached, adapter);
          const response = responseOf(error);
          // A version that knows no maxContentLength for streams delivers all of it.
          const outcome = response ? read(response.data as never) : Promise.reject(error);
          outcomes.push(await outcome.catch((reason: unknown) => (reason as Error).message));
        }
        expect([how, outcomes[0]]).toEqual([how, outcomes[1]]);
      }
    },
  );
});

const checkTimeout = tellsStreamTimeout ? test : test.skip; // on axios 0.18 no reader hears of it
const describeNode = hasHttpAdapter ? describe : describe.skip; // the fetch adapter delivers web streams

describeNode('a Node stream', () => {
  checkTimeout(
    'whose request times out while it is looked at breaks for its reader too',
    async () => {
      server.listener = (_request, response) => {
        response.writeHead(400, { 'content-type': 'text/plain' }).write('Missing');
      };
      const readAll = Object.values(nodeReaders).map(async (read) => {
        const instance = create({ timeout: 100 });
        attachProcoreCompanyId(instance);
        const error = await rejection(instance.get(RFIS));
        return error.response ? rejection(read(error.response.data)) : error;
      });

      const messages = (await Promise.all(readAll)).map(({ message }) => message as string);

      expect(messages.filter((message) => !/aborted|timeout/.test(message))).toEqual([]);
    },
  );

  test.each(BODIES)(
    'that breaks and is not read ends no process: a body %s',
    async (_what, body) => {
      const { response } = await breakingError(body, true);

      // Jest fails a test in which an error goes uncaught.
      const stream = response.data as Readable;
      stream.destroy();
      await new Promise((resolve) => setImmediate(resolve));
      expect(stream.destroyed).toBe(true);
    },
  );

  test('that broke tells each listener of its error once', async () => {
    const { response } = await breakingError(brokenGzip, true);
    const [first, second] = [jest.fn(), jest.fn()];

    response.data.on('error', first).on('error', second);
    await new Promise((resolve) => setImmediate(resolve));

    expect(first).toHaveBeenCalledTimes(1);
    expect(second).toHaveBeenCalledTimes(1);
  });

  test('that broke may be given a listener that is taken away again', async () => {
    const { response } = await breakingError(brokenGzip, true);
    const listener = jest.fn();

    response.data.on('error', listener);
    response.data.removeListener('error', listener);
    await new Promise((resolve) => setImmediate(resolve));

    expect(listener).not.toHaveBeenCalled();
  });

  test('has no listener of the plugin when it is handed over', async () => {
    server.listener = answer(400, 'something else');
    const listeners = async (isAttached: boolean): Promise<number[]> => {
      const instance = create({});
      if (isAttached) attachProcoreCompanyId(instance);
      const { data } = (await rejection(instance.get(RFIS))).response;
      data.destroy();
      return ['error', 'newListener', 'data', 'readable'].map((event) => data.listenerCount(event));
    };

    expect(await listeners(true)).toEqual(await listeners(false));
  });
});
