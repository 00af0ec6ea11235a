import { type AuditReport, createAudit } from 'axios-procore-company-id/audit';
import type { CompanyIdEvent } from 'axios-procore-company-id';
import fc from 'fast-check';
import { mergedAudit } from './recorded';

const RFIS = '/rest/v1.0/projects/:project_id/rfis';

const anyEvent: fc.Arbitrary<CompanyIdEvent> = fc
  .record({
    type: fc.constantFrom<CompanyIdEvent['type']>(
      'resolved',
      'kept',
      'unresolved',
      'exempt',
      'opted-out',
      'failed',
      'missing-header',
      'sent-without-header',
      'invalid-company-id',
    ),
    method: fc.constantFrom('GET', 'POST'),
    route: fc.constantFrom(
      RFIS,
      '/rest/v1.0/me',
      '/rest/v1.0/users',
      '/rest/v1.0/a',
      '/rest/v1.0/b',
    ),
    source: fc.constantFrom('path', 'default', 'project', 'tenant', 'not a word'),
    reason: fc.constantFrom<'unresolved' | 'ambiguous'>('unresolved', 'ambiguous'),
    conflict: fc.boolean(),
    companyId: fc.constantFrom('7', '8', '9'),
    status: fc.constantFrom(400, 404),
  })
  .map(({ source, ...event }) => (event.type === 'unresolved' ? event : { ...event, source }));

function reportOf(events: readonly CompanyIdEvent[], maxRoutes = 5000): AuditReport {
  const audit = createAudit({ maxRoutes });
  events.forEach(audit.observe);
  return audit.report();
}

/** Without the companies, of which a merge knows the least number only. */
const counted = (report: AuditReport): object => ({
  ...report,
  companies: 0,
  routes: report.routes.map((route) => ({ ...route, companies: 0 })),
});

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
});
afterEach(() => {
  jest.useRealTimers();
});

test('the reports of two processes merge into that of one', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), fc.array(anyEvent), (first, second) => {
      const merged = createAudit().merge([reportOf(first), reportOf(second)]);

      expect(counted(merged.report())).toEqual(counted(reportOf([...first, ...second])));
    }),
  );
});

test('a report survives JSON and a merge, also with routes that are not told apart', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      const report = reportOf(events, 2);
      const copy = JSON.parse(JSON.stringify(report)) as AuditReport;

      expect(createAudit({ maxRoutes: 2 }).merge([copy]).report()).toEqual(report);
    }),
  );
});

test('the companies of a merge are the most that one of its reports has', () => {
  const event = { type: 'resolved', method: 'GET', route: RFIS, source: 'path' } as const;
  const few = reportOf([{ ...event, companyId: '7' }]);
  const many = reportOf([
    { ...event, companyId: '7' },
    { ...event, companyId: '8' },
  ]);

  const { companies, routes } = createAudit().merge([many, few]).report();

  expect(companies).toBe(2);
  expect(routes[0]?.companies).toBe(2);
});

test('a merge widens the period', () => {
  const event = { type: 'exempt', method: 'GET', route: '/rest/v1.0/me' } as const;
  const early = reportOf([event]);
  jest.setSystemTime(Date.UTC(2026, 5, 9));
  const late = reportOf([event]);

  const { first, last } = createAudit().merge([late, early]).report();

  expect([first, last]).toEqual(['2026-06-01T00:00:00.000Z', '2026-06-09T00:00:00.000Z']);
});

test('a merge of a report without times has none', () => {
  const report = mergedAudit({ route: RFIS }).report();

  expect(report).not.toHaveProperty('first');
  expect(report.routes[0]).not.toHaveProperty('first');
});

test('a merge judges the attempts of a route anew, for the account that the audit is for', () => {
  const report = reportOf([{ type: 'exempt', method: 'GET', route: '/rest/v1.0/me' }]);

  const { found, withoutId } = createAudit({ serviceAccount: true }).merge([report]).report();

  expect({ found, withoutId }).toEqual({ found: { default: 1 }, withoutId: 1 });
});

test('a merge keeps the hosts that are not told apart', () => {
  const attempts = [{ type: 'out-of-scope', found: 'not-the-api', count: 3 }] as const;

  expect(mergedAudit({ host: '*', attempts }).report().routes).toMatchObject([
    { host: '*', calls: 3 },
  ]);
});

