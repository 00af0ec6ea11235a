import type { AxiosRequestConfig } from 'axios';
import { type CompanyIdEvent, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { attachedInstance } from './support/attached-instance';
import { rejection } from './support/rejection';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const HEADER = 'Procore-Company-Id';
const USERS = { method: 'GET', route: '/rest/v1.0/users' };
const COMPANY_USERS = { method: 'GET', route: '/rest/v1.0/companies/:company_id/users' };

type Case = [string, AxiosRequestConfig, ProcoreCompanyIdOptions, CompanyIdEvent];

const SENT: Case[] = [
  [
    'resolved, from the path',
    { url: PATH_OF_7 },
    {},
    { type: 'resolved', ...COMPANY_USERS, companyId: '7', source: 'path', conflict: false },
  ],
  [
    'resolved, from the query',
    { url: '/rest/v1.0/users', params: { company_id: 8 } },
    {},
    { type: 'resolved', ...USERS, companyId: '8', source: 'query', conflict: false },
  ],
  [
    'resolved, from the body',
    { url: '/rest/v1.0/users', method: 'put', data: { company_id: 9 } },
    {},
    { type: 'resolved', ...USERS, method: 'PUT', companyId: '9', source: 'body', conflict: false },
  ],
  [
    'resolved, from the request',
    { url: '/rest/v1.0/users', procoreCompanyId: 9n },
    {},
    { type: 'resolved', ...USERS, companyId: '9', source: 'request', conflict: false },
  ],
  [
    'resolved, from a labelled resolver',
    { url: '/rest/v1.0/users' },
    { resolver: async () => ({ companyId: 3, source: 'tenant' }) },
    { type: 'resolved', ...USERS, companyId: '3', source: 'tenant', conflict: false },
  ],
  [
    'resolved, from the default',
    { url: '/rest/v1.0/users' },
    { companyId: 42 },
    { type: 'resolved', ...USERS, companyId: '42', source: 'default', conflict: false },
  ],
  [
    'resolved, in conflict',
    { url: PATH_OF_7, procoreCompanyId: 9 },
    { onConflict: 'send' },
    { type: 'resolved', ...COMPANY_USERS, companyId: '9', source: 'request', conflict: true },
  ],
  [
    'kept',
    { url: '/rest/v1.0/users', headers: { [HEADER]: '5' } },
    {},
    { type: 'kept', ...USERS, companyId: '5', source: 'header', conflict: false },
  ],
  [
    'kept, in conflict',
    { url: PATH_OF_7, headers: { [HEADER]: '5' } },
    {},
    { type: 'kept', ...COMPANY_USERS, companyId: '5', source: 'header', conflict: true },
  ],
  [
    'unresolved',
    { url: '/rest/v1.0/users' },
    {},
    { type: 'unresolved', ...USERS, reason: 'unresolved' },
  ],
  [
    'unresolved, as ambiguous',
    { url: '/rest/v1.0/users?company_id=1&company_id=2' },
    { companyId: 42 },
    { type: 'unresolved', ...USERS, reason: 'ambiguous' },
  ],
  [
    'exempt',
    { url: '/rest/v1.0/me' },
    {},
    { type: 'exempt', method: 'GET', route: '/rest/v1.0/me' },
  ],
  [
    'opted-out, by the key',
    { url: PATH_OF_7, procoreCompanyId: false },
    {},
    { type: 'opted-out', ...COMPANY_USERS },
  ],
  [
    'opted-out, by the header',
    { url: PATH_OF_7, headers: { [HEADER]: false } },
    {},
    { type: 'opted-out', ...COMPANY_USERS },
  ],
  [
    'out-of-scope',
    { url: 'https://storage.procore.com/rest/v2.1/companies/7/uploads/1?sig=x' },
    {},
    { type: 'out-of-scope', method: 'GET', host: 'storage.procore.com' },
  ],
  [
    'out-of-scope, on another port',
    { url: 'https://user:secret@EXAMPLE.com:8443/x', method: 'post' },
    {},
    { type: 'out-of-scope', method: 'POST', host: 'example.com:8443' },
  ],
  [
    'out-of-scope, by its path',
    { url: '/oauth/token', method: 'post' },
    {},
    { type: 'out-of-scope', method: 'POST', host: 'api.procore.com' },
  ],
];

const REASON = new Error('no tenant');

const REJECTED: [string, AxiosRequestConfig, ProcoreCompanyIdOptions, Partial<CompanyIdEvent>][] = [
  ['an unusable id', { url: PATH_OF_7, procoreCompanyId: 'abc' }, {}, COMPANY_USERS],
  ['an unusable answer', { url: PATH_OF_7 }, { resolver: () => 'abc' }, COMPANY_USERS],
  [
    'a resolver that throws',
    { url: PATH_OF_7 },
    {
      resolver: () => {
        throw REASON;
      },
    },
    COMPANY_USERS,
  ],
  [
    'a resolver that rejects',
    { url: PATH_OF_7 },
    { resolver: () => Promise.reject(REASON) },
    COMPANY_USERS,
  ],
  [
    'a conflict',
    { url: PATH_OF_7, procoreCompanyId: 9 },
    {},
    { ...COMPANY_USERS, companyId: '9', source: 'request' },
  ],
];

describe('observe', () => {
  test.each(SENT)('gets one event: %s', async (_what, config, options, event) => {
    const { instance, sent, events } = attachedInstance(options);

    await instance.request(config);

    expect(sent).toHaveLength(1);
    expect(events).toStrictEqual([event]);
  });

  test.each(REJECTED)('gets one event: failed, for %s', async (_what, config, options, event) => {
    const { instance, sent, events } = attachedInstance(options);

    const error = await rejection(instance.request(config));

    expect(sent).toEqual([]);
    expect(events).toStrictEqual([{ type: 'failed', ...event, error }]);
    expect(events[0]?.error).toBe(error);
  });

  test('gets no host for a relative url that is out of scope', async () => {
    const { instance, events } = attachedInstance(null, { baseURL: '' });

    await instance.post('/oauth/token');

    expect(events).toStrictEqual([{ type: 'out-of-scope', method: 'POST' }]);
  });

  test('gets one event for each attempt', async () => {
    const { instance, events } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get('/rest/v1.0/users');
    await instance.request(config);
    await instance.get(PATH_OF_7);

    expect(events.map(({ companyId }) => companyId)).toEqual(['42', '42', '7']);
  });

  test('is told before the request is sent', async () => {
    const order: string[] = [];
    const { instance } = attachedInstance({ companyId: 42, observe: () => order.push('observed') });
    const { adapter } = instance.defaults;
    instance.defaults.adapter = (config) => {
      order.push('sent');
      return (adapter as typeof instance.request)(config) as never;
    };

    await instance.get('/rest/v1.0/users');

    expect(order).toEqual(['observed', 'sent']);
  });

  test('need not be there', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42, observe: undefined });

    await instance.get('/rest/v1.0/users');
    await rejection(instance.get(PATH_OF_7, { procoreCompanyId: 9 }));

    expect(sentIds()).toEqual(['42']);
  });
});

