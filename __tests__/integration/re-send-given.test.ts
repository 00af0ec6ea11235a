import axios, { type AxiosInstance } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdResolver,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { resendsAgents } from '../support/axios-features';
import { type Answer, useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const describeReSends = resendsAgents ? describe : describe.skip; // axios 0.18, 1.0 and 1.1 cannot send such a config twice

describeReSends('what was given with the first attempt', () => {
  let answer: Answer = {};
  beforeEach(() => {
    answer = { status: 503 };
  });

  const server = useRecordingServer(() => answer);
  const { sentIds } = server;

  const URL_OF_PROJECT = '/rest/v1.0/projects/3/rfis';

  function attached(options?: ProcoreCompanyIdOptions, defaults: object = {}): AxiosInstance {
    const baseURL = 'https://api.procore.com';
    const instance = axios.create({ ...server.agents.config, baseURL, ...defaults });
    attachProcoreCompanyId(instance, options);
    return instance;
  }

  test.each([9, '9', ' 9 ', BigInt(9)])(
    '`procoreCompanyId: %p` is kept',
    async (procoreCompanyId) => {
      const instance = attached({ companyId: 42, resolver: () => 7 });
      const first = await rejection(instance.get(URL_OF_PROJECT, { procoreCompanyId }));
      expect(JSON.stringify({ id: first.config.procoreCompanyId })).toBe('{"id":"9"}');
      await rejection(instance(first.config));
      await rejection(instance({ ...first.config, url: '/rest/v1.0/projects/4/rfis' }));
      expect(sentIds()).toStrictEqual(['9', '9', '9']);
    },
  );

  test('`procoreCompanyId` may be changed or taken away in between', async () => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get('/rest/v1.0/x', { procoreCompanyId: 9 }));
    await rejection(instance({ ...config, procoreCompanyId: 10 }));
    await rejection(instance({ ...config, procoreCompanyId: false }));
    await rejection(instance({ ...config, procoreCompanyId: null, url: '/rest/v1.0/y' }));
    expect(sentIds()).toStrictEqual(['9', '10', undefined, '42']);
  });

  test('an opt-out by key is kept, also into another company', async () => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get(URL_OF_PROJECT, { procoreCompanyId: false }));
    await rejection(instance(config));
    await rejection(instance({ ...config, url: '/rest/v1.0/companies/7/x' }));
    expect(sentIds()).toStrictEqual([undefined, undefined, undefined]);
  });

  test('an opt-out by header is kept', async () => {
    const instance = attached({ companyId: 42 });
    const headers = { 'Procore-Company-Id': false } as object;
    const { config } = await rejection(instance.get(URL_OF_PROJECT, { headers }));
    await rejection(instance(config));
    expect(sentIds()).toStrictEqual([undefined, undefined]);
  });

  test("the instance's default of the first attempt is kept for the same project", async () => {
    const instance = attached({}, { procoreCompanyId: 5 });
    const { config } = await rejection(instance.get(URL_OF_PROJECT));
    (instance.defaults as { procoreCompanyId?: number }).procoreCompanyId = 6;
    await rejection(instance(config));
    await rejection(instance.get(URL_OF_PROJECT));
    expect(sentIds()).toStrictEqual(['5', '5', '6']);
  });

  test('a header set by hand stays, in scope and out of it', async () => {
    const instance = attached({ companyId: 42 });
    const headers = { 'procore-company-id': '9' };
    const { config } = await rejection(instance.get(URL_OF_PROJECT, { headers }));
    await rejection(instance(config));
    await rejection(instance({ ...config, url: '/rest/v1.0/projects/4/rfis' }));
    await rejection(instance({ ...config, url: 'https://other.example/x' }));
    expect(sentIds()).toStrictEqual(['9', '9', '9', '9']);
  });

  test.each<[string, (headers: Record<string, unknown>) => object]>([
    ['in place', (headers) => Object.assign(headers, { 'Procore-Company-Id': '9' })],
    ['in a copy', (headers) => ({ ...headers, 'Procore-Company-Id': '9' })],
    ['in another spelling', (headers) => ({ ...headers, 'procore-company-id': '9' })],
    ['as the only header', () => ({ 'PROCORE-COMPANY-ID': '9' })],
  ])('a header that the caller changes in between, %s, is sent', async (_, change) => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get(URL_OF_PROJECT));
    await rejection(instance({ ...config, headers: change(config.headers) }));
    expect(sentIds()).toStrictEqual(['42', '9']);
  });

  test('a header that the caller changes in between stays his in later attempts', async () => {
    const instance = attached({ companyId: 42 });
    const first = await rejection(instance.get(URL_OF_PROJECT));
    first.config.headers['Procore-Company-Id'] = '9';
    const second = await rejection(instance(first.config));
    await rejection(instance(second.config));
    await rejection(instance({ ...second.config, url: 'https://other.example/x' }));
    expect(sentIds()).toStrictEqual(['42', '9', '9', '9']);
  });

  test('a header that the caller takes away in between is decided anew', async () => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get('/rest/v1.0/companies/7/x'));
    delete config.headers['Procore-Company-Id'];
    await rejection(instance({ ...config, url: '/rest/v1.0/companies/8/x' }));
    expect(sentIds()).toStrictEqual(['7', '8']);
  });

  test("a default header that the plugin's own hid is the caller's again out of scope", async () => {
    const headers = { common: { 'Procore-Company-Id': 'unusable' } };
    const instance = attached({ companyId: 42 }, { headers });
    const { config } = await rejection(instance.get(URL_OF_PROJECT));
    await rejection(instance({ ...config, url: 'https://other.example/x' }));
    const [first, second] = sentIds();
    expect(first).toBe('42');
    expect(second).not.toBe('42');
  });

  describe('after "invalid company id"', () => {
    const INVALID = '{"error":{"code":"400","message":"invalid company id"}}';

    test('the id that a resolver gave is not kept', async () => {
      answer = { status: 400, body: INVALID };
      const known = [7, 8];
      const forget = jest.fn(() => known.shift());
      const resolver: CompanyIdResolver = Object.assign(() => known[0], { forget });
      const instance = attached({ resolver });
      const first = await rejection(instance.get(URL_OF_PROJECT));
      expect(forget).toHaveBeenCalledTimes(1);
      await rejection(instance(first.config));
      expect(sentIds()).toStrictEqual(['7', '8']);
    });

    test('nor is one of a resolver that does not want to know', async () => {
      answer = { status: 400, body: INVALID };
      let known = 7;
      const instance = attached({ resolver: () => known });
      const { config } = await rejection(instance.get(URL_OF_PROJECT));
      known = 8;
      await rejection(instance(config));
      expect(sentIds()).toStrictEqual(['7', '8']);
    });

    test('the id that replaced it is kept again', async () => {
      answer = { status: 400, body: INVALID };
      const ids = [7, 8, 9];
      const resolver = Object.assign(() => ids[0], { forget: () => void ids.shift() });
      const instance = attached({ resolver });
      const first = await rejection(instance.get(URL_OF_PROJECT));
      answer = { status: 503 };
      const second = await rejection(instance(first.config));
      ids.shift();
      await rejection(instance(second.config));
      expect(sentIds()).toStrictEqual(['7', '8', '8']);
    });
  });
});
