import type { CompanyIdEventType } from '../observe';
import { isExempt } from '../request/exempt';

/**
 * How the plugin finds the company id of a call, or what is missing to find it.
 *
 * @example
 * ```ts
 * const needsWork = report.routes.filter(({ found }) => found.project || found.default);
 * ```
 *
 * @since 1.0.0
 */
export type AuditFinding =
  /** Gets no header: OAuth, storage, and hosts outside the API. */
  | 'not-the-api'
  /** `GET` on `me` and `companies`, which need no header without a service account. */
  | 'exempt'
  /** The call, a header set by hand, or a resolver gave the id. */
  | 'given'
  /** The path names the company. */
  | 'path'
  /** The query names the company. */
  | 'query'
  /** The body names the company. */
  | 'body'
  /** Only a project is named: needs a project directory or a default. */
  | 'project'
  /** Neither a company nor a project is named: needs a default, or an id with the call. */
  | 'default'
  /** The call names two companies, so the plugin chooses neither: needs an id with the call. */
  | 'ambiguous'
  /** The call asked for no header with `procoreCompanyId: false`. */
  | 'opted-out'
  /** The id that was given is not valid or differs from the one in the call, or a resolver failed. */
  | 'failed';

/** All findings, from the one that needs nothing to the one that needs most. */
export const FINDINGS = [
  'not-the-api',
  'exempt',
  'given',
  'path',
  'query',
  'body',
  'project',
  'default',
  'ambiguous',
  'opted-out',
  'failed',
] as const satisfies readonly AuditFinding[];

/** What the event of an attempt says. */
export interface AttemptFacts {
  readonly type: CompanyIdEventType;
  readonly source?: string | undefined;
  readonly reason?: string | undefined;
}

/** What is known about a route. */
export interface RouteTraits {
  readonly namesProject: boolean;
  readonly isExempt: boolean;
}

/** Whether calls to a route need no header, as far as a route shows it without its query. */
export function isExemptRoute(method: string, route: string, serviceAccount: boolean): boolean {
  return isExempt({ method, path: route, valuesIn: () => [] }, serviceAccount);
}

/** What a call without a company needs. */
function withoutCompany({ namesProject, isExempt }: RouteTraits): AuditFinding {
  if (isExempt) return 'exempt';
  return namesProject ? 'project' : 'default';
}

const BY_SOURCE: Readonly<Record<string, AuditFinding>> = {
  path: 'path',
  query: 'query',
  body: 'body',
  project: 'project',
};

function findingOfSource(source: string | undefined, traits: RouteTraits): AuditFinding {
  if (source === 'default') return withoutCompany(traits);
  const hasOwn = Object.prototype.hasOwnProperty.call(BY_SOURCE, String(source));
  return hasOwn ? (BY_SOURCE[String(source)] as AuditFinding) : 'given';
}

/** How the id of an attempt was found. An id from the default does not show what the call itself names. */
export function findingOf(
  { type, source, reason }: AttemptFacts,
  traits: RouteTraits,
): AuditFinding {
  switch (type) {
    case 'resolved':
    case 'kept':
      return findingOfSource(source, traits);
    case 'unresolved':
      // If the call were exempt, its event would be of that type.
      return reason === 'ambiguous' ? 'ambiguous' : withoutCompany({ ...traits, isExempt: false });
    case 'exempt':
      return withoutCompany(traits);
    case 'out-of-scope':
      return 'not-the-api';
    case 'opted-out':
      return 'opted-out';
    default:
      return 'failed';
  }
}

/** Of the findings that have calls, the one that needs most. */
export function mostDemanding(
  found: Readonly<Partial<Record<AuditFinding, number>>>,
): AuditFinding | undefined {
  return [...FINDINGS].reverse().find((finding) => (found[finding] ?? 0) > 0);
}
