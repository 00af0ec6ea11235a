import type { AxiosRequestConfig } from 'axios';
import {
  CompanyIdConflictError,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  isCompanyIdConflictError,
  isProcoreCompanyIdError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const QUERY_OF_7 = '/rest/v1.0/users?company_id=7';

type Case = [string, string, ProcoreCompanyIdOptions, AxiosRequestConfig, string, string];

const CONFLICTS: Case[] = [
  ['the request and the path', PATH_OF_7, {}, { procoreCompanyId: 9 }, '9', 'request'],
  ['the request and the query', QUERY_OF_7, {}, { procoreCompanyId: 9n }, '9', 'request'],
  [
    'the request and params',
    '/rest/v1.0/users',
    {},
    { procoreCompanyId: '9', params: { company_id: '7' } },
    '9',
    'request',
  ],
  ['a resolver and the path', PATH_OF_7, { resolver: () => 9 }, {}, '9', 'resolver'],
  ['a later answer and the path', PATH_OF_7, { resolver: async () => 9 }, {}, '9', 'resolver'],
  [
    'a labelled answer and the query',
    QUERY_OF_7,
    { resolver: () => ({ companyId: 9, source: 'tenant' }) },
    {},
    '9',
    'tenant',
  ],
  [
    'an answer labelled as a header and the path',
    PATH_OF_7,
    { resolver: () => ({ companyId: 9, source: 'header' }) },
    {},
    '9',
    'header',
  ],
  [
    'a resolver of the body and the path',
    PATH_OF_7,
    { resolver: fromBody },
    { method: 'post', data: { company_id: 9 } },
    '9',
    'body',
  ],
  [
    'the request and the body',
    '/rest/v1.0/users',
    {},
    { method: 'post', data: { company_id: 7 }, procoreCompanyId: 9 },
    '9',
    'request',
  ],
  [
    'a resolver and the body',
    '/rest/v1.0/users',
    { resolver: () => 9 },
    { method: 'post', data: new URLSearchParams('company_id=7') },
    '9',
    'resolver',
  ],
  [
    'the request and the path, whatever the query names',
    `${PATH_OF_7}?company_id=9`,
    {},
    { procoreCompanyId: 9 },
    '9',
    'request',
  ],
  [
    'the request and a clear path over a doubtful query',
    `${PATH_OF_7}?company_id=8&company_id=9`,
    {},
    { procoreCompanyId: 9 },
    '9',
    'request',
  ],
];

describe('a conflict', () => {
  test.each(CONFLICTS)(
    'between %s rejects the request',
    async (_what, url, options, config, id, source) => {
      const { instance, sent, events } = attachedInstance(options);
      const method = config.method === 'post' ? 'POST' : 'GET';
      const route = url.startsWith(PATH_OF_7)
        ? '/rest/v1.0/companies/:company_id/users'
        : '/rest/v1.0/users';

      const error = await rejection(instance.request({ url, ...config }));

      expect(error).toBeInstanceOf(CompanyIdConflictError);
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({
        name: 'CompanyIdConflictError',
        code: 'ERR_PROCORE_COMPANY_ID_CONFLICT',
        procoreCode: 'ERR_PROCORE_COMPANY_ID_CONFLICT',
        method,
        route,
        companyId: id,
        source,
      });
      expect(error.message).toContain(`${method} ${route}`);
      expect(error.message).toContain('onConflict');
      expect(error.message).toMatch(/\b7\b/);
      expect(error.message).toMatch(/\b9\b/);
      expect(sent).toEqual([]);
      expect(events).toEqual([{ type: 'failed', method, route, companyId: id, source, error }]);
      expect(events[0]?.error).toBe(error);
    },
  );

  test.each(CONFLICTS)(
    "between %s is sent with onConflict: 'send'",
    async (_what, url, options, config, id, source) => {
      const { instance, sentIds, events } = attachedInstance({ ...options, onConflict: 'send' });

      await instance.request({ url, ...config });

      expect(sentIds()).toEqual([id]);
      expect(events).toMatchObject([{ type: 'resolved', companyId: id, source, conflict: true }]);
    },
  );

  test('is recognised by its own guard and the common one', async () => {
    const { instance } = attachedInstance();

    const error = await rejection(instance.get(PATH_OF_7, { procoreCompanyId: 9 }));

    expect(isCompanyIdConflictError(error)).toBe(true);
    expect(isProcoreCompanyIdError(error)).toBe(true);
  });

  test('shows no token and no query value but the id', async () => {
    const { instance } = attachedInstance();

    const error = await rejection(
      instance.get('https://user:secret@api.procore.com/rest/v1.0/users?company_id=7&code=secret', {
        procoreCompanyId: 9,
        params: { access_token: 'secret' },
        headers: { Authorization: 'Bearer secret' },
      }),
    );

    expect(error).toBeInstanceOf(CompanyIdConflictError);
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain('secret');
  });
});

describe('no conflict', () => {
  const post = (companyId: number): AxiosRequestConfig => ({
    method: 'post',
    url: '/rest/v1.0/users',
    data: { company_id: companyId },
  });

  test.each<[string, ProcoreCompanyIdOptions, AxiosRequestConfig, string]>([
    ['the same id', {}, { url: PATH_OF_7, procoreCompanyId: 7 }, '7'],
    ['the same id, written otherwise', {}, { url: QUERY_OF_7, procoreCompanyId: ' 7\t' }, '7'],
    ['the same id from a resolver', { resolver: () => 7n }, { url: PATH_OF_7 }, '7'],
    [
      'the id of the path over the query',
      {},
      { url: `${PATH_OF_7}?company_id=8`, procoreCompanyId: 7 },
      '7',
    ],
    ['the same id in the body', {}, { ...post(7), procoreCompanyId: 7 }, '7'],
    [
      'another id in the body of a GET',
      {},
      { ...post(7), method: 'get', procoreCompanyId: 9 },
      '9',
    ],
    [
      'the id of the query over the body',
      {},
      { ...post(7), params: { company_id: 8 }, procoreCompanyId: 8 },
      '8',
    ],
    ['a default', { companyId: 9 }, { url: PATH_OF_7 }, '7'],
    ['path and query by default', {}, { url: `${PATH_OF_7}?company_id=8` }, '7'],
    [
      'path and query as resolvers',
      { resolver: firstOf(fromPath, fromQuery) },
      { url: `${PATH_OF_7}?company_id=8` },
      '7',
    ],
    ['a placeholder', {}, { url: '/rest/v1.0/companies/0/users', procoreCompanyId: 9 }, '9'],
    ['an ambiguous query', {}, { url: `${QUERY_OF_7}&company_id=8`, procoreCompanyId: 9 }, '9'],
  ])('is seen in %s', async (_what, options, config, id) => {
    const { instance, sentIds, events } = attachedInstance(options);

    await instance.request(config);

    expect(sentIds()).toEqual([id]);
    expect(events).toMatchObject([{ type: 'resolved', companyId: id, conflict: false }]);
  });

  test('is made of a header by hand', async () => {
    const { instance, sentIds, events } = attachedInstance({ onConflict: 'reject' });

    await instance.get(PATH_OF_7, { headers: { 'Procore-Company-Id': '9' } });

    expect(sentIds()).toEqual(['9']);
    expect(events).toMatchObject([{ type: 'kept', companyId: '9', conflict: true }]);
  });

  test('is looked for out of scope', async () => {
    const { instance, sentIds, events } = attachedInstance();

    await instance.get('https://storage.procore.com/rest/v2.1/companies/7/uploads', {
      procoreCompanyId: 9,
    });

    expect(sentIds()).toEqual([undefined]);
    expect(events).toMatchObject([{ type: 'out-of-scope' }]);
  });
});
