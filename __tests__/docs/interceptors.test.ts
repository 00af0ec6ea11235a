import axios, { type AxiosInstance } from 'axios';
import axios021 from 'axios-0.21';
import { buildKeyGenerator, setupCache } from 'axios-cache-interceptor';
import applyCaseMiddleware from 'axios-case-converter';
import { cacheAdapterEnhancer, throttleAdapterEnhancer } from 'axios-extensions';
import * as AxiosLogger from 'axios-logger';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import * as http from 'http';
import { rejection } from '../support/rejection';

// What docs/interceptors.md says beside its programs: mostly what goes wrong in another order.

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await createProcoreEdge();
});
beforeEach(() => edge.clear());
afterAll(() => edge.close());

type Order = 'first' | 'last';

/** An instance to which the plugin is attached before or after something else is set up. */
function create(order: Order, setUp: (instance: AxiosInstance) => void): AxiosInstance {
  const instance = axios.create({ baseURL: edge.url });
  if (order === 'first') attachProcoreCompanyId(instance, { companyId: 42 });
  setUp(instance);
  if (order === 'last') attachProcoreCompanyId(instance, { companyId: 42 });
  return instance;
}

const sentIds = (): unknown[] => edge.requests.map(({ companyId }) => companyId);

describe('axios-cache-interceptor', () => {
  const withKey = (instance: AxiosInstance): void => {
    const generateKey = buildKeyGenerator(({ url, headers }) => ({
      url,
      company: String(headers?.['Procore-Company-Id']),
    }));
    setupCache(instance, { generateKey });
  };
  const withVary = (instance: AxiosInstance): void => {
    setupCache(instance, { vary: ['procore-company-id'] });
  };

  test.each([
    ['a key with the company', 'last', '42 7', withKey],
    ['a key with the company', 'first', '42', withKey],
    ['vary', 'last', '42 7', withVary],
    ['vary', 'first', '42', withVary],
  ] as const)('with %s and the plugin attached %s asks for %s', async (_, order, asked, setUp) => {
    const procore = create(order, setUp);

    for (const procoreCompanyId of [42, 7, 42])
      await procore.get('/rest/v1.0/me', { procoreCompanyId });

    expect(sentIds().join(' ')).toBe(asked);
  });

  test.each([
    ['a key with the company', withKey],
    ['vary', withVary],
  ])('keeps calls apart that are made at the same time, with %s', async (_, setUp) => {
    const procore = create('last', setUp);
    const calls = [42, 7, 42].map((procoreCompanyId) =>
      procore.get('/rest/v1.0/companies/', { procoreCompanyId }),
    );

    await Promise.all(calls);

    expect(sentIds().sort()).toEqual(['42', '7']);
  });

  test('takes an id that the call gives as the whole key', async () => {
    const procore = create('last', withKey);

    for (const procoreCompanyId of [42, 7])
      await procore.get('/rest/v1.0/me', { procoreCompanyId, id: 'me' } as object);

    expect(sentIds()).toEqual(['42']);
  });
});

describe('axios-extensions', () => {
  const askTwice = async (adapter: ReturnType<typeof cacheAdapterEnhancer>): Promise<void> => {
    const procore = axios.create({ baseURL: edge.url, adapter });
    attachProcoreCompanyId(procore);
    for (const procoreCompanyId of [42, 7])
      await procore.get('/rest/v1.0/me', { procoreCompanyId });
  };

  test.each([
    ['cacheAdapterEnhancer', cacheAdapterEnhancer],
    ['throttleAdapterEnhancer', throttleAdapterEnhancer],
  ])('%s by itself gives a company the response of another', async (_, enhance) => {
    await askTwice(enhance(axios.getAdapter('http')));

    expect(sentIds()).toEqual(['42']);
  });

  test('with a key for each company it does not, in whatever order', async () => {
    const keyGenerator = ({ url, headers }: { url?: string; headers?: object }): string =>
      JSON.stringify([url, new axios.AxiosHeaders({ ...headers }).get('Procore-Company-Id')]);

    await askTwice(cacheAdapterEnhancer(axios.getAdapter('http'), { keyGenerator }));

    expect(sentIds()).toEqual(['42', '7']);
  });
});

test.each([
  ['first', 'nothing'],
  ['last', '42'],
] as const)(
  'with the plugin attached %s, a signer and a choice of token see %s',
  async (order, seen) => {
    const procore = create(order, ({ interceptors }) => {
      interceptors.request.use((config) => {
        config.headers['X-Seen'] = config.headers['Procore-Company-Id'] ?? 'nothing';
        return config;
      });
    });

    await procore.get('/rest/v1.0/me');

    expect(edge.requests.map(({ headers }) => headers['x-seen'])).toEqual([seen]);
    expect(sentIds()).toEqual(['42']);
  },
);

