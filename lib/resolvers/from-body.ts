import { fromKind, type KindResolver } from './from-kind';

/**
 * The company that the body names: a top-level `company_id` of a plain object, a form, or a JSON or form text of up to 64 KiB. The body of GET
 * and HEAD is not read.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: firstOf(fromBody, byTenant) });
 * ```
 *
 * @since 1.0.0
 */
export const fromBody: KindResolver = /* @__PURE__ */ fromKind('body');
