import type { MissingHeaderReason } from './errors/reason';
import { own } from './own';
import type { RequestFields } from './request-fields';

/**
 * What was decided for one attempt of a request. It stands on the config, so that the response and a re-send can tell.
 */
export interface Trace {
  readonly outcome: Exclude<MissingHeaderReason, 'dry-run' | 'unknown'>;
  /** The id in the header. */
  readonly companyId: string | undefined;
  readonly source: string | undefined;
  /** Whether the id came from the option `resolver`. */
  readonly fromResolver: boolean;
  /** The path of the request, and its project where the path names none: a re-send must have one in common with it to keep its id. */
  path: string | undefined;
  projectId: string | undefined;
  /** Where the caller's `false` was. Taking back the key shows the header again; a header of 0.x is deleted, and only known from here. */
  optedOutBy: 'key' | 'header' | undefined;
  /** `defaults.procoreCompanyId` of the instance, which axios has merged into the config. */
  instanceDefault: string | undefined;
  /** Whether the observer has heard of the response: an interceptor that re-sends lets it pass twice. */
  isTold: boolean;
  /** Whether Procore said that the id names no company: a re-send must not keep it. */
  isForgotten: boolean;
}

/** Whether the header was on the request already. A resolver may use the same label. */
export const isByHand = ({ source, fromResolver }: Trace): boolean =>
  source === 'header' && !fromResolver;

/** All fields are own ones, so that a polluted prototype fills none in. */
export const createTrace = (
  outcome: Trace['outcome'],
  companyId?: string,
  source?: string,
  fromResolver = false,
): Trace => ({
  outcome,
  companyId,
  source,
  fromResolver,
  path: undefined,
  projectId: undefined,
  optedOutBy: undefined,
  instanceDefault: undefined,
  isTold: false,
  isForgotten: false,
});

export function readTrace({ procoreCompanyIdTrace: trace }: RequestFields): Trace | undefined {
  return typeof own(trace, 'outcome') === 'string' ? (trace as Trace) : undefined;
}

/** The key is a string, as axios drops symbols when it merges a config for a re-send. */
export function writeTrace(config: Record<string, unknown>, trace: Trace): void {
  config.procoreCompanyIdTrace = trace;
}
