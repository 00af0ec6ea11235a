import { withoutUndefined } from '../own-properties';
import { advise } from './advice';
import { foundBy, sumOf, withoutId } from './attempts';
import { CompanySet } from './companies';
import { Counter } from './counter';
import {
  type AttemptFacts,
  type AuditFinding,
  findingOf,
  FINDINGS,
  type RouteTraits,
} from './finding';
import { NEVER, type Period, shownPeriod } from './period';
import type { Place } from './place';
import type { AuditAttempts, AuditProblem, AuditRoute } from './report';
import { OTHER_LABEL } from './source-label';

const MOST_KINDS = 50;

type Attempts = { -readonly [Key in keyof AuditAttempts]: AuditAttempts[Key] };

const byCount = (a: AuditAttempts, b: AuditAttempts): number =>
  b.count - a.count || FINDINGS.indexOf(a.found) - FINDINGS.indexOf(b.found);

/** The counts of one place. */
export class RouteTally {
  readonly companies = new CompanySet();
  readonly problems = new Counter<AuditProblem>();
  readonly failures = new Counter();
  /** The number of companies in merged reports, which hold no ids. */
  leastCompanies = 0;
  period: Period = NEVER;
  private readonly kinds: Attempts[] = [];

  constructor(
    readonly place: Place,
    readonly traits: RouteTraits,
  ) {}

  /** Counts attempts with the same outcome. `traits` are those of the call, if more is known about it than about the route. */
  attempt(facts: AttemptFacts, count: number, traits: RouteTraits = this.traits): void {
    this.add(facts, findingOf(facts, traits), count);
  }

  /** Counts attempts whose finding is known. */
  add(facts: AttemptFacts, found: AuditFinding, count: number): void {
    const { type, source, reason } = facts;
    const { kinds } = this;
    for (const kind of kinds) {
      if (
        kind.type === type &&
        kind.found === found &&
        kind.source === source &&
        kind.reason === reason
      ) {
        kind.count += count;
        return;
      }
    }
    if (kinds.length < MOST_KINDS || source === undefined || source === OTHER_LABEL) {
      kinds.push(withoutUndefined({ type, source, reason, found, count }) as Attempts);
    } else {
      this.add({ ...facts, source: OTHER_LABEL }, found, count);
    }
  }

  seen(time: number): void {
    const { first = time, last = time } = this.period;
    this.period = { first: Math.min(first, time), last: Math.max(last, time) };
  }

  toReport(): AuditRoute {
    const attempts = this.kinds.map((each) => ({ ...each })).sort(byCount);
    const route = {
      ...this.place,
      calls: sumOf(attempts),
      withoutId: withoutId(attempts),
      found: foundBy(attempts),
      attempts,
      problems: this.problems.toObject(),
      failures: this.failures.toObject(),
      companies: Math.max(this.companies.size, this.leastCompanies),
      ...shownPeriod(this.period),
    };
    return { ...route, advice: advise(route) };
  }
}
