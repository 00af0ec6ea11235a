import { fromKind, type KindResolver } from './from-kind';

/**
 * The company that the path names: a whole segment `companies` followed by an id, even when the `baseURL` has it.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: firstOf(fromPath, byTenant) });
 * ```
 *
 * @since 1.0.0
 */
export const fromPath: KindResolver = /* @__PURE__ */ fromKind('path');
