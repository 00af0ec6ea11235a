import type { CompanyId } from '../company-id';

type StoredCompany = CompanyId | null | undefined;

/**
 * Where several processes keep which company a project belongs to: a `Map`, a Keyv with any of its adapters, or an object of your own around
 * your database. Ids are decimal strings. Each function may return a promise.
 *
 * A Keyv 5 needs `throwOnErrors: true`. Otherwise it answers `undefined` while its database is down, and an outage looks like an unknown
 * project. Attach an `error` listener to it, as Keyv requires.
 *
 * @example
 * ```ts
 * const table: ProjectStore = {
 *   get: async (projectId) => (await db.projects.find(projectId))?.companyId,
 *   set: (projectId, companyId) => db.projects.upsert(projectId, { companyId }),
 *   delete: (projectId) => db.projects.remove(projectId),
 * };
 * projectDirectory({ store: table });
 * ```
 *
 * @since 2.0.0
 */
export interface ProjectStore {
  /** The company of a project; `null` or `undefined` if the store has none. If it throws, the store counts as failed. */
  get(projectId: string): StoredCompany | PromiseLike<StoredCompany>;
  /** Stores the company of a project, and replaces the previous one. */
  set(projectId: string, companyId: string): unknown;
  /** Removes a project. */
  delete(projectId: string): unknown;
  /** Stores the companies of many projects at once. Without it, `set` is called for each, eight at a time. */
  setMany?(entries: { key: string; value: string }[]): unknown;
}

const METHODS = ['get', 'set', 'delete'] as const;

/** Whether a value has the three functions. They may be inherited: a store is often an instance of a class. */
export function isProjectStore(value: unknown): boolean {
  const store = Object(value) as Partial<ProjectStore>;
  return METHODS.every((name) => typeof store[name] === 'function');
}

/** Whether it is a Keyv that hides the errors of its database. */
export const hidesErrors = (store: ProjectStore): boolean =>
  (store as { throwOnErrors?: unknown }).throwOnErrors === false;
