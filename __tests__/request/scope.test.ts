import type { AxiosRequestConfig, CreateAxiosDefaults } from 'axios';
import type { ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';

/** Whether a request gets the header of the default company, or its event where not. */
async function outcomeOf(
  config: AxiosRequestConfig,
  options: ProcoreCompanyIdOptions = {},
  defaults: CreateAxiosDefaults = {},
): Promise<string | undefined> {
  const { instance, sentIds, events } = attachedInstance({ companyId: 42, ...options }, defaults);
  await instance.request(config);
  return sentIds()[0] ?? events[0]?.type;
}

const PATH = '/rest/v1.0/users';

describe('hosts', () => {
  test.each([
    'https://xapi.procore.com',
    'https://api.procore.com.example',
    'https://api.procorexcom',
    'https://app.procore.com.example',
    'https://app.procore.com.example.com',
    'https://xapp.procore.com',
    'https://us021.procore.com',
    'https://www.procore.com',
    '//api.procore.com.example',
    's3://bucket',
  ])('that only look like one of the API are none: %s', async (origin) => {
    expect(await outcomeOf({ url: origin + PATH })).toBe('out-of-scope');
  });

  test.each([
    'https://%61pi.procore.com',
    'https://api.procore%2ecom',
    'https://api.procore.com:443x',
    'https://user:pass word@api.procore.com',
    'https://api.pro\tcore.com',
    'https://127.0.0.1:',
    'https://us%65r@api.procore.com:443%20',
    '//api.procore.com',
  ])('on which url parsers disagree are none: %j', async (origin) => {
    expect(await outcomeOf({ url: origin + PATH })).toBe('out-of-scope');
  });

  test.each(['https://[::1]', 'https://127.0.0.1', 'https://user:password@api.procore.com'])(
    'on which they agree are compared with `apiHosts`: %s',
    async (origin) => {
      const { host } = new URL(origin);
      expect(await outcomeOf({ url: origin + PATH }, { apiHosts: [host] })).toBe('42');
    },
  );

  test.each(['https://developer.procore.com', 'https://developers.procore.com'])(
    'that are never the API stay so, whatever is named: %s',
    async (origin) => {
      expect(await outcomeOf({ url: origin + PATH }, { apiHosts: () => true })).toBe(
        'out-of-scope',
      );
    },
  );

  test.each<[string, string, string]>([
    ['https://gateway.example', 'gateway.example', '42'],
    ['https://gateway.example', 'gateway.example:443', '42'],
    ['http://gateway.example', 'gateway.example:80', '42'],
    ['https://gateway.example', 'gateway.example:80', 'out-of-scope'],
    ['http://gateway.example', 'gateway.example:443', 'out-of-scope'],
    ['https://gateway.example:8443', 'gateway.example:8443', '42'],
    ['https://gateway.example:8443', 'gateway.example', 'out-of-scope'],
    ['https://www.procore.com.example', 'www.procore.com.example', '42'],
  ])('%s, where `apiHosts` names %s: %s', async (origin, host, outcome) => {
    expect(await outcomeOf({ url: origin + PATH }, { apiHosts: [host] })).toBe(outcome);
  });

  test.each([
    ['/rest/v1.0/users', '42'],
    ['/vapid/users', '42'],
    ['/rest', '42'],
    ['/rest/v1.0/files/%E9t%C3%A9', '42'],
    ['/restaurants', 'out-of-scope'],
    ['/webui/rest/v1.0', 'out-of-scope'],
    ['/', 'out-of-scope'],
  ])('that serve other things too are judged by their paths: %s', async (path, outcome) => {
    expect(await outcomeOf({ url: `https://app.procore.com${path}` })).toBe(outcome);
  });

  test('with a trailing dot lead to the same', async () => {
    expect(await outcomeOf({ url: `https://api.procore.com.${PATH}` })).toBe('42');
  });

  test('are judged for each url, even when its origin begins like the one before, or is as long', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    await instance.get(`https://api.procore.com${PATH}`);
    await instance.get(`https://api.procore.comx.example${PATH}`);
    await instance.get(`https://api.procore.com${PATH}`);
    await instance.get(`https://xyz.procore.com${PATH}`);

    expect(sentIds()).toEqual(['42', undefined, '42', undefined]);
  });

  test.each(['https://api.procore.com:99999', 'https://[::1', 'https://api.procore.com:x'])(
    'that nobody can tell are none: %s',
    async (origin) => {
      expect(await outcomeOf({ url: origin + PATH })).toBe('out-of-scope');
    },
  );
});

