import type { AxiosRequestConfig } from 'axios';
import {
  CompanyIdConflictError,
  InvalidCompanyIdError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const HEADERS = { 'Procore-Company-Id': '5' };
const USERS = '/rest/v1.0/users';
const checked = (options: ProcoreCompanyIdOptions = {}) =>
  attachedInstance({ checkHeader: true, ...options });

/** A header with company 5 beside something that names company 7, and where that is. */
const CONTRADICTIONS: [string, AxiosRequestConfig, ProcoreCompanyIdOptions][] = [
  ['path', { url: '/rest/v1.0/companies/7/users' }, {}],
  ['query', { url: USERS, params: { company_id: 7 } }, {}],
  ['body', { url: USERS, method: 'post', data: { company_id: 7 } }, {}],
  ['resolver', { url: USERS }, { resolver: () => 7 }],
  ['resolver', { url: USERS }, { resolver: async () => 7 }],
  ['tenant', { url: USERS }, { resolver: () => ({ companyId: 7, source: 'tenant' }) }],
];

describe('with `checkHeader`, a header set by hand', () => {
  test.each(CONTRADICTIONS)(
    'that contradicts the %s rejects the request: %j',
    async (namedBy, config, options) => {
      const { instance, sent, events } = checked(options);

      const error = await rejection(instance.request({ ...config, headers: HEADERS }));

      expect(error).toBeInstanceOf(CompanyIdConflictError);
      expect(error).toMatchObject({
        companyId: '5',
        source: 'header',
        namedCompanyId: '7',
        namedBy,
      });
      expect(error.message).toContain(
        `has two companies: 5 (source: header) and 7 (source: ${namedBy}).`,
      );
      expect(sent).toEqual([]);
      expect(events).toMatchObject([{ type: 'failed', companyId: '5', source: 'header', error }]);
    },
  );

  test.each(CONTRADICTIONS)(
    "that contradicts the %s is sent with onConflict: 'send': %j",
    async (_namedBy, config, options) => {
      const { instance, sentIds, events } = checked({ ...options, onConflict: 'send' });

      await instance.request({ ...config, headers: HEADERS });

      expect(sentIds()).toEqual(['5']);
      expect(events).toMatchObject([
        { type: 'kept', companyId: '5', source: 'header', conflict: true },
      ]);
    },
  );

  test('that contradicts `procoreCompanyId` rejects the request, or gives way to it', async () => {
    const rejecting = checked();
    const sending = checked({ onConflict: 'send' });
    const config = { procoreCompanyId: 7, headers: HEADERS };

    const error = await rejection(rejecting.instance.get(USERS, config));
    await sending.instance.get(USERS, config);

    expect(error).toMatchObject({
      companyId: '7',
      source: 'request',
      namedCompanyId: '5',
      namedBy: 'header',
    });
    expect(sending.sentIds()).toEqual(['7']);
    expect(sending.events).toMatchObject([{ type: 'resolved', conflict: true }]);
  });

  test('that says the same as `procoreCompanyId` does not hide another company in the path', async () => {
    const { instance } = checked();
    const config = { procoreCompanyId: 5, headers: HEADERS };

    const error = await rejection(instance.get('/rest/v1.0/companies/7/users', config));

    expect(error).toMatchObject({ companyId: '5', namedCompanyId: '7', namedBy: 'path' });
  });

  test('is not compared with a default', async () => {
    const byOption = checked({ companyId: 7 });
    const byInstance = checked();
    byInstance.instance.defaults.procoreCompanyId = 7;

    for (const { instance, sentIds, events } of [byOption, byInstance]) {
      await instance.get(USERS, { headers: HEADERS });

      expect(sentIds()).toEqual(['5']);
      expect(events).toMatchObject([{ type: 'kept', companyId: '5', conflict: false }]);
    }
  });

  test.each<[string, AxiosRequestConfig, ProcoreCompanyIdOptions]>([
    ['the path', { url: '/rest/v1.0/companies/5' }, {}],
    ['the key', { url: USERS, procoreCompanyId: 5 }, {}],
    ['a resolver', { url: USERS }, { resolver: async () => 5n }],
    ['nothing', { url: USERS }, { resolver: () => undefined }],
    ['an ambiguous request', { url: `${USERS}?company_id=7&company_id=8` }, {}],
    ['an exempt request', { url: '/rest/v1.0/companies?company_id=7&company_id=8' }, {}],
  ])('that agrees with %s goes out', async (_what, config, options) => {
    const { instance, sentIds, events } = checked(options);

    await instance.request({ ...config, headers: HEADERS });

    expect(sentIds()).toEqual(['5']);
    expect(events).toMatchObject([{ companyId: '5', conflict: false }]);
  });

  test('shows that the resolver and the path disagree', async () => {
    const { instance } = checked({ resolver: () => 5 });

    const error = await rejection(
      instance.get('/rest/v1.0/companies/7/users', { headers: HEADERS }),
    );

    expect(error).toMatchObject({ companyId: '5', source: 'resolver', namedCompanyId: '7' });
  });

  test('lets a resolver fail as it does without a header', async () => {
    const reason = new Error('no tenant');
    const failing = checked({ resolver: () => Promise.reject(reason) });
    const unusable = checked({ resolver: () => 'x' });

    expect(await rejection(failing.instance.get(USERS, { headers: HEADERS }))).toBe(reason);
    expect(await rejection(unusable.instance.get(USERS, { headers: HEADERS }))).toBeInstanceOf(
      InvalidCompanyIdError,
    );
  });

  test('of several companies is told, not refused', async () => {
    const { instance, sentIds, events } = checked();

    await instance.get('/rest/v1.0/companies/7', { headers: { 'Procore-Company-Id': '5, 6' } });

    expect(sentIds()).toEqual(['5, 6']);
    expect(events).toMatchObject([{ type: 'kept', conflict: true }]);
  });

  test('that is no id is compared with nothing', async () => {
    const { instance, sentIds } = checked();

    await instance.get(USERS, {
      procoreCompanyId: 7,
      headers: { 'Procore-Company-Id': 'undefined' },
    });

    expect(sentIds()).toEqual(['7']);
  });

  test('goes out in a dry run, which tells of the conflict', async () => {
    const { instance, sentIds, events } = checked({ dryRun: true });

    await instance.get('/rest/v1.0/companies/7/users', { headers: HEADERS });

    expect(sentIds()).toEqual(['5']);
    expect(events).toMatchObject([
      { type: 'failed', error: { code: 'ERR_PROCORE_COMPANY_ID_CONFLICT' } },
    ]);
  });
});
