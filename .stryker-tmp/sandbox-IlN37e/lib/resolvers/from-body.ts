// @ts-nocheck
import { fromKind, type KindResolver } from './from-kind';

/**
 * The company in the body: a top-level `company_id` of a plain object, a form, or JSON or form text of up to 64 KiB; not of GET
 * and HEAD.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: firstOf(fromBody, byTenant) });
 * ```
 *
 * @since 1.0.0
 */
export const fromBody: KindResolver = /* @__PURE__ */ fromKind('body');