test.each([
  [true, '42'],
  [false, undefined],
])(
  'with includeCreated: %s, an instance made from an instance sends %s',
  async (includeCreated, id) => {
    const procore = axios.create({ baseURL: edge.url });
    attachProcoreCompanyId(procore, { companyId: 42, includeCreated });

    await procore.create({ timeout: 60_000 }).get('/rest/v1.0/me');

    expect(sentIds()).toEqual([id]);
  },
);

test('the header follows the redirects of an own transport, and not those of axios', async () => {
  const procore = create('last', () => undefined);
  const download = '/rest/v1.0/projects/3/rfis/101.pdf';
  const request = ((options: http.RequestOptions, onResponse: (r: http.IncomingMessage) => void) =>
    http.request(options, (response) => {
      const { location } = response.headers;
      if (!location) onResponse(response);
      else http.get(location, { headers: options.headers }, onResponse);
    })) as typeof http.request;

  await procore.get(download);
  await rejection(procore.get(download, { transport: { request } }));

  const storage = edge.requests.filter(({ to }) => to === 'storage');
  expect(storage.map(({ companyId }) => companyId)).toEqual([undefined, '42']);
});

describe('@nuxtjs/axios 5', () => {
  /** As its plugin makes an instance: the interceptor that merges default headers is the first. */
  function createNuxtInstance(): ReturnType<typeof axios021.create> {
    const $axios = axios021.create({ baseURL: edge.url });
    $axios.interceptors.request.use((config) => {
      config.headers = { ...$axios.defaults.headers.common, ...config.headers };
      return config;
    });
    attachProcoreCompanyId($axios, { companyId: 42 });
    return $axios;
  }

  test('sends the header of the plugin', async () => {
    await createNuxtInstance().get('/rest/v1.0/projects/3/rfis');

    expect(sentIds()).toEqual(['42']);
  });

  test('brings a default header back on a call that opted out', async () => {
    const $axios = createNuxtInstance();
    $axios.defaults.headers.common['Procore-Company-Id'] = '7';

    await $axios.get('/rest/v1.0/me', { procoreCompanyId: false } as object);

    expect(sentIds()).toEqual(['7']);
  });
});

describe('axios-case-converter', () => {
  const setUp = (instance: AxiosInstance): void => {
    applyCaseMiddleware(instance);
  };

  test.each([
    ['first', '7'],
    ['last', '42'],
  ] as const)('with the plugin attached %s sends company %s for params', async (order, id) => {
    const procore = create(order, setUp);

    await procore.get('/rest/v1.0/projects', { params: { companyId: 7 } });

    expect(edge.requests[0]?.path).toBe('/rest/v1.0/projects?company_id=7');
    expect(sentIds()).toEqual([id]);
  });

  test.each(['first', 'last'] as const)(
    'renames bodies after the plugin, attached %s',
    async (order) => {
      const procore = create(order, setUp);

      await rejection(procore.post('/rest/v1.0/projects', { companyId: 7, project: {} }));

      expect(edge.requests[0]?.body).toBe('{"company_id":7,"project":{}}');
      expect(sentIds()).toEqual(['42']);
    },
  );

  test('does not make a header of another name into the one of the company', async () => {
    const procore = create('first', setUp);

    await procore.get('/rest/v1.0/projects/3/rfis', { headers: { procoreCompanyId: '7' } });

    expect(sentIds()).toEqual(['42']);
  });
});

test.each([
  ['first', false],
  ['last', true],
] as const)('axios-logger with the plugin attached %s shows the header: %s', async (order, is) => {
  const lines: string[] = [];
  const options = { headers: true, logger: (line: string) => lines.push(line) };
  const procore = create(order, ({ interceptors }) => {
    interceptors.request.use((request) => AxiosLogger.requestLogger(request, options));
  });

  await procore.get('/rest/v1.0/me', { headers: { Authorization: 'Bearer secret' } });

  expect(lines[0]?.includes('"Procore-Company-Id":"42"')).toBe(is);
  expect(lines[0]).toContain('Bearer secret');
});

test.each([
  ['first', '42'],
  ['last', '7'],
] as const)(
  'with legacyInterceptorReqResOrdering: false and attached %s, company %s is sent',
  async (order, id) => {
    const procore = create(order, (instance) => {
      instance.defaults.transitional = { legacyInterceptorReqResOrdering: false };
      instance.interceptors.request.use((config) => {
        config.params = { company_id: 7 };
        return config;
      });
    });

    await procore.get('/rest/v1.0/projects');

    expect(sentIds()).toEqual([id]);
  },
);
