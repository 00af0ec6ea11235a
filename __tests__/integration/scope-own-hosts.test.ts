import axios, { type AxiosInstance } from 'axios';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { takesUserInfo } from '../support/axios-features';
import { useRecordingServer } from '../support/recording-server';

const checkUserInfo = takesUserInfo ? test : test.skip; // before axios 1.17 the fetch adapter refuses such urls

const server = useRecordingServer();

type Hosts = ProcoreCompanyIdOptions['apiHosts'];

function attached(apiHosts?: Hosts, defaults: object = {}): AxiosInstance {
  const instance = axios.create({ ...server.agents.config, ...defaults });
  attachProcoreCompanyId(instance, { companyId: 42, apiHosts });
  return instance;
}

async function headerOf(
  instance: AxiosInstance,
  url: string,
  config: object = {},
): Promise<string | undefined> {
  await instance.get(url, config);
  return server.requests[server.requests.length - 1]?.companyId;
}

const ANY = () => true;

describe('`apiHosts` as a list', () => {
  test.each<[string, string]>([
    ['gateway.example', 'https://gateway.example/x'],
    ['gateway.example', 'http://gateway.example/x'],
    ['gateway.example', 'https://gateway.example:443/x'],
    ['gateway.example', 'https://GATEWAY.Example/x'],
    ['gateway.example', 'https://gateway.example./x'],
    ['Gateway.Example', 'https://gateway.example/x'],
    ['gateway.example:8443', 'https://gateway.example:8443/x'],
    ['gateway.example:8443', 'http://gateway.example:8443/x'],
    ['[::1]:8080', 'http://[::1]:8080/x'],
    ['[::1]', 'http://[::1]/x'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/x'],
    ['localhost:3000', 'http://localhost:3000/x'],
  ])('%s takes in %s', async (host, url) => {
    expect(await headerOf(attached([host]), url)).toBe('42');
  });

  test.each<[string, string]>([
    ['gateway.example', 'https://gateway.example:8443/x'],
    ['gateway.example', 'https://gateway.example:80/x'],
    ['gateway.example', 'https://sub.gateway.example/x'],
    ['gateway.example', 'https://gateway.example.evil.example/x'],
    ['gateway.example', 'https://gatewayxexample/x'],
    ['gateway.example', 'https://evil.example/gateway.example'],
    ['gateway.example:8443', 'https://gateway.example/x'],
    ['gateway.example:8443', 'https://gateway.example:844/x'],
    ['127.0.0.1', 'http://127.0.0.1:8080/x'],
    ['[::1]', 'http://[::2]/x'],
    ['gateway.example', 'https://gateway.example/oauth/token'],
    ['storage.procore.com', 'https://storage.procore.com/rest/v2.1/companies/7/uploads/1'],
    ['login.procore.com', 'https://login.procore.com/oauth/token'],
    ['app.procore.com', 'https://app.procore.com/3/project/home'],
    ['www.procore.com', 'https://www.procore.com/rest/v1.0/me'],
  ])('%s does not take in %s', async (host, url) => {
    expect(await headerOf(attached([host]), url)).toBeUndefined();
  });

  checkUserInfo.each<[string, string | undefined]>([
    ['https://user:password@gateway.example/x', '42'],
    ['https://gateway.example@evil.example/x', undefined],
  ])('the host is what follows the user info: %s %s', async (url, id) => {
    expect(await headerOf(attached(['gateway.example']), url)).toBe(id);
  });

  test('a list that the caller changes after attaching changes nothing', async () => {
    const hosts = ['gateway.example'];
    const instance = attached(hosts);
    hosts[0] = 'evil.example';
    expect(await headerOf(instance, 'https://evil.example/x')).toBeUndefined();
    expect(await headerOf(instance, 'https://gateway.example/x')).toBe('42');
  });
});

describe('`apiHosts` as a function', () => {
  test('it is given the url that will be requested', async () => {
    const seen: unknown[] = [];
    const instance = attached(
      (url) => {
        seen.push([url instanceof URL, url.href]);
        return url.pathname.startsWith('/procore/');
      },
      { baseURL: 'https://api.procore.com' },
    );
    const baseURL = 'https://Gateway.Example:8443/procore/';
    expect(await headerOf(instance, '/rest/v1.0/me?a=1', { baseURL })).toBe('42');
    expect(seen).toStrictEqual([[true, 'https://gateway.example:8443/procore/rest/v1.0/me?a=1']]);
    expect(await headerOf(instance, 'https://gateway.example:8443/other')).toBeUndefined();
  });

  test.each(['https://api.procore.com/rest/v1.0/me', 'https://us02.procore.com/vapid/me'])(
    'it cannot take %s out',
    async (url) => {
      expect(
        await headerOf(
          attached(() => false),
          url,
        ),
      ).toBe('42');
    },
  );

  test.each([
    'https://storage.procore.com/rest/v2.1/companies/7/uploads/1?sig=x',
    'https://STORAGE.procore.com./rest/v2.1/companies/7/uploads/1?sig=x',
    'https://storage.procore.com:8443/rest/v2.1/companies/7/uploads/1?sig=x',
    'http://login.procore.com/rest/v1.0/me',
    'https://login-sandbox.procore.com/rest/v1.0/me',
    'https://login-sandbox-monthly.procore.com/rest/v1.0/me',
    'https://login.procoregov.com/rest/v1.0/me',
    'https://developers.procore.com/x',
    'https://support.procore.com/x',
    'https://marketplace.procore.com/x',
    'https://www.procore.com/x',
    'https://procore.com/x',
    'https://app.procore.com/3/project/home',
    'https://us02.procore.com/fas/files/1',
    'https://sandbox.procore.com/webui',
    'https://api.procore.com/oauth/token',
    'https://gateway.example/oauth/token',
    'https://gateway.example/oauth',
  ])('it cannot take in %s', async (url) => {
    expect(await headerOf(attached(ANY), url)).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['1', () => 1],
    ['a text', () => 'yes'],
    ['an object', () => ({})],
    ['a promise of true', () => Promise.resolve(true)],
    ['nothing', () => undefined],
  ])('%s is not `true`', async (_, answer) => {
    const url = 'https://gateway.example/x';
    expect(await headerOf(attached(answer as Hosts & object), url)).toBeUndefined();
    expect(await headerOf(attached(ANY), url)).toBe('42');
  });

  test('one that throws takes nothing in, and breaks no request', async () => {
    const instance = attached(() => {
      throw new Error('no');
    });
    expect(await headerOf(instance, 'https://gateway.example/x')).toBeUndefined();
    expect(await headerOf(instance, 'https://api.procore.com/x')).toBe('42');
  });

  test('a url in two readings is taken in only where both are', async () => {
    const instance = attached(({ pathname }) => pathname.startsWith('/procore/'));
    expect(await headerOf(instance, 'https://gateway.example/procore/x')).toBe('42');
    const escaping = 'https://gateway.example/procore/%2e%2e/other';
    expect(await headerOf(instance, escaping)).toBeUndefined();
  });

  test('a url that it changes is not the one that is judged', async () => {
    const instance = attached((url) => {
      url.host = 'gateway.example';
      url.protocol = 'http:';
      return true;
    });
    expect(await headerOf(instance, 'https://login.procore.com/x')).toBeUndefined();
    expect(await headerOf(instance, 'https://other.example/x')).toBe('42');
  });
});

describe("the instance's own `defaults.baseURL`", () => {
  const baseURL = 'https://gateway.example/procore/';

  test('its origin is in scope, for relative and absolute urls, with any path', async () => {
    const instance = attached(undefined, { baseURL });
    expect(await headerOf(instance, '/rest/v1.0/me')).toBe('42');
    expect(await headerOf(instance, 'rest/v1.0/me')).toBe('42');
    expect(await headerOf(instance, '')).toBe('42');
    expect(await headerOf(instance, 'https://gateway.example/other')).toBe('42');
  });

  test.each([
    'http://gateway.example/x',
    'https://gateway.example:8443/x',
    'https://other.example/x',
    'https://sub.gateway.example/x',
    'https://gateway.example/oauth/token',
  ])('%s is not that origin, or OAuth', async (url) => {
    expect(await headerOf(attached(undefined, { baseURL }), url)).toBeUndefined();
  });

  test("other Procore hosts stay in scope beside it, and it does not change the API's port", async () => {
    const instance = attached(undefined, { baseURL });
    expect(await headerOf(instance, 'https://api.procore.com/rest/v1.0/me')).toBe('42');
    expect(await headerOf(instance, 'https://api.procore.com:8443/x')).toBeUndefined();
  });

  test("an API host on a port of its own is an origin like another's", async () => {
    const instance = attached(undefined, { baseURL: 'https://api.procore.com:8443' });
    expect(await headerOf(instance, '/rest/v1.0/me')).toBe('42');
    expect(await headerOf(instance, '/oauth/token')).toBeUndefined();
    expect(await headerOf(instance, 'https://api.procore.com:8444/x')).toBeUndefined();
  });

  test('it is followed when it changes', async () => {
    const instance = attached(undefined, { baseURL });
    expect(await headerOf(instance, '/x')).toBe('42');
    instance.defaults.baseURL = 'http://second.example:8080';
    expect(await headerOf(instance, '/x')).toBe('42');
    expect(await headerOf(instance, 'https://gateway.example/x')).toBeUndefined();
    delete instance.defaults.baseURL;
    expect(await headerOf(instance, 'http://second.example:8080/x')).toBeUndefined();
    instance.defaults.baseURL = baseURL;
    expect(await headerOf(instance, '/x')).toBe('42');
  });

  test('a `baseURL` given with one call does not widen the scope', async () => {
    for (const defaults of [{}, { baseURL }, { baseURL: 'https://api.procore.com' }]) {
      const instance = attached(undefined, defaults);
      const other = { baseURL: 'https://other.example' };
      expect(await headerOf(instance, '/rest/v1.0/me', other)).toBeUndefined();
      expect(await headerOf(instance, 'https://other.example/x')).toBeUndefined();
      const api = { baseURL: 'https://us02.procore.com/rest' };
      expect(await headerOf(instance, '/v1.0/me', api)).toBe('42');
    }
  });

  test("another instance's `baseURL` says nothing", async () => {
    attached(undefined, { baseURL });
    expect(await headerOf(attached(), 'https://gateway.example/x')).toBeUndefined();
  });
});

test('more hosts than are remembered are all told apart', async () => {
  const hosts = Array.from({ length: 150 }, (_, at) => `gateway-${at}.example`);
  const instance = attached(hosts.filter((_, at) => at % 2 === 0));

  for (const host of [...hosts, ...hosts]) await instance.get(`https://${host}/x`);

  expect(server.requests.map(({ companyId }) => companyId)).toEqual(
    [...hosts, ...hosts].map((_, at) => (at % 2 === 0 ? '42' : undefined)),
  );
});

test('a function of `apiHosts` is not asked about the web pages of a region', async () => {
  const ask = jest.fn(ANY);
  const instance = attached(ask);

  expect(await headerOf(instance, 'https://us02.procore.com:8443/projects')).toBeUndefined();
  expect(ask).not.toHaveBeenCalled();
  expect(await headerOf(instance, 'https://us02.procore.com:8443/rest/v1.0/users')).toBe('42');
});
