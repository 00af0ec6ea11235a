import type { ResponseLike } from '../axios-types';
import type { CompanyId } from '../company-id';
import type { ProcoreRequest } from '../procore-request';

/**
 * What a resolver answers: an id, an id with a label of where it came from, or nothing.
 *
 * @since 1.0.0
 */
export type Resolution =
  | CompanyId
  | {
      /** The id; `null` and `undefined` leave the question to the next source. */
      companyId: CompanyId | null | undefined;
      /** The label of where it came from. Default: the `source` of the resolver. */
      source?: string;
    }
  | null
  | undefined;

/**
 * Finds the company of a request. It is asked when neither the call nor a header gives an id.
 *
 * It may answer at once or with a promise. Answering `null` or `undefined` leaves the question to the next source; throwing
 * rejects the request with that very error; anything else that is no id rejects it with an `InvalidCompanyIdError`.
 *
 * @example
 * ```ts
 * const byTenant: CompanyIdResolver = async (request) =>
 *   (await tenants.find(request.config.tenantKey))?.procoreCompanyId;
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
  /** Called when Procore answers "invalid company id" to an id that came from this resolver. */
  forget?(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
}
