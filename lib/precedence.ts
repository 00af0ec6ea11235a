import { readId } from './company-id';
import { InvalidCompanyIdError } from './errors/invalid-company-id-error';
import { isExempt } from './exempt';
import { readHeader } from './headers';
import { AMBIGUOUS, projectInPath } from './named-id';
import type { NormalisedOptions } from './options';
import type { RequestView } from './procore-request';
import { isPromise, readResolution } from './resolvers/resolution';
import type { Resolution } from './resolvers/resolver';
import { createTrace, isByHand, type Trace } from './trace';

const OPTED_OUT = 'opted-out';
const SENT = 'sent';

/** Checks an id that somebody wrote for this plugin. `null` and `undefined` say nothing. */
function checkedId(
  value: unknown,
  where: string,
  request: RequestView,
  source: string,
): string | undefined {
  const id = readId(value);
  if (id === undefined && value !== undefined && value !== null)
    throw new InvalidCompanyIdError(value, where, request, source);
  return id;
}

/** What the call says itself: the key in its config, then a header that is on it already. */
function fromCall(
  request: RequestView,
  instanceDefault: unknown,
  before: Trace | undefined,
): Trace | undefined {
  const { given } = request;
  if (given === false) return createTrace(OPTED_OUT);
  const id = checkedId(given, '`procoreCompanyId`', request, 'request');
  // axios merges the default of the instance into each config.
  if (id && id !== readId(instanceDefault)) return createTrace(SENT, id, 'request');
  const header = readHeader(request.fields);
  request.hasNoHeader = header === undefined;
  // In axios 0.x the word had to be deleted, so that only the trace tells of it.
  if (header === false || (header === undefined && before?.optedOutBy === 'header'))
    return createTrace(OPTED_OUT);
  const idByHand = readId(header);
  return idByHand ? createTrace(SENT, idByHand, 'header') : undefined;
}

/**
 * A re-send that names nothing itself keeps the id of the attempt before, for the same project: queues that wait for a token replay
 * requests in another request's asynchronous context, where a resolver would answer for the wrong company.
 */
function fromAttemptBefore(request: RequestView, before: Trace): Trace | undefined {
  const { outcome, companyId, source, fromResolver, path, projectId, isForgotten } = before;
  if (outcome !== SENT || isByHand(before) || isForgotten || !readId(companyId)) return undefined;
  const project = request.projectId;
  const isSame = project ? (projectId ?? projectInPath(path)) === project : path === request.path;
  return isSame ? createTrace(outcome, companyId, source, fromResolver) : undefined;
}

function withoutId(
  request: RequestView,
  { serviceAccount }: NormalisedOptions,
  outcome: 'unresolved' | 'ambiguous',
): Trace {
  return createTrace(isExempt(request, serviceAccount) ? 'exempt' : outcome);
}

/** The answer of the resolver, then what the request names, then the default. */
function fromAnswer(
  request: RequestView,
  options: NormalisedOptions,
  instanceDefault: unknown,
  answer: Resolution,
): Trace {
  if (answer !== undefined && answer !== null) {
    const { companyId, source } = readResolution(answer, options.resolver);
    const id = checkedId(companyId, 'the answer of the resolver', request, source);
    if (id) return createTrace(SENT, id, source, true);
  }
  const { id, by } = request.named();
  if (id) return createTrace(SENT, id, by);
  const fallback = instanceDefault === false ? undefined : instanceDefault;
  const last =
    options.companyId ?? checkedId(fallback, '`defaults.procoreCompanyId`', request, 'default');
  return last ? createTrace(SENT, last, 'default') : withoutId(request, options, 'unresolved');
}

/**
 * Goes through the sources in their order. It answers at once unless the resolver does not.
 *
 * @param instanceDefault - `defaults.procoreCompanyId` of the instance, which axios merges into every config
 * @param before - what was decided for an earlier attempt of the same request
 */
export function decide(
  request: RequestView,
  options: NormalisedOptions,
  instanceDefault: unknown,
  before: Trace | undefined,
): Trace | Promise<Trace> {
  const byCall = fromCall(request, instanceDefault, before);
  if (byCall) return byCall;
  const { id } = request.named();
  if (id === AMBIGUOUS) return withoutId(request, options, AMBIGUOUS);
  const kept = !id && before && fromAttemptBefore(request, before);
  if (kept) return kept;
  const answer = options.resolver?.(request);
  return isPromise(answer)
    ? Promise.resolve(answer).then((later) => fromAnswer(request, options, instanceDefault, later))
    : fromAnswer(request, options, instanceDefault, answer);
}
