// @ts-nocheck
import { findingsIn } from '../../audit/columns';
import type { AuditFinding } from '../../audit/finding';
import type { AssessedRoute, Assessment } from './assess';

/** An assessment, and the routes of it that are listed. */
export interface Listing extends Assessment {
  readonly listed: readonly AssessedRoute[];
}

/** Which routes to list. */
export interface Selection {
  readonly only: readonly AuditFinding[];
  readonly top: number;
}

export function listingOf(assessment: Assessment, { only, top }: Selection): Listing {
  const isWanted = (route: AssessedRoute): boolean =>
    only.length === 0 || findingsIn(route).some((finding) => only.includes(finding));
  return { ...assessment, listed: assessment.routes.filter(isWanted).slice(0, top) };
}
