// @ts-nocheck
import { createColors } from 'picocolors';
import type { AuditFinding } from '../../../audit/finding';
import { toCsv } from '../../../audit/to-csv';
import { type TablePaint, toTable } from '../../../audit/to-table';
import { hasColors, type Io } from '../../io';
import type { OutputFormat } from '../audit-flags';
import type { Listing } from '../listing';
import { summaryLines } from './summary';
import { toJson } from './to-json';
import { toMarkdown } from './to-markdown';

const SAFE: readonly AuditFinding[] = ['path', 'query', 'body', 'given'];
const NOTHING_NEEDED: readonly AuditFinding[] = ['exempt', 'not-the-api'];

function paintFor(io: Io): TablePaint {
  const { bold, dim, green, yellow, red } = createColors(hasColors(io, io.stdout));
  return {
    heading: bold,
    faint: dim,
    finding(text, finding) {
      if (NOTHING_NEEDED.includes(finding)) return dim(text);
      if (SAFE.includes(finding)) return bold(green(text));
      return bold(finding === 'project' ? yellow(text) : red(text));
    },
  };
}

/** Writes a listing to standard output in one format. */
export const writers: Readonly<Record<OutputFormat, (listing: Listing, io: Io) => string>> = {
  table: (listing, io) =>
    toTable({ ...listing, routes: listing.listed }, paintFor(io)) +
    summaryLines(listing)
      .map((line) => `${line}\n`)
      .join(''),
  csv: ({ listed, calls }) => toCsv({ routes: listed, calls }),
  json: toJson,
  markdown: toMarkdown,
};
