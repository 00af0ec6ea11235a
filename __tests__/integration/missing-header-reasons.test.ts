import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
  type ProcoreCompanyIdOptions,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { adapters } from '../support/adapters';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

const RFIS = '/rest/v1.0/projects/3/rfis';
const RFIS_OF_7 = '/rest/v1.0/companies/7/projects/3/rfis';
const HEADER = 'Procore-Company-Id';

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer(answer(400, MISSING_HEADER_TEXT));
});
afterAll(() => server.close());

type Case = [what: string, reason: string, config: AxiosRequestConfig, ProcoreCompanyIdOptions];

const CASES: Case[] = [
  ['nothing names a company', 'unresolved', { url: RFIS }, {}],
  ['the resolver knows no company', 'unresolved', { url: RFIS }, { resolver: async () => null }],
  [
    'two companies are named',
    'ambiguous',
    { url: RFIS, params: new URLSearchParams('company_id=1&company_id=2') },
    { companyId: 42 },
  ],
  ['me needs none', 'exempt', { url: '/rest/v1.0/me' }, {}],
  ['the list of companies needs none', 'exempt', { url: '/rest/v1.0/companies' }, {}],
  ['a service account does', 'unresolved', { url: '/rest/v1.0/me' }, { serviceAccount: true }],
  ['OAuth is no API', 'out-of-scope', { url: '/oauth/token', method: 'post' }, { companyId: 42 }],
  [
    'the request wants none',
    'opted-out',
    { url: RFIS_OF_7, procoreCompanyId: false },
    { companyId: 42 },
  ],
  [
    'the header says so',
    'opted-out',
    { url: RFIS_OF_7, headers: { [HEADER]: false } },
    { companyId: 42 },
  ],
  ['it was sent', 'sent', { url: RFIS_OF_7 }, {}],
  ['it was sent by hand', 'sent', { url: RFIS, headers: { [HEADER]: '7' } }, {}],
];

const CURES: Record<string, RegExp> = {
  unresolved: /procoreCompanyId.*`companyId`.*`resolver`/,
  ambiguous: /procoreCompanyId/,
  exempt: /serviceAccount: true/,
  'out-of-scope': /apiHosts/,
  'opted-out': /false/,
  sent: /It was sent/,
  'dry-run': /dryRun/,
  unknown: /attach/,
};

const valueOf = (response: unknown): Promise<any> =>
  toMissingCompanyIdHeaderError(response as { status: number });

describe.each(adapters)('the reason, over the %s adapter', (_name, adapter) => {
  const create = (): AxiosInstance => axios.create({ baseURL: server.origin, ...adapter });

  test.each(CASES)('says why, and what to do: %s', async (_what, reason, config, options) => {
    const instance = create();
    attachProcoreCompanyId(instance, options);

    const error = await rejection(instance.request(config));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(CURES[reason] as RegExp);
    expect('companyId' in error).toBe(reason === 'sent');
    expect('source' in error).toBe(reason === 'sent');
  });

  test('is the same where the error is taken as a value', async () => {
    const instance = create();
    attachProcoreCompanyId(instance, { companyId: 42 });
    const validateStatus = () => true;

    const sent = await valueOf(await instance.get(RFIS, { validateStatus }));
    const optedOut = await valueOf(
      await instance.get(RFIS, { validateStatus, procoreCompanyId: false }),
    );

    expect(sent).toMatchObject({ reason: 'sent', companyId: '42', source: 'default' });
    expect(optedOut).toMatchObject({ reason: 'opted-out' });
  });

  test('is that the host is unknown, where it is', async () => {
    const instance = axios.create({ baseURL: 'https://api.procore.com', ...adapter });
    attachProcoreCompanyId(instance, { companyId: 42 });

    const error = await rejection(instance.get(server.origin + RFIS));

    expect(error).toMatchObject({ name: 'MissingCompanyIdHeaderError', reason: 'out-of-scope' });
    expect(error).not.toHaveProperty('companyId');
  });

  test('names the unknown host, and nothing of its path, which may hold a secret', async () => {
    const instance = axios.create({ baseURL: 'https://api.procore.com', ...adapter });
    attachProcoreCompanyId(instance, { companyId: 42 });

    const error = await rejection(instance.get(`${server.origin}/SECRET`));

    expect(error.message).toContain(` on GET ${new URL(server.origin).host}. `);
    expect(error).not.toHaveProperty('route');
    expect(JSON.stringify({ ...error.toJSON(), stack: '' })).not.toContain('SECRET');
  });

  test('is that a host is unknown to one instance, where another passes its error on', async () => {
    const instance = create();
    const other = axios.create({ ...adapter });
    attachProcoreCompanyId(instance, { companyId: 42 });
    attachProcoreCompanyId(other);
    instance.interceptors.request.use(() => other.get(server.origin + RFIS) as never);

    const error = await rejection(instance.get(RFIS));

    expect(error).toMatchObject({ name: 'MissingCompanyIdHeaderError', reason: 'out-of-scope' });
    expect(isMissingCompanyIdHeaderError(error.cause)).toBe(false);
  });

  test('is a dry run, where nothing was written', async () => {
    const instance = create();
    attachProcoreCompanyId(instance, { companyId: 42, dryRun: true });

    const error = await valueOf(await instance.get(RFIS, { validateStatus: () => true }));

    expect(error).toMatchObject({ reason: 'dry-run', companyId: '42', source: 'default' });
    expect(error.message).toMatch(CURES['dry-run'] as RegExp);
  });

  test('is not a dry run where the header was there anyway', async () => {
    const instance = create();
    attachProcoreCompanyId(instance, { dryRun: true });

    const response = await instance.get(RFIS, {
      headers: { [HEADER]: '7' },
      validateStatus: () => true,
    });

    expect(await valueOf(response)).toMatchObject({ reason: 'sent', companyId: '7' });
  });

  test('is unknown, where the response went through no attachment', async () => {
    const error = await valueOf(await create().get(RFIS, { validateStatus: () => true }));

    expect(error).toMatchObject({
      reason: 'unknown',
      method: 'GET',
      route: '/rest/v1.0/projects/:project_id/rfis',
    });
    expect(error.message).toMatch(CURES.unknown as RegExp);
  });
});
