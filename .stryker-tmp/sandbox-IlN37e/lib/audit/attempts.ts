// @ts-nocheck
import { type AuditFinding, FINDINGS } from './finding';
import type { AuditAttempts } from './report';

/** What stands in where a call names no company. */
export type Cover = 'default' | 'project';

const WITHOUT_ID: readonly AuditAttempts['type'][] = ['unresolved', 'opted-out', 'failed'];

/** Whether attempts got no id though they need one. */
const lacksId = ({ type, found }: AuditAttempts): boolean =>
  WITHOUT_ID.includes(type) || (type === 'exempt' && found !== 'exempt');

export const sumOf = (attempts: readonly AuditAttempts[]): number =>
  attempts.reduce((sum, { count }) => sum + count, 0);

/** How many got no id though they need one. */
export const withoutId = (attempts: readonly AuditAttempts[]): number =>
  sumOf(attempts.filter(lacksId));

/** What gave an id to all those that name no company themselves. */
export function coverOf(attempts: readonly AuditAttempts[]): Cover | undefined {
  const needy = attempts.filter(({ found }) => found === 'project' || found === 'default');
  if (needy.length === 0 || needy.some(lacksId)) return undefined;
  return needy.some(({ source }) => source === 'default') ? 'default' : 'project';
}

/** How their ids were found. */
export function foundBy(attempts: readonly AuditAttempts[]): Partial<Record<AuditFinding, number>> {
  const counts = FINDINGS.map((finding): [AuditFinding, number] => [
    finding,
    sumOf(attempts.filter(({ found }) => found === finding)),
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
