import { type Cover, coverOf } from './attempts';
import { type AuditFinding, mostDemanding } from './finding';
import type { AuditProblem, AuditRoute } from './report';
import { SUSPICIOUS } from './suspicious';

/**
 * How a finding is known: from recorded calls, from the route itself, from Procore's documentation of the operation or of similar
 * operations, or not at all.
 */
export type KnownFrom = 'recorded' | 'route' | 'documented' | 'similar' | 'unknown';

/** What advice is based on. */
export type Judged = Pick<AuditRoute, 'found' | 'attempts' | 'problems' | 'failures'> & {
  readonly route?: string;
  /** Default: `recorded`. */
  readonly knownFrom?: KnownFrom;
};

/** What to do about a route, and remarks on its problems. */
export interface Advice {
  readonly base: string;
  readonly remarks: readonly string[];
}

const BY_FINDING: Record<AuditFinding, string> = {
  'not-the-api': 'Nothing to do: it gets no header.',
  exempt: 'Nothing to do, unless a service account calls.',
  given: 'Nothing to do: the call or a resolver gives the id.',
  path: 'Attaching the plugin is enough: the path names the company.',
  query: 'Attaching the plugin is enough: the query names the company.',
  body: 'Attaching the plugin is enough: the body names the company.',
  project: 'Add a project directory or a default: only a project is named.',
  default: 'Set `companyId` or pass `procoreCompanyId`: no company is named.',
  ambiguous: 'Pass `procoreCompanyId`: the call names two companies.',
  'opted-out': 'Remove `procoreCompanyId: false`: the call needs the header.',
  failed: 'The call gets no id.',
};

const BY_COVER: Record<Cover, string> = {
  default: 'The default gives the id, which is right only if there is one company.',
  project: 'The project directory gives the id.',
};

const BY_DOCUMENTATION: Partial<Record<AuditFinding, string>> = {
  query: 'Check that the call sends `company_id` in its query',
  body: 'Check that the call sends `company_id` in its body',
  project: 'Add a project directory or a default: only `project_id` is named',
};

const BY_PROBLEM: readonly (readonly [AuditProblem, string])[] = [
  ['missing-header', 'Procore rejected calls because the header is missing.'],
  ['sent-without-header', 'Calls went out without the header, which may cause the 404s.'],
  [
    'invalid-company-id',
    'Procore does not know the company id that was sent: check where it comes from.',
  ],
  ['missing-parameter', 'Send `company_id` or `project_id` too: the header does not replace it.'],
  ['app-not-connected', 'Connect the app in App Management of the company.'],
  ['conflict', 'Two sources name different companies: fix one of them.'],
  ['unusable-id', 'The value given is not a valid company id: check where it comes from.'],
  ['resolver-failed', 'The resolver failed: see its error.'],
];

/** Procore's explanations of a 400 that is not about the header. */
const OTHER_CAUSES: readonly AuditProblem[] = ['invalid-company-id', 'missing-parameter'];
const NEEDS_NOTHING: readonly (AuditFinding | undefined)[] = ['not-the-api', 'exempt', 'given'];

/** How many failures of a route may be caused by a missing header: 400s and 404s, unless the path names a company. */
export function suspiciousFailures({ route, found, failures, problems }: Judged): number {
  if (route === undefined || NEEDS_NOTHING.includes(mostDemanding(found))) return 0;
  if (route.includes('/:company_id')) return 0;
  const failed = SUSPICIOUS.reduce((sum, status) => sum + (failures[status] ?? 0), 0);
  const explained = OTHER_CAUSES.reduce((sum, problem) => sum + (problems[problem] ?? 0), 0);
  return Math.max(0, failed - explained);
}

function suspicion(judged: Judged): string {
  const seen = SUSPICIOUS.filter((status) => (judged.failures[status] ?? 0) > 0);
  return `A missing header may cause its ${seen.map((status) => `${status}s`).join(' and ')}.`;
}

function baseOf({ found, attempts, knownFrom }: Judged): string {
  const finding = mostDemanding(found);
  if (finding === undefined) return '';
  const cover = finding === 'project' || finding === 'default' ? coverOf(attempts) : undefined;
  if (cover) return BY_COVER[cover];
  const documented = BY_DOCUMENTATION[finding];
  if (documented && knownFrom === 'documented') return `${documented}, as documented.`;
  if (documented && knownFrom === 'similar') return `${documented}, as in similar calls.`;
  return finding === 'default' && knownFrom === 'unknown'
    ? 'Set `companyId` or pass `procoreCompanyId`, unless the query or body names the company.'
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
