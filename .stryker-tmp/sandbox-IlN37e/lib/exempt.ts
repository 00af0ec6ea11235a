// @ts-nocheck
import type { RequestView } from './procore-request';

const EXEMPT_PATH = /\/(?:rest\/v\d+\.\d+|vapid)\/(me|companies)\/?$/;

/**
 * Whether Procore takes a request without the header: `GET` on `me` and `companies`, unless it comes from a service account, and
 * on `me` only without a company or project in the query.
 *
 * @see {@link https://procore.github.io/documentation/mpz-headers | Procore: request header requirements}
 */
export function isExempt(request: RequestView, serviceAccount: boolean): boolean {
  const resource = EXEMPT_PATH.exec(request.path)?.[1];
  if (serviceAccount || resource === undefined || request.method !== 'GET') return false;
  return (
    resource === 'companies' || !(request.hasQuery('company_id') || request.hasQuery('project_id'))
  );
}
