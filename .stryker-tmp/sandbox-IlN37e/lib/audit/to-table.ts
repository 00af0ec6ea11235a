// @ts-nocheck
import { adviceOf } from './advice';
import { align } from './align';
import {
  findingsIn,
  showCount,
  showFailures,
  showFound,
  showMarked,
  showShare,
  type ShownRoute,
} from './columns';
import type { AuditFinding } from './finding';
import { FINDINGS } from './finding';
import { labelOf } from './place';
import { type Counted, totalRows } from './totals';

/** Puts colours around a text. */
export interface TablePaint {
  readonly heading: (text: string) => string;
  readonly finding: (text: string, finding: AuditFinding) => string;
  readonly faint: (text: string) => string;
}

const asItIs = (text: string): string => text;
const PLAIN: TablePaint = { heading: asItIs, finding: asItIs, faint: asItIs };

/** Routes that take the same, under one line that says what. */
interface Section {
  readonly finding: AuditFinding | undefined;
  readonly name: string;
  readonly advice: string;
  readonly routes: ShownRoute[];
}

function sectionsOf(routes: readonly ShownRoute[]): Section[] {
  const sections = new Map<string, Section>();
  for (const route of routes) {
    const [finding] = findingsIn(route);
    const name = finding ? showMarked(finding, route.basis) : 'answers only';
    const { base: advice } = adviceOf(route);
    const key = `${name} ${advice}`;
    const section = sections.get(key) ?? { finding, name, advice, routes: [] };
    section.routes.push(route);
    sections.set(key, section);
  }
  const rank = ({ finding }: Section): number => (finding ? FINDINGS.indexOf(finding) : -1);
  return [...sections.values()].sort((a, b) => rank(b) - rank(a));
}

function cellsOf(route: ShownRoute, calls: number): string[] {
  const { remarks } = adviceOf(route);
  const differing = findingsIn(route).length > 1 ? [`${showFound(route)}.`] : [];
  return [
    showCount(route.calls),
    showShare(route.calls, calls),
    showFailures(route),
    labelOf(route),
    [...differing, ...remarks].join(' '),
  ];
}

/** What a table is made of. */
export interface Tabled extends Counted {
  readonly routes: readonly ShownRoute[];
  readonly withoutId: number;
}

/** The routes by what is to be done about them, what takes most first. */
function routeLines({ routes, calls }: Tabled, paint: TablePaint): string[] {
  const sections = sectionsOf(routes);
  const rows = sections.flatMap((section) => section.routes.map((route) => cellsOf(route, calls)));
  const [headings, ...lines] = align(
    [['calls', 'share', 'failures', 'route', ''], ...rows],
    [0, 1],
  ) as [string, ...string[]];
  return [
    paint.heading(headings),
    ...sections.flatMap(({ finding, name, advice, routes: { length } }) => [
      '',
      [finding ? paint.finding(name, finding) : name, paint.faint(advice)]
        .filter(Boolean)
        .join(': '),
      ...lines.splice(0, length),
    ]),
  ];
}

/** Routes and totals for people, in lines of text. */
export function toTable(tabled: Tabled, paint: TablePaint = PLAIN): string {
  const { routes, withoutId } = tabled;
  if (routes.length === 0) return 'No calls.\n';
  const without =
    withoutId > 0 ? [`${showCount(withoutId)} recorded calls got no id though they need one.`] : [];
  const lines = [...routeLines(tabled, paint), '', ...align(totalRows(tabled), [0, 1]), ...without];
  return `${lines.join('\n')}\n`;
}
