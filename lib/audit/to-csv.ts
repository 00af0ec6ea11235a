import { showFinding, type ShownRoute } from './columns';
import { countsIn } from './counter';
import type { AuditFinding } from './finding';
import { groupOf } from './groups';

const NEEDS_QUOTES = /[",\r\n]/;
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that no spreadsheet runs as a formula. */
function csvCell(value: string | number): string {
  const text = String(value).replace(FORMULA, "'$&");
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const showCounts = (counts: Readonly<Partial<Record<string, number>>>): string =>
  countsIn(counts)
    .map(([name, count]) => `${name}: ${count}`)
    .join('; ');

type Cell = (route: ShownRoute, calls: number) => string | number;

const COLUMNS: Readonly<Record<string, Cell>> = {
  method: ({ method }) => method,
  route: ({ route = '' }) => route,
  host: ({ host = '' }) => host,
  calls: ({ calls }) => calls,
  share: ({ calls }, all) => (all === 0 ? 0 : Number((calls / all).toFixed(4))),
  need: (route) => groupOf(route).title,
  company_id: ({ found }) =>
    countsIn(found)
      .map(([finding, count]) => `${showFinding(finding as AuditFinding)}: ${count}`)
      .join('; '),
  known_from: ({ knownFrom = 'recorded' }) => knownFrom,
  recorded_without_id: ({ withoutId = '' }) => withoutId,
  failures: ({ failures }) => showCounts(failures),
  problems: ({ problems }) => showCounts(problems),
  companies: ({ companies = '' }) => companies,
  first: ({ first = '' }) => first,
  last: ({ last = '' }) => last,
  advice: ({ advice }) => advice,
};

/** Routes as CSV (RFC 4180) that is safe to open in a spreadsheet. */
export function toCsv({
  routes,
  calls,
}: {
  readonly routes: readonly ShownRoute[];
  readonly calls: number;
}): string {
  const rows = [
    Object.keys(COLUMNS),
    ...routes.map((route) => Object.values(COLUMNS).map((cell) => csvCell(cell(route, calls)))),
  ];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}
