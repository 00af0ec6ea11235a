import type { AxiosRequestConfig, CreateAxiosDefaults } from 'axios';
import type { CompanyIdResolver, RequestConfigLike } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { requestSeen } from '../support/request-seen';

const API = 'https://api.procore.com';

describe('the method of a request', () => {
  test.each<[AxiosRequestConfig, string]>([
    [{}, 'GET'],
    [{ method: 'get' }, 'GET'],
    [{ method: 'PATCH' }, 'PATCH'],
    [{ method: 'Delete' }, 'DELETE'],
  ])('of %p is in upper case', async (config, method) => {
    expect((await requestSeen({ url: '/rest/v1.0/users', ...config })).method).toBe(method);
  });
});

describe('the url of a request', () => {
  test.each<[string, AxiosRequestConfig, string]>([
    ['joined with the baseURL', { url: '/rest/v1.0/users' }, `${API}/rest/v1.0/users`],
    ['joined with a slash between', { url: 'rest/v1.0/users' }, `${API}/rest/v1.0/users`],
    [
      'joined with the path of the baseURL',
      { url: '/v1.0/users', baseURL: `${API}/rest/` },
      `${API}/rest/v1.0/users`,
    ],
    ['the baseURL alone', { url: '', baseURL: `${API}/rest/v1.0/users` }, `${API}/rest/v1.0/users`],
    ['absolute', { url: 'https://us02.procore.com/rest/x' }, 'https://us02.procore.com/rest/x'],
    ['with its own query', { url: '/rest/v1.0/users?page=2' }, `${API}/rest/v1.0/users?page=2`],
    [
      'without params',
      { url: '/rest/v1.0/users?page=2', params: { company_id: 7 } },
      `${API}/rest/v1.0/users?page=2`,
    ],
    ['without a fragment', { url: '/rest/v1.0/users?page=2#top' }, `${API}/rest/v1.0/users?page=2`],
    [
      'with a port',
      { url: 'https://gateway.example.com:8443/rest/v1.0/users' },
      'https://gateway.example.com:8443/rest/v1.0/users',
    ],
    [
      'without user info',
      { url: 'https://user:secret@api.procore.com/rest/v1.0/users' },
      `${API}/rest/v1.0/users`,
    ],
    [
      'without user info in the baseURL',
      { url: '/rest/v1.0/users', baseURL: 'https://user:secret@api.procore.com' },
      `${API}/rest/v1.0/users`,
    ],
  ])('is read as axios joins it: %s', async (_what, config, url) => {
    expect((await requestSeen(config)).url).toBe(url);
  });

  test('is the root where the url is null', async () => {
    expect((await requestSeen({}, {}, { url: null })).url).toBe(`${API}/`);
  });

  test('stays relative where there is no baseURL', async () => {
    const request = await requestSeen({ url: '/api/rest/v1.0/users?page=2' }, { baseURL: '' });

    expect(request.url).toBe('/api/rest/v1.0/users?page=2');
    expect(request.path).toBe('/api/rest/v1.0/users');
  });
});

describe('the path of a request', () => {
  test.each<[AxiosRequestConfig, CreateAxiosDefaults | undefined, string]>([
    [{ url: '/rest/v1.0/users?page=2' }, undefined, '/rest/v1.0/users'],
    [{ url: 'users', baseURL: `${API}/rest/v1.0` }, undefined, '/rest/v1.0/users'],
    [{ url: `${API}/rest/v1.0/users/` }, undefined, '/rest/v1.0/users/'],
    [{ url: '', params: { a: 1 } }, undefined, '/'],
    [{}, undefined, '/'],
    [{ url: 'rest/v1.0/a b' }, { baseURL: '' }, '/rest/v1.0/a b'],
    [{ url: '?page=2' }, { baseURL: `${API}/rest/v1.0/users` }, '/rest/v1.0/users'],
  ])('of %j begins with a slash and ends before the query', async (config, defaults, path) => {
    expect((await requestSeen(config, defaults)).path).toBe(path);
  });
});

