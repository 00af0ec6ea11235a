import axios, { type AxiosInstance } from 'axios';
import { attachProcoreCompanyId, type CompanyIdEvent } from 'axios-procore-company-id';
import { useRecordingServer } from '../support/recording-server';

const server = useRecordingServer();
const { sentIds } = server;

function attached(baseURL?: string, apiHosts: string[] = []): AxiosInstance {
  const instance = axios.create({
    ...server.agents.config,
    ...(baseURL !== undefined && { baseURL }),
  });
  attachProcoreCompanyId(instance, { apiHosts, onUnresolved: 'reject' });
  return instance;
}

describe('a link to a file is never the API: sent without the header, and not refused', () => {
  test.each([
    'https://api.procore.com/fas/api/v5/files/01ABC?sig=a',
    'https://api.procore.com/fas/api/v5/us-east-1/pro-core.com/companies/8089/s.png',
    'https://us02.procore.com/fas/api/v5/companies/8089/s.png',
    'https://gateway.example/fas/api/v5/companies/8089/s.png',
    'https://named.example/fas/companies/8089',
    'https://named.example/fas',
  ])('%s', async (url) => {
    await attached('https://gateway.example', ['named.example']).get(url);

    expect(sentIds()).toEqual([undefined]);
  });

  test.each([
    'https://api.procore.com/rest/v1.0/companies/8089/fas/1',
    'https://api.procore.com/fast/companies/8089',
  ])('but %s is', async (url) => {
    await attached().get(url);

    expect(sentIds()).toEqual(['8089']);
  });
});

describe('below the path of the own `baseURL`', () => {
  test.each(['https://gateway.example/procore', 'https://gateway.example/procore/'])(
    'OAuth and links to files are not the API: %s',
    async (baseURL) => {
      const instance = attached(baseURL);

      await instance.post('/oauth/token', { company_id: 7 });
      await instance.get('/fas/api/v5/companies/7/s.png');
      await instance.get('https://gateway.example/procore/oauth/token/companies/7');
      await instance.get('/rest/v1.0/companies/7/oauth/1');
      await instance.get('https://gateway.example/other/oauth/companies/7');

      expect(sentIds()).toEqual([undefined, undefined, undefined, '7', '7']);
    },
  );

  test('a `baseURL` that is replaced takes its path along', async () => {
    const instance = attached('https://gateway.example/procore');

    await instance.get('/oauth/companies/7');
    instance.defaults.baseURL = 'https://gateway.example/v2';
    await instance.get('/oauth/companies/7');
    await instance.get('https://gateway.example/procore/oauth/companies/7');

    expect(sentIds()).toEqual([undefined, undefined, '7']);
  });
});

describe('a relative url of a global axios without a `baseURL`', () => {
  /** What happened to a request that goes to a host that nothing names before it is sent: a page's own, as it were. */
  async function outcomeOf(url: string): Promise<unknown[]> {
    const events: CompanyIdEvent[] = [];
    // Added first, it runs after the plugin.
    const id = axios.interceptors.request.use((config) =>
      Object.assign(config, { baseURL: server.origin }),
    );
    const attachment = attachProcoreCompanyId(axios, {
      companyId: 42,
      onUnresolved: 'reject',
      observe: (event) => events.push(event),
    });
    try {
      await axios.get(url, { proxy: false });
    } finally {
      attachment.detach();
      axios.interceptors.request.eject(id);
    }
    return [...sentIds(), ...events.map(({ type }) => type)];
  }

  test.each(['/rest/v1.0/users', 'rest/v2.0/users', '/backend/rest/v1.1/users', '/vapid/projects'])(
    'gets the header for a path of the API: %s',
    async (url) => {
      expect(await outcomeOf(url)).toEqual(['42', 'resolved']);
    },
  );

  test.each([
    '/api/x',
    'api/companies/7',
    '/rest/users',
    '/rest/version',
    '/vapidity/x',
    '/api?to=/rest/v1.0/users',
    '/oauth/rest/v1.0/users',
    '/',
  ])("leaves the application's own backend alone: %s", async (url) => {
    expect(await outcomeOf(url)).toEqual([undefined, 'out-of-scope']);
  });
});
