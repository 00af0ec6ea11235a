import axios, { type AxiosInstance } from 'axios';
import {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
  isProcoreCompanyIdError,
  MissingCompanyIdHeaderError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { types } from 'util';
import { adapters } from '../support/adapters';
import { hasAxiosError } from '../support/axios-features';
import { isAxiosError } from '../support/is-axios-error';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';

const RFIS = '/rest/v1.0/projects/3/rfis';
const ROUTE = '/rest/v1.0/projects/:project_id/rfis';

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.listener = answer(400, MISSING_HEADER_TEXT);
});

describe.each(adapters)('MissingCompanyIdHeaderError, over the %s adapter', (_name, adapter) => {
  /** The instance, and what its requests rejected with before the plugin saw it. */
  function attached(options?: ProcoreCompanyIdOptions): {
    instance: AxiosInstance;
    originals: any[];
  } {
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    const originals: unknown[] = [];
    instance.interceptors.response.use(undefined, (error) => {
      originals.push(error);
      throw error;
    });
    attachProcoreCompanyId(instance, options);
    return { instance, originals };
  }

  test('is recognised by its class, its guards and its codes', async () => {
    const error = await rejection(attached().instance.get(RFIS));

    expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
    expect(error).toBeInstanceOf(Error);
    expect(types.isNativeError(error)).toBe(true);
    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(isProcoreCompanyIdError(error)).toBe(true);
    expect(error.name).toBe('MissingCompanyIdHeaderError');
    expect(error.procoreCode).toBe('ERR_PROCORE_MISSING_COMPANY_ID');
    expect(MissingCompanyIdHeaderError.procoreCode).toBe('ERR_PROCORE_MISSING_COMPANY_ID');
    expect(String(error)).toMatch(/^MissingCompanyIdHeaderError: Request failed/);
  });

  test('has a message that begins with the original one, names the request and says what to do', async () => {
    const { instance, originals } = attached();

    const { message } = await rejection(instance.put(RFIS, { subject: 'x' }));

    expect(originals[0].message).toContain('400');
    expect(message.startsWith(originals[0].message)).toBe(true);
    expect(message.length).toBeGreaterThan(originals[0].message.length);
    expect(message).toContain(`PUT ${ROUTE}`);
    expect(message).toContain('Procore-Company-Id');
    expect(message).toContain('procoreCompanyId');
  });

  test('stays an axios error of the same copy of axios', async () => {
    const error = await rejection(attached().instance.get(RFIS));

    expect(error.isAxiosError).toBe(true);
    expect(isAxiosError(error)).toBe(true);
    expect(error instanceof (hasAxiosError ? axios.AxiosError : Error)).toBe(true);
  });

  test.each([400, 403, 500])('keeps the code of the original: %i', async (status) => {
    server.listener = answer(status, MISSING_HEADER_TEXT);
    const { instance, originals } = attached();

    const error = await rejection(instance.get(RFIS));

    expect(error.code).toBe(originals[0].code);
    expect(typeof error.code).toBe(hasAxiosError ? 'string' : 'undefined');
  });

  test('has the config, request and response of the original', async () => {
    server.listener = answer(403, MISSING_HEADER_TEXT);
    const { instance, originals } = attached();

    const error = await rejection(instance.get(RFIS));

    const [original] = originals;
    expect(error.config).toBe(original.config);
    expect(error.request).toBe(original.request);
    expect(error.response).toBe(responseOf(original));
    expect(error.response.data).toBe(MISSING_HEADER_TEXT);
    expect(Object.keys(error)).toEqual(expect.arrayContaining(['config', 'request', 'response']));
  });

  test('leaves the original as it was', async () => {
    const { instance, originals } = attached();

    const error = await rejection(instance.get(RFIS));

    expect(originals).toHaveLength(1);
    expect(originals[0]).not.toBe(error);
    expect(originals[0]).not.toBeInstanceOf(MissingCompanyIdHeaderError);
    expect(originals[0].message).toMatch(/400$/);
    expect(originals[0].procoreCode).toBeUndefined();
  });

  test('tells method, route and reason, and no company where none is known', async () => {
    const error = await rejection(attached().instance.delete(`${RFIS}/12345`));

    expect(error).toMatchObject({
      method: 'DELETE',
      route: `${ROUTE}/:id`,
      reason: 'unresolved',
    });
    expect(error).not.toHaveProperty('companyId');
    expect(error).not.toHaveProperty('source');
  });

  test('tells the company that was sent, and where it came from', async () => {
    const { instance } = attached({ companyId: 42 });

    expect(await rejection(instance.get(RFIS))).toMatchObject({
      reason: 'sent',
      companyId: '42',
      source: 'default',
    });
    expect(await rejection(instance.get(RFIS, { params: { company_id: 7 } }))).toMatchObject({
      companyId: '7',
      source: 'query',
    });
    expect(
      await rejection(instance.get(RFIS, { headers: { 'procore-company-id': '9' } })),
    ).toMatchObject({ reason: 'sent', companyId: '9', source: 'header' });
  });

  test('has a stack that leads to the caller', async () => {
    const { instance } = attached();
    const loadTheRfisOfTheDashboard = async (): Promise<unknown> => await instance.get(RFIS);

    const { stack, message } = await rejection(loadTheRfisOfTheDashboard());

    expect(stack).toContain(message.split('\n')[0]);
    expect(stack).toContain('loadTheRfisOfTheDashboard');
  });

  test('works with the matchers of jest', async () => {
    const { instance } = attached();

    await expect(instance.get(RFIS)).rejects.toThrow(MissingCompanyIdHeaderError);
    await expect(instance.get(RFIS)).rejects.toThrow(/^Request failed with status code 400/);
    await expect(instance.get(RFIS)).rejects.toBeInstanceOf(MissingCompanyIdHeaderError);
    await expect(instance.get(RFIS)).rejects.toEqual(expect.any(MissingCompanyIdHeaderError));
    await expect(instance.get(RFIS)).rejects.toMatchObject({
      name: 'MissingCompanyIdHeaderError',
      response: { status: 400, data: MISSING_HEADER_TEXT },
    });
    await expect(instance.get(RFIS)).rejects.not.toBeInstanceOf(TypeError);
  });

  test('serialises to what is worth logging, and nothing else', async () => {
    const { instance } = attached({ companyId: 42 });

    const error = await rejection(instance.get(`${RFIS}?page=2#top`, { timeout: 4321 }));

    expect(JSON.parse(JSON.stringify(error))).toStrictEqual({
      name: 'MissingCompanyIdHeaderError',
      message: error.message,
      stack: error.stack,
      ...(hasAxiosError && { code: 'ERR_BAD_REQUEST' }),
      status: 400,
      procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID',
      reason: 'sent',
      isCertain: true,
      method: 'GET',
      route: ROUTE,
      companyId: '42',
      source: 'default',
      // axios 0.18 writes the joined url on the config.
      config: {
        method: 'get',
        baseURL: server.origin,
        url: expect.stringMatching(new RegExp(`${RFIS}$`)),
      },
    });
  });

  test('serialises without a secret of the request or the answer', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT, { 'set-cookie': 'session=SECRET' });
    const { instance } = attached();
    instance.defaults.headers.common['X-Api-Key'] = 'SECRET';

    const error = await rejection(
      instance.post(
        `${RFIS}?token=SECRET`,
        { password: 'SECRET' },
        {
          headers: { Authorization: 'Bearer SECRET', Cookie: 'SECRET' },
          params: { signature: 'SECRET' },
        },
      ),
    );

    expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
    expect(JSON.stringify(error)).not.toContain('SECRET');
    expect(error.message).not.toContain('SECRET');
    expect(error.stack).not.toContain('SECRET');
    expect(error.config.headers.Authorization).toBe('Bearer SECRET');
  });
});