describe('the route of a request', () => {
  test.each([
    ['/rest/v1.0/projects', '/rest/v1.0/projects'],
    ['/rest/v1.0/projects/3/rfis/101', '/rest/v1.0/projects/:project_id/rfis/:id'],
    ['/rest/v1.0/project/3/settings', '/rest/v1.0/project/:project_id/settings'],
    ['/rest/v1.0/companies/7/users', '/rest/v1.0/companies/:company_id/users'],
    [
      '/rest/v2.0/companies/7/projects/3/bim_models/01JEDGE0123',
      '/rest/v2.0/companies/:company_id/projects/:project_id/bim_models/:id',
    ],
    ['/rest/v1.0/rfis/101/replies/5', '/rest/v1.0/rfis/:id/replies/:id'],
    ['/vapid/projects/3/rfis/101', '/vapid/projects/:project_id/rfis/:id'],
    ['/rest/v1.0/companies/{company_id}/users', '/rest/v1.0/companies/:company_id/users'],
    ['/rest/v1.0/companies/0/users', '/rest/v1.0/companies/:company_id/users'],
    [
      '/rest/v1.0/workforce-planning/v2/companies/123e4567-e89b-12d3-a456-426614174000/people',
      '/rest/v1.0/workforce-planning/v2/companies/:company_id/people',
    ],
    ['/rest/v1.0/projects/3/rfis/101.pdf', '/rest/v1.0/projects/:project_id/rfis/:id'],
    ['/rest/v1.0/users/me@example.com', '/rest/v1.0/users/:id'],
    ['/rest/v10.12/users/3', '/rest/v10.12/users/:id'],
    ['/rest/v1.0/bid_board_projects/3', '/rest/v1.0/bid_board_projects/:id'],
    ['/rest/v1.0/projects_archive/3', '/rest/v1.0/projects_archive/:id'],
    ['/rest/v1.0/files/AbC123dEf456', '/rest/v1.0/files/:id'],
    ['/rest/v1.0/users?company_id=7&token=secret', '/rest/v1.0/users'],
    ['/rest/v1.0/users#secret', '/rest/v1.0/users'],
    ['/rest/v1.0/me', '/rest/v1.0/me'],
  ])('of %s is %s', async (url, route) => {
    expect((await requestSeen({ url, procoreCompanyId: null })).route).toBe(route);
  });

  test('has nothing of the host or of user info', async () => {
    const url = 'https://user:secret@api.procore.com/rest/v1.0/projects/3?token=secret';

    expect((await requestSeen({ url })).route).toBe('/rest/v1.0/projects/:project_id');
  });
});

describe('the company of a request', () => {
  test.each<[string, AxiosRequestConfig, string | undefined]>([
    ['in the path', { url: '/rest/v1.0/companies/7/users' }, '7'],
    ['in the query', { url: '/rest/v1.0/users?company_id=8' }, '8'],
    ['in params', { url: '/rest/v1.0/users', params: { company_id: ' 8' } }, '8'],
    ['in the body', { url: '/rest/v1.0/users', method: 'post', data: { company_id: 9n } }, '9'],
    [
      'in the path before the query',
      { url: '/rest/v1.0/companies/7/users', params: { company_id: 8 } },
      '7',
    ],
    [
      'in the query before the body',
      { url: '/rest/v1.0/users?company_id=8', method: 'post', data: { company_id: 9 } },
      '8',
    ],
    ['nowhere', { url: '/rest/v1.0/users' }, undefined],
    ['nowhere, as the config does not count', { url: '/', companyId: 9 } as never, undefined],
  ])('is named %s', async (_where, config, companyId) => {
    const { data, ...rest } = config;
    const body = data && { data: { company_id: Number(data.company_id) } };

    expect((await requestSeen({ ...rest, ...body })).companyId).toBe(companyId);
  });
});

describe('the project of a request', () => {
  test.each<[string, AxiosRequestConfig, string | undefined]>([
    ['in the path', { url: '/rest/v1.0/projects/3/rfis' }, '3'],
    ['in the path, singular', { url: '/rest/v1.0/project/3/settings' }, '3'],
    ['in the query', { url: '/rest/v1.0/rfis?project_id=4' }, '4'],
    ['in params', { url: '/rest/v1.0/rfis', params: { project_id: '4' } }, '4'],
    ['in the body', { url: '/rest/v1.0/rfis', method: 'post', data: { project_id: 5 } }, '5'],
    [
      'in the path before the query',
      { url: '/rest/v1.0/projects/3/rfis', params: { project_id: 4 } },
      '3',
    ],
    [
      'in the query before the body',
      { url: '/rest/v1.0/rfis?project_id=4', method: 'post', data: { project_id: 5 } },
      '4',
    ],
    ['nowhere, but a bid board', { url: '/rest/v1.0/bid_board_projects/3' }, undefined],
    ['nowhere, but a placeholder', { url: '/rest/v1.0/projects/0/rfis' }, undefined],
    ['nowhere, but in a filter', { url: '/rest/v1.0/rfis?filters[project_id]=4' }, undefined],
    ['nowhere', { url: '/rest/v1.0/projects' }, undefined],
  ])('is named %s', async (_where, config, projectId) => {
    expect((await requestSeen(config)).projectId).toBe(projectId);
  });
});

