import { type Around, type Outcome, runCommand } from './run-command';

export const HEADINGS = 'Date,Response Code,HTTP Method,Normalized Route,Count';

/** An API Call Activity Report with these rows. */
export const report = (...rows: string[]): string => [HEADINGS, ...rows, ''].join('\n');

/** A row of it. */
export const row = (
  route: string,
  { method = 'GET', status = 200, count = 1, date = '2026-06-01' } = {},
): string => `${date},${status},${method},${route},${count}`;

/** What `audit --format json` says of an input. */
export interface AuditJson {
  readonly calls: number;
  readonly first?: string;
  readonly last?: string;
  readonly callsToDo: number;
  readonly callsToCheck: number;
  readonly callsByNeed: Record<string, number>;
  readonly found: Record<string, number>;
  readonly failuresMaybeMissingHeader: number;
  readonly recorded: { readonly calls: number; readonly withoutId: number } | null;
  readonly brokenRows: number;
  readonly inputs: readonly {
    readonly name: string;
    readonly kind: string;
    readonly rows: number;
    readonly rowsWithoutDate: number;
    readonly brokenRows: number;
    readonly brokenRowExamples: readonly { at: string; problem: string }[];
  }[];
  readonly routesInAll: number;
  readonly routes: readonly {
    readonly method: string;
    readonly route?: string;
    readonly host?: string;
    readonly calls: number;
    readonly knownFrom: string;
    readonly found: Record<string, number>;
    readonly need: string;
    readonly failures: Record<string, number>;
    readonly failuresMaybeMissingHeader: number;
    readonly recorded: {
      readonly calls: number;
      readonly withoutId: number;
      readonly companies: number;
      readonly problems: Record<string, number>;
      readonly attempts: readonly object[];
    } | null;
    readonly advice: string;
  }[];
}

/** Audits an input that is piped in. */
export async function auditJson(
  stdin: Exclude<Around['stdin'], undefined>,
  ...args: string[]
): Promise<AuditJson> {
  const { code, stdout, stderr } = await runCommand(['audit', '-f', 'json', ...args], { stdin });
  if (code !== 0) throw new Error(`Exit code ${code}: ${stderr}`);
  return JSON.parse(stdout) as AuditJson;
}

/** The one line with which an input is refused. */
export async function refusal(
  stdin: Exclude<Around['stdin'], undefined>,
  ...args: string[]
): Promise<string> {
  const { code, stdout, stderr }: Outcome = await runCommand(['audit', ...args], { stdin });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')).toHaveLength(2);
  return stderr.trim().replace('procore-company-id: ', '');
}
