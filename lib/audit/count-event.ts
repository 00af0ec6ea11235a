import { readId } from '../company-id';
import type { CompanyIdEventType } from '../observe';
import { readOwn } from '../own-properties';
import type { RouteTraits } from './finding';
import { OTHERS, placeOf } from './place';
import type { AuditProblem } from './report';
import type { RouteTally } from './route-tally';
import { sourceLabel } from './source-label';
import type { Tally } from './tally';

/** The types of events that report an attempt. Each attempt has exactly one. */
export const ATTEMPT_TYPES = [
  'resolved',
  'kept',
  'unresolved',
  'exempt',
  'opted-out',
  'out-of-scope',
  'failed',
] as const satisfies readonly CompanyIdEventType[];

/** The types of events that report a response. */
const ANSWER_TYPES = [
  'missing-header',
  'sent-without-header',
  'invalid-company-id',
] as const satisfies readonly CompanyIdEventType[];

const PROBLEM_OF_CODE: Readonly<Record<string, AuditProblem>> = {
  ERR_PROCORE_COMPANY_ID_CONFLICT: 'conflict',
  ERR_PROCORE_INVALID_COMPANY_ID: 'unusable-id',
};

/** What is known about a call besides its event. */
export interface CallFacts {
  /** In milliseconds since 1970; `undefined` if not known. */
  readonly time?: number | undefined;
  /** Whether path, query or body names a project; `undefined` if not known. */
  readonly namesProject?: boolean | undefined;
}

function problemOf(event: unknown, type: CompanyIdEventType): AuditProblem | undefined {
  if (type !== 'failed') return readOwn(event, 'conflict') === true ? 'conflict' : undefined;
  const code = String(readOwn(readOwn(event, 'error'), 'procoreCode'));
  return (readOwn(PROBLEM_OF_CODE, code) as AuditProblem | undefined) ?? 'resolver-failed';
}

function countCompany(tally: Tally, counts: RouteTally, companyId: unknown): void {
  const id = readId(companyId);
  const number = id === undefined ? undefined : tally.companies.numberOf(id);
  if (number !== undefined) counts.companies.add(number);
}

/** The traits of a call. Routes that are counted together differ in theirs. */
function traitsOf(
  tally: Tally,
  { place, traits }: RouteTally,
  event: unknown,
  namesProject: boolean | undefined,
): RouteTraits {
  const ofRoute =
    place.route === OTHERS
      ? tally.traitsOf(placeOf(readOwn(event, 'method'), readOwn(event, 'route'), undefined))
      : traits;
  return namesProject === undefined ? ofRoute : { ...ofRoute, namesProject };
}

function countAttempt(
  tally: Tally,
  counts: RouteTally,
  event: unknown,
  type: CompanyIdEventType,
  namesProject: boolean | undefined,
): void {
  const isAmbiguous = readOwn(event, 'reason') === 'ambiguous';
  const reason = type === 'unresolved' ? (isAmbiguous ? 'ambiguous' : 'unresolved') : undefined;
  const source = sourceLabel(readOwn(event, 'source'));
  counts.attempt({ type, source, reason }, 1, traitsOf(tally, counts, event, namesProject));
  countCompany(tally, counts, readOwn(event, 'companyId'));
  const problem = problemOf(event, type);
  if (problem) counts.problems.add(problem, 1);
}

/** Counts a problem that a response reported. */
export function countAnswer(counts: RouteTally, problem: AuditProblem, status: unknown): void {
  counts.problems.add(problem, 1);
  if (Number.isInteger(status) && (status as number) >= 100 && (status as number) <= 999) {
    counts.failures.add(String(status), 1);
  }
}

/**
 * Counts one event.
 *
 * @returns whether it was an event
 */
export function countEvent(
  tally: Tally,
  event: unknown,
  { time, namesProject }: CallFacts,
): boolean {
  const type = readOwn(event, 'type');
  const attempt = ATTEMPT_TYPES.find((each) => each === type);
  const answer = attempt ? undefined : ANSWER_TYPES.find((each) => each === type);
  if (!attempt && !answer) return false;
  const counts = tally.at(
    readOwn(event, 'method'),
    readOwn(event, 'route'),
    readOwn(event, 'host'),
  );
  if (time !== undefined) counts.seen(time);
  if (attempt) countAttempt(tally, counts, event, attempt, namesProject);
  if (answer) countAnswer(counts, answer, readOwn(event, 'status'));
  return true;
}
