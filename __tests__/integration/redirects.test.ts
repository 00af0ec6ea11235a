import axios, { type AxiosInstance } from 'axios';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { hasBeforeRedirect } from '../support/axios-features';
import { type RedirectingServer, startRedirectingServer } from '../support/redirecting-server';

const describeRedirects = hasBeforeRedirect ? describe : describe.skip; // axios up to 0.26 asks nobody at a redirect, and 1.0.0 follows none

describeRedirects('redirects', () => {
  let net: RedirectingServer;

  beforeAll(async () => {
    net = await startRedirectingServer();
  });
  afterAll(() => net.server.close());
  beforeEach(() => net.reset());

  function attached(options?: ProcoreCompanyIdOptions, defaults: object = {}): AxiosInstance {
    const instance = axios.create({ ...net.agents.config, ...defaults });
    attachProcoreCompanyId(instance, { companyId: 42, ...options });
    return instance;
  }

  const START = 'https://api.procore.com/rest/v1.0/files/1';

  test.each<[string, string]>([
    ['https://storage.procore.com/file?sig=x', 'storage.procore.com/file?sig=x -'],
    ['https://bucket.s3.amazonaws.com/file', 'bucket.s3.amazonaws.com/file -'],
    ['//storage.procore.com/file', 'storage.procore.com/file -'],
    ['https://api.procore.com@evil.example/file', 'evil.example/file -'],
    ['https://api.procore.com.evil.example/file', 'api.procore.com.evil.example/file -'],
    ['https://api.procore.com:8443/file', 'api.procore.com:8443/file -'],
    ['https://api.procore.com/oauth/token', 'api.procore.com/oauth/token -'],
    ['/oauth/authorize', 'api.procore.com/oauth/authorize -'],
    ['https://login.procore.com/rest/v1.0/me', 'login.procore.com/rest/v1.0/me -'],
    ['https://app.procore.com/webui', 'app.procore.com/webui -'],
    ['https://us02.procore.com/fas/file', 'us02.procore.com/fas/file -'],
    ['https://us02.procore.com/rest/v1.0/files/1', 'us02.procore.com/rest/v1.0/files/1 42'],
    ['https://api.procoregov.com/rest/v1.0/me', 'api.procoregov.com/rest/v1.0/me 42'],
    ['http://api.procore.com/rest/v1.0/me', 'api.procore.com/rest/v1.0/me 42'],
    ['https://API.PROCORE.COM/rest/v1.0/me', 'api.procore.com/rest/v1.0/me 42'],
    ['/rest/v1.0/files/2', 'api.procore.com/rest/v1.0/files/2 42'],
    ['2', 'api.procore.com/rest/v1.0/files/2 42'],
    ['/rest/v1.0/companies/7/files/2', 'api.procore.com/rest/v1.0/companies/7/files/2 42'],
  ])('from an API host to %s', async (location, hop) => {
    net.routes = { 'api.procore.com/rest/v1.0/files/1': location };
    await attached().get(START);
    expect(net.hops()).toStrictEqual(['api.procore.com/rest/v1.0/files/1 42', hop]);
  });

  test('the way back from another host is made without the header', async () => {
    net.routes = {
      'api.procore.com/rest/v1.0/files/1': 'https://us02.procore.com/rest/a',
      'us02.procore.com/rest/a': 'https://storage.procore.com/b',
      'storage.procore.com/b': 'https://us02.procore.com/rest/c',
      'us02.procore.com/rest/c': 'https://api.procore.com/rest/d',
    };
    await attached().get(START);
    expect(net.hops()).toStrictEqual([
      'api.procore.com/rest/v1.0/files/1 42',
      'us02.procore.com/rest/a 42',
      'storage.procore.com/b -',
      'us02.procore.com/rest/c -',
      'api.procore.com/rest/d -',
    ]);
  });

  test("the instance's own origin and `apiHosts` count for every hop, with its full url", async () => {
    const instance = attached(
      { apiHosts: ({ hostname, pathname }) => hostname === 'b.example' && pathname === '/api' },
      { baseURL: 'http://gateway.example:8080' },
    );
    net.routes = {
      'gateway.example:8080/start': 'http://b.example/api',
      'b.example/api': 'http://gateway.example:8080/end',
      'gateway.example:8080/end': 'http://b.example/other',
    };
    await instance.get('/start');
    expect(net.hops()).toStrictEqual([
      'gateway.example:8080/start 42',
      'b.example/api 42',
      'gateway.example:8080/end 42',
      'b.example/other -',
    ]);
  });

  test('the own origin is that of its scheme and port alone', async () => {
    net.routes = { 'gateway.example:8080/start': 'http://gateway.example/plain' };
    await attached({}, { baseURL: 'http://gateway.example:8080' }).get('/start');
    expect(net.hops()).toStrictEqual(['gateway.example:8080/start 42', 'gateway.example/plain -']);
  });

  test('a `baseURL` given with the call does not widen the scope of its redirects', async () => {
    net.routes = { 'api.procore.com/rest/x': 'https://other.example/x' };
    await attached({}, { baseURL: 'https://api.procore.com' }).get('/x', {
      baseURL: 'https://api.procore.com/rest',
    });
    expect(net.hops()).toStrictEqual(['api.procore.com/rest/x 42', 'other.example/x -']);
  });

  test.each([
    [307, 'POST', 'a=1'],
    [303, 'GET', ''],
  ])('a redirected POST with status %d keeps its header', async (status, method, body) => {
    net.status = status;
    net.routes = { 'api.procore.com/rest/v1.0/files/1': '/rest/v1.0/files/2' };
    await attached().post(START, 'a=1');
    expect(net.server.requests[1]).toMatchObject({ method, body, companyId: '42' });
  });

  test('with `maxRedirects: 0` the answer is the redirect', async () => {
    net.routes = { 'api.procore.com/rest/v1.0/files/1': 'https://storage.procore.com/a' };
    const config = { maxRedirects: 0, validateStatus: () => true };
    const { status } = await attached().get(START, config);
    expect(status).toBe(302);
    expect(net.hops()).toStrictEqual(['api.procore.com/rest/v1.0/files/1 42']);
  });

  test('a header set by hand goes where it would go without the plugin', async () => {
    net.routes = {
      'api.procore.com/rest/v1.0/files/1': 'https://storage.procore.com/a',
      'storage.procore.com/a': START.replace('1', '2'),
    };
    const config = { headers: { 'procore-company-id': '9' } };
    await axios.create(net.agents.config).get(START, config);
    const without = net.hops();
    net.server.requests.length = 0;
    await attached().get(START, config);
    expect(net.hops()).toStrictEqual(without);
    expect(without[1]).toBe('storage.procore.com/a 9');
  });

  test.each<[string, object]>([
    ['opted out', { procoreCompanyId: false }],
    ['out of scope', { baseURL: 'https://other.example' }],
  ])('a request that was %s has no header after any redirect', async (_, config) => {
    net.routes = {
      'api.procore.com/rest/v1.0/files/1': 'https://api.procore.com/rest/v1.0/files/2',
      'other.example/x': 'https://api.procore.com/rest/v1.0/files/2',
    };
    const instance = attached({}, { baseURL: 'https://api.procore.com' });
    await instance.get('baseURL' in config ? '/x' : START, config);
    expect(net.hops()[1]).toBe('api.procore.com/rest/v1.0/files/2 -');
  });
});