describe('where an instance has no `baseURL`', () => {
  const onPage = (url: string) => outcomeOf({ url }, {}, { baseURL: '' });

  test.each([
    PATH,
    'rest/v1.0/users',
    '/rest/v1.0/users?page=2',
    '/vapid/users',
    '/procore/rest/v2.0/users',
    '/rest/v1.0/files/a:b',
    '/rest/v1.0/files/https://evil.example/x',
  ])('a url with a path of the REST API is in scope: %j', async (url) => {
    expect(await onPage(url)).toBe('42');
  });

  test.each([
    '?page=2',
    '/',
    '/api/x',
    '/rest/users',
    '/rest/version',
    '/vapids/x',
    '/x?y=/rest/v1.0/x',
  ])('a url of the application itself is not: %j', async (url) => {
    expect(await onPage(url)).toBe('out-of-scope');
  });

  test.each([
    ' /rest/v1.0/users',
    '\n/rest/v1.0/users',
    '//evil.example/rest/v1.0/x',
    '//evil.example/x',
    '/\\evil.example/x',
    '/\t/evil.example/x',
    '\u00A0//evil.example/x',
    'http:evil.example/x',
    'https:/evil.example/x',
    'ht\ntps:evil.example/x',
    'HTTP:evil.example/x',
    'ws:/evil.example/x',
    '1:evil.example/x',
    '1-2.3+z:evil.example/x',
    'https:',
    'https://api.procore.com:99999/x',
  ])('a url that may lead elsewhere is not: %j', async (url) => {
    expect(await onPage(url)).toBe('out-of-scope');
  });
});

test.each<[string, string]>([
  ['/oauth', 'out-of-scope'],
  ['/oauth/token', 'out-of-scope'],
  ['/oauthx/token', '42'],
  ['/rest/v1.0/oauth/token', '42'],
])('the path %s of the API: %s', async (url, outcome) => {
  expect(await outcomeOf({ url })).toBe(outcome);
});

test.each(['//api.procore.com', 'https://api.procore.com%2f.example', 'https://a b'])(
  'a host that can be read in two ways is none of the API, also after one that is: %s',
  async (origin) => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 }, { baseURL: '' });

    await instance.get(`https://api.procore.com${PATH}`);
    await instance.get(origin + PATH);

    expect(sentIds()).toEqual(['42', undefined]);
  },
);

describe('a `baseURL` that a call brings along', () => {
  test('is not the API because the one of the instance is', async () => {
    expect(await outcomeOf({ url: PATH, baseURL: '' })).toBe('out-of-scope');
    expect(await outcomeOf({ url: PATH, baseURL: 'https://evil.example' })).toBe('out-of-scope');
  });

  test.each([PATH, '/rest/v1.0/folders/a%20b'])(
    'does not count where the url is absolute: %s',
    async (path) => {
      const config = { baseURL: 'https://evil.example', url: `https://api.procore.com${path}` };

      expect(await outcomeOf(config)).toBe('42');
    },
  );
});

describe('OAuth and file links', () => {
  const GATEWAY = { baseURL: 'https://gateway.example/procore' };

  test.each<[string, string]>([
    ['/fas', 'out-of-scope'],
    ['/fas/api/v5/files/01JEDGE0123?sig=a', 'out-of-scope'],
    ['//oauth/token', 'out-of-scope'],
    ['/fast/x', '42'],
    ['/rest/v1.0/fas/x', '42'],
  ])('are no part of the API: %s', async (path, outcome) => {
    expect(await outcomeOf({ url: `https://api.procore.com${path}` })).toBe(outcome);
    expect(
      await outcomeOf({ url: `https://other.example${path}` }, { apiHosts: ['other.example'] }),
    ).toBe(outcome);
    expect(await outcomeOf({ url: `https://other.example${path}` }, { apiHosts: () => true })).toBe(
      outcome,
    );
  });

  test.each<[string, string]>([
    ['/oauth/token', 'out-of-scope'],
    ['oauth/token', 'out-of-scope'],
    ['/fas/api/v5/us-east-1/pro-core.com/companies/8089/s.png', 'out-of-scope'],
    ['https://gateway.example/procore/fas/x', 'out-of-scope'],
    ['https://gateway.example/oauth/token', 'out-of-scope'],
    ['https://gateway.example/other/oauth/token', '42'],
    ['https://gateway.example/procore2/oauth/token', '42'],
    ['/rest/v1.0/oauth/token', '42'],
  ])('below the path of the own `baseURL` are none either: %s', async (url, outcome) => {
    for (const baseURL of [GATEWAY.baseURL, `${GATEWAY.baseURL}/`])
      expect(await outcomeOf({ url }, {}, { baseURL })).toBe(outcome);
  });

  test('are never refused', async () => {
    const { instance, sentIds } = attachedInstance({ onUnresolved: 'reject' }, GATEWAY);

    await instance.post('/oauth/token', { grant_type: 'client_credentials' });
    await instance.get('https://api.procore.com/fas/api/v5/files/01JEDGE0123?sig=a');

    expect(sentIds()).toEqual([undefined, undefined]);
  });
});

