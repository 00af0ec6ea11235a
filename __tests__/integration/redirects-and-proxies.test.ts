import axios, { type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import {
  hasHttpAdapter,
  followsRedirects,
  hasBeforeRedirect,
  redirectsThroughProxy,
  replacesProxyHook,
} from '../support/axios-features';
import { type RedirectingServer, startRedirectingServer } from '../support/redirecting-server';

const describeRedirects = hasHttpAdapter && followsRedirects ? describe : describe.skip; // the fetch adapter knows no proxy, and 1.0.0 follows none

const START = 'http://api.procore.com/rest/start';
const PROXY_VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy'];

describeRedirects('a redirect behind a proxy', () => {
  /** The proxy, and all hosts. A request that came through the proxy has the whole url in its first line. */
  let net: RedirectingServer;
  const environment = { ...process.env };

  beforeAll(async () => {
    net = await startRedirectingServer();
  });
  afterAll(() => net.server.close());
  beforeEach(() => {
    net.reset();
    for (const name of PROXY_VARIABLES) delete process.env[name];
    for (const at of ['', 'http://api.procore.com'])
      net.routes[`api.procore.com${at}/rest/start`] = 'http://storage.procore.com/file';
  });
  afterEach(() => {
    process.env = { ...environment };
  });

  /** `url id` of each request that came in. */
  async function hopsOf(config: AxiosRequestConfig): Promise<string[]> {
    const { httpAgent } = net.agents.config;
    const instance = axios.create({ httpAgent });
    attachProcoreCompanyId(instance, { companyId: 42 });
    await instance.get(START, config);
    return net.server.requests.map(({ url, companyId }) => `${url} ${companyId ?? '-'}`);
  }

  const proxy = () => ({ host: '127.0.0.1', port: net.server.port });
  // Where the hook is axios's own, nobody takes the header off.
  const isGuarded = hasBeforeRedirect && !replacesProxyHook;
  const THROUGH_THE_PROXY = [
    'http://api.procore.com/rest/start 42',
    `${redirectsThroughProxy ? 'http://storage.procore.com' : ''}/file ${isGuarded ? '-' : '42'}`,
  ];

  test('goes through the proxy of the config, as the request did', async () => {
    expect(await hopsOf({ proxy: proxy() })).toStrictEqual(THROUGH_THE_PROXY);
  });

  test.each(['http_proxy', 'HTTP_PROXY'])('goes through the proxy of %s', async (name) => {
    process.env[name] = `http://127.0.0.1:${net.server.port}`;

    expect(await hopsOf({})).toStrictEqual(THROUGH_THE_PROXY);
  });

  test.each<[string, AxiosRequestConfig, Record<string, string>]>([
    ['there is none', {}, {}],
    ['the call wants none', { proxy: false }, { http_proxy: 'http://127.0.0.1:9' }],
  ])('loses the header where %s', async (_what, config, variables) => {
    Object.assign(process.env, variables);

    expect(await hopsOf(config)).toStrictEqual([
      '/rest/start 42',
      `/file ${hasBeforeRedirect ? '-' : '42'}`,
    ]);
  });
});
