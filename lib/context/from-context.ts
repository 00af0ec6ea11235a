import { currentCompanyId } from './run-with-company-id';

/** The resolver {@link fromContext}. */
interface ContextResolver {
  (): string | undefined;
  /** The label of its ids. */
  readonly source: 'context';
}

/**
 * A resolver that answers with the company of {@link runWithCompanyId}, and `undefined` outside of it. Its label is `context`.
 *
 * When it is the only resolver, a call that names another company in path, query or body is rejected before it is sent. In
 * `firstOf(fromPath, fromQuery, fromBody, fromContext)` the company that the call names is used instead.
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
