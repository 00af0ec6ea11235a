import type { RequestFields } from '../axios-types';
import { whenReady } from '../callbacks';
import { readId } from '../company-id';
import { CompanyIdConflictError } from '../errors/company-id-conflict-error';
import { InvalidCompanyIdError } from '../errors/invalid-company-id-error';
import type { NormalisedOptions } from '../options';
import { readResolution } from '../resolvers/resolution';
import type { Resolution } from '../resolvers/resolver';
import type { Decision } from './decision';
import { isExempt } from './exempt';
import { AMBIGUOUS } from './found-id';
import { findGarbage } from './garbage';
import { idInHeader, readHeader } from './header';
import { idInPath } from './ids-in-path';
import type { RequestView } from './request-view';

/** One attempt of a request, and what decides about it. */
export interface Attempt {
  readonly request: RequestView;
  readonly options: NormalisedOptions;
  /** The defaults of the instance, which axios merges into every config. */
  readonly defaults: RequestFields;
  /** What was decided about the attempt before. */
  readonly before: Decision | undefined;
}

/** An id and where it came from. */
interface Sourced {
  readonly companyId: string;
  readonly source: string;
}

/** Checks an id that somebody wrote for this plugin. `null` and `undefined` mean "none here". */
function checkedId(value: unknown, where: string, request: RequestView, source: string) {
  const id = readId(value);
  if (id === undefined && value !== undefined && value !== null)
    throw new InvalidCompanyIdError(value, where, request, source);
  return id;
}

const PROJECT_IN_PATH = /\/projects?\/[1-9]/;

/** What an id is for that nothing in the request names: a path, or the project that query or body name. */
function subjectOf(request: RequestView): string | undefined {
  if (request.namedCompany().id !== undefined) return undefined;
  const { path } = request;
  return PROJECT_IN_PATH.test(path) ? path : (request.projectId ?? path);
}

/** The project of a subject or, where its path names none, the path. Paths are searched here, because only retries ask. */
function projectIn(subject: string | undefined): string | undefined {
  const project = subject && idInPath(subject, 'project');
  return typeof project === 'string' ? project : subject;
}

/** The company that path, query or body names. */
function namedBy(request: RequestView): Sourced | undefined {
  const { companyId } = request;
  if (companyId === undefined) return undefined;
  return { companyId, source: String(request.namedCompany().by) };
}

/** Takes an id that somebody gave, unless another source of the same request names another company. */
function take(
  { request, options }: Attempt,
  given: Decision & Sourced,
  other = namedBy(request),
): Decision {
  const { companyId, source } = given;
  if (!other || other.companyId === companyId) return given;
  if (options.onConflict === 'send') return { ...given, conflict: true };
  const error = new CompanyIdConflictError(request, given, other);
  return { type: 'failed', companyId, source, error };
}

function notFound(
  { request, options }: Attempt,
  reason: NonNullable<Decision['reason']>,
): Decision {
  if (isExempt(request, options.serviceAccount)) return { type: 'exempt' };
  const found = findGarbage(request);
  return { type: 'unresolved', reason, ...(found && { found }) };
}

/** What the resolver has answered or, if it knows nothing, what the request names. */
function byAnswer(answer: Resolution, attempt: Attempt): Decision | undefined {
  const { request, options } = attempt;
  if (answer !== undefined && answer !== null) {
    const { companyId, source, conflictsWith } = readResolution(answer, options.resolver);
    const id = checkedId(companyId, 'the answer of the resolver', request, source);
    const subject = subjectOf(request);
    if (id)
      return take(
        attempt,
        { type: 'resolved', companyId: id, source, isResolved: true, subject },
        conflictsWith,
      );
  }
  const named = namedBy(request);
  return named && { type: 'resolved', companyId: named.companyId, source: named.source };
}

/** The sources beside what the call itself was given: the resolver, and what the request names. */
function beyondCall(attempt: Attempt): Decision | undefined | Promise<Decision | undefined> {
  const { request, options } = attempt;
  if (request.namedCompany().id === AMBIGUOUS) return notFound(attempt, 'ambiguous');
  return whenReady(options.resolver?.(request), byAnswer, attempt);
}

/** A header that somebody set by hand is left alone. With `checkHeader` it must not contradict what the plugin would have sent. */
function byHand(attempt: Attempt, companyId: string): Decision | Promise<Decision> {
  const { request, options } = attempt;
  const kept = { type: 'kept', companyId, source: 'header' } as const;
  if (!options.checkHeader)
    return { ...kept, conflict: (request.companyId ?? companyId) !== companyId };
  const check = (expected: Decision | undefined): Decision => {
    if (expected?.type === 'failed') return expected;
    return expected?.type === 'resolved' ? take(attempt, kept, expected as Sourced) : kept;
  };
  return whenReady(beyondCall(attempt), check, undefined);
}

/** The last source: the option `companyId`, or the default of the instance. */
function orDefault(decision: Decision | undefined, attempt: Attempt): Decision {
  if (decision) return decision;
  const { request, options, defaults } = attempt;
  const source = 'default';
  const fallback = defaults.procoreCompanyId === false ? undefined : defaults.procoreCompanyId;
  const companyId =
    options.companyId ?? checkedId(fallback, '`defaults.procoreCompanyId`', request, source);
  if (!companyId) return notFound(attempt, 'unresolved');
  return { type: 'resolved', companyId, source, subject: subjectOf(request) };
}

/**
 * Whether the attempt before opted out by its header. That header was removed, so only the decision tells of it, and axios has put the header
 * of the instance in its place, if there is one.
 */
function isStillOptedOut({ request, defaults, before }: Attempt): boolean {
  if (!before?.isByHeader) return false;
  const { companyIdHeader, fields } = request;
  return companyIdHeader === readHeader({ headers: defaults.headers, method: fields.method });
}

/**
 * Goes through the sources of the company id in their order. It answers at once unless the resolver answers with a promise.
 */
export function decide(attempt: Attempt): Decision | Promise<Decision> {
  const { request, options, defaults, before } = attempt;
  const { companyIdHeader: header, fields } = request;
  const { procoreCompanyId } = fields;
  if (procoreCompanyId === false) return { type: 'opted-out' };
  const companyId = checkedId(procoreCompanyId, '`procoreCompanyId`', request, 'request');
  const inHeader = idInHeader(header);
  if (companyId && companyId !== readId(defaults.procoreCompanyId)) {
    const isChecked = options.checkHeader && typeof inHeader === 'string' && inHeader !== companyId;
    const other = isChecked ? { companyId: inHeader, source: 'header' } : undefined;
    const subject = subjectOf(request);
    return take(attempt, { type: 'resolved', companyId, source: 'request', subject }, other);
  }
  if (header === false || isStillOptedOut(attempt)) return { type: 'opted-out', isByHeader: true };
  if (inHeader === AMBIGUOUS) return { type: 'kept', source: 'header', conflict: true };
  if (inHeader) return byHand(attempt, inHeader);
  // A queue that waits for a token replays requests in another request's asynchronous context, where a resolver would answer for the wrong one.
  if (before?.subject !== undefined && projectIn(before.subject) === projectIn(subjectOf(request)))
    return { ...before, isReported: false };
  return whenReady(beyondCall(attempt), orDefault, attempt);
}
