import { createColors } from 'picocolors';
import type { Group, GroupName } from '../../../audit/groups';
import { toCsv } from '../../../audit/to-csv';
import { type TablePaint, toTable } from '../../../audit/to-table';
import { hasColors, type Io } from '../../io';
import type { OutputFormat } from '../audit-flags';
import type { Listing } from '../listing';
import { guideFor } from './guide';
import { summaryLines } from './summary';
import { toJson } from './to-json';
import { toMarkdown } from './to-markdown';

function paintFor(io: Io): TablePaint {
  const { bold, dim, green, yellow, red, magenta } = createColors(hasColors(io, io.stdout));
  const colors: Record<GroupName, (text: string) => string> = {
    toFix: red,
    nothingNamed: red,
    onlyProject: yellow,
    companyDocumented: magenta,
    companyNamed: green,
    idGiven: green,
    noHeaderNeeded: dim,
  };
  return { bold, faint: dim, group: (text, { name }) => bold(colors[name](text)) };
}

/** The width for a terminal that does not tell its own, and the least width that can be read. */
const USUAL_WIDTH = 80;
const LEAST_WIDTH = 60;

/** How long lines may be: as wide as the terminal. Lines in a file or a pipe have no limit. */
function widthOf({ stdout }: Io): number {
  if (stdout.isTTY !== true) return Infinity;
  return Math.max(stdout.columns ?? USUAL_WIDTH, LEAST_WIDTH);
}

function guideLines(group: Group): string[] {
  const guide = guideFor(group);
  return guide ? [...guide.code, '', guide.url] : [];
}

const table = (listing: Listing, io: Io): string =>
  toTable(
    { ...listing, sentences: summaryLines(listing) },
    { width: widthOf(io), paint: paintFor(io), guide: guideLines },
  );

/** Writes a listing to standard output in one format. */
export const writers: Readonly<Record<OutputFormat, (listing: Listing, io: Io) => string>> = {
  table,
  csv: ({ listed, calls }) => toCsv({ routes: listed, calls }),
  json: toJson,
  markdown: toMarkdown,
};
