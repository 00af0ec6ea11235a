import { callSafely } from './callbacks';
import { withoutUndefined } from './own-properties';

/**
 * What happened to one attempt of a request.
 *
 * @since 1.0.0
 */
export type CompanyIdEventType =
  /** An id was found and the header was set. */
  | 'resolved'
  /** A usable header was on the request already and was left alone. */
  | 'kept'
  /** No id was found: see `reason`. */
  | 'unresolved'
  /** No id was found for a call that needs none. */
  | 'exempt'
  /** The call asked for no header with `false`. */
  | 'opted-out'
  /** The url does not belong to Procore's API, as far as the plugin knows. */
  | 'out-of-scope'
  /** An id was unusable, two ids differed, or a resolver failed: see `error`. */
  | 'failed'
  /** Procore answered that the header is missing. */
  | 'missing-header'
  /** Procore answered 404 to a request that went out without the header. */
  | 'sent-without-header'
  /** Procore answered that the id in the header is invalid. */
  | 'invalid-company-id';

/**
 * What `observe` hears. Fields that are not known are absent. It holds no token and no query value.
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
  /** The path without its ids. Absent when the request is out of scope, because foreign paths can hold secrets. */
  route?: string;
  /** The host of a request that is out of scope. */
  host?: string;
  /** The company id that is sent, as a decimal string. In a dry run: the one that would be sent. */
  companyId?: string;
  /** Where the id came from. */
  source?: string;
  /** With `resolved` and `kept`: whether another source of the same request names another company. */
  conflict?: boolean;
  /** With `unresolved`: whether nothing names a company, or more than one is named. */
  reason?: 'unresolved' | 'ambiguous';
  /**
   * With `unresolved`: what stood where an id was expected, in words such as "the header says `undefined`".
   *
   * @since 2.0.0
   */
  found?: string;
  /** With `failed`. */
  error?: unknown;
  /** The HTTP status, when a response said something. */
  status?: number;
}

/** The option `observe`. */
export type Observe = ((event: CompanyIdEvent) => unknown) | undefined;

/** Where a request goes. */
interface Place {
  readonly method: string;
  readonly route: string;
  readonly host: string | undefined;
}

/** What was decided about a request. */
type Told = Pick<
  CompanyIdEvent,
  'companyId' | 'source' | 'conflict' | 'reason' | 'found' | 'error'
> & {
  readonly type: CompanyIdEventType;
};

/** How to name a request: by method and route, or by its host alone when it is out of scope. Foreign paths can hold secrets. */
export const nameable = (
  { method, route, host }: Place,
  { type }: Pick<Told, 'type'>,
): { method: string; route?: string; host?: string | undefined } =>
  type === 'out-of-scope' ? { method, host } : { method, route };

/** Tells the observer what was decided about a request, or what its response said. An observer that fails breaks nothing. */
export function tell(
  observe: Observe,
  request: Place,
  decision: Told,
  answer?: Pick<CompanyIdEvent, 'type' | 'status'>,
): void {
  if (!observe) return;
  const { type, companyId, source, conflict, reason, found, error } = decision;
  const isSent = type === 'resolved' || type === 'kept';
  const details = answer ?? {
    type,
    conflict: isSent ? !!conflict : undefined,
    reason,
    found,
    error,
  };
  const event = withoutUndefined({ ...details, ...nameable(request, decision), companyId, source });
  callSafely(() => observe(event));
}

/** Makes what tells the observer of an error that does not stop a request. */
export const createReporter =
  (observe: Observe, request: Place) =>
  (error: unknown): void => {
    tell(observe, request, { type: 'failed', error });
  };
