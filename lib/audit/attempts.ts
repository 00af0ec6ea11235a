import { type AuditFinding, FINDINGS } from './finding';
import type { AuditAttempts } from './report';

/** What gives the id of calls that name no company themselves. */
export type Cover = 'default' | 'project';

const WITHOUT_ID: readonly AuditAttempts['type'][] = ['unresolved', 'opted-out', 'failed'];

/** Whether attempts need an id and got none. */
const lacksId = ({ type, found }: AuditAttempts): boolean =>
  WITHOUT_ID.includes(type) || (type === 'exempt' && found !== 'exempt');

export const sumOf = (attempts: readonly AuditAttempts[]): number =>
  attempts.reduce((sum, { count }) => sum + count, 0);

/** How many need an id and got none. */
export const withoutId = (attempts: readonly AuditAttempts[]): number =>
  sumOf(attempts.filter(lacksId));

const namesNoCompany = ({ found }: Pick<AuditAttempts, 'found'>): boolean =>
  found === 'project' || found === 'default';

/** What gives an id to all attempts that name no company themselves; `undefined` if one of them got none. */
export function coverOf(attempts: readonly AuditAttempts[]): Cover | undefined {
  const needy = attempts.filter(namesNoCompany);
  if (needy.length === 0 || needy.some(lacksId)) return undefined;
  return needy.some(({ source }) => source === 'default') ? 'default' : 'project';
}

/**
 * How many of the calls with a finding name no company but got an id. A report counts more calls than were recorded: if no
 * recorded one lacked an id, all of them count as covered.
 */
export function coveredCalls(
  attempts: readonly AuditAttempts[],
  finding: AuditFinding,
  calls: number,
): number {
  const needy = attempts.filter((each) => each.found === finding && namesNoCompany(each));
  if (needy.length === 0) return 0;
  const lacking = withoutId(needy);
  return lacking === 0 ? calls : Math.max(0, Math.min(calls, sumOf(needy)) - lacking);
}

/** How their ids were found. */
export function foundBy(attempts: readonly AuditAttempts[]): Partial<Record<AuditFinding, number>> {
  const counts = FINDINGS.map((finding): [AuditFinding, number] => [
    finding,
    sumOf(attempts.filter(({ found }) => found === finding)),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
