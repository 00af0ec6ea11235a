// @ts-nocheck
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { once } from 'events';
import { hasFetchAdapter } from '../support/axios-features';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';
import { webReaders } from '../support/stream-readers';
import { type StreamedBody, streamedBodies } from '../support/streamed-bodies';

const RFIS = '/rest/v1.0/projects/3/rfis';
const STREAM: AxiosRequestConfig = { url: RFIS, responseType: 'stream', adapter: 'fetch' };
const READERS = Object.entries(webReaders);
const BODIES = streamedBodies.map((body) => [body.what, body] as const);
const describeFetch = hasFetchAdapter ? describe : describe.skip; // axios has no fetch adapter before 1.7

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
async function readAfterwards({
  send,
  method = 'get',
}: StreamedBody): Promise<Record<string, [isMissingHeader: boolean, text: string]>> {
  const instance = attached();
  const calls: (() => void)[] = [];
  server.listener = send((call) => calls.push(call));
  const errors = await Promise.all(
    READERS.map(() => rejection(instance.request({ ...STREAM, method }))),
  );
  const results = READERS.map(async ([name, read], index) => {
    const error = errors[index];
    const { data } = responseOf(error);
    const text = data === null ? '' : await read(data);
    return [name, [isMissingCompanyIdHeaderError(error), text]] as [string, [boolean, string]];
  });
  for (const call of calls) call();
  return Object.fromEntries(await Promise.all(results));
}

/** Answers with the beginning of a body and no end, and resolves when the client has hung up. */
function hangUp(beginning: string): Promise<unknown> {
  return new Promise((resolve) => {
    server.listener = (_request, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).write(beginning);
      void once(response, 'close').then(resolve);
    };
  });
}

describeFetch('a web stream', () => {
  test.each(BODIES)('can be read in all ways: a body %s', async (_what, body) => {
    const texts = await readAfterwards(body);

    const expected = READERS.map(([name]) => [name, [body.isMissingHeader, body.text]]);
    expect(texts).toEqual(Object.fromEntries(expected));
  });

  test('can be read with a signal', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const { signal } = new AbortController();

    const error = await rejection(attached().request({ ...STREAM, signal }));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(await webReaders.reader?.(error.response.data)).toBe(MISSING_HEADER_TEXT);
  });

  test('can still be asked for, where the caller lets the response pass', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const response = await attached().request({ ...STREAM, validateStatus: () => true });

    const [first, second] = [
      await toMissingCompanyIdHeaderError(response),
      await toMissingCompanyIdHeaderError(response),
    ];

    expect(first).toMatchObject({ reason: 'unresolved', status: 400 });
    expect(second).toMatchObject({ reason: 'unresolved', status: 400 });
    expect(await webReaders.reader?.(response.data)).toBe(MISSING_HEADER_TEXT);
  });

  test('is left alone where somebody reads it already', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({ baseURL: server.origin });
    let text: Promise<string> | undefined;
    instance.interceptors.response.use(undefined, (error) => {
      text = webReaders.reader?.(responseOf(error).data);
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.request(STREAM));

    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect(await text).toBe(MISSING_HEADER_TEXT);
  });

  test('breaks for its reader too, where the socket dies', async () => {
    let die = (): void => undefined;
    server.listener = (_request, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).write(MISSING_HEADER_TEXT);
      die = () => response.destroy();
    };

    const error = await rejection(attached().request(STREAM));
    const reading = rejection(webReaders.reader?.(error.response.data) as never);
    die();

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect((await reading).name).toMatch(/Error$/);
  });

  test('breaks for its reader too, where the socket has died before', async () => {
    server.listener = (_request, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).write('Missing');
      setTimeout(() => response.destroy(), 20);
    };

    const error = await rejection(attached().request(STREAM));

    const response = responseOf(error);
    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect((await rejection(webReaders.reader?.(response.data) as never)).name).toMatch(/Error$/);
  });

  test.each([MISSING_HEADER_TEXT, 'Missing'])(
    'lets go of its connection when the caller cancels it: %j',
    async (beginning) => {
      const closed = hangUp(beginning);

      const error = await rejection(attached().request(STREAM));
      await responseOf(error).data.cancel();

      await closed;
      expect(isMissingCompanyIdHeaderError(error)).toBe(beginning === MISSING_HEADER_TEXT);
    },
  );

  test('is no business of a dry run', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);
    const instance = axios.create({ baseURL: server.origin });
    const delivered: unknown[] = [];
    instance.interceptors.response.use(undefined, (error) => {
      delivered.push(error, responseOf(error).data);
      throw error;
    });
    attachProcoreCompanyId(instance, { dryRun: true });

    const error = await rejection(instance.request(STREAM));

    const { data } = responseOf(error);
    expect([error, data]).toEqual(delivered);
    expect(data).toBe(delivered[1]);
    expect(await webReaders.reader?.(data)).toBe(MISSING_HEADER_TEXT);
  });
});

describeFetch('a Blob', () => {
  const BLOB: AxiosRequestConfig = { ...STREAM, responseType: 'blob' };

  test.each([
    [MISSING_HEADER_TEXT, true],
    [JSON.stringify({ error: { message: MISSING_HEADER_TEXT } }), true],
    ['{"message":"Item not found"}', false],
    ['', false],
  ])('can be read afterwards: %j', async (body, isMissingHeader) => {
    server.listener = answer(400, body);

    const error = await rejection(attached().request(BLOB));

    const { data } = responseOf(error);
    expect(isMissingCompanyIdHeaderError(error)).toBe(isMissingHeader);
    expect(data).toBeInstanceOf(Blob);
    expect(await data.text()).toBe(body);
  });
});
