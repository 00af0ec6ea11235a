// @ts-nocheck
import { showCount, showShare } from './columns';
import type { AuditFinding } from './finding';

/** Findings that take the same thing. */
export interface Group {
  readonly name: string;
  readonly findings: readonly AuditFinding[];
  readonly text: string;
}

/** What the calls of an audit need, from the least to the most. */
export const GROUPS = [
  {
    name: 'url',
    findings: ['path', 'query', 'body'],
    text: 'safe once the plugin is attached: path, query or body names the company',
  },
  { name: 'given', findings: ['given'], text: 'have an id that is given with the call' },
  {
    name: 'project',
    findings: ['project'],
    text: 'need a project directory, or a default: only a project is named',
  },
  {
    name: 'default',
    findings: ['default'],
    text: 'need a default, or an id with the call: nothing is named',
  },
  {
    name: 'mend',
    findings: ['ambiguous', 'opted-out', 'failed'],
    text: 'need mending: two companies named, opted out, or an id that is unusable',
  },
  {
    name: 'none',
    findings: ['exempt', 'not-the-api'],
    text: 'need no header: exempt, or not the API',
  },
] as const satisfies readonly Group[];

/** What totals are made of. */
export interface Counted {
  readonly calls: number;
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
}

/** How many calls belong to a group. */
export const callsIn = ({ findings }: Group, { found }: Counted): number =>
  findings.reduce((sum, finding) => sum + (found[finding] ?? 0), 0);

const ALWAYS_SHOWN: readonly string[] = ['url', 'project', 'default'];

/** The cells of the totals, for people: the groups that a team plans by, and those that have calls. */
export function totalRows(counted: Counted): string[][] {
  const { calls } = counted;
  const groups = GROUPS.map((group) => ({ ...group, count: callsIn(group, counted) }));
  return [
    [showCount(calls), '', 'calls in all'],
    ...groups
      .filter(({ name, count }) => count > 0 || ALWAYS_SHOWN.includes(name))
      .map(({ count, text }) => [showCount(count), showShare(count, calls), text]),
  ];
}
