import type { ResponseLike } from './axios-types';
import { isProcoreCompanyIdError } from './errors/guards';
import { createMissingHeaderError } from './errors/missing-company-id-header-error';
import { type CompanyIdEvent, tell } from './event';
import { saysInvalidCompany, saysMissingHeader } from './missing-header-body';
import type { NormalisedOptions } from './options';
import { bodyTexts } from './peek';
import { RequestView } from './procore-request';
import { isPromise } from './resolvers/resolution';
import { type Failure, factsOf, failureOf } from './response-facts';
import type { Scope } from './scope';
import { createTrace } from './trace';

function typeOf(
  { status, trace, hadHeader }: Failure,
  texts: string[],
): CompanyIdEvent['type'] | undefined {
  if (saysMissingHeader(texts)) return 'missing-header';
  if (saysInvalidCompany(texts)) return 'invalid-company-id';
  const mayBeDisguised = status === 404 && !hadHeader && trace?.outcome !== 'out-of-scope';
  return mayBeDisguised ? 'sent-without-header' : undefined;
}

/** Calls a resolver where its failure, now or later, must not become the request's. */
function guarded({ observe }: NormalisedOptions, request: RequestView, call: () => unknown): void {
  const fail = (error: unknown): void => {
    tell(observe, request, createTrace('unresolved'), { type: 'failed', error });
  };
  try {
    const result = call();
    if (isPromise(result)) result.then(undefined, fail);
  } catch (error) {
    fail(error);
  }
}

/** Procore knows no company of this id: the resolver that gave it may drop the fact, and a re-send must not keep it. */
function forget(options: NormalisedOptions, { request, response, trace }: Failure): void {
  const id = trace?.companyId;
  if (!trace?.fromResolver || id === undefined || options.dryRun) return;
  trace.isForgotten = true;
  guarded(options, request, () => options.resolver?.forget?.(request, response, id));
}

/** What one response tells the observer and the resolver, once. */
function report(options: NormalisedOptions, failure: Failure, type: CompanyIdEvent['type']): void {
  const { status, request, trace = createTrace('unresolved') } = failure;
  if (trace.isTold) return;
  trace.isTold = true;
  tell(options.observe, request, trace, { type, status });
  if (type === 'invalid-company-id') forget(options, failure);
}

function conclude(
  options: NormalisedOptions,
  failure: Failure,
  error: unknown,
  texts: string[],
): never {
  const type = typeOf(failure, texts);
  if (type) report(options, failure, type);
  throw type === 'missing-header' && !options.dryRun
    ? createMissingHeaderError(error, failure.response, factsOf(failure))
    : error;
}

/**
 * Makes the handler of rejected responses: Procore's "missing header" becomes the typed error, everything else passes through as it is.
 */
export function createRejectionHandler(options: NormalisedOptions): (error: unknown) => unknown {
  return (error) => {
    const failure = isProcoreCompanyIdError(error) ? undefined : failureOf(error);
    if (!failure) throw error;
    const texts = bodyTexts(failure.response, !options.dryRun);
    return Array.isArray(texts)
      ? conclude(options, failure, error, texts)
      : texts.then((later) => conclude(options, failure, error, later));
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
    if (status < 200 || status > 299) return response;
    const request = new RequestView(response.config);
    if (scope.contains(request.readings)) {
      guarded(options, request, () => resolver.learn?.(request, response));
    }
    return response;
  };
}
