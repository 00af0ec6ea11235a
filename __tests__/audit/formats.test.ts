import { createAudit } from 'axios-procore-company-id/audit';
import type { CompanyIdEvent } from 'axios-procore-company-id';

const TIMES = '2026-06-01T00:00:00.000Z,2026-06-01T00:00:00.000Z';
const RFIS = '/rest/v1.0/projects/:project_id/rfis';

function auditOf(...events: [count: number, event: Partial<CompanyIdEvent>][]) {
  const audit = createAudit();
  for (const [count, event] of events) {
    const route = event.host === undefined ? { route: RFIS } : {};
    for (let index = 0; index < count; index++) {
      audit.observe({ type: 'resolved', method: 'GET', ...route, ...event });
    }
  }
  return audit;
}

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
});
afterEach(() => {
  jest.useRealTimers();
});

const sample = () =>
  auditOf(
    [1500, { source: 'path', route: '/rest/v1.0/companies/:company_id/users' }],
    [3, { type: 'unresolved', reason: 'unresolved' }],
    [2, { type: 'sent-without-header', status: 404 }],
    [40, { source: 'query', method: 'POST' }],
    [5, { type: 'unresolved', reason: 'unresolved', method: 'POST' }],
    [1, { type: 'out-of-scope', host: '-x.example.com' }],
    [1, { type: 'invalid-company-id', method: 'PUT', status: 400 }],
  );

describe('toTable', () => {
  test('lists the routes by what is left to do, and the totals', () => {
    expect(sample().toTable()).toBe(`To fix: 1 route with 0 calls (0.0%)
  Something is wrong with each of these calls. Its note says what to fix.

  calls  share  company      route
      0   0.0%               PUT /rest/v1.0/projects/:project_id/rfis
                             Failures 400: 1. Procore does not know the company id that was sent: check where it comes from.

Only a project named: 2 routes with 48 calls (3.1%)
  With several companies, add a project directory. With one, set a default.

  calls  share  company      route
      3   0.2%  project      GET /rest/v1.0/projects/:project_id/rfis
                             Failures 404: 2. Calls went out without the header, which may cause the 404s.
     45   2.9%  project      POST /rest/v1.0/projects/:project_id/rfis
                             5 by project, 40 by query.

Company named: 1 route with 1,500 calls (96.8%)
  The path, query or body names the company. Attaching the plugin is enough.

  calls  share  company      route
  1,500  96.8%  path         GET /rest/v1.0/companies/:company_id/users

No header needed: 1 route with 1 call (0.1%)
  Nothing to do, unless a service account calls \`GET me\` or \`GET companies\`.

  calls  share  company      route
      1   0.1%  not the API  GET -x.example.com

Left to do once the plugin is attached: 8 of 1,549 calls (0.5%).

      8   0.5%  Only a project named: needs a project directory or a default
  1,540  99.4%  Company named: attaching the plugin is enough
      1   0.1%  No header needed: nothing to do

8 recorded calls need an id and got none.
`);
  });

  test('has no sentence about calls without an id where all have one, and no group without calls', () => {
    const audit = auditOf([1, { type: 'exempt', route: '/rest/v1.0/me' }]);

    expect(audit.toTable()).toMatch(
      /\nLeft to do once the plugin is attached: 0 of 1 call \(0\.0%\)\.\n\n {2}1 {2}100\.0% {2}No header needed: nothing to do\n$/,
    );
  });

  test('says of one call that it needs an id', () => {
    const audit = auditOf([1, { type: 'unresolved', reason: 'unresolved' }]);

    expect(audit.toTable()).toMatch(/\n1 recorded call needs an id and got none\.\n$/);
  });

  test('says of a route how its calls differ and what else is wrong with it', () => {
    const audit = auditOf(
      [1, { type: 'opted-out' }],
      [1, { source: 'path' }],
      [1, { type: 'missing-header', status: 400 }],
    );

    expect(audit.toTable()).toContain(`
      2  100.0%  opted out  GET ${RFIS}
                            Failures 400: 1. 1 opted out, 1 by path. Remove \`procoreCompanyId: false\`: the call needs the header. Procore rejected calls because the header is missing.
`);
  });

  test('counts calls as done that the default or a project directory gives an id, and says which', () => {
    const table = auditOf(
      [2, { source: 'default' }],
      [3, { source: 'project', method: 'POST' }],
      [1, { source: 'call', method: 'PUT' }],
    ).toTable();

    expect(table).toContain('Left to do once the plugin is attached: 0 of 6 calls (0.0%).');
    expect(table).toContain('  6  100.0%  Id given: by the call,');
    expect(table).toMatch(/ GET .*\n +The default gives the id, which is right only if/);
    expect(table).toMatch(/ POST .*\n +The project directory gives the id\.\n/);
    expect(table).toMatch(/ PUT .*\n\n/);
  });

  test('counts as left to do what a project directory did not know', () => {
    const table = auditOf(
      [40, { source: 'project' }],
      [2, { type: 'unresolved', reason: 'unresolved' }],
    ).toTable();

    expect(table).toContain('Left to do once the plugin is attached: 2 of 42 calls (4.8%).');
    expect(table).toContain('\n  40  95.2%  Id given');
  });

  test('lists the routes first whose failures may be the missing header', () => {
    const table = auditOf(
      [9, { type: 'unresolved', reason: 'unresolved', method: 'GET' }],
      [5, { type: 'unresolved', reason: 'unresolved', method: 'POST' }],
      [1, { type: 'sent-without-header', status: 404, method: 'POST' }],
    ).toTable();

    expect(table).toMatch(/ POST [\s\S]* GET /);
  });

  test('says where there is nothing', () => {
    expect(createAudit().toTable()).toBe('No calls.\n');
  });
});

