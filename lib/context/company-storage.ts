// As a namespace, because bundlers for browsers put an empty module here, from which no name can be imported.
import * as asyncHooks from 'async_hooks';
import { type CompanyStorage, registry } from '../registry';

type Constructor = (new () => CompanyStorage) | undefined;

/**
 * Where the company of each asynchronous context is kept: once per process, whichever copy of this package asks.
 *
 * @throws Error in a browser, and where Node has no `AsyncLocalStorage`
 */
export function companyStorage(): CompanyStorage {
  const shared = registry();
  const Storage = asyncHooks.AsyncLocalStorage as Constructor;
  if (!shared.companies && !Storage) {
    throw new Error(
      'axios-procore-company-id/context needs AsyncLocalStorage of async_hooks: Node 12.17, or 13.10 and later. A browser has none: pass `procoreCompanyId` with each call there.',
    );
  }
  return (shared.companies ??= new (Storage as NonNullable<Constructor>)());
}
