import type { RequestFields } from '../axios-types';
import type { CompanyIdEvent, CompanyIdEventType } from '../observe';
import type { AdviceFacts } from '../errors/missing-header-reason';
import { readOwn } from '../own-properties';

/** What can be decided about an attempt, before there is a response. */
type DecisionType = Exclude<
  CompanyIdEventType,
  'missing-header' | 'sent-without-header' | 'invalid-company-id'
>;

/**
 * What was decided about one attempt of a request. `observe` hears it, and it stays on the config, where the response and a retry read it.
 */
export interface Decision extends Pick<
  CompanyIdEvent,
  'companyId' | 'source' | 'conflict' | 'reason' | 'found' | 'error'
> {
  readonly type: DecisionType;
  /** Whether the id came from the option `resolver`. */
  readonly isResolved?: boolean;
  /** Whether the call opted out by its header. That header was removed, so a retry knows it only from here. */
  readonly isByHeader?: boolean;
  /** The path or the project that an id was for which nothing in the request names. A retry for the same project, or else path, keeps the id. */
  subject?: string | undefined;
  /** The default of the instance, which axios has merged into the config. */
  mergedDefault?: string;
  /** Whether the response was reported. An interceptor that retries passes the same response through twice. */
  isReported?: boolean;
}

/** A string, because axios drops symbols when it merges a config for a retry. */
export const DECISION_KEY = 'procoreCompanyIdDecision';

/** The decision about the attempt before, or about the request that a response answers. */
export function decisionIn(config: RequestFields): Decision | undefined {
  // A plain read first, because it is four times as fast, and nearly all requests have none.
  if (config[DECISION_KEY] === undefined) return undefined;
  const decision = readOwn(config, DECISION_KEY);
  return readOwn(decision, 'type') ? (decision as Decision) : undefined;
}

/** What an error message can say about a request without an id. */
export const explain = (
  { projectId }: { readonly projectId: string | undefined },
  { found }: Decision,
  resolver: object | undefined,
): AdviceFacts => ({
  ...{ found, projectId },
  resolver: resolver && String(readOwn(resolver, 'source') ?? 'resolver'),
});