describe('the config of a request', () => {
  test('is the one that axios goes on with, with the keys of the caller', async () => {
    const tenant = { key: 'a' };
    const { config } = await requestSeen({ url: '/rest/v1.0/users', tenant } as never);

    expect(config).toMatchObject({ url: '/rest/v1.0/users', baseURL: API, tenant: { key: 'a' } });
  });
});

describe('a header of a request', () => {
  test.each(['Content-Type', 'content-type', 'CONTENT-TYPE'])(
    'is found whatever its case: %s',
    async (name) => {
      const request = await requestSeen({
        method: 'post',
        url: '/rest/v1.0/users',
        headers: { 'content-TYPE': 'text/csv' },
      });

      expect(request.header(name)).toBe('text/csv');
    },
  );

  test('may come from the defaults of the instance', async () => {
    const request = await requestSeen(
      { url: '/rest/v1.0/users' },
      { headers: { 'X-Tenant': 'a' } },
    );

    expect(request.header('x-tenant')).toBe('a');
  });

  test('is found in the buckets of axios 0.x: those of the call, then of the method, then of all', async () => {
    const buckets = {
      common: { 'X-Common': 'c', 'X-Tenant': 'c', 'X-Trace': 'c' },
      post: { 'X-Tenant': 'p', 'X-Trace': 'p' },
      get: { 'X-Tenant': 'g' },
    };
    const headers = { ...buckets, 'x-trace': 'own' };
    const found: unknown[] = [];
    const { instance } = attachedInstance({
      resolver: (request) => {
        for (const name of ['x-common', 'x-tenant', 'x-trace']) found.push(request.header(name));
        return undefined;
      },
    });
    instance.interceptors.request.use((config) =>
      Object.assign(config, { method: 'POST', headers }),
    );

    await instance.get('/rest/v1.0/users').catch(() => undefined);

    expect(found).toEqual(['c', 'p', 'own']);
  });

  test('is undefined where there is none', async () => {
    const request = await requestSeen({ url: '/rest/v1.0/users' }, {}, { headers: null });

    expect(request.header('x-tenant')).toBeUndefined();
  });
});

describe('what a resolver reports', () => {
  const resolver: CompanyIdResolver = (request) => {
    request.report(new Error('the cache is down'));
    return 3;
  };

  test('is an event, and the request goes on', async () => {
    const { instance, sentIds, events } = attachedInstance({ resolver });

    await instance.get('/rest/v1.0/projects/3');

    expect(sentIds()).toEqual(['3']);
    expect(events).toEqual([
      {
        type: 'failed',
        method: 'GET',
        route: '/rest/v1.0/projects/:project_id',
        error: new Error('the cache is down'),
      },
      expect.objectContaining({ type: 'resolved', companyId: '3' }),
    ]);
  });

  test('is lost where nobody observes', async () => {
    const { instance, sentIds } = attachedInstance({ resolver, observe: null });

    await instance.get('/rest/v1.0/projects/3');

    expect(sentIds()).toEqual(['3']);
  });
});

test('the fields of a config can be read by their types', async () => {
  const signals: (boolean | undefined)[] = [];
  const config: RequestConfigLike = (
    await requestSeen({ url: '/x', method: 'get', signal: new AbortController().signal })
  ).config;
  signals.push(config.signal?.aborted);
  const texts: (string | undefined)[] = [config.url, config.method, config.baseURL];
  // @ts-expect-error -- a field of the caller's own is unknown
  const own: string | undefined = config.tenant;
  // @ts-expect-error -- resolvers must not write to it
  const write = (): string => (config.url = '/y');

  expect(signals).toEqual([false]);
  expect(texts).toEqual(['/x', 'get', API]);
  expect(own).toBeUndefined();
  expect(write).toBeInstanceOf(Function);
});
