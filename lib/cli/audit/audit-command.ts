import { existsSync, realpathSync } from 'fs';
import { writeFile } from 'fs/promises';
import { resolve } from 'path';
import { showCount } from '../../audit/columns';
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

async function writePage(file: string, listing: Listing): Promise<void> {
  try {
    await writeFile(file, toHtml(listing));
  } catch (error) {
    throw new UnusableInput(`Cannot write ${file}. ${(error as Error).message}`);
  }
}

/** Refuses to write the page over a file that is read. */
function refuseOverwriting({ html, files }: AuditFlags): void {
  const real = (file: string): string => (existsSync(file) ? realpathSync(file) : resolve(file));
  if (html !== undefined && files.some((file) => real(file) === real(html)))
    throw new UsageError(`--html would overwrite ${html}, which is read.`);
}

/** How many calls, or rows, meet a condition. */
function countOf(condition: Condition, { found, routes, brokenRows }: Assessment): number {
  if (condition === 'broken') return brokenRows;
  if (condition !== 'missing-header') return found[condition] ?? 0;
  return routes.reduce((sum, { problems }) => sum + (problems['missing-header'] ?? 0), 0);
}

/** The line that says why the exit code is 1, if it is. */
function failureOf({ failOn }: AuditFlags, assessment: Assessment): string | undefined {
  const met = failOn
    .map((condition) => ({ condition, count: countOf(condition, assessment) }))
    .filter(({ count }) => count > 0);
  if (met.length === 0) return undefined;
  const reasons = met.map(({ condition, count }) => `${condition} ${showCount(count)}`);
  return `Failed because of --fail-on: ${reasons.join(', ')}.`;
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
  const listing = listingOf(assessment, flags);
  if (flags.html !== undefined) await writePage(flags.html, listing);
  await write(io.stdout, writers[flags.format](listing, io));
  const failure = failureOf(flags, assessment);
  const notices = [...noticeLines(listing), ...(failure === undefined ? [] : [failure])];
  if (notices.length > 0) await write(io.stderr, `${notices.join('\n')}\n`);
  return failure === undefined ? 0 : 1;
}
