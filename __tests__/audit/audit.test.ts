import type { AxiosRequestConfig } from 'axios';
import { type CompanyIdEvent, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { type Audit, type AuditRoute, createAudit } from 'axios-procore-company-id/audit';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';

const RFIS = '/rest/v1.0/projects/:project_id/rfis';

/** What an audit says of the one call that an attached instance makes. */
async function auditOf(
  config: AxiosRequestConfig,
  options: ProcoreCompanyIdOptions = {},
): Promise<AuditRoute> {
  const audit = createAudit();
  const { instance } = attachedInstance({ observe: audit.observe, ...options });
  await instance.request(config).catch(() => undefined);
  const { routes } = audit.report();
  expect(routes).toHaveLength(1);
  return routes[0] as AuditRoute;
}

function auditOfEvents(...events: CompanyIdEvent[]): Audit {
  const audit = createAudit();
  events.forEach(audit.observe);
  return audit;
}

const event = (more: Partial<CompanyIdEvent>): CompanyIdEvent => ({
  type: 'resolved',
  method: 'GET',
  route: RFIS,
  ...more,
});

type Case = [
  what: string,
  config: AxiosRequestConfig,
  options: ProcoreCompanyIdOptions,
  found: string,
  advice: string,
];

const BOOM = new Error('no tenant');

const CASES: Case[] = [
  [
    'the path names the company',
    { url: '/rest/v1.0/companies/7/users' },
    {},
    'path',
    'Attaching the plugin is enough: the path names the company.',
  ],
  [
    'the query does',
    { url: '/rest/v1.0/users?company_id=7' },
    {},
    'query',
    'Attaching the plugin is enough: the query names the company.',
  ],
  [
    'the body does',
    { url: '/rest/v1.0/users', method: 'post', data: { company_id: 7 } },
    {},
    'body',
    'Attaching the plugin is enough: the body names the company.',
  ],
  [
    'the call gives it',
    { url: '/rest/v1.0/users', procoreCompanyId: 7 },
    {},
    'given',
    'Nothing to do: the call or a resolver gives the id.',
  ],
  [
    'a header set by hand gives it',
    { url: '/rest/v1.0/users', headers: { 'Procore-Company-Id': '7' } },
    {},
    'given',
    'Nothing to do: the call or a resolver gives the id.',
  ],
  [
    'a resolver gives it',
    { url: '/rest/v1.0/users' },
    { resolver: () => ({ companyId: 7, source: 'tenant' }) },
    'given',
    'Nothing to do: the call or a resolver gives the id.',
  ],
  [
    'a project directory gives it',
    { url: '/rest/v1.0/projects/3/rfis' },
    { resolver: () => ({ companyId: 7, source: 'project' }) },
    'project',
    'The project directory gives the id.',
  ],
  [
    'only a project is named',
    { url: '/rest/v1.0/projects/3/rfis' },
    {},
    'project',
    'Add a project directory or a default: only a project is named.',
  ],
  [
    'only a project is named, and there is a default',
    { url: '/rest/v1.0/projects/3/rfis' },
    { companyId: 7 },
    'project',
    'The default gives the id, which is right only if there is one company.',
  ],
  [
    'nothing is named',
    { url: '/rest/v1.0/users' },
    {},
    'default',
    'Set `companyId` or pass `procoreCompanyId`: no company is named.',
  ],
  [
    'nothing is named, and there is a default',
    { url: '/rest/v1.0/users' },
    { companyId: 7 },
    'default',
    'The default gives the id, which is right only if there is one company.',
  ],
  [
    'two companies are named',
    { url: '/rest/v1.0/users?company_id=7&company_id=8' },
    {},
    'ambiguous',
    'Pass `procoreCompanyId`: the call names two companies.',
  ],
  [
    'the call opts out',
    { url: '/rest/v1.0/users', procoreCompanyId: false },
    {},
    'opted-out',
    'Remove `procoreCompanyId: false`: the call needs the header.',
  ],
  [
    'the given id is unusable',
    { url: '/rest/v1.0/users', procoreCompanyId: 'undefined' },
    {},
    'failed',
    'The call gets no id. The value given is not a valid company id: check where it comes from.',
  ],
  [
    'the given id is another',
    { url: '/rest/v1.0/companies/7/users', procoreCompanyId: 8 },
    {},
    'failed',
    'The call gets no id. Two sources name different companies: fix one of them.',
  ],
  [
    'the given id is another, and sent',
    { url: '/rest/v1.0/companies/7/users', procoreCompanyId: 8 },
    { onConflict: 'send' },
    'given',
    'Nothing to do: the call or a resolver gives the id. Two sources name different companies: fix one of them.',
  ],
  [
    'the resolver fails',
    { url: '/rest/v1.0/users' },
    {
      resolver: () => {
        throw BOOM;
      },
    },
    'failed',
    'The call gets no id. The resolver failed: see its error.',
  ],
  [
    'the call needs no header',
    { url: '/rest/v1.0/me' },
    {},
    'exempt',
    'Nothing to do, unless a service account calls.',
  ],
  [
    'the call needs no header but gets the default',
    { url: '/rest/v1.0/me' },
    { companyId: 7 },
    'exempt',
    'Nothing to do, unless a service account calls.',
  ],
  [
    'the host is not the API',
    { url: 'https://storage.procore.com/x?sig=1' },
    {},
    'not-the-api',
    'Nothing to do: it gets no header.',
  ],
];

describe('an audit says how the id of a call is found, and what to do, where', () => {
  test.each(CASES)('%s', async (_, config, options, found, advice) => {
    const route = await auditOf(config, options);

    expect(route.found).toEqual({ [found]: 1 });
    expect(route.advice).toBe(advice);
  });

  test.each(CASES)('%s, in a dry run just the same', async (_, config, options, found) => {
    const route = await auditOf(config, { ...options, dryRun: true });

    expect(route.found).toEqual({ [found]: 1 });
  });
});

describe('a report', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is empty at first', () => {
    expect(createAudit().report()).toEqual({
      audit: 1,
      calls: 0,
      withoutId: 0,
      companies: 0,
      found: {},
      routes: [],
    });
  });

  test('counts attempts by type and source, companies, problems, failures and times', () => {
    const audit = auditOfEvents(
      event({ companyId: '7', source: 'path' }),
      event({ companyId: '8', source: 'path' }),
    );
    jest.setSystemTime(Date.UTC(2026, 5, 3));
    audit.observe(event({ companyId: '7', source: 'default' }));
    audit.observe(event({ type: 'missing-header', status: 400, companyId: '7' }));
    jest.setSystemTime(Date.UTC(2026, 5, 2));
    audit.observe(event({ type: 'unresolved', reason: 'unresolved' }));

    expect(audit.report().routes).toEqual([
      {
        method: 'GET',
        route: RFIS,
        calls: 4,
        withoutId: 1,
        found: { path: 2, project: 2 },
        attempts: [
          { type: 'resolved', source: 'path', found: 'path', count: 2 },
          { type: 'resolved', source: 'default', found: 'project', count: 1 },
          { type: 'unresolved', reason: 'unresolved', found: 'project', count: 1 },
        ],
        problems: { 'missing-header': 1 },
        failures: { 400: 1 },
        companies: 2,
        first: '2026-06-01T00:00:00.000Z',
        last: '2026-06-03T00:00:00.000Z',
        advice:
          'Add a project directory or a default: only a project is named. Procore rejected calls because the header is missing.',
      },
    ]);
  });

  test('has a period that begins earlier where the clock is set back', () => {
    const audit = auditOfEvents(event({ source: 'path' }));
    jest.setSystemTime(Date.UTC(2026, 4, 30));
    audit.observe(event({ source: 'path' }));

    const { first, last } = audit.report();

    expect([first, last]).toEqual(['2026-05-30T00:00:00.000Z', '2026-06-01T00:00:00.000Z']);
  });

  test('tells attempts apart by type, those that need less first where they are as many', () => {
    const audit = auditOfEvents(
      event({ type: 'failed', source: 'call' }),
      event({ type: 'kept', source: 'path' }),
      event({ source: 'path' }),
    );

    expect(audit.report()).toMatchObject({
      withoutId: 1,
      routes: [
        {
          withoutId: 1,
          attempts: [
            { type: 'kept', found: 'path', count: 1 },
            { type: 'resolved', found: 'path', count: 1 },
            { type: 'failed', found: 'failed', count: 1 },
          ],
        },
      ],
    });
  });

  test('has its problems in the order of their names', () => {
    const audit = auditOfEvents(
      event({ type: 'sent-without-header' }),
      event({ conflict: true, source: 'call' }),
      event({ type: 'missing-header' }),
    );

    expect(audit.toCsv()).toContain(',conflict: 1; missing-header: 1; sent-without-header: 1,');
  });

  test('has the totals of all routes, and the busiest route first', () => {
    const audit = auditOfEvents(
      event({ route: '/rest/v1.0/me', type: 'exempt' }),
      event({ companyId: '7', source: 'query' }),
      event({ companyId: '9', source: 'query' }),
      { type: 'out-of-scope', method: 'GET', host: 's3.example.com' },
      event({ method: 'POST', type: 'opted-out' }),
    );

    const { routes, ...totals } = audit.report();

    expect(routes.map(({ method, route, host }) => [method, route ?? host])).toEqual([
      ['GET', RFIS],
      ['GET', 's3.example.com'],
      ['GET', '/rest/v1.0/me'],
      ['POST', RFIS],
    ]);
    expect(totals).toEqual({
      audit: 1,
      calls: 5,
      withoutId: 1,
      companies: 2,
      first: '2026-06-01T00:00:00.000Z',
      last: '2026-06-01T00:00:00.000Z',
      found: { 'not-the-api': 1, exempt: 1, query: 2, 'opted-out': 1 },
    });
  });

  test('is a copy, which later events do not change', () => {
    const audit = auditOfEvents(event({ source: 'path' }));
    const before = audit.report();
    const copy = JSON.stringify(before);

    audit.observe(event({ source: 'path' }));

    expect(JSON.stringify(before)).toBe(copy);
    expect(audit.report().calls).toBe(2);
  });

  test('joins a route that Procore, the plugin and a gateway write in different ways', () => {
    const audit = auditOfEvents(
      event({ route: '/v1.0/projects/:project_id/rfis' }),
      event({ route: '/rest/v1.0/projects/3/rfis/' }),
      event({ route: 'rest/v1.0/projects/:id/rfis?page=2' }),
      event({ route: '/gateway/procore/rest/v1.0/projects/:project_id/rfis' }),
    );

    expect(audit.report().routes.map(({ route, calls }) => [route, calls])).toEqual([[RFIS, 4]]);
  });

  test('knows a version of any number', () => {
    const audit = auditOfEvents(
      event({ route: '/v1/users' }),
      event({ route: '/v10.0/users' }),
      event({ route: '/v1.10/users' }),
    );

    expect(audit.report().routes.map(({ route }) => route)).toEqual([
      '/rest/v1.10/users',
      '/rest/v1/users',
      '/rest/v10.0/users',
    ]);
  });

  test('has hosts with as many calls in the order of their names', () => {
    const audit = auditOfEvents(
      { type: 'out-of-scope', method: 'GET', host: 'b.example.com' },
      { type: 'out-of-scope', method: 'GET', host: 'a.example.com' },
    );

    expect(audit.report().routes.map(({ host }) => host)).toEqual([
      'a.example.com',
      'b.example.com',
    ]);
  });

  test('keeps legacy routes apart from those of /rest', () => {
    const audit = auditOfEvents(
      event({ route: '/vapid/projects/:project_id/rfis' }),
      event({ route: '/api/vapid/projects/:project_id/rfis' }),
      event({ route: '/v1.0' }),
      event({ route: '/v1.0x/y' }),
      event({ route: '/' }),
    );

    expect(audit.report().routes.map(({ route }) => route)).toEqual([
      '/vapid/projects/:project_id/rfis',
      '/',
      '/:id/y',
      '/rest/v1.0',
    ]);
  });

  test('takes no route for a host, however it begins', () => {
    const audit = auditOfEvents(
      { type: 'out-of-scope', method: 'GET', host: 's3.example.com' },
      event({ route: '//s3.example.com' }),
      event({ route: 's3.example.com' }),
    );

    expect(audit.report().routes.map(({ route, host, calls }) => [route, host, calls])).toEqual([
      ['/:id', undefined, 2],
      [undefined, 's3.example.com', 1],
    ]);
  });

  test('needs a header for `me` where a service account calls', () => {
    const audit = createAudit({ serviceAccount: true });
    audit.observe(event({ route: '/rest/v1.0/me', type: 'exempt' }));
    audit.observe(event({ route: '/rest/v1.0/companies', source: 'default' }));

    const { found, withoutId } = audit.report();

    expect({ found, withoutId }).toEqual({ found: { default: 2 }, withoutId: 1 });
  });

  test('tells 404s to requests without the header from those with it', () => {
    const audit = auditOfEvents(
      event({ type: 'unresolved', reason: 'unresolved' }),
      event({ type: 'sent-without-header', status: 404 }),
      event({ method: 'PUT', source: 'path' }),
      event({ method: 'PUT', type: 'invalid-company-id', status: 400 }),
    );

    expect(audit.report().routes.map(({ advice }) => advice)).toEqual([
      'Add a project directory or a default: only a project is named. Calls went out without the header, which may cause the 404s.',
      'Attaching the plugin is enough: the path names the company. Procore does not know the company id that was sent: check where it comes from.',
    ]);
  });

  test('of answers alone has no calls', () => {
    const audit = auditOfEvents(event({ type: 'missing-header', status: 400 }));

    expect(audit.report()).toMatchObject({ calls: 0, found: {} });
    expect(audit.report().routes[0]?.advice).toBe(
      'Procore rejected calls because the header is missing.',
    );
  });
});

