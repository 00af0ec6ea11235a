// @ts-nocheck
import { currentCompanyId } from './run-with-company-id';

/** The resolver {@link fromContext}. */
interface ContextResolver {
  (): string | undefined;
  /** The label of its ids. */
  readonly source: 'context';
}

/**
 * The company that {@link runWithCompanyId} was given, as a resolver; `undefined` outside of it. Its label is `context`.
 *
 * On its own it also guards: a call of which the path or query names another company than the context is rejected before it is sent. Inside
 * `firstOf(fromPath, fromQuery, fromBody, fromContext)` the request's own company counts instead.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: fromContext, onUnresolved: 'reject' });
 * ```
 *
 * @since 1.0.0
 */
export const fromContext: ContextResolver = /* @__PURE__ */ Object.assign(
  () => currentCompanyId(),
  { source: 'context' as const },
);
