import { existsSync, realpathSync } from 'fs';
import { writeFile } from 'fs/promises';
import { resolve } from 'path';
import { plural, showCount } from '../../audit/columns';
import type { AuditFinding } from '../../audit/finding';
import type { GroupName } from '../../audit/groups';
import { type Io, write } from '../io';
import { UnusableInput } from '../unusable-input';
import { UsageError } from '../usage-error';
import { type Assessment, assess } from './assess';
import { type AuditFlags, type Condition, readAuditFlags } from './audit-flags';
import { AUDIT_HELP } from './audit-help';
import { Ledger } from './ledger';
import { noticeLines } from './notices';
import { Progress } from './progress';
import { readInput } from './read/read-input';
import { type Listing, listingOf } from './listing';
import { toHtml } from './write/to-html';
import { writers } from './write/writers';

function filesOf({ files }: AuditFlags, io: Io): readonly string[] {
  if (files.length > 0) return files;
  if (io.stdin.isTTY === true) throw new UsageError('Name a file, or pipe one in.');
  return ['-'];
}

async function readAll(flags: AuditFlags, io: Io): Promise<Ledger> {
  const ledger = new Ledger(flags);
  const progress = new Progress(io);
  for (const file of filesOf(flags, io)) await readInput(file, io, ledger, progress);
  return ledger;
}

/** @returns what was written */
async function writePage(
  file: string,
  listing: Listing,
  failure: readonly string[],
): Promise<string> {
  try {
    await writeFile(file, toHtml(listing, failure));
  } catch (error) {
    throw new UnusableInput(`Cannot write ${file}. ${(error as Error).message}`);
  }
  return `Wrote ${file}: ${plural(listing.listed.length, 'route')}. Open it in a browser.`;
}

/** Says on the terminal what went to a file or a pipe. */
function outputLines(
  { format }: AuditFlags,
  { listed }: Listing,
  { stdout, stderr }: Io,
): string[] {
  if (format === 'table' || stdout.isTTY === true || stderr.isTTY !== true) return [];
  return [`Wrote ${plural(listed.length, 'route')} as ${format}.`];
}

/** Refuses to write the page over an input. */
function refuseOverwriting({ html, files }: AuditFlags): void {
  const real = (file: string): string => (existsSync(file) ? realpathSync(file) : resolve(file));
  if (html !== undefined && files.some((file) => real(file) === real(html)))
    throw new UsageError(`--html would overwrite the input ${html}.`);
}

/** The groups in which calls still need what a condition names. */
const GROUP_OF: Readonly<Partial<Record<Condition, GroupName>>> = {
  default: 'nothingNamed',
  project: 'onlyProject',
  documented: 'companyDocumented',
};

/** How many calls, or rows, meet a condition. */
function countOf(condition: Condition, { found, counts, routes, brokenRows }: Assessment): number {
  const group = GROUP_OF[condition];
  if (group) return counts[group];
  if (condition === 'broken') return brokenRows;
  if (condition !== 'missing-header') return found[condition as AuditFinding] ?? 0;
  return routes.reduce((sum, { problems }) => sum + (problems['missing-header'] ?? 0), 0);
}

/** What only recorded calls show. */
const NOT_IN_REPORTS: readonly Condition[] = [
  'given',
  'ambiguous',
  'opted-out',
  'failed',
  'missing-header',
];

/** Refuses conditions that a report cannot meet. Otherwise exit code 0 would look like a proof. */
function refuseUnknowable({ failOn }: AuditFlags, { recorded }: Assessment): void {
  const unknowable = failOn.filter((condition) => NOT_IN_REPORTS.includes(condition));
  if (recorded || unknowable.length === 0) return;
  throw new UsageError(
    `--fail-on ${unknowable.join(',')} needs recorded events or a HAR file: Procore's report does not show it.`,
  );
}

/** The line that says why the exit code is 1, if it is. */
function failureLines({ failOn }: AuditFlags, assessment: Assessment): string[] {
  const met = failOn
    .map((condition) => ({ condition, count: countOf(condition, assessment) }))
    .filter(({ count }) => count > 0);
  if (met.length === 0) return [];
  const reasons = met.map(({ condition, count }) => `${condition} ${showCount(count)}`);
  return [`Failed because of --fail-on: ${reasons.join(', ')}.`];
}

/** `procore-company-id audit`. */
export async function auditCommand(args: readonly string[], io: Io): Promise<number> {
  const flags = readAuditFlags(args);
  if (flags.help) {
    await write(io.stdout, AUDIT_HELP);
    return 0;
  }
  refuseOverwriting(flags);
  const assessment = assess(await readAll(flags, io));
  refuseUnknowable(flags, assessment);
  const listing = listingOf(assessment, flags);
  const failure = failureLines(flags, assessment);
  const page = flags.html === undefined ? [] : [await writePage(flags.html, listing, failure)];
  await write(io.stdout, writers[flags.format](listing, io));
  const lines = [...noticeLines(listing), ...outputLines(flags, listing, io), ...page, ...failure];
  if (lines.length > 0) await write(io.stderr, `${lines.join('\n')}\n`);
  return failure.length === 0 ? 0 : 1;
}