describe('observe', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'resolved'],
    ['an unknown type', { type: 'exploded', method: 'GET', route: RFIS }],
    ['a type that is none', { type: {}, method: 'GET', route: RFIS }],
  ])('leaves out %s', (_, value) => {
    const audit = createAudit();

    audit.observe(value as unknown as CompanyIdEvent);

    expect(audit.report().routes).toEqual([]);
  });

  test('counts what is odd under a name that is not', () => {
    const audit = createAudit();
    audit.observe({ type: 'resolved', method: 7, route: RFIS } as unknown as CompanyIdEvent);
    audit.observe({ type: 'resolved', method: 'get ', route: RFIS });
    audit.observe({ type: 'out-of-scope', method: 'get' });
    audit.observe({ type: 'out-of-scope', method: 'GET', host: '<b>' });
    audit.observe({ type: 'out-of-scope', method: 'GET', host: '<b' });
    audit.observe({ type: 'out-of-scope', method: 'GET', host: 'b>' });
    audit.observe({ type: 'resolved', method: '1 GET', route: RFIS });
    audit.observe(event({ type: 'missing-header', status: 40_000 }));

    expect(
      audit.report().routes.map(({ method, route, host, calls }) => [method, route ?? host, calls]),
    ).toEqual([
      ['GET', 'unknown', 4],
      ['OTHER', RFIS, 3],
      ['GET', RFIS, 0],
    ]);
    expect(audit.report().routes[2]?.failures).toEqual({});
  });

  test.each([
    [99, {}],
    [100, { 100: 1 }],
    [404.5, {}],
    ['404', {}],
    [999, { 999: 1 }],
    [1000, {}],
  ])('counts a status of three digits only: %p', (status, failures) => {
    const audit = auditOfEvents(event({ type: 'missing-header', status: status as number }));

    expect(audit.report().routes[0]?.failures).toEqual(failures);
  });

  test.each([
    [null, undefined],
    [undefined, undefined],
    [['tenant'], 'resolver'],
    [{}, 'resolver'],
  ])('names a source that is no text by no text of its own: %p', (source, shown) => {
    const audit = auditOfEvents(event({ source: source as unknown as string }));

    expect(audit.report().routes[0]?.attempts[0]?.source).toBe(shown);
  });

  test('reads own properties only', () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    polluted.companyId = '7';
    polluted.conflict = true;
    try {
      const audit = auditOfEvents({ type: 'unresolved', method: 'GET', route: RFIS });

      expect(audit.report()).toMatchObject({ companies: 0, routes: [{ problems: {} }] });
    } finally {
      delete polluted.companyId;
      delete polluted.conflict;
    }
  });
});

