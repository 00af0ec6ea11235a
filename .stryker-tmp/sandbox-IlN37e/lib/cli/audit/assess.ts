// @ts-nocheck
import { advise, type Basis, suspiciousFailures } from '../../audit/advice';
import type { ShownRoute } from '../../audit/columns';
import { type AuditFinding, mostDemanding } from '../../audit/finding';
import { NEVER, type Period, shownPeriod, union } from '../../audit/period';
import { keyOf } from '../../audit/place';
import { byCalls, foundIn } from '../../audit/report-of';
import type { RouteTally } from '../../audit/route-tally';
import { callsIn, GROUPS } from '../../audit/totals';
import type { Input, Ledger } from './ledger';
import type { ReportedRoute } from './reported-calls';

/** A route as the command judges it. */
export interface AssessedRoute extends ShownRoute {
  readonly basis: Basis;
}

/** What all inputs together say. */
export interface Assessment {
  readonly inputs: readonly Input[];
  readonly calls: number;
  /** How many of the recorded calls got no id though they need one. */
  readonly withoutId: number;
  readonly period: { readonly first?: string; readonly last?: string };
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
  /** Calls by what they need, as in {@link GROUPS}. */
  readonly totals: Readonly<Record<string, number>>;
  /** How many calls failed in a way that may be the missing header. */
  readonly suspicious: number;
  readonly brokenRows: number;
  /** The routes with the most calls first. */
  readonly routes: readonly AssessedRoute[];
}

/** What was recorded of a route, or nothing. */
const NOTHING_RECORDED = {
  withoutId: 0,
  found: {},
  attempts: [],
  problems: {},
  failures: {},
  companies: 0,
} as const;

/**
 * A route in Procore's reports. Its calls are those of the reports, as recorded calls are among them. How their ids are found was either
 * seen in the recorded calls, where those that need most stand for all, or is judged by the route.
 */
function assessReported(reported: ReportedRoute, recorded: RouteTally | undefined): AssessedRoute {
  const { place, calls, judgement } = reported;
  const seen = recorded?.toReport() ?? NOTHING_RECORDED;
  const finding = mostDemanding(seen.found);
  const basis = finding ? 'recorded' : judgement.basis;
  const found = finding ? { [finding]: calls } : reported.found.toObject();
  const failures = reported.failures.toObject();
  const period = union(reported.period, recorded?.period ?? NEVER);
  const route = { ...seen, ...place, basis, calls, found, failures, ...shownPeriod(period) };
  return { ...route, advice: advise(route) };
}

function assessRecorded(recorded: RouteTally, ledger: Ledger): AssessedRoute {
  const seen = recorded.toReport();
  const { method, route = '' } = recorded.place;
  const isByDocument =
    (seen.found.project ?? 0) > 0 && ledger.judge(method, route).basis !== 'route';
  const basis = isByDocument ? ledger.judge(method, route).basis : 'recorded';
  const assessed = { ...seen, basis };
  return { ...assessed, advice: advise(assessed) };
}

function routesOf(ledger: Ledger): AssessedRoute[] {
  const recorded = new Map(ledger.tally.all().map((counts) => [keyOf(counts.place), counts]));
  const reported = ledger.reported.all().map((each) => {
    const key = keyOf(each.place);
    const seen = recorded.get(key);
    recorded.delete(key);
    return assessReported(each, seen);
  });
  const others = [...recorded.values()].map((counts) => assessRecorded(counts, ledger));
  return [...reported, ...others].sort(byCalls);
}

function periodOf(ledger: Ledger): Period {
  return [...ledger.reported.all(), ...ledger.tally.all()].reduce<Period>(
    (period, each) => union(period, each.period),
    NEVER,
  );
}

const sumOf = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);

/** Judges what a ledger holds. */
export function assess(ledger: Ledger): Assessment {
  const { inputs } = ledger;
  const routes = routesOf(ledger);
  const calls = sumOf(routes, (route) => route.calls);
  const found = foundIn(routes);
  const totals = GROUPS.map((group) => [group.name, callsIn(group, { calls, found })]);
  return {
    inputs,
    calls,
    withoutId: sumOf(routes, (route) => route.withoutId),
    period: shownPeriod(periodOf(ledger)),
    found,
    totals: Object.fromEntries(totals) as Record<string, number>,
    suspicious: sumOf(routes, suspiciousFailures),
    brokenRows: sumOf(inputs, ({ broken }) => broken.count),
    routes,
  };
}
