import { type CompanyId, readId } from '../company-id';
import { InvalidCompanyIdError } from '../errors/invalid-company-id-error';
import { registry } from '../registry';
import { companyStorage } from './company-storage';

/**
 * Calls a function within a company. {@link currentCompanyId} and {@link fromContext} answer with this company in the function and in everything
 * asynchronous that begins in it: timers, promises, streams, requests. Calls can be nested: the innermost company counts.
 *
 * In a server, call it after the body of a request has been read, because older body parsers lose the asynchronous context.
 *
 * @param companyId - see `normalizeCompanyId` for what passes
 * @param fn - called at once, without arguments
 * @returns what the function returns
 * @throws InvalidCompanyIdError for an unusable id, `null` and `undefined` included: then the function is not called
 * @throws TypeError if `fn` is not a function
 * @throws Error in a browser, and where Node has no `AsyncLocalStorage` (before 12.17)
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: fromContext });
 *
 * await runWithCompanyId(42, () => procore.get('/rest/v1.0/projects/3/rfis')); // Procore-Company-Id: 42
 * ```
 *
 * @since 1.0.0
 */
export function runWithCompanyId<Result>(companyId: CompanyId, fn: () => Result): Result {
  const id = readId(companyId);
  if (id === undefined) throw new InvalidCompanyIdError(companyId, '`runWithCompanyId`');
  if (typeof fn !== 'function') {
    throw new TypeError('`runWithCompanyId` takes a company id and the function to call.');
  }
  return companyStorage().run(id, () => fn());
}

/**
 * The company of the asynchronous context that this is called from.
 *
 * @returns a decimal string, `undefined` outside of {@link runWithCompanyId}
 *
 * @example
 * ```ts
 * logger.info({ companyId: currentCompanyId() }, 'job done');
 * ```
 *
 * @since 1.0.0
 */
export function currentCompanyId(): string | undefined {
  return registry().companies?.getStore();
}
