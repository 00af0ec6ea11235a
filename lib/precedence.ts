import { readId } from './company-id';
import { InvalidCompanyIdError } from './errors/invalid-company-id-error';
import { isExempt } from './exempt';
import { readHeader } from './headers';
import { AMBIGUOUS, projectInPath } from './named-id';
import type { NormalisedOptions } from './options';
import { own } from './own';
import type { RequestView } from './procore-request';
import { isPromise, readResolution } from './resolvers/resolution';
import type { CompanyIdResolver, Resolution } from './resolvers/resolver';
import { createTrace, type Trace } from './trace';

/** What a decision is made from. */
export interface Question {
  readonly request: RequestView;
  readonly options: NormalisedOptions;
  /** `defaults.procoreCompanyId` of the instance, which axios merges into every config. */
  readonly instanceDefault: unknown;
  /** What was decided for an earlier attempt of the same request. */
  readonly before: Trace | undefined;
}

const sent = (companyId: string, source: string, fromResolver?: boolean): Trace =>
  createTrace('sent', companyId, source, fromResolver);

/** Checks an id that somebody wrote for this plugin. `null` and `undefined` say nothing. */
function checkedId(value: unknown, where: string, request: RequestView): string | undefined {
  if (value === undefined || value === null) return undefined;
  const id = readId(value);
  if (id === undefined) throw new InvalidCompanyIdError(value, where, request);
  return id;
}

/** The first source: the key in the call's config, where it is not merely the instance's default merged into it. */
function fromCall({ request, instanceDefault }: Question): Trace | undefined {
  const given = own(request.config, 'procoreCompanyId');
  if (given === false) return createTrace('opted-out');
  const id = checkedId(given, '`procoreCompanyId`', request);
  return id === undefined || id === readId(instanceDefault) ? undefined : sent(id, 'request');
}

/** The second source: a usable header that is on the request already. */
function fromHeader({ request, before }: Question): Trace | undefined {
  const header = readHeader(request.config);
  // In axios 0.x the word had to be deleted, so that only the trace tells of it.
  if (header === false || (header === undefined && before?.optedOutBy === 'header'))
    return createTrace('opted-out');
  const id = readId(header);
  return id === undefined ? undefined : sent(id, 'header');
}

/**
 * A re-send that names nothing itself keeps the id of the attempt before, for the same project: queues that wait for a token replay
 * requests in another request's asynchronous context, where a resolver would answer for the wrong company.
 */
function fromAttemptBefore({ request, before }: Question): Trace | undefined {
  if (before?.outcome !== 'sent' || before.source === 'header') return undefined;
  const project = request.projectId;
  const isSame =
    project === undefined
      ? before.path === request.path
      : (before.projectId ?? projectInPath(before.path)) === project;
  const id = before.isForgotten ? undefined : readId(before.companyId);
  return isSame && id !== undefined
    ? sent(id, before.source as string, before.fromResolver)
    : undefined;
}

function withoutId({ request, options }: Question, outcome: 'unresolved' | 'ambiguous'): Trace {
  return createTrace(isExempt(request, options.serviceAccount) ? 'exempt' : outcome);
}

/** The last sources: an id that the request names, then the default. */
function withoutResolver(question: Question): Trace {
  const { request, options, instanceDefault } = question;
  const { id, by } = request.named();
  if (id !== undefined) return sent(id, by as string);
  const fallback =
    options.companyId ??
    checkedId(
      instanceDefault === false ? null : instanceDefault,
      '`defaults.procoreCompanyId`',
      request,
    );
  return fallback === undefined ? withoutId(question, 'unresolved') : sent(fallback, 'default');
}

function fromAnswer(question: Question, resolver: CompanyIdResolver, answer: Resolution): Trace {
  const { companyId, source } = readResolution(answer, resolver);
  const id = checkedId(companyId, 'the answer of the resolver', question.request);
  return id === undefined ? withoutResolver(question) : sent(id, source, true);
}

/** Goes through the sources in their order. It answers at once unless the resolver does not. */
export function decide(question: Question): Trace | Promise<Trace> {
  const { request, options } = question;
  const given = fromCall(question) ?? fromHeader(question);
  if (given) return given;
  const { id } = request.named();
  if (id === AMBIGUOUS) return withoutId(question, AMBIGUOUS);
  const kept = id === undefined ? fromAttemptBefore(question) : undefined;
  if (kept) return kept;
  const { resolver } = options;
  if (!resolver) return withoutResolver(question);
  const answer = resolver(request);
  return isPromise(answer)
    ? Promise.resolve(answer).then((later) => fromAnswer(question, resolver, later))
    : fromAnswer(question, resolver, answer);
}
