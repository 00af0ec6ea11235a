import type { Decision } from './request/decision';

/** What is used of Node's `AsyncLocalStorage`. Only the `context` entry makes one, because this file must run in browsers. */
export interface CompanyStorage {
  run<Result>(companyId: string, callback: () => Result): Result;
  getStore(): string | undefined;
}

interface Registry {
  /** The attachment of each instance, by its `interceptors`. */
  readonly attachments: WeakMap<object, { detach(): void }>;
  /** The decision of each request in a dry run, because its config must stay as it is. */
  readonly dryRuns: WeakMap<object, Decision>;
  /** The company of each asynchronous context. */
  companies?: CompanyStorage;
}

/** The number goes up with each change of the layout, because two versions of this package can run in one process. */
const KEY = Symbol.for('axios-procore-company-id@2');

/** The state that all copies of this package in a process share: its entries, and its ES module and CommonJS builds. */
export function registry(): Registry {
  const holder = globalThis as Record<symbol, Registry | undefined>;
  return (holder[KEY] ??= { attachments: new WeakMap(), dryRuns: new WeakMap() });
}
