// @ts-nocheck
import type { Attachment } from './attach';
import type { Trace } from './trace';

/** A `beforeRedirect` hook of the http adapter. */
export type RedirectHook = (this: unknown, options: object, ...details: unknown[]) => void;

/** What is used of Node's `AsyncLocalStorage`. Only the `context` entry makes one: this file must run in browsers. */
export interface CompanyStorage {
  run<Result>(companyId: string, callback: () => Result): Result;
  getStore(): string | undefined;
}

interface Registry {
  /** The attachment of each instance, by its `interceptors`. */
  readonly attachments: WeakMap<object, Attachment>;
  /** What each hook of this package wraps. */
  readonly hooks: WeakMap<RedirectHook, { previous: unknown }>;
  /** What was decided for a request whose config must not be written to. */
  readonly dryRuns: WeakMap<object, Trace>;
  /** The company of each asynchronous context. */
  companies?: CompanyStorage;
}

const KEY = Symbol.for('axios-procore-company-id@1');

/**
 * The state that all copies of this package in a process share, be they ESM or CommonJS.
 */
export function registry(): Registry {
  const holder = globalThis as Record<symbol, Registry | undefined>;
  return (holder[KEY] ??= {
    attachments: new WeakMap(),
    hooks: new WeakMap(),
    dryRuns: new WeakMap(),
  });
}
