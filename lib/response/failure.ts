import type { RequestConfigLike, ResponseLike } from '../axios-types';
import type { MissingHeaderReason } from '../errors/missing-header-reason';
import { nameable } from '../observe';
import { readOwn } from '../own-properties';
import { registry } from '../registry';
import { type Decision, decisionIn } from '../request/decision';
import { RequestView } from '../request/request-view';

/** A response that reports a failure, and the request that it answers. */
export interface Failure {
  readonly response: ResponseLike;
  readonly status: number;
  readonly request: RequestView;
  /** What was decided about the request. */
  readonly decision: Decision;
  /** Why the header was missing, if it was. */
  readonly reason: MissingHeaderReason;
  /** Method and route of the request, or its host alone when it is out of scope. Empty where there is no config. */
  readonly place: Partial<ReturnType<typeof nameable>>;
}

function reasonOf({ type, reason }: Decision): MissingHeaderReason {
  if (type === 'resolved' || type === 'kept') return 'sent';
  return reason ?? (type === 'failed' ? 'unresolved' : type);
}

function readFailure(error: unknown): Failure | undefined {
  const response = readOwn(error, 'response') ?? readOwn(readOwn(error, 'cause'), 'response');
  const status = readOwn(response, 'status');
  if (typeof status !== 'number' || !(status >= 400)) return undefined;
  const config = readOwn(error, 'config') ?? readOwn(response, 'config');
  const dry = registry().dryRuns.get(config as object);
  const request = new RequestView(config as RequestConfigLike);
  const decided = dry ?? decisionIn(request.fields);
  const decision: Decision = decided ?? { type: 'unresolved' };
  return {
    ...{ response: response as ResponseLike, status, request, decision },
    reason: dry && dry.type !== 'kept' ? 'dry-run' : decided ? reasonOf(decided) : 'unknown',
    place: config ? nameable(request, decision) : {},
  };
}

/** The failure that an error reports. The fetch adapter of axios 1.13.3 leaves the response on the cause. */
export function failureOf(error: unknown): Failure | undefined {
  try {
    return readFailure(error);
  } catch {
    // An error that cannot be read is somebody else's, and must stay as it is.
    return undefined;
  }
}

/** Whether a failure may be the missing header in disguise: Procore answers 404 when it looks for a record in the wrong place. */
export const mayBeDisguised = ({ status, decision, reason }: Failure): boolean =>
  status === 404 && reason !== 'sent' && decision.type !== 'out-of-scope';

/** The request in a message. */
export const inWords = ({ place: { method, route, host } }: Failure): string =>
  method ? `${method} ${route ?? host}` : 'the request';
