import { plural, showCount, showShare } from './columns';
import { callsWith, type GroupCounts, GROUPS } from './groups';

/** `6,886 of 15,397 calls (44.7%)` */
const ofAll = (count: number, calls: number): string =>
  `${showCount(count)} of ${plural(calls, 'call')} (${showShare(count, calls)})`;

/** What is left to do, in one line or two. */
export function headlines(counts: GroupCounts, calls: number): string[] {
  const todo = callsWith('todo', counts);
  const check = callsWith('check', counts);
  return [
    `Left to do once the plugin is attached: ${ofAll(todo, calls)}.`,
    ...(check > 0 ? [`Left to check: ${ofAll(check, calls)}.`] : []),
  ];
}

/** The groups that have calls, as cells: how many, their share, and what they need. */
export const totalRows = (counts: GroupCounts, calls: number): [string, string, string][] =>
  GROUPS.filter(({ name }) => counts[name] > 0).map(({ name, title, needs }) => [
    showCount(counts[name]),
    showShare(counts[name], calls),
    `${title}: ${needs}`,
  ]);

/** Says how many recorded calls had no id, if there are any. */
export const withoutIdLines = (withoutId: number): string[] =>
  withoutId === 0
    ? []
    : [`${plural(withoutId, 'recorded call needs', 'recorded calls need')} an id and got none.`];
