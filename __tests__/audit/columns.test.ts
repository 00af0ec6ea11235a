import type { AuditRoute } from 'axios-procore-company-id/audit';
import { showFound, showMarked, type ShownRoute } from '../../lib/audit/columns';
import { toCsv } from '../../lib/audit/to-csv';
import { mergedAudit } from './recorded';

const RFIS = '/rest/v1.0/projects/:project_id/rfis';

describe('a finding is marked', () => {
  test.each<[ShownRoute['basis'], string]>([
    [undefined, 'query'],
    ['recorded', 'query'],
    ['route', 'query'],
    ['documented', 'query (documented)'],
    ['similar', 'query (similar)'],
    ['unknown', 'query?'],
  ])('by how it is known: %s', (basis, shown) => {
    expect(showMarked('query', basis)).toBe(shown);
  });
});

describe('the findings of a route are shown', () => {
  const shownRoute = (found: ShownRoute['found'], basis?: ShownRoute['basis']): ShownRoute =>
    ({ found, basis }) as ShownRoute;

  test.each<[string, ShownRoute, string]>([
    [
      'without a count where there is but one',
      shownRoute({ path: 1500 }, 'similar'),
      'path (similar)',
    ],
    [
      'with counts where there are several',
      shownRoute({ path: 1500, failed: 2 }),
      'failed 2, path 1,500',
    ],
    ['as nothing where there are none', shownRoute({}), ''],
  ])('%s', (_, route, text) => {
    expect(showFound(route)).toBe(text);
  });
});

describe('a report of answers alone', () => {
  const recorded = () => mergedAudit({ route: RFIS, failures: { 403: 1, 404: 0, 500: 1200 } });

  test('has no share of the calls, and shows what failed how often', () => {
    expect(recorded().toTable()).toContain(`    0   0.0%  403: 1, 500: 1,200  GET ${RFIS}\n`);
  });

  test('has no share and no times in CSV', () => {
    expect(recorded().toCsv()).toMatch(
      `\r\nGET,${RFIS},,0,0,,recorded,0,403: 1; 500: 1200,,0,,,\r\n`,
    );
  });
});

test('a cell of CSV has quotes around a comma, and doubles its own', () => {
  const [route] = mergedAudit({ host: 'x' }).report().routes as [AuditRoute];
  const csv = toCsv({ calls: 1, routes: [{ ...route, advice: 'Say "a", or "b".' }] });

  expect(csv).toMatch(/,"Say ""a"", or ""b""\."\r\n$/);
});
