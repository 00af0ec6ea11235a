import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { adapters } from '../support/adapters';
import { resendsConfigs } from '../support/axios-features';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';

const RFIS = '/rest/v1.0/projects/3/rfis';
const REQUEST = { method: 'GET', route: '/rest/v1.0/projects/:project_id/rfis' };
const NOT_FOUND = { message: 'Item not found' };
const INVALID = { error: { code: '400', message: 'invalid company id' } };
const checkResend = resendsConfigs ? test : test.skip; // 1.0.0 to 1.1.3 cannot re-send a config

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

describe.each(adapters)('events of responses, over the %s adapter', (_name, adapter) => {
  function observed(options?: ProcoreCompanyIdOptions): {
    instance: AxiosInstance;
    events: CompanyIdEvent[];
  } {
    const events: CompanyIdEvent[] = [];
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    attachProcoreCompanyId(instance, { ...options, observe: (event) => events.push(event) });
    return { instance, events };
  }

  async function eventsOf(
    config: AxiosRequestConfig,
    options?: ProcoreCompanyIdOptions,
  ): Promise<CompanyIdEvent[]> {
    const { instance, events } = observed(options);
    await rejection(instance.request(config));
    return events;
  }

  test.each([400, 403, 422, 500])('missing-header: %i', async (status) => {
    server.listener = answer(status, MISSING_HEADER_TEXT);

    expect(await eventsOf({ url: RFIS })).toStrictEqual([
      { type: 'unresolved', reason: 'unresolved', ...REQUEST },
      { type: 'missing-header', status, ...REQUEST },
    ]);
  });

  test('missing-header, though it was sent', async () => {
    server.listener = answer(400, { message: MISSING_HEADER_TEXT });

    expect(await eventsOf({ url: RFIS }, { companyId: 42 })).toStrictEqual([
      { type: 'resolved', companyId: '42', source: 'default', conflict: false, ...REQUEST },
      { type: 'missing-header', status: 400, companyId: '42', source: 'default', ...REQUEST },
    ]);
  });

  test('missing-header alone, where the status is 404', async () => {
    server.listener = answer(404, MISSING_HEADER_TEXT);

    expect((await eventsOf({ url: RFIS })).map(({ type }) => type)).toEqual([
      'unresolved',
      'missing-header',
    ]);
  });

  test('missing-header for a stream', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);

    expect(await eventsOf({ url: RFIS, responseType: 'stream' })).toMatchObject([
      { type: 'unresolved' },
      { type: 'missing-header', status: 400 },
    ]);
  });

  test('missing-header without a route, where the host is no API', async () => {
    server.listener = answer(400, MISSING_HEADER_TEXT);

    expect(await eventsOf({ url: '/oauth/SECRET' })).toStrictEqual([
      { type: 'out-of-scope', method: 'GET', host: new URL(server.origin).host },
      { type: 'missing-header', status: 400, method: 'GET', host: new URL(server.origin).host },
    ]);
  });

  test.each<[string, AxiosRequestConfig, CompanyIdEvent['type']]>([
    ['nothing names a company', { url: RFIS }, 'unresolved'],
    ['the call wanted none', { url: RFIS, procoreCompanyId: false }, 'opted-out'],
    ['the call needs none', { url: '/rest/v1.0/companies' }, 'exempt'],
    ['the body is a stream', { url: RFIS, responseType: 'stream' }, 'unresolved'],
    ['the body is not there', { url: RFIS, method: 'head' }, 'unresolved'],
  ])('sent-without-header: 404 where %s', async (_what, config, type) => {
    server.listener = answer(404, NOT_FOUND);

    expect(await eventsOf(config)).toMatchObject([
      { type },
      { type: 'sent-without-header', status: 404 },
    ]);
  });

  test.each<[string, AxiosRequestConfig, ProcoreCompanyIdOptions]>([
    ['the header was sent', { url: RFIS }, { companyId: 42 }],
    ['it was sent by hand', { url: RFIS, headers: { 'procore-company-id': '5' } }, {}],
    ['the url is out of scope', { url: '/oauth/token' }, {}],
  ])('none for a 404 where %s', async (_what, config, options) => {
    server.listener = answer(404, NOT_FOUND);

    expect(await eventsOf(config, options)).toHaveLength(1);
  });

  test.each([
    [400, { error: 'Bad request' }],
    [401, { error: 'Unauthorized' }],
    [403, { message: 'App is not connected to this company' }],
    [400, { error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' } }],
    [410, NOT_FOUND],
    [429, { error: 'Too many requests' }],
    [500, NOT_FOUND],
  ])('none for a %i that says something else: %j', async (status, body) => {
    server.listener = answer(status, body);

    expect(await eventsOf({ url: RFIS })).toHaveLength(1);
  });

  test.each([400, 404])('invalid-company-id, with the id: %i', async (status) => {
    server.listener = answer(status, INVALID);

    const events = await eventsOf({ url: RFIS }, { resolver: () => 666 });

    expect(events).toStrictEqual([
      { type: 'resolved', companyId: '666', source: 'resolver', conflict: false, ...REQUEST },
      { type: 'invalid-company-id', status, companyId: '666', source: 'resolver', ...REQUEST },
    ]);
  });

  test('invalid-company-id for an id by hand', async () => {
    server.listener = answer(400, INVALID);

    const events = await eventsOf({ url: RFIS, headers: { 'Procore-Company-Id': '5' } });

    expect(events).toMatchObject([
      { type: 'kept' },
      { type: 'invalid-company-id', companyId: '5', source: 'header', status: 400 },
    ]);
  });

  test.each([MISSING_HEADER_TEXT, NOT_FOUND, INVALID])(
    'none for what the caller lets pass: %j',
    async (body) => {
      server.listener = answer(404, body);
      const { instance, events } = observed();

      await instance.get(RFIS, { validateStatus: () => true });

      expect(events).toHaveLength(1);
    },
  );

  test('none for a success', async () => {
    server.listener = answer(200, MISSING_HEADER_TEXT);
    const { instance, events } = observed();

    await instance.get(RFIS);

    expect(events).toHaveLength(1);
  });

  test('a dry run tells what would have happened', async () => {
    server.listener = answer(404, NOT_FOUND);
    const dryRun = { companyId: 42, dryRun: true };

    expect(await eventsOf({ url: RFIS }, dryRun)).toMatchObject([
      { type: 'resolved', companyId: '42' },
      { type: 'sent-without-header', companyId: '42', status: 404 },
    ]);

    server.listener = answer(400, MISSING_HEADER_TEXT);

    expect(await eventsOf({ url: RFIS }, dryRun)).toMatchObject([
      { type: 'resolved', companyId: '42' },
      { type: 'missing-header', companyId: '42', status: 400 },
    ]);
  });

  test('none for what somebody else asked on the way of a request', async () => {
    const { instance, events } = observed({ companyId: 42 });
    instance.interceptors.request.use(async (config) => {
      await axios.get(`${server.origin}/SECRET/token`, adapter);
      return config;
    });
    server.listener = answer(404, NOT_FOUND);

    await rejection(instance.get(RFIS));

    expect(events).toEqual([]);
  });

  checkResend('one for one response, though a refresh that was added before re-sends', async () => {
    let attempts = 0;
    server.listener = (request, response) =>
      (++attempts === 1 ? answer(401, {}) : answer(404, NOT_FOUND))(request, response);
    const events: CompanyIdEvent[] = [];
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    instance.interceptors.response.use(undefined, (error) =>
      responseOf(error).status === 401 ? instance(error.config) : Promise.reject(error),
    );
    attachProcoreCompanyId(instance, { observe: (event) => events.push(event) });

    await rejection(instance.get(RFIS));

    expect(events.map(({ type }) => type)).toEqual([
      'unresolved',
      'unresolved',
      'sent-without-header',
    ]);
  });
});
