// @ts-nocheck
import type { ApiRequest } from '../api-request';
import type { Company } from '../data-set';
import type { EdgeState } from '../edge-state';
import { paginate } from '../pagination';
import type { Reply } from '../reply';
import { answerJson, route, withCompany } from './route';

const companyView = ({ id, name }: Company) => ({ id, name, is_active: true });

export const showMe = (request: ApiRequest): Reply =>
  answerJson(request, { id: '201', login: 'ana.reyes@example.com', name: 'Ana Reyes' });

/** All companies of the user, whatever company the header names. */
export function listCompanies(request: ApiRequest, { data }: EdgeState): Reply {
  const { items, headers } = paginate(data.companies, request);
  return answerJson(request, items.map(companyView), { headers });
}

export const companyRoutes = (['v1', 'v2'] as const).flatMap((version) => [
  route(version, 'GET', 'me', ({ request }) => showMe(request)),
  route(version, 'GET', 'companies', ({ request, state }) => listCompanies(request, state)),
  route(version, 'GET', 'companies/:company_id', (call) =>
    withCompany(call, (company) => answerJson(call.request, companyView(company))),
  ),
]);
