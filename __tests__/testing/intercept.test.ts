import axios, { type AxiosInstance, type CreateAxiosDefaults } from 'axios';
import { EventEmitter } from 'events';
import * as http from 'http';
import { tmpdir } from 'os';
import { join } from 'path';
import { attachProcoreCompanyId } from '../../lib';
import type { ProcoreEdge } from '../../lib/testing';
import { useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';
import { multipart } from './call';
import { startEdge } from './edges';

// What needs no other version of axios: see __tests__/integration/intercept.test.ts for the rest.

const ME = 'https://api.procore.com/rest/v1.0/me';
const ELSEWHERE = 'https://gateway.example/rest/v1.0/me';

let edge: ProcoreEdge;
/** What is not led to the edge arrives here. */
const other = useRecordingServer();

beforeAll(async () => {
  edge = await startEdge();
});
beforeEach(() => edge.clear());
afterEach(() => jest.restoreAllMocks());

const refused = (): never => {
  throw new Error('This way leads to the real host.');
};

const otherAgents = (): object => other.agents.config;
const seen = (): unknown[] => edge.requests.map(({ url }) => url);
const seenElsewhere = (): unknown[] => other.requests.map(({ headers }) => headers.host);

function intercepted(defaults: CreateAxiosDefaults = {}): AxiosInstance {
  const instance = axios.create(defaults);
  edge.intercept(instance);
  return instance;
}

describe('an intercepted instance', () => {
  test('is as it was, but for the way of its requests', () => {
    const instance = axios.create(otherAgents());
    const { request } = instance.interceptors;
    const keys = Object.keys(request);
    const defaults = { ...instance.defaults };

    const end = edge.intercept(instance);

    expect(instance.defaults).toEqual(defaults);
    expect(request.use((config) => config)).toBe(0);
    end();
    expect(Object.keys(request)).toEqual(keys);
  });

  test('stays so where all interceptors are cleared', async () => {
    const instance = intercepted();

    instance.interceptors.request.clear();
    await instance.get(ME);

    expect(seen()).toEqual([ME]);
  });

  test.each([true, false])(
    'reaches the edge whatever another interceptor sets, with legacyInterceptorReqResOrdering: %s',
    async (legacyInterceptorReqResOrdering) => {
      const instance = axios.create({ transitional: { legacyInterceptorReqResOrdering } });
      const use = (): unknown =>
        instance.interceptors.request.use((config) =>
          Object.assign(config, otherAgents(), { adapter: 'http', url: ME }),
        );

      use();
      edge.intercept(instance);
      use();
      await instance.get(ELSEWHERE);

      expect(seen()).toEqual([ME]);
    },
  );

  test('shows its interceptors the settings of the caller, at a retry too', async () => {
    const agents = otherAgents();
    const instance = intercepted({ ...agents, socketPath: '/nowhere' });
    const shown: unknown[] = [];
    instance.interceptors.request.use((config) => {
      const { httpAgent, httpsAgent, proxy, socketPath } = config;
      shown.push({ httpAgent, httpsAgent, proxy, socketPath });
      expect(config).not.toHaveProperty('fetchOptions');
      return config;
    });

    const { config } = await instance.get(ME);
    await instance(config);

    const own = { ...agents, socketPath: '/nowhere' };
    expect(shown).toEqual([own, own]);
    expect(seen()).toEqual([ME, ME]);
  });

  test('sends a config of before the end the way of the caller after it', async () => {
    const instance = axios.create(otherAgents());
    const end = edge.intercept(instance);
    const { config } = await instance.get(ME);

    end();
    await instance(config);

    expect(seen()).toEqual([ME]);
    expect(seenElsewhere()).toEqual(['api.procore.com']);
  });

  test('does not make intercepted instances', async () => {
    const child = intercepted(otherAgents()).create();

    await child.get(ME);

    expect(seen()).toEqual([]);
    expect(seenElsewhere()).toEqual(['api.procore.com']);
  });

  test.each<[string, object]>([
    ['socketPath', { socketPath: join(tmpdir(), 'nobody-listens') }],
    ['transport', { transport: { request: refused } }],
    ['httpVersion', { httpVersion: 2 }],
    ['env.fetch', { adapter: 'fetch', env: { fetch: refused } }],
    ['a dispatcher', { adapter: 'fetch', fetchOptions: { dispatcher: { dispatch: refused } } }],
  ])('reaches the edge past %s', async (_, defaults) => {
    await intercepted(defaults).get(ME);

    expect(seen()).toEqual([ME]);
  });

  test('reaches the edge past a proxy that the environment names', async () => {
    const proxies = { https_proxy: other.origin, http_proxy: other.origin, no_proxy: '' };
    const before = { ...process.env };
    Object.assign(process.env, proxies);
    const instance = intercepted();

    await instance.get(ME);
    await instance.get(ELSEWHERE.replace('https', 'http'));

    process.env = before;
    expect(seen()).toEqual([ME]);
    expect(seenElsewhere()).toEqual(['gateway.example']);
  });

  test('gets urls of the real hosts from the edge', async () => {
    const instance = intercepted({ headers: { 'Procore-Company-Id': '42' } });

    const { headers } = await instance.get(
      'https://api.procore.com/rest/v1.0/projects?company_id=42&per_page=1',
    );

    expect(headers.link).toContain('<https://api.procore.com/rest/v1.0/projects?');
  });

  test('posts an upload form to the storage host', async () => {
    const instance = intercepted({ baseURL: 'https://api.procore.com' });
    attachProcoreCompanyId(instance, { companyId: 42 });

    const { data } = await instance.post('/rest/v1.0/projects/3/uploads', {
      response_filename: 'plan.pdf',
    });
    const { headers, body } = multipart(data.fields, Buffer.from('content'));
    const { status } = await instance.post(data.url, body, { headers });

    expect(data.url).toBe('https://storage.procore.com/pro-core.com');
    expect(status).toBe(204);
    expect(edge.uploads).toHaveLength(1);
  });

  test('fails without leaving the machine once the edge is closed', async () => {
    const closed = await startEdge();
    const instance = axios.create(otherAgents());
    closed.intercept(instance);
    await closed.close();

    const error = await rejection(instance.get(ME));

    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(String(error.cause)).toContain('127.0.0.1');
    expect(other.requests).toEqual([]);
  });
});

describe('a request to another host', () => {
  test('goes by the dispatcher of the caller with the fetch adapter', async () => {
    const dispatch = jest.fn(() => {
      throw new Error('asked');
    });
    const instance = intercepted({ adapter: 'fetch', fetchOptions: { dispatcher: { dispatch } } });

    await rejection(instance.get(ELSEWHERE));

    expect(dispatch).toHaveBeenCalledWith(
      expect.objectContaining({ origin: 'https://gateway.example' }),
      expect.anything(),
    );
  });

  test('goes where it says with the fetch adapter', async () => {
    await intercepted({ adapter: 'fetch' }).get(`${other.origin}/me`);

    expect(other.requests).toHaveLength(1);
  });

  test('keeps agents that know a proxy, as axios copies them for `proxy: false`', async () => {
    const httpAgent = new http.Agent({ proxyEnv: {} } as http.AgentOptions);

    const left = await intercepted({ httpAgent, proxy: false }).get(other.origin);
    const watched = await intercepted({ httpAgent }).get(other.origin);

    expect(left.config.httpAgent).toBe(httpAgent);
    expect(watched.config.httpAgent).not.toBe(httpAgent);
  });

  test.each(['http://[', 'nowhere'])('is rejected as ever with the url %s', async (url) => {
    const error = await rejection(axios.get(url));

    await expect(intercepted().get(url)).rejects.toMatchObject({ code: error.code });
  });

  test('is told by the base url where `allowAbsoluteUrls` is off', async () => {
    const proxy = { host: '127.0.0.1', port: other.port };
    const instance = intercepted({ proxy, allowAbsoluteUrls: false, validateStatus: null });

    await instance.get('http://gateway.example/', { baseURL: 'http://api.procore.com/rest/v1.0' });
    await instance.get('http://api.procore.com/', { baseURL: 'http://gateway.example' });

    expect(edge.requests).toHaveLength(1);
    expect(other.requests).toHaveLength(1);
  });
});

describe('two edges on one instance', () => {
  test.each(['the first', 'the second'])('the second gets all until %s ends', async (ends) => {
    const second = await startEdge();
    const instance = axios.create(otherAgents());
    const endFirst = edge.intercept(instance);
    const endSecond = second.intercept(instance);

    await instance.get(ME);
    (ends === 'the first' ? endFirst : endSecond)();
    await instance.get(ME);
    endFirst();
    endSecond();
    await instance.get(ME);

    expect(second.requests).toHaveLength(ends === 'the first' ? 2 : 1);
    expect(edge.requests).toHaveLength(ends === 'the first' ? 0 : 1);
    expect(other.requests).toHaveLength(1);
  });
});

describe('what cannot be led to the edge is refused', () => {
  test.each([[undefined], [{}], [{ interceptors: { request: { use: () => 0 } } }]])(
    'as an instance: %j',
    (instance) => {
      expect(() => edge.intercept(instance as never)).toThrow(
        new TypeError(
          'edge.intercept expects an axios instance, such as `axios.create()`. Is axios mocked in this test?',
        ),
      );
    },
  );

  test('where requests do not ask their agents', () => {
    const request = Object.assign(new EventEmitter(), { destroy: () => undefined });
    jest
      .spyOn(jest.requireActual<typeof http>('http'), 'request')
      .mockReturnValue(request as unknown as http.ClientRequest);

    expect(() => edge.intercept(axios.create())).toThrow(/needs Node's own http module/);
  });

  describe('where there is an XMLHttpRequest', () => {
    beforeEach(() => Object.assign(globalThis, { XMLHttpRequest: jest.fn() }));
    afterEach(() => Reflect.deleteProperty(globalThis, 'XMLHttpRequest'));

    const xhrAdapter = (): never => refused();

    test.each<[string, CreateAxiosDefaults]>([
      ['the default adapters', {}],
      ['the name', { adapter: 'XHR' }],
      ['the function of axios 0.x', { adapter: xhrAdapter }],
    ])('by %s', async (_, defaults) => {
      await expect(intercepted(defaults).get(ME)).rejects.toThrow(/uses XMLHttpRequest/);
    });

    test('but not with another adapter', async () => {
      await intercepted({ adapter: ['http', 'xhr'] }).get(ME);

      expect(seen()).toEqual([ME]);
    });
  });

  test('where fetch does not ask the dispatcher', async () => {
    const fetch = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));

    await expect(intercepted({ adapter: 'fetch' }).get(ME)).rejects.toThrow(
      /the fetch of this runtime would call the real host/,
    );

    expect(fetch.mock.calls.map(([request]) => (request as Request).url)).toEqual([`${edge.url}/`]);
  });
});

test('a dispatcher and agents do not show where a config is printed', async () => {
  const { config } = await intercepted().get(ME);

  expect(JSON.stringify([config.httpAgent, config.httpsAgent, config.fetchOptions])).toBe(
    '[{},{},{"dispatcher":{}}]',
  );
});
