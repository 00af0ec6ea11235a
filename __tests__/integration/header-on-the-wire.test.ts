import axios, { type AxiosRequestConfig, type CreateAxiosDefaults } from 'axios';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { hasErrorJson } from '../support/axios-features';
import { type RecordedRequest, useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';

const server = useRecordingServer(({ url }) => ({ status: url.includes('fail') ? 500 : 200 }));

function create(options?: ProcoreCompanyIdOptions, defaults?: CreateAxiosDefaults) {
  const instance = axios.create({ baseURL: server.origin, proxy: false, ...defaults });
  attachProcoreCompanyId(instance, options);
  return instance;
}

const { sentIds } = server;

describe('the header on the wire', () => {
  test.each<[string, ProcoreCompanyIdOptions, AxiosRequestConfig, string]>([
    ['the request', { companyId: 42 }, { procoreCompanyId: 9 }, '9'],
    [
      'a bigint in the request',
      {},
      { procoreCompanyId: 9223372036854775807n },
      '9223372036854775807',
    ],
    ['a resolver', { resolver: () => 3 }, {}, '3'],
    ['a resolver that answers later', { resolver: async () => ({ companyId: 3n }) }, {}, '3'],
    ['the path', {}, { url: PATH_OF_7 }, '7'],
    ['the query in the url', {}, { url: '/rest/v1.0/users?company_id=8' }, '8'],
    ['the query in params', {}, { params: { company_id: 562949953443325 } }, '562949953443325'],
    ['an object in the body', {}, { method: 'post', data: { company_id: 9 } }, '9'],
    ['a form in the body', {}, { method: 'put', data: new URLSearchParams('company_id=9') }, '9'],
    ['the default', { companyId: '42' }, {}, '42'],
  ])('is one, with the id of %s', async (_what, options, config, id) => {
    await create(options).request({ url: '/rest/v1.0/users', ...config });

    expect(sentIds()).toEqual([id]);
  });

  test.each(['get', 'delete', 'head', 'options', 'post', 'put', 'patch'] as const)(
    'goes with %s requests',
    async (method) => {
      await create().request({ method, url: PATH_OF_7 });

      expect(sentIds()).toEqual(['7']);
    },
  );

  test('comes from the defaults of the instance, as they are at the time', async () => {
    const instance = create({}, { procoreCompanyId: 42 });

    await instance.get('/rest/v1.0/users');
    instance.defaults.procoreCompanyId = 43n;
    await instance.get('/rest/v1.0/users');
    await instance.get(PATH_OF_7);
    await instance.get(PATH_OF_7, { procoreCompanyId: '43' });
    await instance.get('/rest/v1.0/users', { procoreCompanyId: 9 });
    await instance.get('/rest/v1.0/users', { procoreCompanyId: false });

    expect(sentIds()).toEqual(['42', '43', '7', '7', '9', undefined]);
  });

  test('does not leak into the next request or into the defaults', async () => {
    const instance = create();
    const defaults = JSON.stringify(instance.defaults.headers);

    await instance.get(PATH_OF_7);
    await instance.post('/rest/v1.0/users', {}, { procoreCompanyId: 9 });
    await instance.get('/rest/v1.0/users');
    await instance.post('/rest/v1.0/users', {});

    expect(sentIds()).toEqual(['7', '9', undefined, undefined]);
    expect(JSON.stringify(instance.defaults.headers)).toBe(defaults);
  });

  test('is absent where no id is found', async () => {
    await create().get('/rest/v1.0/users');

    expect(sentIds()).toEqual([undefined]);
  });

  test('is absent where the request was rejected, as nothing was sent', async () => {
    const instance = create({ onUnresolved: 'reject' });
    const failing = create({ resolver: () => Promise.reject(new Error('no tenant')) });

    const errors = [
      await rejection(instance.get('/rest/v1.0/users')),
      await rejection(instance.get(PATH_OF_7, { procoreCompanyId: 9 })),
      await rejection(instance.get(PATH_OF_7, { procoreCompanyId: 'garbage' })),
      await rejection(failing.get(PATH_OF_7)),
    ];

    expect(errors.map(({ name }) => name)).toEqual([
      'UnresolvedCompanyIdError',
      'CompanyIdConflictError',
      'InvalidCompanyIdError',
      'Error',
    ]);
    expect(server.requests).toEqual([]);
  });

  test.each<[string, AxiosRequestConfig]>([
    ['the request', { procoreCompanyId: 9n }],
    ['the request, out of scope', { url: '/oauth/fail', procoreCompanyId: 9n }],
    ['nothing but the defaults', {}],
  ])('leaves no bigint from %s for JSON to stumble over', async (_where, config) => {
    const instance = create({}, { procoreCompanyId: 43n });

    const error = await rejection(instance.request({ url: '/rest/v1.0/fail', ...config }));

    expect(server.requests).toHaveLength(1);
    expect(error.response.status).toBe(500);
    expect(() => JSON.stringify(hasErrorJson ? error : {})).not.toThrow();
    expect(() => JSON.stringify(error.config)).not.toThrow();
  });
});

describe('all else on the wire', () => {
  const without = ({ method, url, body, headers }: RecordedRequest) => {
    const others = { ...headers };
    delete others['procore-company-id'];
    return { method, url, body, headers: others };
  };

  test.each<[string, AxiosRequestConfig]>([
    ['headers', { url: PATH_OF_7, headers: { 'X-Trace': 'a', accept: 'text/plain' } }],
    [
      'a query',
      { url: `${PATH_OF_7}?page=2&company_id=7&a[]=1`, params: { company_id: 7, b: 'x y' } },
    ],
    ['search params', { url: PATH_OF_7, params: new URLSearchParams('company_id=7&company_id=7') }],
    ['JSON', { url: PATH_OF_7, method: 'post', data: { company_id: 7, list: [1, { a: null }] } }],
    ['a form', { url: PATH_OF_7, method: 'patch', data: new URLSearchParams('company_id=7&a=é') }],
    ['text', { url: PATH_OF_7, method: 'put', data: 'company_id=7' }],
    ['bytes', { url: PATH_OF_7, method: 'post', data: Buffer.from('{"company_id":7}') }],
    ['the method OPTIONS', { url: PATH_OF_7, method: 'options' }],
    ['the method HEAD', { url: PATH_OF_7, method: 'head' }],
    ['the method DELETE', { url: PATH_OF_7, method: 'delete', data: { company_id: 7 } }],
    ['a login', { url: PATH_OF_7, auth: { username: 'me', password: 'secret' } }],
    ['a garbage key', { url: '/oauth/token', method: 'post', procoreCompanyId: 'garbage' }],
  ])('stays as it is without the plugin: %s', async (_what, config) => {
    await axios.create({ baseURL: server.origin, proxy: false }).request(config);
    await create({ companyId: 42 }).request(config);

    const [plain, attached] = server.requests.map(without);
    expect(attached).toEqual(plain);
  });
});