describe('an observer', () => {
  test('is told nothing secret', async () => {
    const { instance, events } = attachedInstance();
    const secret = {
      headers: { Authorization: 'Bearer SECRET', Cookie: 'SECRET' },
      auth: { username: 'SECRET', password: 'SECRET' },
      params: { access_token: 'SECRET' },
      data: { password: 'SECRET' },
    };
    const url = 'https://SECRET:SECRET@api.procore.com';

    await instance.post(
      `${url}/rest/v1.0/projects/3/files/SECRET0123456789?token=SECRET`,
      null,
      secret,
    );
    await instance.post(`${url}/rest/v1.0/companies/7/users?a=SECRET#SECRET`, null, secret);
    await instance.get('https://bucket.s3.amazonaws.com/SECRET?X-Amz-Signature=SECRET', secret);
    await rejection(instance.get(PATH_OF_7, { ...secret, procoreCompanyId: 9 }));
    await rejection(
      instance.get(PATH_OF_7, { ...secret, procoreCompanyId: 'Bearer SECRET0123456789' }),
    );

    expect(events).toHaveLength(5);
    const shown = events.map((event) => [
      JSON.stringify(event),
      String(event.error),
      JSON.stringify(event.error ?? null),
    ]);
    expect(shown.flat().join('\n')).not.toContain('SECRET');
  });

  test.each<[string, () => void]>([
    [
      'throws',
      () => {
        throw new Error('observer');
      },
    ],
    ['rejects', () => Promise.reject(new Error('observer'))],
    ['returns something odd', () => ({ then: 'x' })],
    [
      'returns something that throws',
      () => ({
        then() {
          throw new Error('observer');
        },
      }),
    ],
  ])('breaks no request where it %s', async (_how, observe) => {
    const { instance, sentIds } = attachedInstance({ companyId: 42, observe });

    await instance.get('/rest/v1.0/users');
    await instance.get('https://example.com/');
    const error = await rejection(instance.get(PATH_OF_7, { procoreCompanyId: 9 }));

    expect(sentIds()).toEqual(['42', undefined]);
    expect(error).toMatchObject({ name: 'CompanyIdConflictError' });
  });

  test('cannot change a request by changing its event', async () => {
    const { instance, sentIds } = attachedInstance({
      companyId: 42,
      observe: (event) => {
        event.companyId = '13';
        event.type = 'opted-out';
      },
    });

    const { config } = await instance.get('/rest/v1.0/users');
    await instance.request(config);

    expect(sentIds()).toEqual(['42', '42']);
  });
});
