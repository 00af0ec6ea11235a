import type { ResponseLike } from './axios-types';
import type { MissingHeaderReason } from './errors/reason';
import { own } from './own';
import { RequestView } from './procore-request';
import { registry } from './registry';
import { createTrace, isByHand, readTrace, type Trace } from './trace';

/** A response that reports a failure, and the request that it answers. */
export interface Failure {
  readonly response: ResponseLike;
  readonly status: number;
  readonly request: RequestView;
  /** What was decided for the request. */
  readonly trace: Trace;
  /** Why the header was missing, if it was. */
  readonly reason: MissingHeaderReason;
}

/** What one of two objects has; axios and its adapters differ in where they leave things. */
export const ownOfEither = (key: string, first: unknown, second: unknown): unknown =>
  own(first, key) ?? own(second, key);

/** The failure that an error reports. The fetch adapter of axios 1.13.3 leaves the response on the cause. */
export function failureOf(error: unknown): Failure | undefined {
  const response = ownOfEither('response', error, own(error, 'cause'));
  const status = own(response, 'status');
  if (typeof status !== 'number' || !(status >= 400)) return undefined;
  const config = ownOfEither('config', error, response);
  const dry = registry().dryRuns.get(config as object);
  const request = new RequestView(config);
  const decided = dry ?? readTrace(request.fields);
  return {
    response: response as ResponseLike,
    status,
    request,
    trace: decided ?? createTrace('unresolved'),
    reason: dry && !isByHand(dry) ? 'dry-run' : decided ? decided.outcome : 'unknown',
  };
}

/** Whether a failure may be the missing header in disguise: Procore does not find what it looks for in the wrong place. */
export const mayBeDisguised = ({ status, trace, reason }: Failure): boolean =>
  status === 404 && reason !== 'sent' && trace.outcome !== 'out-of-scope';

/** The method and route of the request, where known. Foreign paths hold secrets: of them only the host is told. */
export function placeOf({ request, trace }: Failure): {
  method?: string;
  route?: string | undefined;
  host?: string | undefined;
} {
  if (!request.config) return {};
  const { method, host } = request;
  return trace.outcome === 'out-of-scope' ? { method, host } : { method, route: request.route };
}

/** How a message names the request. */
export function nameOf(failure: Failure): string {
  const { method, route, host } = placeOf(failure);
  return method ? `${method} ${route ?? host}` : 'the request';
}
