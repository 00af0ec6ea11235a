import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  isProcoreCompanyIdError,
} from 'axios-procore-company-id';
import { adapters } from '../support/adapters';
import { hasSignal } from '../support/axios-features';
import { isAxiosError } from '../support/is-axios-error';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';

const RFIS = '/rest/v1.0/projects/3/rfis';
const checkSignal = hasSignal ? test : test.skip; // axios knows no AbortSignal before 0.22

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

describe.each(adapters)('what is not the missing header, over the %s adapter', (name, adapter) => {
  const checkLimit = name === 'http' ? test : test.skip; // most fetch adapters know no maxContentLength

  interface Observed {
    instance: AxiosInstance;
    /** What requests rejected with before the plugin saw it. */
    originals: unknown[];
    events: CompanyIdEvent[];
  }

  function observed(defaults?: object): Observed {
    const instance = axios.create({ baseURL: server.origin, ...adapter, ...defaults });
    const originals: unknown[] = [];
    const events: CompanyIdEvent[] = [];
    instance.interceptors.response.use(undefined, (error) => {
      originals.push(error);
      throw error;
    });
    attachProcoreCompanyId(instance, {
      companyId: 42,
      observe: (event) => events.push(event),
    });
    return { instance, originals, events };
  }

  /** Sends a request that must fail, and whose error must come through the plugin as it is. */
  async function expectIdentical(
    config: AxiosRequestConfig,
    { instance, originals, events }: Observed = observed(),
  ): Promise<any> {
    const error = await rejection(instance.get(RFIS, config));

    expect(originals).toHaveLength(1);
    expect(error).toBe(originals[0]);
    expect(isProcoreCompanyIdError(error)).toBe(false);
    expect(events.map(({ type }) => type)).toEqual(['resolved']);
    return error;
  }

  test.each([
    [401, { error: 'Unauthorized' }],
    [403, 'Forbidden'],
    [404, { message: 'Item not found' }],
    [422, { errors: { subject: ["can't be blank"] } }],
    [429, { error: 'Rate limit exceeded' }],
    [500, 'Internal Server Error'],
    [503, ''],
  ])('passes through: %i', async (status, body) => {
    server.listener = answer(status, body, { 'retry-after': '0' });

    const error = await expectIdentical({});

    expect(isAxiosError(error)).toBe(true);
    expect(responseOf(error).status).toBe(status);
    expect(error.message).toBe(`Request failed with status code ${status}`);
  });

  test.each(['stream', 'arraybuffer', 'blob', 'json', 'text'] as const)(
    'passes through: 401 with responseType %s',
    async (responseType) => {
      server.listener = answer(401, { error: 'Unauthorized' });

      const error = await expectIdentical({ responseType });

      expect(responseOf(error).status).toBe(401);
    },
  );

  test('passes through: a status that the caller calls a failure', async () => {
    server.listener = answer(200, MISSING_HEADER_TEXT);

    await expectIdentical({ validateStatus: () => false });
  });

  test('passes through: a status below 400', async () => {
    server.listener = answer(304, '');

    expect(responseOf(await expectIdentical({})).status).toBe(304);
  });

  test('passes through: a connection that is refused', async () => {
    const gone = await startLoopbackServer();
    await gone.close();

    const error = await expectIdentical({}, observed({ baseURL: gone.origin }));

    expect(error.response).toBeUndefined();
    expect(isAxiosError(error)).toBe(true);
  });

  test('passes through: a connection that breaks', async () => {
    server.listener = (request) => request.socket.destroy();

    await expectIdentical({});
  });

  test('passes through: a timeout', async () => {
    server.listener = () => undefined;

    const error = await expectIdentical({ timeout: 30 });

    expect(error.message).toMatch(/timeout/i);
  });

  test('passes through: a cancellation by token', async () => {
    const source = axios.CancelToken.source();
    server.listener = () => source.cancel('no more');

    const error = await expectIdentical({ cancelToken: source.token });

    expect(axios.isCancel(error)).toBe(true);
    expect(error.message).toBe('no more');
  });

  checkSignal('passes through: a cancellation by signal', async () => {
    const controller = new AbortController();
    server.listener = () => controller.abort();

    expect(axios.isCancel(await expectIdentical({ signal: controller.signal }))).toBe(true);
  });

  checkLimit('passes through: a body that is too long', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);

    const error = await expectIdentical({ maxContentLength: 10 });

    expect(error.message).toMatch(/maxContentLength/);
  });

  test.each<[string, unknown]>([
    ['an error', new Error('mine')],
    ['a text', 'mine'],
    ['a number', 400],
    ['null', null],
    ['undefined', undefined],
    ['a symbol', Symbol('mine')],
    ['an object', { response: 'mine' }],
    ['a function', () => 'mine'],
  ])('passes through: %s that another interceptor threw', async (_what, thrown) => {
    server.listener = answer(200, {});
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    instance.interceptors.response.use(() => {
      throw thrown;
    });
    attachProcoreCompanyId(instance, { companyId: 42, observe: () => undefined });

    expect(await rejection(instance.get(RFIS))).toBe(thrown);
  });

  test('passes through: an error of transformResponse', async () => {
    server.listener = answer(200, {});

    const error = await expectIdentical({
      transformResponse: () => {
        throw new RangeError('mine');
      },
    });

    expect(error.message).toContain('mine');
  });

  test('passes through: an error of the resolver', async () => {
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    const mine = new Error('mine');
    attachProcoreCompanyId(instance, { resolver: () => Promise.reject(mine) });

    expect(await rejection(instance.get(RFIS))).toBe(mine);
  });
});
