import { Counter } from '../../audit/counter';
import type { AuditFinding } from '../../audit/finding';
import { NEVER, type Period } from '../../audit/period';
import { keyOf, OTHERS, type Place, placeOf } from '../../audit/place';
import { detached } from './detached';
import type { Judgement, RouteJudge } from './judge-route';

/** One row of an API Call Activity Report. */
export interface ReportRow {
  /** In milliseconds since 1970; `undefined` if it cannot be read. */
  readonly date: number | undefined;
  readonly status: number;
  readonly method: string;
  readonly route: string;
  readonly count: number;
}

/** What the reports say about one place. */
export class ReportedRoute {
  calls = 0;
  private first = Infinity;
  private last = -Infinity;
  readonly found = new Counter<AuditFinding>();
  readonly failures = new Counter();

  constructor(
    readonly place: Place,
    readonly judgement: Judgement,
  ) {}

  add({ date, status, count }: ReportRow, finding: AuditFinding): void {
    this.calls += count;
    this.found.add(finding, count);
    if (status >= 400) this.failures.add(String(status), count);
    if (date === undefined) return;
    if (date < this.first) this.first = date;
    if (date > this.last) this.last = date;
  }

  get period(): Period {
    const { first, last } = this;
    return first > last ? NEVER : { first, last };
  }
}

const MOST_SPELLINGS = 20_000;
const OTHER_ROUTES: Place = { method: OTHERS, route: OTHERS };

/** Counts the calls in Procore's reports by method and route, in bounded memory. */
export class ReportedCalls {
  private readonly routes = new Map<string, ReportedRoute>();
  /** The places of routes and methods in the spelling of the reports. Two maps are faster than one with joined keys. */
  private spellings = new Map<string, Map<string, ReportedRoute>>();

  constructor(
    private readonly judge: RouteJudge,
    private readonly maxRoutes: number,
  ) {}

  add(row: ReportRow): void {
    const known = this.spellings.get(row.route)?.get(row.method);
    const reported = known ?? this.find(placeOf(detached(row.method), row.route, undefined));
    const isTold = reported.place.route !== OTHERS;
    if (!known && isTold) this.remember(row, reported);
    reported.add(row, isTold ? reported.judgement.finding : this.judgeOf(row).finding);
  }

  all(): ReportedRoute[] {
    return [...this.routes.values()];
  }

  private judgeOf(row: ReportRow): Judgement {
    const { method, route } = placeOf(row.method, row.route, undefined);
    return this.judge(method, route as string);
  }

  private find(place: Place): ReportedRoute {
    const existing = this.routes.get(keyOf(place));
    if (existing) return existing;
    const shown = this.routes.size < this.maxRoutes ? place : OTHER_ROUTES;
    const key = keyOf(shown);
    const reported =
      this.routes.get(key) ??
      new ReportedRoute(shown, this.judge(shown.method, String(shown.route)));
    this.routes.set(key, reported);
    return reported;
  }

  private remember({ route, method }: ReportRow, reported: ReportedRoute): void {
    if (this.spellings.size >= MOST_SPELLINGS) this.spellings = new Map();
    const byMethod = this.spellings.get(route) ?? new Map<string, ReportedRoute>();
    this.spellings.set(detached(route), byMethod.set(detached(method), reported));
  }
}
