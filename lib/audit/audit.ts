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
import { toTable } from './to-table';
import { withoutIdLines } from './totals';

/**
 * Collects the events of an attached instance into a report by route.
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
  /** Pass this as the option `observe`. It only counts, needs no `this`, and never throws. */
  readonly observe: (event: CompanyIdEvent) => void;
  /**
   * Does what `diagnoseProcoreError` does, and also counts the two problems that no event reports: `missing-parameter` and
   * `app-not-connected`. Call it where you handle errors of Procore calls.
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
   * Adds the reports of other processes to this audit. Merge the last report of each process, and only once.
   *
   * @param reports - what `report()` returned in other processes, also after a round trip through JSON
   * @returns this audit
   * @throws TypeError that names the wrong field, such as `reports[0].companies`. Then nothing is added.
   *
   * @example
   * ```ts
   * console.log(createAudit().merge(reportsOfWorkers).toTable());
   * ```
   */
  readonly merge: (reports: readonly AuditReport[]) => Audit;
  /** What was recorded so far, as plain data. */
  readonly report: () => AuditReport;
  /** The report for people, in lines of text. */
  readonly toTable: () => string;
  /** The report as CSV (RFC 4180) with a line of headings. It is safe to open in a spreadsheet. */
  readonly toCsv: () => string;
  /** The report as lines of JSON: first the totals, then one line per route. `npx procore-company-id audit` reads it. */
  readonly toJSONLines: () => string;
}

/** A report as lines of JSON: first the totals, then each route. */
const toJSONLines = ({ routes, ...totals }: AuditReport): string =>
  [totals, ...routes].map((line) => `${JSON.stringify(line)}\n`).join('');

const tableOf = ({ calls, routes, withoutId }: AuditReport): string =>
  toTable({ calls, routes, sentences: withoutIdLines(withoutId) });

/** Counts what only the body of an error says. */
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
 * Creates an audit, which counts the calls of an attached instance by method and normalised route. It shows which calls lack a company
 * id before Procore rejects them. With `dryRun: true` you can record a day in production without changing anything.
 *
 * Its reports hold no tokens, no query values and no ids. It takes a few MB at most: calls beyond `maxRoutes` routes, 100 hosts outside
 * the API and 10,000 companies are counted together.
 *
 * @param options - see {@link AuditOptions}
 * @returns the audit, which starts empty
 * @throws TypeError that names an option that cannot be used
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
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
    toTable: () => tableOf(report()),
    toCsv: () => toCsv(report()),
    toJSONLines: () => toJSONLines(report()),
  };
  return audit;
}
