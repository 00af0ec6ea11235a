// @ts-nocheck
import type { RequestConfigLike } from '../axios-types';

/**
 * A request as resolvers see it. Everything is read when it is asked for, and from own properties only.
 *
 * @example
 * ```ts
 * const byTenant: CompanyIdResolver = (request) => tenants.get(request.config.tenant)?.companyId;
 * ```
 *
 * @since 1.0.0
 */
export interface ProcoreRequest {
  /** The HTTP method in upper case. */
  readonly method: string;
  /** The url as it will be sent, with `baseURL` and `params`, without user info. */
  readonly url: string;
  /** The path of the url, such as `/rest/v1.0/projects/3/rfis`. */
  readonly path: string;
  /** The path without its ids, as in Procore's reports: `/rest/v1.0/projects/:project_id/rfis/:id`. */
  readonly route: string;
  /** The company that path, query or body name, as a decimal string. */
  readonly companyId: string | undefined;
  /** The project that path, query or body name, as a decimal string. */
  readonly projectId: string | undefined;
  /** The axios config of the request. Not to be changed. */
  readonly config: RequestConfigLike;
}
