import axios, { type AxiosInstance, type CreateAxiosDefaults } from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import {
  followsRedirects,
  hasFetchAdapter,
  hasHttpAdapter,
  keepsUrlQuery,
  resendsConfigs,
} from '../support/axios-features';
import { type Answer, useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const describeHttp = hasHttpAdapter ? describe : describe.skip; // agents and proxies are settings of the http adapter
const checkRedirect = followsRedirects ? test : test.skip; // 1.0.0 follows none
const checkQuery = keepsUrlQuery ? test : test.skip; // 1.0.0 loses the question mark of a presigned url
const checkResend = resendsConfigs ? test : test.skip; // axios 1.0.0 to 1.1.3 throws for a config that is sent again

const API = 'https://api.procore.com';

let edge: ProcoreEdge;
beforeAll(async () => {
  edge = await createProcoreEdge();
});
beforeEach(() => edge.clear());
afterAll(() => edge.close());

/** The requests that the edge got: the url with the id of the company, `-` where there was no header. */
const seen = (): string[] =>
  edge.requests.map(({ url, companyId }) => `${url.replace(/\?.*/, '')} ${companyId ?? '-'}`);

/** An instance with the plugin on it that is led to the edge, and takes every status. */
function intercepted(defaults: CreateAxiosDefaults = {}): AxiosInstance {
  const instance = axios.create({ baseURL: API, validateStatus: () => true, ...defaults });
  edge.intercept(instance);
  attachProcoreCompanyId(instance, { companyId: 42 });
  return instance;
}

const adapters: [string, CreateAxiosDefaults][] = [
  ['the default adapter', {}],
  ...(hasFetchAdapter ? [['the fetch adapter', { adapter: 'fetch' }] as [string, object]] : []),
];

describe.each(adapters)('an intercepted instance with %s', (_, defaults) => {
  test.each([
    ['/rest/v1.0/projects/3/rfis', `${API}/rest/v1.0/projects/3/rfis 42`],
    [`${API}/rest/v1.0/companies/7/projects`, `${API}/rest/v1.0/companies/7/projects 7`],
    [`${API}/vapid/me`, `${API}/vapid/me 42`],
    ['http://api.procore.com/rest/v1.0/me', `${API}/rest/v1.0/me 42`],
    ['https://API.Procore.com/rest/v1.0/me', `${API}/rest/v1.0/me 42`],
    ['https://sandbox.procore.com/rest/v1.0/me', 'https://sandbox.procore.com/rest/v1.0/me 42'],
    [
      'https://api-sandbox-monthly.procore.com/rest/v1.0/me',
      'https://api-sandbox-monthly.procore.com/rest/v1.0/me 42',
    ],
    ['https://us02.procore.com/rest/v1.0/me', 'https://us02.procore.com/rest/v1.0/me 42'],
    ['https://app.procore.com/webui', 'https://app.procore.com/webui -'],
    ['https://api.procoregov.com/rest/v1.0/me', 'https://api.procoregov.com/rest/v1.0/me 42'],
    ['https://login.procoregov.com/oauth/token', 'https://login.procoregov.com/oauth/token -'],
    ['https://storage.procore.com/file', 'https://storage.procore.com/file -'],
    ['https://api.procore.com:8443/rest/v1.0/me', 'https://api.procore.com:8443/rest/v1.0/me -'],
  ])('reaches the edge with %s as its real host', async (url, request) => {
    await intercepted(defaults).get(url);

    expect(seen()).toEqual([request]);
  });

  test('is judged by the real host, whichever of attach and intercept comes first', async () => {
    for (const order of ['attach', 'intercept']) {
      const instance = axios.create({ baseURL: API, ...defaults });
      if (order === 'intercept') edge.intercept(instance);
      attachProcoreCompanyId(instance, { companyId: 42 });
      if (order === 'attach') edge.intercept(instance);

      await instance({ url: '/rest/v1.0/projects/3/rfis' });
    }

    expect(seen()).toEqual(Array(2).fill(`${API}/rest/v1.0/projects/3/rfis 42`));
  });

  test('gives the config back as the caller wrote it', async () => {
    const url = `${API}/rest/v1.0/me`;

    const { config, data } = await intercepted(defaults).get(url, { params: { page: 1 } });

    expect(config).toMatchObject({ url, baseURL: API, params: { page: 1 } });
    expect(data).toHaveProperty('login');
  });

  test('gets a token from a login host', async () => {
    const { data } = await intercepted(defaults).post('https://login.procore.com/oauth/token', {
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 'secret',
    });

    expect(data).toHaveProperty('access_token');
    expect(seen()).toEqual(['https://login.procore.com/oauth/token -']);
  });

  checkRedirect('follows a redirect to the storage host', async () => {
    await intercepted(defaults).get('/rest/v1.0/projects/3/rfis/101.pdf');

    expect(edge.requests.map(({ url, to }) => `${new URL(url).origin} ${to}`)).toEqual([
      `${API} api`,
      'https://storage.procore.com storage',
    ]);
  });

  checkQuery('uploads to a presigned url of the storage host', async () => {
    const instance = intercepted(defaults);

    const { data } = await instance.post('/rest/v2.1/companies/42/projects/3/uploads', {
      file_name: 'plan.pdf',
      segments: [{ size: 4 }],
    });
    const [{ url }] = data.data.segments;
    const { status } = await instance.put(url, 'data');

    expect(url).toMatch(/^https:\/\/storage\.procore\.com\/rest\/v2\.1\/companies\/42\//);
    expect(status).toBe(200);
    expect(edge.uploads).toHaveLength(1);
    expect(edge.requests[1]?.companyId).toBeUndefined();
  });

  checkResend('reaches the edge again with the config of an error', async () => {
    const instance = intercepted({ ...defaults, validateStatus: (status) => status < 400 });
    const error = await rejection(instance.get('/rest/v1.0/projects/999/rfis'));

    await rejection(instance(error.config));
    await rejection(axios(error.config));

    expect(seen()).toEqual(Array(3).fill(`${API}/rest/v1.0/projects/999/rfis 42`));
  });
});

describeHttp('an instance with agents of its own', () => {
  let answer: Answer;
  beforeEach(() => {
    answer = {};
  });
  const other = useRecordingServer(() => answer);

  const hostsSeen = (): unknown[] => other.requests.map(({ headers }) => headers.host);

  test.each([
    'https://bucket.s3.amazonaws.com/file',
    'http://gateway.example/rest/v1.0/me',
    'https://notprocore.com/rest/v1.0/me',
    'https://api.procore.com.evil.example/rest/v1.0/me',
  ])('uses them for %s', async (url) => {
    await intercepted(other.agents.config).get(url);

    expect(hostsSeen()).toEqual([new URL(url).host]);
    expect(edge.requests).toEqual([]);
  });

  test('does not use them for hosts of Procore, until the interception ends', async () => {
    const instance = axios.create({ baseURL: API, ...other.agents.config });
    const end = edge.intercept(instance);

    await instance.get('/rest/v1.0/me');
    end();
    end();
    await instance.get('/rest/v1.0/me');

    expect(seen()).toEqual([`${API}/rest/v1.0/me -`]);
    expect(hostsSeen()).toEqual(['api.procore.com']);
  });

  checkRedirect('reaches the edge after a redirect from another host', async () => {
    answer = { status: 302, headers: { location: `${API}/rest/v1.0/me` } };

    await intercepted(other.agents.config).get('https://gateway.example/');

    expect(hostsSeen()).toEqual(['gateway.example']);
    expect(seen()).toHaveLength(1);
  });

  test('uses its proxy for other hosts only', async () => {
    const host = '127.0.0.1';
    const proxy = { host, hostname: host, port: other.port }; // 1.0.0 reads `hostname`
    const instance = intercepted({ proxy });

    await instance.get('http://api.procore.com/rest/v1.0/me');
    await instance.get('http://gateway.example/');

    expect(seen()).toEqual([`${API}/rest/v1.0/me 42`]);
    expect(hostsSeen()).toEqual(['gateway.example']);
  });

  test('reaches the edge without following redirects, too', async () => {
    const instance = intercepted({ maxRedirects: 0 });

    const { status } = await instance.get('/rest/v1.0/projects/3/rfis/101.pdf');

    expect(status).toBe(302);
    expect(seen()).toEqual([`${API}/rest/v1.0/projects/3/rfis/101.pdf 42`]);
  });
});
