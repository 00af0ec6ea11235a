import type { KnownFrom } from './advice';
import { coveredCalls } from './attempts';
import type { AuditFinding } from './finding';
import type { AuditRoute } from './report';

/** What is left to do for calls once the plugin is attached: something, a look at them, or nothing. */
export type Work = 'todo' | 'check' | 'done';

/** Calls that need the same thing. */
export interface Group {
  readonly name: GroupName;
  readonly title: string;
  /** What the calls need, in a few words. */
  readonly needs: string;
  /** What to do, in one or two sentences. */
  readonly advice: string;
  readonly work: Work;
}

/** The names of the groups, which are also the keys of `callsByNeed` in JSON. */
export type GroupName =
  | 'toFix'
  | 'nothingNamed'
  | 'onlyProject'
  | 'companyDocumented'
  | 'companyNamed'
  | 'idGiven'
  | 'noHeaderNeeded';

/** All groups, from the one that needs the most work to the one that needs none. */
export const GROUPS: readonly [Group, ...Group[]] = [
  {
    name: 'toFix',
    title: 'To fix',
    needs: 'two companies named, opted out, or an unusable id',
    advice: 'Something is wrong with each of these calls. Its note says what to fix.',
    work: 'todo',
  },
  {
    name: 'nothingNamed',
    title: 'No company, no project named',
    needs: 'needs a default or an id',
    advice: 'With one company, set a default. With several, pass the id with the call.',
    work: 'todo',
  },
  {
    name: 'onlyProject',
    title: 'Only a project named',
    needs: 'needs a project directory or a default',
    advice: 'With several companies, add a project directory. With one, set a default.',
    work: 'todo',
  },
  {
    name: 'companyDocumented',
    title: 'Company documented, not seen',
    needs: 'to check with recorded events',
    advice:
      'Procore documents `company_id` in the query or body of these calls, but a report shows neither. Record events to see whether your code sends it.',
    work: 'check',
  },
  {
    name: 'companyNamed',
    title: 'Company named',
    needs: 'attaching the plugin is enough',
    advice: 'The path, query or body names the company. Attaching the plugin is enough.',
    work: 'done',
  },
  {
    name: 'idGiven',
    title: 'Id given',
    needs: 'by the call, a resolver, a directory or the default',
    advice: 'Nothing to do: the call, a resolver, a project directory or the default gives the id.',
    work: 'done',
  },
  {
    name: 'noHeaderNeeded',
    title: 'No header needed',
    needs: 'nothing to do',
    advice: 'Nothing to do, unless a service account calls `GET me` or `GET companies`.',
    work: 'done',
  },
];

const GROUP_OF: Readonly<Record<AuditFinding, GroupName>> = {
  failed: 'toFix',
  'opted-out': 'toFix',
  ambiguous: 'toFix',
  default: 'nothingNamed',
  project: 'onlyProject',
  body: 'companyNamed',
  query: 'companyNamed',
  path: 'companyNamed',
  given: 'idGiven',
  exempt: 'noHeaderNeeded',
  'not-the-api': 'noHeaderNeeded',
};

/** What groups are made of. */
export type Grouped = Pick<AuditRoute, 'found' | 'attempts'> & { readonly knownFrom?: KnownFrom };

/** How many calls belong to each group. */
export type GroupCounts = Readonly<Record<GroupName, number>>;

const NONE = Object.fromEntries(GROUPS.map(({ name }) => [name, 0])) as GroupCounts;

function groupOfFinding(finding: AuditFinding, knownFrom: KnownFrom | undefined): GroupName {
  const isDocumented = knownFrom === 'documented' || knownFrom === 'similar';
  const name = GROUP_OF[finding];
  return isDocumented && name === 'companyNamed' ? 'companyDocumented' : name;
}

/** The calls of routes by group. */
export function countByGroup(routes: readonly Grouped[]): GroupCounts {
  const counts: Record<GroupName, number> = { ...NONE };
  for (const route of routes) {
    for (const [finding, count] of Object.entries(route.found) as [AuditFinding, number][]) {
      const covered = coveredCalls(route.attempts, finding, count);
      counts.idGiven += covered;
      counts[groupOfFinding(finding, route.knownFrom)] += count - covered;
    }
  }
  return counts;
}

/** The group of a route: that of its calls which need the most work. A route without calls has only failures, which need a look. */
export function groupOf(route: Grouped): Group {
  const counts = countByGroup([route]);
  return GROUPS.find(({ name }) => counts[name] > 0) ?? GROUPS[0];
}

/** How many calls need this kind of work. */
export const callsWith = (work: Work, counts: GroupCounts): number =>
  GROUPS.filter((group) => group.work === work).reduce((sum, { name }) => sum + counts[name], 0);
