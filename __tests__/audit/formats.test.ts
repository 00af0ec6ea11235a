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
  test('lists the routes by what is to be done, and the totals', () => {
    expect(sample().toTable()).toBe(`calls  share  failures  route

project: Add a project directory or a default: only a project is named.
   45   2.9%            POST /rest/v1.0/projects/:project_id/rfis   project 5, query 40.
    3   0.2%  404: 2    GET /rest/v1.0/projects/:project_id/rfis    Its 404s may be the missing header.

path: Attaching the plugin is enough: the path names the company.
1,500  96.8%            GET /rest/v1.0/companies/:company_id/users

not the API: Nothing to do: it gets no header.
    1   0.1%            GET -x.example.com

answers only
    0   0.0%  400: 1    PUT /rest/v1.0/projects/:project_id/rfis    Procore knows no company of the id that is sent: check its source.

1,549         calls in all
1,540  99.4%  safe once the plugin is attached: path, query or body names the company
    8   0.5%  need a project directory, or a default: only a project is named
    0   0.0%  need a default, or an id with the call: nothing is named
    1   0.1%  need no header: exempt, or not the API
8 recorded calls got no id though they need one.
`);
  });

  test('shows the groups that a team plans by even where no call belongs to them', () => {
    const audit = auditOf([1, { type: 'exempt', route: '/rest/v1.0/me' }]);

    expect(audit.toTable()).toBe(`calls   share  failures  route

exempt: Nothing to do, unless a service account calls.
    1  100.0%            GET /rest/v1.0/me

1          calls in all
0    0.0%  safe once the plugin is attached: path, query or body names the company
0    0.0%  need a project directory, or a default: only a project is named
0    0.0%  need a default, or an id with the call: nothing is named
1  100.0%  need no header: exempt, or not the API
`);
  });

  test('says of a route how its calls differ and what else is wrong with it', () => {
    const audit = auditOf(
      [1, { type: 'opted-out' }],
      [1, { source: 'path' }],
      [1, { type: 'missing-header', status: 400 }],
    );

    expect(audit.toTable()).toContain(`
opted out: Take out \`procoreCompanyId: false\`: the call needs the header.
    2  100.0%  400: 1    GET ${RFIS}  opted out 1, path 1. Procore rejects it for lack of the header.
`);
  });

  test('says where there is nothing', () => {
    expect(createAudit().toTable()).toBe('No calls.\n');
  });
});

describe('toCsv', () => {
  test('has a line of headings, and one per route', () => {
    expect(sample().toCsv().split('\r\n')).toEqual([
      'method,route,host,calls,share,company_id,basis,without_id,failures,problems,companies,first,last,advice',
      `GET,/rest/v1.0/companies/:company_id/users,,1500,0.9684,path: 1500,recorded,0,,,0,${TIMES},Attaching the plugin is enough: the path names the company.`,
      `POST,${RFIS},,45,0.0291,query: 40; project: 5,recorded,5,,,0,${TIMES},Add a project directory or a default: only a project is named.`,
      `GET,${RFIS},,3,0.0019,project: 3,recorded,3,404: 2,sent-without-header: 2,0,${TIMES},Add a project directory or a default: only a project is named. Its 404s may be the missing header.`,
      `GET,,'-x.example.com,1,0.0006,not the API: 1,recorded,0,,,0,${TIMES},Nothing to do: it gets no header.`,
      `PUT,${RFIS},,0,0,,recorded,0,400: 1,invalid-company-id: 1,0,${TIMES},Procore knows no company of the id that is sent: check its source.`,
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

  expect(audit.toTable()).toContain('    1   <0.1%  ');
});

test('a share that rounds to a tenth of a percent is shown as that', () => {
  const audit = auditOf([1999, { source: 'path' }], [1, { method: 'PUT', source: 'query' }]);

  expect(audit.toTable()).toContain('    1    0.1%  ');
});
