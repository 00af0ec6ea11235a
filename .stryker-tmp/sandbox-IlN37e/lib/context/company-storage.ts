// @ts-nocheck
import { AsyncLocalStorage } from 'async_hooks';
import { type CompanyStorage, registry } from '../registry';

type Constructor = (new () => CompanyStorage) | undefined;

/**
 * Where the company of each asynchronous context is kept: once per process, whichever copy of this package asks.
 *
 * @throws Error where Node has no `AsyncLocalStorage`
 */
export function companyStorage(): CompanyStorage {
  const shared = registry();
  const Storage = AsyncLocalStorage as Constructor;
  if (!shared.companies && !Storage) {
    throw new Error(
      'axios-procore-company-id/context needs AsyncLocalStorage of async_hooks: Node 12.17, or 13.10 and later.',
    );
  }
  return (shared.companies ??= new (Storage as NonNullable<Constructor>)());
}
