// @ts-nocheck
import { showCount, showFailures, showFound, showShare } from '../../../audit/columns';
import { labelOf } from '../../../audit/place';
import { totalRows } from '../../../audit/totals';
import type { Listing } from '../listing';
import { summaryLines } from './summary';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Code that ends neither itself nor its cell. Routes and hosts have no such characters: this is the second lock. */
const code = (text: string): string => `\`${text.replace(/[`|\\<>]/g, '')}\``;

/** A listing as GitHub-flavoured Markdown, for an issue or a pull request. */
export function toMarkdown(listing: Listing): string {
  const { listed, calls } = listing;
  const [[all], ...groups] = totalRows(listing) as [[string], ...[string, string, string][]];
  const totals = groups.map(([count, share, text]) => `- ${count} (${share}) ${text}`);
  const rows = listed.map((route) =>
    row([
      showCount(route.calls),
      showShare(route.calls, calls),
      showFound(route),
      showFailures(route),
      code(labelOf(route)),
      route.advice,
    ]),
  );
  const lines = [
    `**${all} calls**`,
    '',
    ...totals,
    '',
    ...summaryLines(listing).flatMap((line) => [line, '']),
    row(['calls', 'share', 'company id', 'failures', 'route', 'what to do']),
    row(['--:', '--:', '---', '---', '---', '---']),
    ...rows,
  ];
  return `${lines.join('\n')}\n`;
}
