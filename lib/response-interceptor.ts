import type { ResponseLike } from './axios-types';
import { readId } from './company-id';
import { isMissingCompanyIdHeaderError } from './errors/guards';
import { createMissingHeaderError } from './errors/missing-company-id-header-error';
import { type CompanyIdEventType, tell } from './event';
import { guarded } from './guarded';
import { readHeader } from './headers';
import { INVALID_COMPANY, MISSING_HEADER } from './missing-header-body';
import type { NormalisedOptions } from './options';
import { own } from './own';
import { bodyText } from './peek';
import { RequestView } from './procore-request';
import { type Failure, failureOf, mayBeDisguised } from './response-facts';
import type { Scope } from './scope';
import { createTrace } from './trace';

function typeOf(failure: Failure, text: string): CompanyIdEventType | undefined {
  if (MISSING_HEADER.test(text)) return 'missing-header';
  if (INVALID_COMPANY.test(text)) return 'invalid-company-id';
  return mayBeDisguised(failure) ? 'sent-without-header' : undefined;
}

/** Calls a method of the resolver, whose failure is told to the observer and goes no further. */
function callResolver(
  { observe }: NormalisedOptions,
  request: RequestView,
  call: () => unknown,
): void {
  guarded(call, (error) => {
    tell(observe, request, createTrace('unresolved'), { type: 'failed', error });
  });
}

/** What one response tells the observer and the resolver, once. */
function report(options: NormalisedOptions, failure: Failure, type: CompanyIdEventType): void {
  const { resolver, dryRun } = options;
  const { status, request, response, trace } = failure;
  if (trace.isTold) return;
  trace.isTold = true;
  tell(options.observe, request, trace, { type, status });
  if (type !== 'invalid-company-id' || !trace.fromResolver || dryRun) return;
  // The resolver that gave the id may drop the fact, and a re-send must not keep it.
  trace.isForgotten = true;
  const id = trace.companyId as string;
  callResolver(options, request, () => resolver?.forget?.(request, response, id));
}

/**
 * Whether a failure is an answer to a request of this plugin, and not to one that somebody sent on its way. In a dry run an interceptor that
 * copies the config loses what was decided: then what the request says must do.
 */
function isOurs(
  { reason, request }: Failure,
  { dryRun }: NormalisedOptions,
  scope: Scope,
): boolean {
  return (
    reason !== 'unknown' ||
    (dryRun && scope.contains(request.readings) && !readId(readHeader(request.fields)))
  );
}

/**
 * Makes the handler of rejected responses: Procore's "missing header" becomes the typed error, everything else passes through as it is.
 */
export function createRejectionHandler(
  options: NormalisedOptions,
  scope: Scope,
): (error: unknown) => unknown {
  return (error) => {
    const failure = isMissingCompanyIdHeaderError(error) ? undefined : failureOf(error);
    if (!failure) throw error;
    const conclude = (text: string): never => {
      const type = typeOf(failure, text);
      if (type && isOurs(failure, options, scope)) report(options, failure, type);
      throw type === 'missing-header' && !options.dryRun
        ? createMissingHeaderError(failure, error, own(error, 'code'))
        : error;
    };
    const text = bodyText(failure.response, !options.dryRun);
    return typeof text === 'string' ? conclude(text) : text.then(conclude);
  };
}

/** Makes the handler of resolved responses, where the resolver learns from them. */
export function createLearningHandler(
  options: NormalisedOptions,
  scope: Scope,
): ((response: ResponseLike) => ResponseLike) | undefined {
  const { resolver } = options;
  if (!resolver?.learn) return undefined;
  return (response) => {
    const { status = 0 } = response;
    if (status >= 200 && status < 300) {
      const request = new RequestView(response.config);
      if (scope.contains(request.readings))
        callResolver(options, request, () => resolver.learn?.(request, response));
    }
    return response;
  };
}