describe('toCsv', () => {
  test('has a line of headings, and one per route', () => {
    expect(sample().toCsv().split('\r\n')).toEqual([
      'method,route,host,calls,share,need,company_id,known_from,recorded_without_id,failures,problems,companies,first,last,advice',
      `GET,/rest/v1.0/companies/:company_id/users,,1500,0.9684,Company named,path: 1500,recorded,0,,,0,${TIMES},Attaching the plugin is enough: the path names the company.`,
      `POST,${RFIS},,45,0.0291,Only a project named,query: 40; project: 5,recorded,5,,,0,${TIMES},Add a project directory or a default: only a project is named.`,
      `GET,${RFIS},,3,0.0019,Only a project named,project: 3,recorded,3,404: 2,sent-without-header: 2,0,${TIMES},"Add a project directory or a default: only a project is named. Calls went out without the header, which may cause the 404s."`,
      `GET,,'-x.example.com,1,0.0006,No header needed,not the API: 1,recorded,0,,,0,${TIMES},Nothing to do: it gets no header.`,
      `PUT,${RFIS},,0,0,To fix,,recorded,0,400: 1,invalid-company-id: 1,0,${TIMES},Procore does not know the company id that was sent: check where it comes from.`,
      '',
    ]);
  });

  test('of nothing has the headings', () => {
    expect(createAudit().toCsv()).toMatch(/^method,[^\r\n]*\r\n$/);
  });
});

describe('toJSONLines', () => {
  test('has a line of totals, and one per route', () => {
    const lines = sample().toJSONLines().split('\n');

    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({
        audit: 1,
        calls: 1549,
        withoutId: 8,
        found: sample().report().found,
      }),
      ...sample().report().routes,
    ]);
  });
});

test('a share that is little but not nothing is not shown as nothing', () => {
  const audit = auditOf([3000, { source: 'path' }], [1, { method: 'PUT', source: 'query' }]);

  expect(audit.toTable()).toContain('      1   <0.1%  ');
});

test('a share that rounds to a tenth of a percent is shown as that', () => {
  const audit = auditOf([1999, { source: 'path' }], [1, { method: 'PUT', source: 'query' }]);

  expect(audit.toTable()).toContain('      1    0.1%  ');
});
