import axios, { type AxiosRequestConfig } from 'axios';
import type { ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import AxiosMockAdapter from 'axios-mock-adapter';
import { aroundThePlugin } from '../support/around-the-plugin';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const HEADER = 'Procore-Company-Id';

/** The own keys that the plugin added to a config. */
async function keysAdded(
  config: AxiosRequestConfig,
  options: ProcoreCompanyIdOptions = {},
): Promise<(string | symbol)[]> {
  const { instance, before, after } = aroundThePlugin(options);
  await instance.request(config);
  const known = Reflect.ownKeys(before[0]?.copy ?? {});
  return Reflect.ownKeys(after[0]?.copy ?? {}).filter((key) => !known.includes(key));
}

describe('what the plugin writes to a config', () => {
  test('is one marker beside beforeRedirect, where it set the header', async () => {
    const keys = await keysAdded({ url: PATH_OF_7 });

    expect(keys).toHaveLength(2);
    expect(keys).toContain('beforeRedirect');
    expect(keys.find((key) => key !== 'beforeRedirect')).toMatch(/^procoreCompanyId./);
  });

  test.each<[string, AxiosRequestConfig]>([
    ['a header by hand is kept', { url: PATH_OF_7, headers: { [HEADER]: '5' } }],
    ['no id is found', { url: '/rest/v1.0/users' }],
    ['the call is exempt', { url: '/rest/v1.0/me' }],
    ['the call opts out', { url: PATH_OF_7, procoreCompanyId: false }],
    ['the call opts out by header', { url: PATH_OF_7, headers: { [HEADER]: false } }],
    ['the host is foreign', { url: 'https://example.com/rest/v1.0/companies/7' }],
  ])('is no beforeRedirect and at most the marker where %s', async (_what, config) => {
    const keys = await keysAdded(config);

    expect(keys).not.toContain('beforeRedirect');
    expect(keys.length).toBeLessThanOrEqual(1);
  });

  test('is nothing to the url, params, data and other headers', async () => {
    const params = new URLSearchParams('company_id=8');
    const data = { company_id: 9, nested: { list: [1] } };
    let headers = {};
    const { instance, before, after } = aroundThePlugin({}, (config) => {
      config.params = params;
      config.data = data;
      headers = config.headers.toJSON();
      return config;
    });

    await instance.post('/rest/v1.0/users?page=2', null, {
      headers: { 'X-Trace': 'a', accept: 'text/plain' },
      procoreCompanyId: 8,
    });

    expect(after[0]?.config).toBe(before[0]?.config);
    expect(after[0]?.copy.params).toBe(params);
    expect(after[0]?.copy.data).toBe(data);
    expect(String(params)).toBe('company_id=8');
    expect(data).toEqual({ company_id: 9, nested: { list: [1] } });
    expect(after[0]?.copy.url).toBe('/rest/v1.0/users?page=2');
    expect(after[0]?.copy.headers.toJSON()).toMatchObject({ ...headers, [HEADER]: '8' });
  });

  test.each<[string, AxiosRequestConfig]>([
    ['an object of params', { params: { company_id: 8, list: [1, 2] } }],
    ['an object in the body', { method: 'post', data: { company_id: 9 } }],
    ['text in the body', { method: 'post', data: '{"company_id":9}' }],
    ['a form in the body', { method: 'post', data: new URLSearchParams('company_id=9') }],
    ['bytes in the body', { method: 'post', data: Buffer.from('company_id=9') }],
  ])('leaves %s as it is', async (_what, config) => {
    const { instance, before, after } = aroundThePlugin({ companyId: 42 });

    await instance.request({ url: '/rest/v1.0/users', ...config });

    expect(after[0]?.copy.params).toBe(before[0]?.copy.params);
    expect(after[0]?.copy.data).toBe(before[0]?.copy.data);
    expect(after[0]?.copy.params).toEqual(config.params);
    expect(after[0]?.copy.data).toEqual(config.data);
  });

  test.each([[9n], [9], [' 9']])('is procoreCompanyId in its canonical form: %p', async (value) => {
    const { instance, after } = aroundThePlugin({});

    await instance.get('/rest/v1.0/users', { procoreCompanyId: value });

    expect(after[0]?.copy.procoreCompanyId).toBe('9');
  });

  test.each([false, null] as const)('leaves a procoreCompanyId of %p', async (value) => {
    const { instance, after } = aroundThePlugin({});

    await instance.get('/rest/v1.0/users', { procoreCompanyId: value });

    expect(after[0]?.copy.procoreCompanyId).toBe(value);
  });

  test('adds no procoreCompanyId of its own', async () => {
    const { instance, after } = aroundThePlugin({ companyId: 42 });

    await instance.get(PATH_OF_7);
    await instance.get('/rest/v1.0/users');

    expect(after[0]?.copy).not.toHaveProperty('procoreCompanyId');
    expect(after[1]?.copy).not.toHaveProperty('procoreCompanyId');
  });

  test('never reaches the config object of the caller', async () => {
    const { instance } = attachedInstance({ companyId: 42 });
    const config = { headers: { 'X-Trace': 'a' }, params: { a: 1 } };

    await instance.get('/rest/v1.0/users', config);

    expect(config).toEqual({ headers: { 'X-Trace': 'a' }, params: { a: 1 } });
  });

  test('never reaches the defaults of the instance or of axios', async () => {
    const { instance } = attachedInstance({ companyId: 42 });
    const [own, global] = [instance.defaults, axios.defaults].map((defaults) =>
      JSON.stringify(defaults),
    );
    const keys = Object.keys(instance.defaults);

    await instance.get('/rest/v1.0/users');
    await instance.post(PATH_OF_7, {}, { procoreCompanyId: 7n });

    expect(JSON.stringify(instance.defaults)).toBe(own);
    expect(JSON.stringify(axios.defaults)).toBe(global);
    expect(Object.keys(instance.defaults)).toEqual(keys);
  });
});

describe('JSON of a config', () => {
  const withBigints = (options: ProcoreCompanyIdOptions = {}) =>
    attachedInstance(
      { resolver: () => 3n, companyId: 42n, onConflict: 'send', ...options },
      {
        procoreCompanyId: 43n,
      },
    );

  test.each<[string, AxiosRequestConfig]>([
    ['in the request', { url: '/rest/v1.0/users', procoreCompanyId: 9n }],
    ['from a resolver', { url: '/rest/v1.0/users' }],
    ['in a conflict', { url: PATH_OF_7, procoreCompanyId: 9n }],
    ['with a header by hand', { url: PATH_OF_7, headers: { [HEADER]: 5n as never } }],
    [
      'in a call that opts out',
      { url: PATH_OF_7, headers: { [HEADER]: false }, procoreCompanyId: null },
    ],
    ['in a call out of scope', { url: 'https://example.com/x', procoreCompanyId: 9n }],
  ])('can be made with a bigint %s', async (_where, config) => {
    const { instance, sent } = withBigints();

    await instance.request(config);

    expect(() => JSON.stringify(sent[0])).not.toThrow();
  });

  test('can be made of an error of axios', async () => {
    const { instance } = attachedInstance();
    new AxiosMockAdapter(instance).onAny().reply(500);

    const error = await rejection(instance.get('/rest/v1.0/users', { procoreCompanyId: 9n }));

    expect(JSON.parse(JSON.stringify(error.config))).toMatchObject({ procoreCompanyId: '9' });
  });

  test.each<[AxiosRequestConfig]>([
    [{ url: PATH_OF_7, procoreCompanyId: 9n }],
    [{ url: '/rest/v1.0/users', procoreCompanyId: -9n }],
  ])('can be made of an error of this package', async (config) => {
    const { instance } = attachedInstance();

    const error = await rejection(instance.request(config));

    expect(() => JSON.stringify(error)).not.toThrow();
  });
});

test.each([undefined, null])(
  'a config that an interceptor of the caller has lost is left to axios: %p',
  async (config) => {
    const { instance, events } = attachedInstance({ companyId: 42 });
    instance.interceptors.request.use(() => config as never);

    await expect(instance.get('/rest/v1.0/users')).rejects.toThrow(TypeError);
    expect(events).toEqual([]);
  },
);
