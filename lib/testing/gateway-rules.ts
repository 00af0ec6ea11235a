import type { IncomingHttpHeaders } from 'http';
import { invalidCompanyId, notConnected, unauthorized } from './api-errors';
import type { ApiRequest } from './api-request';
import type { Company } from './data-set';
import type { EdgeState } from './edge-state';
import { missingHeaderReply } from './missing-header';
import type { Reply } from './reply';

export const COMPANY_HEADER = 'procore-company-id';

/** What the gateway lets through: calls into a company, and the exempt ones into none. */
export type Admission = { readonly company: Company | undefined } | { readonly refusal: Reply };

const NEEDS_TOKEN = /^\/(?:rest|vapid)\//;

/**
 * `GET` on `companies` and `me` need no company, unless a service account calls, or `me` is asked about a company or
 * a project.
 */
function isExempt({ method, resource, query }: ApiRequest, serviceAccount: boolean): boolean {
  if (method !== 'GET' || serviceAccount) return false;
  if (resource === 'companies') return true;
  return resource === 'me' && !query.has('company_id') && !query.has('project_id');
}

function admitCompany(id: string, { settings, data }: EdgeState): Admission {
  if (settings.disconnectedCompanies.has(id)) return { refusal: notConnected() };
  const company = data.company(id);
  return company ? { company } : { refusal: invalidCompanyId() };
}

/**
 * The checks of Procore's gateway, in their order: token, presence of the header, its value.
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 */
export function admit(
  request: ApiRequest,
  headers: IncomingHttpHeaders,
  state: EdgeState,
): Admission {
  const { requireToken, serviceAccount } = state.settings;
  if (
    requireToken &&
    NEEDS_TOKEN.test(request.path) &&
    !state.tokens.accepts(headers.authorization)
  ) {
    return { refusal: unauthorized() };
  }
  const id = String(headers[COMPANY_HEADER] ?? '');
  if (id !== '') return admitCompany(id, state);
  if (isExempt(request, serviceAccount)) return { company: undefined };
  return { refusal: missingHeaderReply(state.settings.missingHeader) };
}
