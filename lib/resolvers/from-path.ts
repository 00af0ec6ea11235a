import { fromKind, type KindResolver } from './from-kind';

/**
 * The company in the path: a whole segment `companies` followed by an id, even when it is in the `baseURL`.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: firstOf(fromPath, byTenant) });
 * ```
 *
 * @since 1.0.0
 */
export const fromPath: KindResolver = /* @__PURE__ */ fromKind('path');
