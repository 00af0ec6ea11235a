import type { ProcoreRequest } from 'axios-procore-company-id';

export interface ProjectRequest extends ProcoreRequest {
  /** What the directory told the observer. */
  readonly reported: unknown[];
}

/** A request for the RFIs of a project, as the plugin shows it to a resolver. */
export function projectRequest(projectId: string, config: object = {}): ProjectRequest {
  const reported: unknown[] = [];
  const path = `/rest/v1.0/projects/${projectId}/rfis`;
  const request = {
    method: 'GET',
    url: path,
    path,
    route: '/rest/v1.0/projects/:project_id/rfis',
    companyId: undefined,
    projectId,
    config: { url: path, ...config },
    header: () => undefined,
    report: (error: unknown) => void reported.push(error),
    reported,
  };
  return request;
}
