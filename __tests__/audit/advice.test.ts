import { type AuditRoute, createAudit } from 'axios-procore-company-id/audit';
import type { CompanyIdEvent } from 'axios-procore-company-id';
import { advise, type KnownFrom, type Judged } from '../../lib/audit/advice';
import { mergedAudit } from './recorded';

const USERS = '/rest/v1.0/users';
const RFIS = '/rest/v1.0/projects/:project_id/rfis';
const FOR_DEFAULT = 'Set `companyId` or pass `procoreCompanyId`: no company is named.';

/** What an audit advises on a route of a report that it merges. */
function adviceOn(route: Partial<AuditRoute>): string | undefined {
  const attempts = [{ type: 'unresolved', found: 'default', count: 9 }] as const;
  return mergedAudit({ route: USERS, attempts, ...route }).report().routes[0]?.advice;
}

function adviceAfter(...events: Partial<CompanyIdEvent>[]): string | undefined {
  const audit = createAudit();
  for (const event of events) {
    audit.observe({ type: 'resolved', method: 'GET', route: RFIS, ...event });
  }
  return audit.report().routes[0]?.advice;
}

describe('failures are suspected to be the missing header', () => {
  test.each<[failures: AuditRoute['failures'], statuses: string]>([
    [{ 400: 1 }, '400s'],
    [{ 404: 3, 500: 2 }, '404s'],
    [{ 400: 1, 404: 1 }, '400s and 404s'],
  ])('%j', (failures, statuses) => {
    expect(adviceOn({ failures })).toBe(
      `${FOR_DEFAULT} A missing header may cause its ${statuses}.`,
    );
  });

  test('where Procore explains but some of them', () => {
    const problems = { 'missing-parameter': 2 };

    expect(adviceOn({ failures: { 400: 1, 404: 2 }, problems })).toMatch(
      / Send `company_id` .* A missing header may cause its 400s and 404s\.$/,
    );
  });
});

describe('failures are not suspected to be the missing header', () => {
  test.each<[why: string, route: Partial<AuditRoute>]>([
    ['where they are others', { failures: { 401: 2, 500: 2 } }],
    ['where there are none', { failures: { 404: 0 } }],
    [
      'where Procore explains all of them',
      { failures: { 400: 3 }, problems: { 'invalid-company-id': 1, 'missing-parameter': 2 } },
    ],
    [
      'where Procore says so, which needs no suspicion',
      { failures: { 400: 1 }, problems: { 'missing-header': 1 } },
    ],
    [
      'where the path names the company',
      { failures: { 404: 1 }, route: '/rest/v1.0/companies/:company_id/users' },
    ],
    [
      'where no header is sent, as it is not the API',
      {
        failures: { 404: 1 },
        attempts: [{ type: 'out-of-scope', found: 'not-the-api', count: 1 }],
      },
    ],
    [
      'where no header is needed',
      {
        route: '/rest/v1.0/me',
        failures: { 404: 1 },
        attempts: [{ type: 'exempt', found: 'exempt', count: 1 }],
      },
    ],
    [
      'where the call has an id',
      {
        failures: { 404: 1 },
        attempts: [{ type: 'resolved', source: 'call', found: 'given', count: 1 }],
      },
    ],
    [
      'of a host',
      {
        route: undefined as never,
        host: 'api.example.com',
        failures: { 404: 1 },
      },
    ],
  ])('%s', (_, route) => {
    expect(adviceOn(route)).not.toContain('may cause');
  });
});

describe('what covers calls that name no company', () => {
  test('is the default as soon as one of them needed it', () => {
    expect(adviceAfter({ source: 'project' }, { source: 'default' })).toBe(
      'The default gives the id, which is right only if there is one company.',
    );
  });

  test('is of no interest where a call needs more', () => {
    expect(adviceAfter({ source: 'default' }, { type: 'failed' })).toMatch(
      /^The call gets no id\./,
    );
  });

  test('is not what an exempt call got, which is counted with them', () => {
    const audit = createAudit({ maxRoutes: 1 });
    const event = { type: 'resolved', method: 'GET' } as const;
    audit.observe({ ...event, route: '/rest/v1.0/companies/:company_id/users', source: 'path' });
    audit.observe({ ...event, route: '/rest/v1.0/me', source: 'default' });
    audit.observe({ ...event, route: RFIS, source: 'project' });

    expect(audit.report().routes[0]).toMatchObject({
      found: { exempt: 1, project: 1 },
      advice: 'The project directory gives the id.',
    });
  });
});

test('an app that is not connected is to be connected', () => {
  expect(adviceOn({ problems: { 'app-not-connected': 1 } })).toBe(
    `${FOR_DEFAULT} Connect the app in App Management of the company.`,
  );
});

describe('of a route without recorded calls, advice says how sure it is', () => {
  const judged = (found: Judged['found'], knownFrom: KnownFrom): Judged => ({
    ...{ route: USERS, found, attempts: [], problems: {}, failures: {} },
    knownFrom,
  });

  test.each<[Judged['found'], KnownFrom, string]>([
    [
      { query: 1 },
      'documented',
      'Check that the call sends `company_id` in its query, as documented.',
    ],
    [
      { body: 1 },
      'similar',
      'Check that the call sends `company_id` in its body, as in similar calls.',
    ],
    [
      { project: 1 },
      'documented',
      'Add a project directory or a default: only `project_id` is named, as documented.',
    ],
    [{ project: 1 }, 'route', 'Add a project directory or a default: only a project is named.'],
    [{ path: 1 }, 'documented', 'Attaching the plugin is enough: the path names the company.'],
    [
      { default: 1 },
      'unknown',
      'Set `companyId` or pass `procoreCompanyId`, unless the query or body names the company.',
    ],
    [{ default: 1 }, 'similar', FOR_DEFAULT],
    [{ project: 1 }, 'unknown', 'Add a project directory or a default: only a project is named.'],
  ])('%j, %s', (found, knownFrom, advice) => {
    expect(advise(judged(found, knownFrom))).toBe(advice);
  });
});
