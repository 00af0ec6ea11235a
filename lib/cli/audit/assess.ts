import { advise, type KnownFrom, suspiciousFailures } from '../../audit/advice';
import type { ShownRoute } from '../../audit/columns';
import { type AuditFinding, mostDemanding } from '../../audit/finding';
import { countByGroup, type GroupCounts } from '../../audit/groups';
import { NEVER, type Period, shownPeriod, union } from '../../audit/period';
import { keyOf } from '../../audit/place';
import { byCalls, foundIn } from '../../audit/report-of';
import type { RouteTally } from '../../audit/route-tally';
import type { Input, Ledger } from './ledger';
import type { ReportedRoute } from './reported-calls';

/** A route as the command judges it. Without recorded calls it has neither `withoutId` nor `companies`. */
export interface AssessedRoute extends ShownRoute {
  readonly knownFrom: KnownFrom;
}

/** What all inputs together say. */
export interface Assessment {
  readonly inputs: readonly Input[];
  readonly calls: number;
  /** The recorded calls, and how many of them need an id and got none; `undefined` if all that was read are Procore's reports. */
  readonly recorded: { readonly calls: number; readonly withoutId: number } | undefined;
  readonly period: { readonly first?: string; readonly last?: string };
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
  readonly counts: GroupCounts;
  /** How many calls failed in a way that a missing header may have caused. */
  readonly suspicious: number;
  readonly brokenRows: number;
  /** The routes with the most calls first. */
  readonly routes: readonly AssessedRoute[];
}

/** A route without recorded calls. */
const NOTHING_RECORDED = { found: {}, attempts: [], problems: {} } as const;

/**
 * A route in Procore's reports. Its calls are those of the reports, because these count the recorded ones too. Recorded calls say how the
 * ids are found, and those that need most speak for all. Without recorded calls the route says it.
 */
function assessReported(reported: ReportedRoute, recorded: RouteTally | undefined): AssessedRoute {
  const { place, calls, judgement } = reported;
  const seen = recorded?.toReport() ?? NOTHING_RECORDED;
  const finding = mostDemanding(seen.found);
  const knownFrom = finding ? 'recorded' : judgement.knownFrom;
  const found = finding ? { [finding]: calls } : reported.found.toObject();
  const failures = reported.failures.toObject();
  const period = union(reported.period, recorded?.period ?? NEVER);
  const route = { ...seen, ...place, knownFrom, calls, found, failures, ...shownPeriod(period) };
  return { ...route, advice: advise(route) };
}

function assessRecorded(recorded: RouteTally, ledger: Ledger): AssessedRoute {
  const seen = recorded.toReport();
  const { method, route = '' } = recorded.place;
  const isByDocument =
    (seen.found.project ?? 0) > 0 && ledger.judge(method, route).knownFrom !== 'route';
  const knownFrom = isByDocument ? ledger.judge(method, route).knownFrom : 'recorded';
  const assessed = { ...seen, knownFrom };
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

/** The recorded calls, among them those on routes that a report counts. */
function recordedIn({ inputs, tally }: Ledger): Assessment['recorded'] {
  if (inputs.every(({ kind }) => kind === 'report')) return undefined;
  const routes = tally.all().map((counts) => counts.toReport());
  return {
    calls: sumOf(routes, ({ calls }) => calls),
    withoutId: sumOf(routes, ({ withoutId }) => withoutId),
  };
}

/** Judges what a ledger holds. */
export function assess(ledger: Ledger): Assessment {
  const { inputs } = ledger;
  const routes = routesOf(ledger);
  return {
    inputs,
    calls: sumOf(routes, ({ calls }) => calls),
    recorded: recordedIn(ledger),
    period: shownPeriod(periodOf(ledger)),
    found: foundIn(routes),
    counts: countByGroup(routes),
    suspicious: sumOf(routes, suspiciousFailures),
    brokenRows: sumOf(inputs, ({ broken }) => broken.count),
    routes,
  };
}
