import type { CompanyIdEventType } from '../observe';
import { isExempt } from '../request/exempt';

/**
 * How the plugin finds the company id of a call, or what it needs to find one.
 *
 * @example
 * ```ts
 * const needsWork = report.routes.filter(({ found }) => found.project || found.default);
 * ```
 *
 * @since 1.0.0
 */
export type AuditFinding =
  /** Never sent the header: OAuth, storage, and hosts outside the API. */
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
  /** Only a project is named: this takes a project directory, or a default. */
  | 'project'
  /** Neither a company nor a project is named: this takes a default, or an id with the call. */
  | 'default'
  /** Two companies can be read from the call, so that none is chosen: this takes an id with the call. */
  | 'ambiguous'
  /** The call asked for no header, with `false`. */
  | 'opted-out'
  /** The id that was given is unusable or names another company than the call does, or a resolver failed. */
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

/** What an attempt was, as the event of it tells. */
export interface AttemptFacts {
  readonly type: CompanyIdEventType;
  readonly source?: string | undefined;
  readonly reason?: string | undefined;
}

/** What is known of a route. */
export interface RouteTraits {
  readonly namesProject: boolean;
  readonly isExempt: boolean;
}

/** Whether a call to a route needs no header. What its query holds is not known. */
export function isExemptRoute(method: string, route: string, serviceAccount: boolean): boolean {
  return isExempt({ method, path: route, valuesIn: () => [] }, serviceAccount);
}

/** What a call needs that names no company. */
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

/** How the id of an attempt was found. An id from the default tells nothing of what the call itself names. */
export function findingOf(
  { type, source, reason }: AttemptFacts,
  traits: RouteTraits,
): AuditFinding {
  switch (type) {
    case 'resolved':
    case 'kept':
      return findingOfSource(source, traits);
    case 'unresolved':
      // Exempt it is not, or the plugin would have said so.
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

/** The finding of those counted that needs most. */
export function mostDemanding(
  found: Readonly<Partial<Record<AuditFinding, number>>>,
): AuditFinding | undefined {
  return [...FINDINGS].reverse().find((finding) => (found[finding] ?? 0) > 0);
}
