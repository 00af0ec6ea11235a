// @ts-nocheck
import { type Cover, coverOf } from './attempts';
import { type AuditFinding, mostDemanding } from './finding';
import type { AuditProblem, AuditRoute } from './report';

/**
 * How a finding is known: from calls that were recorded, from the route itself, from the documentation of the operation, from the
 * documentation of operations beside it, or not at all.
 */
export type Basis = 'recorded' | 'route' | 'documented' | 'similar' | 'unknown';

/** What advice is given on. */
export type Judged = Pick<AuditRoute, 'found' | 'attempts' | 'problems' | 'failures'> & {
  readonly route?: string;
  /** Default: `recorded`. */
  readonly basis?: Basis;
};

/** What to do about a route, and what else there is to be said of it. */
export interface Advice {
  readonly base: string;
  readonly remarks: readonly string[];
}

const BY_FINDING: Record<AuditFinding, string> = {
  'not-the-api': 'Nothing to do: it gets no header.',
  exempt: 'Nothing to do, unless a service account calls.',
  given: 'Nothing to do: the id is given with the call.',
  path: 'Attaching the plugin is enough: the path names the company.',
  query: 'Attaching the plugin is enough: the query names the company.',
  body: 'Attaching the plugin is enough: the body names the company.',
  project: 'Add a project directory or a default: only a project is named.',
  default: 'Set `companyId` or pass `procoreCompanyId`: no company is named.',
  ambiguous: 'Pass `procoreCompanyId`: two companies can be read from the call.',
  'opted-out': 'Take out `procoreCompanyId: false`: the call needs the header.',
  failed: 'It gets no id.',
};

const BY_COVER: Record<Cover, string> = {
  default: 'The default covers it, which is right if there is but one company.',
  project: 'The project directory covers it.',
};

const BY_DOCUMENTATION: Partial<Record<AuditFinding, string>> = {
  query: 'Attaching the plugin is enough if the call has `company_id` in its query',
  body: 'Attaching the plugin is enough if the call has `company_id` in its body',
  project: 'Add a project directory or a default: only `project_id` is named',
};

const BY_PROBLEM: readonly (readonly [AuditProblem, string])[] = [
  ['missing-header', 'Procore rejects it for lack of the header.'],
  ['sent-without-header', 'Its 404s may be the missing header.'],
  ['invalid-company-id', 'Procore knows no company of the id that is sent: check its source.'],
  ['missing-parameter', 'Send `company_id` or `project_id` too: the header does not replace it.'],
  ['app-not-connected', 'Have the app connected in App Management of the company.'],
  ['conflict', 'The given id is not the one that path or query names: mend it.'],
  ['unusable-id', 'What is given as an id is none: check its source.'],
  ['resolver-failed', 'The resolver failed: see its error.'],
];

const SUSPICIOUS = ['400', '404'];
/** What Procore says of a 400 that is not for lack of the header. */
const OTHER_CAUSES: readonly AuditProblem[] = ['invalid-company-id', 'missing-parameter'];
const NEEDS_NOTHING: readonly (AuditFinding | undefined)[] = ['not-the-api', 'exempt', 'given'];

/** How many failures of a route may be the missing header in disguise: 400s and 404s where nothing in the route names a company. */
export function suspiciousFailures({ route, found, failures, problems }: Judged): number {
  if (route === undefined || NEEDS_NOTHING.includes(mostDemanding(found))) return 0;
  if (route.includes('/:company_id')) return 0;
  const failed = SUSPICIOUS.reduce((sum, status) => sum + (failures[status] ?? 0), 0);
  const explained = OTHER_CAUSES.reduce((sum, problem) => sum + (problems[problem] ?? 0), 0);
  return Math.max(0, failed - explained);
}

function suspicion(judged: Judged): string {
  const seen = SUSPICIOUS.filter((status) => (judged.failures[status] ?? 0) > 0);
  return `Its ${seen.map((status) => `${status}s`).join(' and ')} may be the missing header.`;
}

function baseOf({ found, attempts, basis }: Judged): string {
  const finding = mostDemanding(found);
  if (finding === undefined) return '';
  const cover = finding === 'project' || finding === 'default' ? coverOf(attempts) : undefined;
  if (cover) return BY_COVER[cover];
  const documented = BY_DOCUMENTATION[finding];
  if (documented && basis === 'documented') return `${documented}, as documented.`;
  if (documented && basis === 'similar') return `${documented}, as on similar routes.`;
  return finding === 'default' && basis === 'unknown'
    ? 'Set `companyId` or pass `procoreCompanyId`, unless query or body names the company.'
    : BY_FINDING[finding];
}

export function adviceOf(judged: Judged): Advice {
  const has = (problem: AuditProblem): boolean => (judged.problems[problem] ?? 0) > 0;
  const remarks = BY_PROBLEM.filter(([problem]) => has(problem)).map(([, text]) => text);
  const isExplained = has('missing-header') || has('sent-without-header');
  if (suspiciousFailures(judged) > 0 && !isExplained) {
    remarks.push(suspicion(judged));
  }
  return { base: baseOf(judged), remarks };
}

/** What to do about a route, in one line. */
export function advise(judged: Judged): string {
  const { base, remarks } = adviceOf(judged);
  return [base, ...remarks].filter(Boolean).join(' ');
}
