import { notFound } from '../api-errors';
import type { Company } from '../data-set';
import type { Reply } from '../reply';
import { companyRoutes, listCompanies, showMe } from './companies';
import { projectItemRoutes } from './project-items';
import { projectRoutes } from './projects';
import type { RouteCall } from './route';
import { uploadRoutes } from './uploads';

const ROUTES = [...companyRoutes, ...projectRoutes, ...projectItemRoutes, ...uploadRoutes];

/** What the gateway let through. Only exempt requests have no company. */
export interface AdmittedCall extends Omit<RouteCall, 'company' | 'params'> {
  readonly company: Company | undefined;
}

export function answerRoute({ company, ...call }: AdmittedCall): Reply {
  const { request, state } = call;
  if (!company) return request.resource === 'me' ? showMe(request) : listCompanies(request, state);
  for (const { version, method, pattern, answer } of ROUTES) {
    const match = pattern.exec(request.resource);
    if (match && version === request.version && method === request.method) {
      return answer({ ...call, company, params: { ...match.groups } });
    }
  }
  return notFound();
}
