import type { ResponseLike } from '../axios-types';
import type { CompanyId } from '../company-id';
import type { ProcoreRequest } from './procore-request';

/**
 * What a resolver answers: an id, an id with a label of where it came from, or nothing.
 *
 * @since 1.0.0
 */
export type Resolution =
  | CompanyId
  | {
      /** The id. `null` and `undefined` leave the question to the next source. */
      companyId: CompanyId | null | undefined;
      /** The label of where it came from. Default: the `source` of the resolver. */
      source?: string;
      /**
       * Another company that another source names, as a decimal string: a conflict, treated as `onConflict` says.
       *
       * @since 2.0.0
       */
      conflictsWith?: {
        /** The other company. */
        companyId: string;
        /** Where it is named. */
        source: string;
      };
    }
  | null
  | undefined;

/**
 * Finds the company of a request. It is asked when neither the call nor a header gives an id.
 *
 * It may answer at once or with a promise. `null` and `undefined` leave the question to the next source. What it throws rejects the request.
 * Anything else that is no id rejects the request with an `InvalidCompanyIdError`.
 *
 * @example
 * ```ts
 * const byTenant: CompanyIdResolver = async ({ config }) =>
 *   (await tenants.find(String(config.tenantKey)))?.procoreCompanyId;
 * ```
 *
 * @since 1.0.0
 */
export interface CompanyIdResolver {
  (request: ProcoreRequest): Resolution | Promise<Resolution>;
  /** The label for ids that come without one. Default: `'resolver'`. */
  readonly source?: string;
  /** Called for each 2xx response in scope. What it throws is told to `observe` and goes no further, now or later. */
  learn?(request: ProcoreRequest, response: ResponseLike): unknown;
  /** Called when Procore answers "invalid company id" to an id that came from this resolver and went out. */
  forget?(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
  /**
   * Called when Procore answers 404 to an id that came from this resolver and went out: the id may be wrong.
   *
   * @since 2.0.0
   */
  doubt?(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
}
