import axios, { type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, type CompanyIdEvent } from 'axios-procore-company-id';
import { hasSerializerOptions } from '../support/axios-features';
import { useRecordingServer } from '../support/recording-server';

const check = hasSerializerOptions ? test : test.skip; // before 0.28 axios knows no `indexes`

const server = useRecordingServer();

/** The header of a request that arrives, and what `observe` heard of it. */
async function outcomeOf(
  config: AxiosRequestConfig,
  defaults: object = { baseURL: server.origin },
): Promise<unknown[]> {
  server.requests.length = 0;
  const events: CompanyIdEvent[] = [];
  const instance = axios.create({ ...server.agents.config, ...defaults });
  attachProcoreCompanyId(instance, {
    companyId: 42,
    apiHosts: ['gateway.example'],
    observe: (event) => events.push(event),
  });
  await instance.request(config).catch(() => undefined);
  return [...server.sentIds(), ...events.map(({ type, reason }) => reason ?? type)];
}

const AMBIGUOUS = [undefined, 'ambiguous'];

describe('no default is guessed', () => {
  test.each<[string, string]>([
    ['', '/rest/v1.0/companies//7/users'],
    ['', '/rest/v1.0/companies/%37/users'],
    ['/rest/v1.0/companies', '%37/users'],
    ['/rest/v1.0/companies', '7%38/users'],
    ['/rest/v1.0/companies//7', 'users'],
  ])('where servers may read another path: %j + %j', async (base, url) => {
    expect(await outcomeOf({ url }, { baseURL: server.origin + base })).toEqual(AMBIGUOUS);
  });

  check('where a list of companies is sent under the plain key', async () => {
    const paramsSerializer = { indexes: null } as object;
    const url = '/rest/v1.0/users';

    const two = await outcomeOf({ url, params: { company_id: [7, 8] }, paramsSerializer });
    const one = await outcomeOf({ url, params: { company_id: [7] }, paramsSerializer });

    expect(two).toEqual(AMBIGUOUS);
    expect(one).toEqual(['7', 'resolved']);
  });
});

test('a url without a scheme is out of scope, as axios sends it to one host or another', async () => {
  const outcome = await outcomeOf({ url: '//gateway.example/rest/v1.0/users' }, {});

  expect(outcome.filter((each) => each !== undefined)).toEqual(['out-of-scope']);
});
