import { adviceOf, suspiciousFailures } from './advice';
import { findingsIn, plural, showDifferences, showShare, type ShownRoute } from './columns';
import { type Group, groupOf, GROUPS } from './groups';

/** The routes of a group. */
export interface Section {
  readonly group: Group;
  readonly routes: readonly ShownRoute[];
  /** How many calls these routes have together. */
  readonly calls: number;
}

/** `Only a project named: 2 routes with 48 calls (3.1%)` */
export const sectionHeading = ({ group, routes, calls }: Section, all: number): string =>
  `${group.title}: ${plural(routes.length, 'route')} with ${plural(calls, 'call')} (${showShare(calls, all)})`;

/** Routes by group, the group first that needs the most work. In each, failures that may be the missing header come first. */
export function sectionsOf(routes: readonly ShownRoute[]): Section[] {
  const groups = new Map(routes.map((route) => [route, groupOf(route)]));
  return GROUPS.map((group) => {
    const members = routes.filter((route) => groups.get(route) === group);
    return {
      group,
      routes: members.sort((a, b) => suspiciousFailures(b) - suspiciousFailures(a)),
      calls: members.reduce((sum, { calls }) => sum + calls, 0),
    };
  }).filter((section) => section.routes.length > 0);
}

/** Whether a route needs advice of its own, because that of its group does not fit. */
function hasOwnAdvice(route: ShownRoute): boolean {
  const { name } = groupOf(route);
  return name === 'toFix' || (name === 'idGiven' && findingsIn(route)[0] !== 'given');
}

/** What to say about a route besides the advice of its group. */
export function notesOf(route: ShownRoute): string {
  const { base, remarks } = adviceOf(route);
  const differences = showDifferences(route);
  const own = hasOwnAdvice(route) ? base : '';
  return [differences && `${differences}.`, own, ...remarks].filter(Boolean).join(' ');
}