describe('merge refuses what is no report, and adds nothing of it:', () => {
  const good = reportOf([{ type: 'missing-header', method: 'GET', route: RFIS, status: 400 }]);
  const [route] = good.routes as [AuditReport['routes'][number]];
  const attempt = { type: 'resolved', found: 'path', count: 1 };
  const withRoute = (change: object): unknown => ({ ...good, routes: [{ ...route, ...change }] });

  test.each<[string, unknown, string]>([
    ['no list', good, '`reports` must be an array.'],
    ['a text', ['x'], '`reports[0].audit` must be 1, as in reports of this version.'],
    [
      'another version',
      [{ ...good, audit: 2 }],
      '`reports[0].audit` must be 1, as in reports of this version.',
    ],
    [
      'no number of companies',
      [{ ...good, companies: -1 }],
      '`reports[0].companies` must be an integer from 0.',
    ],
    ['no routes', [{ ...good, routes: {} }], '`reports[0].routes` must be an array.'],
    [
      'a method that is none',
      [withRoute({ method: 7 })],
      '`reports[0].routes[0].method` must be a text.',
    ],
    ['an empty route', [withRoute({ route: '' })], '`reports[0].routes[0].route` must be a text.'],
    [
      'neither route nor host',
      [withRoute({ route: undefined })],
      '`reports[0].routes[0].host` must be a text.',
    ],
    [
      'no attempts',
      [withRoute({ attempts: undefined })],
      '`reports[0].routes[0].attempts` must be an array.',
    ],
    [
      'an unknown type',
      [withRoute({ attempts: [{ ...attempt, type: 'missing-header' }] })],
      '`reports[0].routes[0].attempts[0].type` must be one of resolved, kept, unresolved, exempt, opted-out, out-of-scope, failed.',
    ],
    [
      'an unknown finding',
      [withRoute({ attempts: [{ ...attempt, found: 'luck' }] })],
      '`reports[0].routes[0].attempts[0].found` must be one of not-the-api, exempt, given, path, query, body, project, default, ambiguous, opted-out, failed.',
    ],
    [
      'a count with a fraction',
      [withRoute({ attempts: [{ ...attempt, count: 1.5 }] })],
      '`reports[0].routes[0].attempts[0].count` must be an integer from 0.',
    ],
    [
      'problems that are no object',
      [withRoute({ problems: [] })],
      '`reports[0].routes[0].problems` must be an object of counts.',
    ],
    [
      'no problems',
      [withRoute({ problems: null })],
      '`reports[0].routes[0].problems` must be an object of counts.',
    ],
    [
      'a number of problems',
      [withRoute({ problems: 7 })],
      '`reports[0].routes[0].problems` must be an object of counts.',
    ],
    [
      'an unknown problem',
      [withRoute({ problems: { rain: 1 } })],
      '`reports[0].routes[0].problems` must be an object of counts by names that are known.',
    ],
    [
      'a status that is none',
      [withRoute({ failures: { '40x': 1 } })],
      '`reports[0].routes[0].failures` must be an object of counts by names that are known.',
    ],
    [
      'a status with a digit more',
      [withRoute({ failures: { 1404: 1 } })],
      '`reports[0].routes[0].failures` must be an object of counts by names that are known.',
    ],
    [
      'failures without a count',
      [withRoute({ failures: { 400: null } })],
      '`reports[0].routes[0].failures.400` must be an integer from 0.',
    ],
    [
      'a time that is none',
      [withRoute({ first: 'today' })],
      '`reports[0].routes[0].first` must be an ISO 8601 time.',
    ],
    [
      'a time as a number',
      [withRoute({ last: 7 })],
      '`reports[0].routes[0].last` must be an ISO 8601 time.',
    ],
    [
      'one good report and a bad one',
      [good, {}],
      '`reports[1].audit` must be 1, as in reports of this version.',
    ],
  ])('%s', (_, reports, message) => {
    const audit = createAudit();

    expect(() => audit.merge(reports as AuditReport[])).toThrow(new TypeError(message));
    expect(audit.report().routes).toEqual([]);
  });
});