describe('on a page', () => {
  const holder = globalThis as { location?: object };
  beforeEach(() => {
    holder.location = { origin: 'https://app.example', protocol: 'https:' };
  });
  afterEach(() => {
    delete holder.location;
  });

  test.each<[string, string | undefined, string]>([
    ['/rest/v1.0/users', undefined, '42'],
    ['/users', undefined, 'out-of-scope'],
    ['/users', '/procore', '42'],
    ['users', 'procore', '42'],
    ['https://app.example/x', '/procore', '42'],
    ['//app.example/x', '/procore', '42'],
    ['https://app.example:8443/x', '/procore', 'out-of-scope'],
    ['http://app.example/x', '/procore', 'out-of-scope'],
    ['https://app.example/x', undefined, 'out-of-scope'],
    ['https://app.example/x', 'https://gateway.example', 'out-of-scope'],
    ['//api.procore.com/rest/v1.0/users', undefined, '42'],
    ['//evil.example/rest/v1.0/users', undefined, 'out-of-scope'],
  ])('%s of an instance with the baseURL %s: %s', async (url, baseURL, outcome) => {
    expect(await outcomeOf({ url }, {}, { baseURL: baseURL ?? '' })).toBe(outcome);
  });

  test.each<[ProcoreCompanyIdOptions, string]>([
    [{ apiHosts: ['app.example'] }, '42'],
    [{ apiHosts: ['other.example'] }, 'out-of-scope'],
    [{ apiHosts: ({ href }) => href === 'https://app.example/users?page=2' }, '42'],
    [{ apiHosts: () => false }, 'out-of-scope'],
  ])(
    "a relative url belongs to the page's own host, which %p may name",
    async (options, outcome) => {
      expect(await outcomeOf({ url: '/users?page=2' }, options, { baseURL: '' })).toBe(outcome);
    },
  );

  test('of React Native, which has no origin, nothing is known', async () => {
    holder.location = { protocol: undefined };

    expect(await outcomeOf({ url: '/users' }, {}, { baseURL: '' })).toBe('out-of-scope');
    expect(await outcomeOf({ url: '//api.procore.com/x' })).toBe('out-of-scope');
  });
});

describe('a function as `apiHosts`', () => {
  test('is asked with the url as it goes out, without user info and params', async () => {
    const seen: string[] = [];
    const apiHosts = (url: URL) => {
      seen.push(url.href);
      return true;
    };

    await outcomeOf(
      { url: 'https://u:p@Gateway.example:8443/x?y=1#z', params: { a: 1 } },
      { apiHosts },
    );

    expect(seen).toEqual(['https://gateway.example:8443/x?y=1']);
  });

  test.each<[string, () => unknown]>([
    ['throws', () => JSON.parse('{')],
    ['answers with something else than true', () => 'yes'],
    ['answers later', () => Promise.resolve(true)],
  ])('that %s approves of nothing', async (_how, apiHosts) => {
    const options = { apiHosts: apiHosts as () => boolean };

    expect(await outcomeOf({ url: 'https://gateway.example/x' }, options)).toBe('out-of-scope');
  });

  test('is asked anew for each url', async () => {
    const { instance, sentIds } = attachedInstance({
      companyId: 42,
      apiHosts: ({ pathname }) => pathname.startsWith('/api/'),
    });

    for (const path of ['/api/x', '/x', '/api/y']) await instance.get(`https://a.example${path}`);

    expect(sentIds()).toEqual(['42', undefined, '42']);
  });

  test('does not change which hosts of Procore are the API', async () => {
    const options = { apiHosts: () => true };

    for (const origin of ['https://login.procore.com', 'https://app.procore.com'])
      expect(await outcomeOf({ url: `${origin}/x` }, options)).toBe('out-of-scope');
    expect(await outcomeOf({ url: 'https://app.procore.com/rest/x' }, options)).toBe('42');
  });
});
