import { fromKind, type KindResolver } from './from-kind';

/**
 * The company that the query names: exactly the key `company_id`, in the url or in `params`.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: firstOf(fromQuery, byTenant) });
 * ```
 *
 * @since 1.0.0
 */
export const fromQuery: KindResolver = /* @__PURE__ */ fromKind('query');
