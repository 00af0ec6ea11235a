import { guarded } from './guarded';
import { known } from './known';
import type { RequestView } from './procore-request';
import { isByHand, type Trace } from './trace';

/**
 * What happened to one attempt of a request.
 *
 * @since 1.0.0
 */
export type CompanyIdEventType =
  /** An id was found and the header set. */
  | 'resolved'
  /** A usable header was on the request already and was left alone. */
  | 'kept'
  /** No id was found: see `reason`. */
  | 'unresolved'
  /** No id was found for a call that needs none. */
  | 'exempt'
  /** The call asked for no header with `false`. */
  | 'opted-out'
  /** The url is not known as Procore's API. */
  | 'out-of-scope'
  /** An id was unusable, two ids differed, or a resolver failed: see `error`. */
  | 'failed'
  /** Procore answered that the header is missing. */
  | 'missing-header'
  /** Procore answered 404 to a request without the header. */
  | 'sent-without-header'
  /** Procore answered that the id in the header is invalid. */
  | 'invalid-company-id';

/**
 * What `observe` is told. Fields that are not known are absent. No token and no query value is in it.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, {
 *   observe: (event) => counters.increment(`procore.${event.type}`, { route: event.route }),
 * });
 * ```
 *
 * @since 1.0.0
 */
export interface CompanyIdEvent {
  /** What happened. */
  type: CompanyIdEventType;
  /** The HTTP method in upper case. */
  method: string;
  /** The path without its ids. Absent where the request is out of scope, as foreign paths hold secrets. */
  route?: string;
  /** The host of a request that is out of scope. */
  host?: string;
  /** The company id that is or would be sent, as a decimal string. */
  companyId?: string;
  /** Where it came from. */
  source?: string;
  /** With `resolved` and `kept`: whether path or query names another company. */
  conflict?: boolean;
  /** With `unresolved`: whether nothing names a company, or more than one is named. */
  reason?: 'unresolved' | 'ambiguous';
  /** With `failed`. */
  error?: unknown;
  /** The HTTP status, with what a response told. */
  status?: number;
}

/** What `observe` is given to. */
export type Observe = ((event: CompanyIdEvent) => unknown) | undefined;

function typeOf(trace: Trace): CompanyIdEventType {
  const { outcome } = trace;
  if (outcome === 'sent') return isByHand(trace) ? 'kept' : 'resolved';
  return outcome === 'ambiguous' ? 'unresolved' : outcome;
}

/**
 * Tells the observer what became of a request. What it throws, now or later, is its own affair.
 */
export function tell(
  observe: Observe,
  request: RequestView,
  trace: Trace,
  more: Partial<CompanyIdEvent>,
): void {
  if (!observe) return;
  const { outcome, companyId, source } = trace;
  const { method, route, host } = request;
  const place = outcome === 'out-of-scope' ? { host } : { route, companyId, source };
  const event = known({ type: typeOf(trace), method, ...place, ...more });
  guarded(() => observe(event));
}
