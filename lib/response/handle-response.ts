import type { RequestConfigLike, ResponseLike } from '../axios-types';
import { callSafely } from '../callbacks';
import { isMissingCompanyIdHeaderError } from '../errors/guards';
import { type CompanyIdEventType, createReporter, tell } from '../observe';
import type { NormalisedOptions } from '../options';
import { readOwn } from '../own-properties';
import { explain } from '../request/decision';
import { RequestView } from '../request/request-view';
import type { Scope } from '../request/scope';
import { INVALID_COMPANY, MISSING_HEADER } from './error-text';
import { type Failure, failureOf, mayBeDisguised } from './failure';
import { missingHeaderError } from './missing-header-error';
import { bodyText } from './peek';

function typeOf(failure: Failure, text: string): CompanyIdEventType | undefined {
  if (MISSING_HEADER.test(text)) return 'missing-header';
  if (INVALID_COMPANY.test(text)) return 'invalid-company-id';
  return mayBeDisguised(failure) ? 'sent-without-header' : undefined;
}

/** Tells the resolver that gave the id that it may be wrong. */
function tellResolver(
  { resolver, dryRun, observe }: NormalisedOptions,
  { status, request, response, decision, reason }: Failure,
  type: CompanyIdEventType | undefined,
): void {
  const isInvalid = type === 'invalid-company-id';
  if (!decision.isResolved || dryRun || reason !== 'sent') return;
  // A retry must not keep it.
  if (isInvalid) delete decision.subject;
  const method = isInvalid ? 'forget' : 'doubt';
  if (isInvalid || status === 404)
    callSafely(
      () => resolver?.[method]?.(request, response, String(decision.companyId)),
      createReporter(observe, request),
    );
}

/** Reports what one response says, once. */
function report(
  options: NormalisedOptions,
  failure: Failure,
  type: CompanyIdEventType | undefined,
): void {
  const { status, request, decision, reason } = failure;
  if (decision.isReported || reason === 'unknown') return;
  decision.isReported = true;
  if (type) tell(options.observe, request, decision, { type, status });
  tellResolver(options, failure, type);
}

/** Whether a 404 is mapped: to a request that needed the header and went out without it. */
const mapsNotFound = ({ onNotFound }: NormalisedOptions, { decision, reason }: Failure): boolean =>
  onNotFound === 'map' && decision.type !== 'exempt' && reason !== 'unknown';

/**
 * Makes the handler of rejected responses: Procore's "missing header" becomes the typed error, everything else passes through as it is.
 */
export function createRejectionHandler(options: NormalisedOptions): (error: unknown) => unknown {
  const { dryRun, resolver } = options;
  return (error) => {
    const failure = isMissingCompanyIdHeaderError(error) ? undefined : failureOf(error);
    if (!failure) throw error;
    const conclude = (text: string): never => {
      const type = typeOf(failure, text);
      report(options, failure, type);
      const isCertain = type === 'missing-header';
      const isMapped =
        isCertain || (type === 'sent-without-header' && mapsNotFound(options, failure));
      if (!isMapped || dryRun) throw error;
      const facts = explain(failure.request, failure.decision, resolver);
      throw missingHeaderError(failure, error, isCertain, facts);
    };
    const text = bodyText(failure.response, !dryRun);
    return typeof text === 'string' ? conclude(text) : text.then(conclude);
  };
}

/**
 * Makes the handler of resolved responses, from which the resolver learns. Whatever comes goes on as it is: an interceptor before may have
 * unwrapped the response.
 */
export function createLearningHandler(
  options: NormalisedOptions,
  scope: Scope,
): ((response: unknown) => unknown) | undefined {
  const { resolver, observe } = options;
  if (!resolver?.learn) return undefined;
  return (response) => {
    const status = Number(readOwn(response, 'status'));
    const config = readOwn(response, 'config');
    if (status >= 200 && status < 300 && config) {
      const request = new RequestView(config as RequestConfigLike, undefined, observe);
      if (scope.contains(request.target))
        callSafely(
          () => resolver.learn?.(request, response as ResponseLike),
          createReporter(observe, request),
        );
    }
    return response;
  };
}