describe('on real traffic', () => {
  let edge: ProcoreEdge;
  beforeAll(async () => {
    edge = await createProcoreEdge();
  });
  afterAll(() => edge.close());

  test('a dry run changes nothing and tells the truth', async () => {
    const audit = createAudit();
    const procore = axios.create({ baseURL: edge.url, validateStatus: (status) => status < 400 });
    attachProcoreCompanyId(procore, { companyId: 42, dryRun: true, observe: audit.observe });

    await procore.get('/rest/v1.0/projects/3/rfis').catch(() => undefined);
    await procore.get('/rest/v1.0/companies/42/projects').catch(() => undefined);

    expect(edge.requests.map(({ companyId }) => companyId)).toEqual([undefined, undefined]);
    expect(audit.report()).toMatchObject({
      calls: 2,
      found: { path: 1, project: 1 },
      companies: 1,
      routes: [
        {
          route: '/rest/v1.0/companies/:company_id/projects',
          problems: { 'missing-header': 1 },
          failures: { 400: 1 },
        },
        { route: RFIS, problems: { 'missing-header': 1 } },
      ],
    });
  });

  test('diagnose counts what no event tells of', async () => {
    const audit = createAudit();
    const other = await createProcoreEdge({ disconnectedCompanies: [7] });
    const procore = axios.create({ baseURL: other.url });
    attachProcoreCompanyId(procore, { companyId: 42, observe: audit.observe });
    const failing = (config: AxiosRequestConfig) => procore.request(config).catch(audit.diagnose);

    const kinds = [
      await failing({ url: '/rest/v1.0/projects' }),
      await failing({ url: '/rest/v1.0/companies/7/projects' }),
      await failing({ url: '/rest/v1.0/projects/3/rfis', procoreCompanyId: false }),
      await failing({ url: '/rest/v1.0/projects/3/rfis/1' }),
    ].map((diagnosis) => (diagnosis as { kind?: string } | undefined)?.kind);
    await other.close();

    expect(kinds).toEqual(['missing-parameter', 'app-not-connected', 'missing-header', undefined]);
    expect(
      audit.report().routes.map(({ route, problems, failures }) => [route, problems, failures]),
    ).toEqual([
      ['/rest/v1.0/companies/:company_id/projects', { 'app-not-connected': 1 }, { 403: 1 }],
      ['/rest/v1.0/projects', { 'missing-parameter': 1 }, { 400: 1 }],
      [RFIS, { 'missing-header': 1 }, { 400: 1 }],
      ['/rest/v1.0/projects/:project_id/rfis/:id', {}, {}],
    ]);
    expect(audit.report().routes[1]?.advice).toContain(
      'Send `company_id` or `project_id` too: the header does not replace it.',
    );
  });

  test('diagnose tells the host only of what is outside the API', async () => {
    const audit = createAudit();
    const elsewhere = axios.create();
    attachProcoreCompanyId(elsewhere, { apiHosts: ['gateway.example.com'] });

    await elsewhere
      .get(`${edge.url}/rest/v1.0/projects`, { headers: { 'Procore-Company-Id': '42' } })
      .catch(audit.diagnose);

    expect(audit.report().routes).toMatchObject([
      { host: new URL(edge.url).host, problems: { 'missing-parameter': 1 } },
    ]);
  });

  test('diagnose leaves out a failure of which the request is not known', () => {
    const audit = createAudit();
    const error = {
      response: { status: 400, data: { message: 'Missing Project or Company ID' } },
    };

    expect(audit.diagnose(error)?.kind).toBe('missing-parameter');
    expect(audit.diagnose(new Error('network'))).toBeUndefined();
    expect(audit.report().routes).toEqual([]);
  });
});
