import { diagnoseProcoreError, type Diagnosis } from '../response/diagnose';
import type { CompanyIdEvent } from '../observe';
import { failureOf } from '../response/failure';
import { countAnswer, countEvent } from './count-event';
import { mergeReports } from './merge';
import { type AuditOptions, normalizeOptions } from './options';
import type { AuditReport } from './report';
import { reportOf } from './report-of';
import { Tally } from './tally';
import { toCsv } from './to-csv';
import { toJSONLines } from './to-json-lines';
import { toTable } from './to-table';

/**
 * Collects what the plugin tells of each request into a report by route.
 *
 * @example
 * ```ts
 * const audit = createAudit();
 * attachProcoreCompanyId(procore, { dryRun: true, observe: audit.observe });
 * setInterval(() => writeFileSync('audit.jsonl', audit.toJSONLines()), 60_000);
 * ```
 *
 * @since 1.0.0
 */
export interface Audit {
  /** Give this to the option `observe`. It keeps counts only, needs no `this`, and never throws. */
  readonly observe: (event: CompanyIdEvent) => void;
  /**
   * The same as `diagnoseProcoreError`, and counts the two findings that no event tells of: `missing-parameter` and
   * `app-not-connected`. Call it where errors of Procore calls are handled.
   *
   * @example
   * ```ts
   * procore.interceptors.response.use(undefined, (error) => {
   *   audit.diagnose(error);
   *   throw error;
   * });
   * ```
   */
  readonly diagnose: (error: unknown) => Diagnosis | undefined;
  /**
   * Adds the reports of other processes to this audit. Merge the last report of each process, once.
   *
   * @param reports - what `report()` gave elsewhere, perhaps through JSON
   * @returns this audit
   * @throws TypeError that names the field that is not as it should be, as in `reports[0].companies`; then nothing is added
   *
   * @example
   * ```ts
   * console.log(createAudit().merge(reportsOfWorkers).toTable());
   * ```
   */
  readonly merge: (reports: readonly AuditReport[]) => Audit;
  /** What was seen so far, as plain data. */
  readonly report: () => AuditReport;
  /** The report for people, in lines of text. */
  readonly toTable: () => string;
  /** The report as CSV (RFC 4180) with a line of headings, safe to be opened in a spreadsheet. */
  readonly toCsv: () => string;
  /** The report as lines of JSON, which `npx procore-company-id audit` reads: first the totals, then one line per route. */
  readonly toJSONLines: () => string;
}

/** Counts what only the body of an error tells. */
function diagnose(tally: Tally, error: unknown): Diagnosis | undefined {
  const diagnosis = diagnoseProcoreError(error);
  const failure = failureOf(error);
  const kind = diagnosis?.kind;
  if (!failure || (kind !== 'missing-parameter' && kind !== 'app-not-connected')) return diagnosis;
  const { method, route, host } = failure.place;
  if (!method) return diagnosis;
  const counts = tally.at(method, route, host);
  counts.seen(Date.now());
  countAnswer(counts, kind, failure.status);
  return diagnosis;
}

/**
 * Creates an audit: a bounded table of the calls that an attached instance makes, by method and normalised route. It tells which
 * calls lack a company id before Procore rejects them. With `dryRun: true` a day in production tells the truth and changes nothing.
 *
 * It holds no tokens, no query values and no ids in what it gives out, and takes a few MB at most: beyond `maxRoutes` routes, 100 hosts
 * outside the API and 10,000 companies it no longer tells them apart.
 *
 * @param options - see {@link AuditOptions}
 * @returns the audit, which starts empty
 * @throws TypeError that names an option that cannot be used
 *
 * @see {@link https://procore.github.io/documentation/mpz-headers | Procore: request header requirements}
 *
 * @example
 * ```ts
 * import axios from 'axios';
 * import { attachProcoreCompanyId } from 'axios-procore-company-id';
 * import { createAudit } from 'axios-procore-company-id/audit';
 *
 * const audit = createAudit();
 * const procore = axios.create({ baseURL: 'https://api.procore.com' });
 * attachProcoreCompanyId(procore, { dryRun: true, observe: audit.observe });
 *
 * await procore.get('/rest/v1.0/projects/3/rfis');
 * console.log(audit.toTable());
 * ```
 *
 * @since 1.0.0
 */
export function createAudit(options: AuditOptions = {}): Audit {
  const tally = new Tally({ ...normalizeOptions(options), namesProject: () => false });
  const report = (): AuditReport => reportOf(tally);
  const audit: Audit = {
    observe(event) {
      countEvent(tally, event, { time: Date.now() });
    },
    diagnose: (error) => diagnose(tally, error),
    merge(reports) {
      mergeReports(tally, { value: reports, name: 'reports' });
      return audit;
    },
    report,
    toTable: () => toTable(report()),
    toCsv: () => toCsv(report()),
    toJSONLines: () => toJSONLines(report()),
  };
  return audit;
}
