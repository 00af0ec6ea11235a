import { findingsIn } from '../../audit/columns';
import { groupOf } from '../../audit/groups';
import type { AssessedRoute, Assessment } from './assess';
import type { Selector } from './audit-flags';

/** An assessment, and the routes of it that are listed. */
export interface Listing extends Assessment {
  readonly listed: readonly AssessedRoute[];
}

/** Which routes to list. */
export interface Selection {
  readonly only: readonly Selector[];
  readonly top: number;
}

const selectorsOf = (route: AssessedRoute): Selector[] => [
  ...findingsIn(route),
  ...(groupOf(route).name === 'companyDocumented' ? ['documented' as const] : []),
];

export function listingOf(assessment: Assessment, { only, top }: Selection): Listing {
  const isWanted = (route: AssessedRoute): boolean =>
    only.length === 0 || selectorsOf(route).some((selector) => only.includes(selector));
  return { ...assessment, listed: assessment.routes.filter(isWanted).slice(0, top) };
}
