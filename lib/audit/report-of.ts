import { FINDINGS } from './finding';
import { keyOf } from './place';
import type { AuditReport, AuditRoute } from './report';
import { NEVER, type Period, shownPeriod, union } from './period';
import type { Tally } from './tally';

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

type Countable = Pick<AuditRoute, 'calls' | 'method' | 'route' | 'host'>;

/** The routes with the most calls first. */
export const byCalls = (a: Countable, b: Countable): number =>
  b.calls - a.calls || compare(keyOf(a), keyOf(b));

/** How the ids were found, over all routes. */
export function foundIn(routes: readonly Pick<AuditRoute, 'found'>[]): AuditReport['found'] {
  const found: Record<string, number> = {};
  for (const finding of FINDINGS) {
    const calls = routes.reduce((sum, route) => sum + (route.found[finding] ?? 0), 0);
    if (calls > 0) found[finding] = calls;
  }
  return found;
}

/** What a tally holds, as a report. */
export function reportOf(tally: Tally): AuditReport {
  const all = tally.all();
  const routes = all.map((counts) => counts.toReport()).sort(byCalls);
  const sum = (field: 'calls' | 'withoutId'): number =>
    routes.reduce((total, route) => total + route[field], 0);
  return {
    audit: 1,
    calls: sum('calls'),
    withoutId: sum('withoutId'),
    companies: Math.max(tally.companies.size, tally.leastCompanies),
    ...shownPeriod(all.reduce<Period>((period, counts) => union(period, counts.period), NEVER)),
    found: foundIn(routes),
    routes,
  };
}
