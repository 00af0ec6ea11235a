import type { AxiosRequestConfig, InternalAxiosRequestConfig } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import {
  type CompanyIdEvent,
  isMissingCompanyIdHeaderError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { aroundThePlugin } from '../support/around-the-plugin';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const HEADER = 'Procore-Company-Id';
const REASON = new Error('no tenant');

type Case = [
  string,
  AxiosRequestConfig,
  ProcoreCompanyIdOptions,
  Partial<CompanyIdEvent> & { type: string },
];

const CASES: Case[] = [
  [
    'an id in the path',
    { url: PATH_OF_7 },
    {},
    { type: 'resolved', companyId: '7', source: 'path' },
  ],
  [
    'a bigint',
    { url: '/rest/v1.0/users', procoreCompanyId: 9n },
    {},
    { type: 'resolved', companyId: '9', source: 'request' },
  ],
  [
    'a resolver',
    { url: '/rest/v1.0/users' },
    { resolver: async () => 3 },
    { type: 'resolved', companyId: '3', source: 'resolver' },
  ],
  [
    'a default',
    { url: '/rest/v1.0/me' },
    { companyId: 42 },
    { type: 'resolved', companyId: '42', source: 'default' },
  ],
  [
    'a header by hand',
    { url: PATH_OF_7, headers: { 'procore-company-id': '5' } },
    {},
    { type: 'kept', companyId: '5', conflict: true },
  ],
  [
    'an unusable header',
    { url: PATH_OF_7, headers: { 'procore-company-id': 'undefined' } },
    {},
    { type: 'resolved', companyId: '7' },
  ],
  [
    'a header of undefined',
    { url: '/rest/v1.0/users', headers: { [HEADER]: undefined } },
    {},
    { type: 'unresolved' },
  ],
  [
    'a header of false',
    { url: PATH_OF_7, headers: { [HEADER]: false } },
    {},
    { type: 'opted-out' },
  ],
  [
    'false over a header',
    { url: PATH_OF_7, headers: { [HEADER]: '5' }, procoreCompanyId: false },
    {},
    { type: 'opted-out' },
  ],
  [
    'no id',
    { url: '/rest/v1.0/users' },
    { onUnresolved: 'reject' },
    { type: 'unresolved', reason: 'unresolved' },
  ],
  [
    'an ambiguous query',
    { url: '/rest/v1.0/users?company_id=1&company_id=2' },
    { onUnresolved: 'reject' },
    { type: 'unresolved', reason: 'ambiguous' },
  ],
  ['an exempt call', { url: '/rest/v1.0/me' }, { onUnresolved: 'reject' }, { type: 'exempt' }],
  [
    'a conflict',
    { url: PATH_OF_7, procoreCompanyId: 9 },
    {},
    {
      type: 'failed',
      companyId: '9',
      source: 'request',
      error: expect.objectContaining({ name: 'CompanyIdConflictError' }),
    },
  ],
  [
    'a conflict that is let through',
    { url: PATH_OF_7, procoreCompanyId: 9 },
    { onConflict: 'send' },
    { type: 'resolved', companyId: '9', conflict: true },
  ],
  [
    'an unusable id',
    { url: PATH_OF_7, procoreCompanyId: 'abc' },
    {},
    { type: 'failed', error: expect.objectContaining({ name: 'InvalidCompanyIdError' }) },
  ],
  [
    'an unusable answer',
    { url: PATH_OF_7 },
    { resolver: () => 'abc' },
    { type: 'failed', error: expect.objectContaining({ name: 'InvalidCompanyIdError' }) },
  ],
  [
    'a resolver that throws',
    { url: PATH_OF_7 },
    {
      resolver: () => {
        throw REASON;
      },
    },
    { type: 'failed', error: REASON },
  ],
  [
    'a resolver that rejects',
    { url: PATH_OF_7 },
    { resolver: () => Promise.reject(REASON) },
    { type: 'failed', error: REASON },
  ],
  [
    'a foreign host',
    { url: 'https://example.com/x' },
    {},
    { type: 'out-of-scope', host: 'example.com' },
  ],
];

const linesOf = (config: InternalAxiosRequestConfig | undefined) =>
  Object.entries(config?.headers ?? {});

describe('a dry run', () => {
  test.each(CASES)(
    'with %s changes nothing and tells all',
    async (_what, config, options, event) => {
      const { instance, sent, events, attachment } = attachedInstance({ ...options, dryRun: true });

      await instance.request(config);
      attachment.detach();
      await instance.request(config);

      const [attempt, untouched] = sent;
      expect(attempt).toEqual(untouched);
      expect(Object.keys(attempt ?? {})).toEqual(Object.keys(untouched ?? {}));
      expect(linesOf(attempt)).toEqual(linesOf(untouched));
      expect(events).toEqual([expect.objectContaining({ method: 'GET', ...event })]);
    },
  );

  test('hands on the very config that it was given', async () => {
    const { instance, before, after } = aroundThePlugin({ dryRun: true, companyId: 42 });

    await instance.get(PATH_OF_7);

    expect(after[0]?.config).toBe(before[0]?.config);
    expect(Reflect.ownKeys(after[0]?.copy ?? {})).toEqual(Reflect.ownKeys(before[0]?.copy ?? {}));
  });

  test('takes a frozen config as it is', async () => {
    const { instance, before, after } = aroundThePlugin({ dryRun: true, companyId: 42 }, (config) =>
      Object.freeze({ ...config }),
    );

    await instance.get(PATH_OF_7, { procoreCompanyId: 7n });

    expect(after[0]?.copy).toEqual(before[0]?.copy);
    expect(after[0]?.copy.procoreCompanyId).toBe(7n);
  });

  test('maps no error, but tells of it', async () => {
    const { instance, events } = attachedInstance({ dryRun: true, companyId: 42 });
    new AxiosMockAdapter(instance).onAny().reply(400, 'Missing Procore-Company-Id header!');

    const error = await rejection(instance.get('/rest/v1.0/users'));

    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect(error.message).toBe('Request failed with status code 400');
    expect(events.map(({ type }) => type)).toEqual(['resolved', 'missing-header']);
  });

  test('is off again after another attach', async () => {
    const { instance, sentIds } = attachedInstance({ dryRun: false, companyId: 42 });

    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42']);
  });
});
