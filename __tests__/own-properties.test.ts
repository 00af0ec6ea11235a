import type { AxiosRequestConfig } from 'axios';
import {
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  type ProcoreCompanyIdOptions,
  type ProcoreRequest,
  type Resolution,
} from 'axios-procore-company-id';
import { attachedInstance } from './support/attached-instance';
import { rejection } from './support/rejection';

const polluted = Object.prototype as unknown as Record<string, unknown>;
const added = new Set<string>();

function pollute(key: string, value: unknown): void {
  added.add(key);
  polluted[key] = value;
}

afterEach(() => {
  for (const key of added) delete polluted[key];
  added.clear();
});

/** What becomes of a request that names no company. */
async function outcomeOf(
  config: AxiosRequestConfig = {},
  options: ProcoreCompanyIdOptions | null = {},
) {
  const { instance, sentIds, events } = attachedInstance(options);
  await instance.request({ url: '/rest/v1.0/users', ...config });
  return { id: sentIds()[0], type: events[0]?.type, source: events[0]?.source };
}

const UNRESOLVED = { id: undefined, type: 'unresolved', source: undefined };

describe('a polluted Object.prototype', () => {
  test.each<[string, unknown]>([
    ['companyId', 13],
    ['procoreCompanyId', 13],
    ['procoreCompanyId', false],
    ['company_id', 13],
    ['project_id', 13],
    ['params', { company_id: 13 }],
    ['data', { company_id: 13 }],
    ['Procore-Company-Id', '13'],
    ['procore-company-id', '13'],
    ['common', { 'Procore-Company-Id': '13' }],
    ['headers', { 'Procore-Company-Id': '13' }],
    ['resolver', () => 13],
    ['defaults', { procoreCompanyId: 13 }],
    ['paramsSerializer', () => 'company_id=13'],
    ['serialize', () => 'company_id=13'],
  ])('selects no company by its %s', async (key, value) => {
    pollute(key, value);

    expect(await outcomeOf()).toEqual(UNRESOLVED);
    expect(await outcomeOf({ method: 'post', data: { name: 'x' }, params: { page: 1 } })).toEqual(
      UNRESOLVED,
    );
    expect(await outcomeOf({ resolver: firstOf(fromPath, fromQuery, fromBody) } as never)).toEqual(
      UNRESOLVED,
    );
  });

  // Such are the configs of axios 0.x. Those of the newest version have no prototype.
  test('selects no company for a config that is an ordinary object', () => {
    pollute('url', '/rest/v1.0/companies/13');
    pollute('params', { company_id: 13 });
    pollute('data', { company_id: 13 });
    const config = { baseURL: 'https://api.procore.com', method: 'post' };

    for (const resolver of [fromPath, fromQuery, fromBody])
      expect(resolver({ config } as ProcoreRequest)).toBeUndefined();
  });

  test('selects no company for a body of JSON text', async () => {
    pollute('company_id', 13);
    const headers = { 'Content-Type': 'application/json' };

    expect(await outcomeOf({ method: 'post', data: '{"name":"x"}', headers })).toEqual(UNRESOLVED);
  });

  test('changes no option', async () => {
    pollute('companyId', 13);
    pollute('dryRun', true);
    pollute('onConflict', 'send');
    pollute('onUnresolved', 'reject');
    pollute('serviceAccount', true);
    pollute('apiHosts', () => true);
    pollute('observe', 13);

    expect(await outcomeOf()).toEqual(UNRESOLVED);
    expect(await outcomeOf({ procoreCompanyId: 9 })).toMatchObject({ id: '9' });
    expect(await outcomeOf({ url: '/rest/v1.0/me' })).toMatchObject({ type: 'exempt' });
    expect(await outcomeOf({ url: 'https://example.com/rest' })).toMatchObject({
      type: 'out-of-scope',
    });
    expect(await outcomeOf({ url: '/rest/v1.0/users' }, null)).toEqual(UNRESOLVED);
    await expect(
      outcomeOf({ url: '/rest/v1.0/companies/7/users', procoreCompanyId: 9 }),
    ).rejects.toMatchObject({ code: 'ERR_PROCORE_COMPANY_ID_CONFLICT' });
  });

  test.each<[Resolution]>([[{} as never], [{ source: 'tenant' } as never]])(
    'does not complete the answer of a resolver: %j',
    async (answer) => {
      pollute('companyId', 13);

      for (const resolver of [() => answer, firstOf(() => answer), async () => answer]) {
        const error = await rejection(outcomeOf({}, { resolver }));

        expect(error).toMatchObject({ code: 'ERR_PROCORE_INVALID_COMPANY_ID' });
      }
    },
  );

  test('does not label the answer of a resolver', async () => {
    pollute('source', 'polluted');

    expect(await outcomeOf({}, { resolver: () => ({ companyId: 3 }) })).toMatchObject({
      id: '3',
      source: 'resolver',
    });
    expect(await outcomeOf({}, { resolver: firstOf(() => 3) })).toMatchObject({
      id: '3',
      source: 'resolver',
    });
  });

  test('hides no id that the request does name', async () => {
    pollute('company_id', 13);
    pollute('procoreCompanyId', 13);
    pollute('companyId', 13);

    expect(await outcomeOf({ url: '/rest/v1.0/companies/7/users' })).toMatchObject({ id: '7' });
    expect(await outcomeOf({ params: { company_id: 8 } })).toMatchObject({ id: '8' });
    expect(await outcomeOf({ method: 'post', data: { company_id: 9 } })).toMatchObject({ id: '9' });
  });
});
