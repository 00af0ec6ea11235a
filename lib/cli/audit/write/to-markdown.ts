import {
  showCount,
  showFailures,
  showFound,
  showShare,
  type ShownRoute,
} from '../../../audit/columns';
import { labelOf } from '../../../audit/place';
import { notesOf, type Section, sectionHeading, sectionsOf } from '../../../audit/sections';
import { headlines, totalRows } from '../../../audit/totals';
import type { Listing } from '../listing';
import { guideFor } from './guide';
import { summaryLines } from './summary';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Code that ends neither itself nor its cell. Routes and hosts hold no such characters: this is a second safeguard. */
const code = (text: string): string => `\`${text.replace(/[`|\\<>]/g, '')}\``;

function guideLines({ group }: Section): string[] {
  const guide = guideFor(group);
  if (!guide) return [];
  return ['```js', ...guide.code, '```', '', `[${guide.page}](${guide.url})`, ''];
}

const routeRow = (route: ShownRoute, calls: number): string =>
  row([
    showCount(route.calls),
    showShare(route.calls, calls),
    showFound(route),
    showFailures(route),
    code(labelOf(route)),
    notesOf(route),
  ]);

function sectionLines(section: Section, all: number): string[] {
  const { group, routes } = section;
  return [
    `### ${sectionHeading(section, all)}`,
    '',
    group.advice,
    '',
    ...guideLines(section),
    row(['calls', 'share', 'company', 'failures', 'route', 'notes']),
    row(['--:', '--:', '---', '---', '---', '---']),
    ...routes.map((route) => routeRow(route, all)),
    '',
  ];
}

/** A listing as GitHub-flavoured Markdown, for an issue or a pull request. */
export function toMarkdown(listing: Listing): string {
  const { listed, calls, counts } = listing;
  const totals = totalRows(counts, calls).map(
    ([count, share, text]) => `- ${count} (${share}) ${text}`,
  );
  const lines = [
    ...headlines(counts, calls).flatMap((line) => [`**${line}**`, '']),
    ...totals,
    ...(totals.length > 0 ? [''] : []),
    ...summaryLines(listing).flatMap((line) => [line, '']),
    ...sectionsOf(listed).flatMap((section) => sectionLines(section, calls)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
