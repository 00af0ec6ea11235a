import { ATTEMPT_TYPES } from './count-event';
import { type AttemptFacts, type AuditFinding, FINDINGS } from './finding';
import {
  type Field,
  fieldOf,
  readCount,
  readCounts,
  readItems,
  readOneOf,
  readText,
  readTime,
} from './read-shape';
import { AUDIT_PROBLEMS, type AuditProblem } from './report';
import type { Period } from './period';
import { sourceLabel } from './source-label';

/** A route of a report after validation. */
export interface ReadRoute {
  readonly method: string;
  readonly route: string | undefined;
  readonly host: string | undefined;
  readonly attempts: readonly (AttemptFacts & { found: AuditFinding; count: number })[];
  readonly problems: readonly [AuditProblem, number][];
  readonly failures: readonly [string, number][];
  readonly companies: number;
  readonly period: Period;
}

const isProblem = (name: string): name is AuditProblem =>
  (AUDIT_PROBLEMS as readonly string[]).includes(name);
const isStatus = (name: string): name is string => /^[1-9]\d\d$/.test(name);

function readAttempts(field: Field): ReadRoute['attempts'][number] {
  const type = readOneOf(fieldOf(field, 'type'), ATTEMPT_TYPES);
  const isAmbiguous = fieldOf(field, 'reason').value === 'ambiguous';
  return {
    type,
    source: sourceLabel(fieldOf(field, 'source').value),
    reason: type === 'unresolved' ? (isAmbiguous ? 'ambiguous' : 'unresolved') : undefined,
    found: readOneOf(fieldOf(field, 'found'), FINDINGS),
    count: readCount(fieldOf(field, 'count')),
  };
}

/** @throws WrongShape if it is not a route of a report */
export function readRoute(field: Field): ReadRoute {
  const route = fieldOf(field, 'route');
  const isHost = route.value === undefined;
  return {
    method: readText(fieldOf(field, 'method')),
    route: isHost ? undefined : readText(route),
    host: isHost ? readText(fieldOf(field, 'host')) : undefined,
    attempts: readItems(fieldOf(field, 'attempts')).map(readAttempts),
    problems: readCounts(fieldOf(field, 'problems'), isProblem),
    failures: readCounts(fieldOf(field, 'failures'), isStatus),
    companies: readCount(fieldOf(field, 'companies')),
    period: {
      first: readTime(fieldOf(field, 'first')),
      last: readTime(fieldOf(field, 'last')),
    },
  };
}
