import type { RequestConfigLike } from '../axios-types';

/**
 * A request as resolvers see it. Each field is read when it is asked for, and from own properties only.
 *
 * @example
 * ```ts
 * const byTenant: CompanyIdResolver = ({ config }) => tenants.get(String(config.tenant))?.companyId;
 * ```
 *
 * @since 1.0.0
 */
export interface ProcoreRequest {
  /** The HTTP method in upper case. */
  readonly method: string;
  /** The url with its `baseURL` and its own query, without user info and without `params`. */
  readonly url: string;
  /** The path of the url, such as `/rest/v1.0/projects/3/rfis`. */
  readonly path: string;
  /** The path without its ids, as in Procore's reports: `/rest/v1.0/projects/:project_id/rfis/:id`. */
  readonly route: string;
  /** The company that path, query or body name, as a decimal string. */
  readonly companyId: string | undefined;
  /** The project that path, query or body name, as a decimal string. */
  readonly projectId: string | undefined;
  /** The axios config of the request. Do not change it. */
  readonly config: RequestConfigLike;
  /**
   * The value of a request header, from the call or from the instance's defaults; `undefined` where there is none.
   *
   * @param name - in any case
   * @since 2.0.0
   */
  header(name: string): unknown;
  /**
   * Tells `observe` about an error that does not stop the request, as an event of the type `failed`.
   *
   * @since 2.0.0
   */
  report(error: unknown): void;
}
