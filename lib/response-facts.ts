import type { ResponseLike } from './axios-types';
import type { MissingHeaderFacts } from './errors/missing-company-id-header-error';
import { own } from './own';
import { RequestView } from './procore-request';
import { registry } from './registry';
import { readTrace, type Trace } from './trace';

/** A response that reports a failure, and the request that it answers. */
export interface Failure {
  readonly response: ResponseLike;
  readonly status: number;
  readonly request: RequestView;
  /** What was decided for the request, where it went through an attachment. */
  readonly trace: Trace | undefined;
  /** Whether the request had the header. */
  readonly hadHeader: boolean;
  readonly isDryRun: boolean;
}

/** The failure that an error, or a response itself, reports. The fetch adapter of axios 1.13.3 leaves the response on the cause. */
export function failureOf(error: unknown, given?: unknown): Failure | undefined {
  const response = given ?? own(error, 'response') ?? own(own(error, 'cause'), 'response');
  const status = own(response, 'status');
  if (typeof status !== 'number' || !(status >= 400)) return undefined;
  const config = own(error, 'config') ?? own(response, 'config');
  const dry = registry().dryRuns.get(config as object);
  const trace = dry ?? readTrace(config);
  const isDryRun = dry !== undefined && dry.source !== 'header';
  const hadHeader = !isDryRun && trace?.outcome === 'sent';
  const request = new RequestView(config);
  return { response: response as ResponseLike, status, request, trace, hadHeader, isDryRun };
}

/** What the typed error tells of a failure. */
export function factsOf({ request, trace, isDryRun }: Failure): MissingHeaderFacts {
  const { companyId, source, outcome = 'unknown' } = trace ?? {};
  const reason = isDryRun ? 'dry-run' : outcome;
  const { method, route } = request.config ? request : ({} as Partial<RequestView>);
  return { reason, method, route, companyId, source };
}
