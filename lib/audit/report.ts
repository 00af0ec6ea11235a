import type { CompanyIdEventType } from '../observe';
import type { AuditFinding } from './finding';

/**
 * What Procore or the plugin found wrong with a call.
 *
 * @example
 * ```ts
 * const rejected = report.routes.filter(({ problems }) => problems['missing-header']);
 * ```
 *
 * @since 1.0.0
 */
export type AuditProblem =
  /** Procore answered that the header is missing. */
  | 'missing-header'
  /** Procore answered 404 to a request without the header. */
  | 'sent-without-header'
  /** Procore knows no company of the id in the header. */
  | 'invalid-company-id'
  /** The endpoint needs `company_id` or `project_id` as a parameter. Known from `diagnose`. */
  | 'missing-parameter'
  /** The app is not installed in the company. Known from `diagnose`. */
  | 'app-not-connected'
  /** The id that was given differs from the one in the path, query or body. */
  | 'conflict'
  /** The value that was given is not a valid company id. */
  | 'unusable-id'
  /** The resolver threw or rejected. */
  | 'resolver-failed';

/** All problems, those first that Procore reports. */
export const AUDIT_PROBLEMS = [
  'missing-header',
  'sent-without-header',
  'invalid-company-id',
  'missing-parameter',
  'app-not-connected',
  'conflict',
  'unusable-id',
  'resolver-failed',
] as const satisfies readonly AuditProblem[];

/**
 * Attempts with the same outcome.
 *
 * @example
 * ```ts
 * const attempts: AuditAttempts = { type: 'resolved', source: 'query', found: 'query', count: 12 };
 * ```
 *
 * @since 1.0.0
 */
export interface AuditAttempts {
  /** The type of their events. */
  readonly type: CompanyIdEventType;
  /** Where the id came from. A label that is not a plain word counts as `resolver`. */
  readonly source?: string;
  /** Only with the type `unresolved`. */
  readonly reason?: 'unresolved' | 'ambiguous';
  /** How the plugin found the id, or what the calls need. */
  readonly found: AuditFinding;
  /** How many attempts. */
  readonly count: number;
}

/**
 * What was recorded of one method and route. It holds no id, no token and no query value.
 *
 * @example
 * ```ts
 * const [busiest] = audit.report().routes;
 * console.log(busiest?.method, busiest?.route, busiest?.found, busiest?.advice);
 * ```
 *
 * @since 1.0.0
 */
export interface AuditRoute {
  /** In upper case; `*` for calls beyond `maxRoutes`. */
  readonly method: string;
  /** For example `/rest/v1.0/projects/:project_id/rfis`; `*` beyond `maxRoutes`. Absent for hosts outside the API. */
  readonly route?: string;
  /** The host of calls outside the API; `*` beyond the first 100. */
  readonly host?: string;
  /** How many attempts were recorded. */
  readonly calls: number;
  /** How many of them need an id and got none. */
  readonly withoutId: number;
  /** How the ids of these calls were found. */
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
  /** The attempts, by type and source. */
  readonly attempts: readonly AuditAttempts[];
  /** What went wrong, and how often. */
  readonly problems: Readonly<Partial<Record<AuditProblem, number>>>;
  /** Failures by HTTP status. Only those that events report: not every failed call. */
  readonly failures: Readonly<Partial<Record<string, number>>>;
  /** How many companies were called, up to 10,000. After a merge: at least this many. */
  readonly companies: number;
  /** When it was called first, as an ISO 8601 time in UTC. Absent if not known. */
  readonly first?: string;
  /** When it was called last. */
  readonly last?: string;
  /** What to do, in one line. */
  readonly advice: string;
}

/**
 * What an audit has recorded, as plain data that survives `JSON.stringify` and `postMessage`.
 *
 * @example
 * ```ts
 * process.send?.(audit.report()); // in a worker
 * cluster.on('message', (_, report: AuditReport) => all.merge([report])); // in the primary
 * ```
 *
 * @since 1.0.0
 */
export interface AuditReport {
  /** The version of this format. */
  readonly audit: 1;
  /** How many attempts were recorded. */
  readonly calls: number;
  /** How many of them need an id and got none. */
  readonly withoutId: number;
  /** How many companies were called, up to 10,000. After a merge: at least this many. */
  readonly companies: number;
  /** When the first event was recorded, as an ISO 8601 time in UTC. */
  readonly first?: string;
  /** When the last event was recorded. */
  readonly last?: string;
  /** How the ids were found, over all routes. */
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
  /** The routes with the most calls first. */
  readonly routes: readonly AuditRoute[];
}
