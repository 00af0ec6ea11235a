import { showCount, showFailures, showFound, showShare, type ShownRoute } from './columns';
import { countByGroup, type Group } from './groups';
import { align, wrap } from './layout';
import { labelOf } from './place';
import { notesOf, type Section, sectionHeading, sectionsOf } from './sections';
import { headlines, totalRows } from './totals';

/** Puts colours around a text. */
export interface TablePaint {
  readonly bold: (text: string) => string;
  readonly group: (text: string, group: Group) => string;
  readonly faint: (text: string) => string;
}

/** How a table is written. */
export interface TableStyle {
  /** How many columns the terminal has. */
  readonly width: number;
  readonly paint: TablePaint;
  /** Lines of code and links that help with a group. */
  readonly guide: (group: Group) => readonly string[];
}

const asItIs = (text: string): string => text;
const PLAIN: TableStyle = {
  width: Infinity,
  paint: { bold: asItIs, group: asItIs, faint: asItIs },
  guide: () => [],
};

/** What a table is made of. */
export interface Tabled {
  readonly calls: number;
  readonly routes: readonly ShownRoute[];
  /** The routes that are listed. Default: all. */
  readonly listed?: readonly ShownRoute[];
  /** What the totals do not say. */
  readonly sentences: readonly string[];
}

const INDENT = '  ';
/** Longer lines are hard to read, in a file too. */
const WIDEST_PROSE = 80;

const prose = (text: string, { width }: TableStyle, indent = ''): string[] =>
  wrap(text, Math.min(width, WIDEST_PROSE) - indent.length).map((line) => indent + line);

const HEADINGS = ['calls', 'share', 'company', 'route'];

/** The first cells of a route. Its label follows separately, because it may take several lines. */
const cellsOf = (route: ShownRoute, calls: number): string[] => [
  showCount(route.calls),
  showShare(route.calls, calls),
  showFound(route),
];

/** A route, and below it its failures and notes. */
function routeLines(start: string, route: ShownRoute, { width, paint }: TableStyle): string[] {
  const room = width - start.length;
  const failures = showFailures(route);
  const notes = [failures && `Failures ${failures}.`, notesOf(route)].filter(Boolean).join(' ');
  const below = ' '.repeat(start.length);
  const [first, ...rest] = wrap(labelOf(route), room) as [string, ...string[]];
  return [
    start + first,
    ...rest.map((line) => below + line),
    ...(notes === '' ? [] : wrap(notes, room).map((line) => below + paint.faint(line))),
  ];
}

function headingLines(section: Section, all: number, style: TableStyle): string[] {
  const { group } = section;
  const { paint, guide } = style;
  const code = guide(group).map((line) => `${INDENT}${INDENT}${line}`.trimEnd());
  return [
    paint.group(sectionHeading(section, all), group),
    ...prose(group.advice, style, INDENT),
    ...(code.length === 0 ? [] : ['', ...code]),
    '',
  ];
}

/** The routes of each group, with what to do about them. */
function sectionLines({ calls, routes, listed = routes }: Tabled, style: TableStyle): string[] {
  const sections = sectionsOf(listed);
  const cells = sections.flatMap((section) => section.routes.map((each) => cellsOf(each, calls)));
  const [headings, ...starts] = align([HEADINGS, ...cells.map((each) => [...each, '|'])], [0, 1]);
  const next = (): string => INDENT + String(starts.shift()).slice(0, -1);
  return sections.flatMap((section) => [
    ...headingLines(section, calls, style),
    style.paint.bold(`${INDENT}${headings}`),
    ...section.routes.flatMap((route) => routeLines(next(), route, style)),
    '',
  ]);
}

/** Routes and totals for people, in lines of text. */
export function toTable(tabled: Tabled, style: TableStyle = PLAIN): string {
  const { calls, routes, sentences } = tabled;
  if (routes.length === 0) return 'No calls.\n';
  const counts = countByGroup(routes);
  const lines = [
    ...sectionLines(tabled, style),
    ...headlines(counts, calls).map((line) => style.paint.bold(line)),
    '',
    ...align(totalRows(counts, calls), [0, 1]).map((line) => INDENT + line),
    ...(sentences.length === 0 ? [] : ['']),
    ...sentences.flatMap((line) => prose(line, style)),
  ];
  return `${lines.join('\n')}\n`;
}
