import type { AuditRoute } from 'axios-procore-company-id/audit';
import { showDifferences, showFailures, showFound, type ShownRoute } from '../../lib/audit/columns';
import { toCsv } from '../../lib/audit/to-csv';
import { mergedAudit } from './recorded';

const RFIS = '/rest/v1.0/projects/:project_id/rfis';

describe('a finding is marked', () => {
  test.each<[ShownRoute['knownFrom'], string]>([
    [undefined, 'query'],
    ['recorded', 'query'],
    ['route', 'query'],
    ['documented', 'query?'],
    ['similar', 'query?'],
    ['unknown', 'query?'],
  ])('by how it is known: %s', (knownFrom, shown) => {
    const route = { found: { query: 1 }, ...(knownFrom && { knownFrom }) };

    expect(showFound(route)).toBe(shown);
  });
});

describe('the findings of a route are shown', () => {
  const shownRoute = (
    found: ShownRoute['found'],
    knownFrom?: ShownRoute['knownFrom'],
  ): ShownRoute => ({ found, knownFrom }) as ShownRoute;

  test.each<[string, ShownRoute, found: string, differences: string]>([
    ['as one word where there is one', shownRoute({ path: 1500 }, 'similar'), 'path?', ''],
    [
      'as the one that needs most, and in words with counts, where there are several',
      shownRoute({ path: 1500, failed: 2, project: 1, given: 1, body: 3, default: 4, exempt: 0 }),
      'failed',
      '2 failed, 4 with nothing named, 1 by project, 3 by body, 1,500 by path, 1 by the call',
    ],
    ['as nothing where there are none', shownRoute({}), '', ''],
  ])('%s', (_, route, found, differences) => {
    expect(showFound(route)).toBe(found);
    expect(showDifferences(route)).toBe(differences);
  });
});

test('failures are shown by status, those first that a missing header may have caused', () => {
  const failures = { 401: 70, 404: 2, 'no answer': 1, 400: 1, 429: 0 };

  expect(showFailures({ failures })).toBe('400: 1, 404: 2, 401: 70, no answer: 1');
});

describe('a report of answers alone', () => {
  const recorded = () => mergedAudit({ route: RFIS, failures: { 403: 1, 404: 0, 500: 1200 } });

  test('has no share of the calls, and shows what failed how often', () => {
    expect(recorded().toTable()).toContain(
      `      0   0.0%           GET ${RFIS}\n                         Failures 403: 1, 500: 1,200.\n`,
    );
  });

  test('has no share and no times in CSV', () => {
    expect(recorded().toCsv()).toMatch(
      `\r\nGET,${RFIS},,0,0,To fix,,recorded,0,403: 1; 500: 1200,,0,,,\r\n`,
    );
  });
});

test('a cell of CSV has quotes around a comma, and doubles its own', () => {
  const [route] = mergedAudit({ host: 'x' }).report().routes as [AuditRoute];
  const csv = toCsv({ calls: 1, routes: [{ ...route, advice: 'Say "a", or "b".' }] });

  expect(csv).toMatch(/,"Say ""a"", or ""b""\."\r\n$/);
});

test('what only recorded calls show is empty in CSV where there are none', () => {
  const [recorded] = mergedAudit({ host: 'x' }).report().routes as [AuditRoute];
  const route = { ...recorded, withoutId: undefined, companies: undefined };

  expect(toCsv({ calls: 1, routes: [route as unknown as ShownRoute] })).toContain(
    ',recorded,,,,,,,',
  );
});
