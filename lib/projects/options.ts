import { type CompanyId, readId } from '../company-id';
import { InvalidCompanyIdError } from '../errors/invalid-company-id-error';
import { type Check, checkedOptions, countUpTo, FUNCTION, refuseOption } from '../option-checks';
import { readOwn } from '../own-properties';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { hidesErrors, isProjectStore, type ProjectStore } from './project-store';

/**
 * A Procore project id: a positive integer up to 2^63-1, as a number (safe integers only), a bigint or a decimal string.
 *
 * @since 1.0.0
 */
export type ProjectId = number | bigint | string;

/**
 * A project that was known under one company and is now seen under another. Ids are decimal strings.
 *
 * @since 1.0.0
 */
export interface ProjectChange {
  /** The project, as a decimal string. */
  readonly projectId: string;
  /** The company from now on. */
  readonly companyId: string;
  /** The company until now. */
  readonly previousCompanyId: string;
}

/**
 * The answer of `lookup`: a company id, or `null` or `undefined` if there is none.
 *
 * @since 1.0.0
 */
export type LookupAnswer = CompanyId | null | undefined;

/**
 * The options of `projectDirectory`. All are optional; `undefined` and `null` mean "not given".
 *
 * @since 1.0.0
 */
export interface ProjectDirectoryOptions {
  /**
   * Where several processes share what they know: a `Map`, a Keyv, or an object with `get`, `set` and `delete`. Default: each process knows
   * only what it has learned itself.
   *
   * The store is asked before `lookup` for a project that this process does not know: once per project, however many requests wait. Every
   * fact that is new to this process (learned, looked up, or given to `set`) is written to it, and every forgotten project is deleted from
   * it. A list of projects is written with one `setMany`, if the store has it.
   *
   * If the store fails to answer, `lookup` is called. Without `lookup` the request is rejected, because a default company must not answer for
   * the store. The same is true of a stored value that is not a company id. A failed write never fails a request. `observe` gets an event
   * of type `failed` for each failure.
   *
   * @example
   * ```ts
   * import KeyvRedis from '@keyv/redis';
   * import { Keyv } from 'keyv';
   *
   * const store = new Keyv({ store: new KeyvRedis('redis://redis:6379'), namespace: 'projects', throwOnErrors: true });
   * projectDirectory({ store });
   * ```
   *
   * @since 2.0.0
   */
  store?: ProjectStore | null | undefined;
  /**
   * Finds the company of a project that neither the directory nor its store knows, for example in your own database. It may return a
   * promise. Default: none.
   *
   * It is called once per project, however many requests wait for the answer. `null` and `undefined` mean "no such project". Any other
   * value that is not an id rejects the requests with an `InvalidCompanyIdError`. What it throws rejects the requests that wait, and is not
   * remembered.
   *
   * It must not send requests for the same project through the instance, because they would wait for themselves.
   *
   * @example
   * ```ts
   * projectDirectory({
   *   lookup: async (projectId) => (await db.projects.find(projectId))?.procoreCompanyId,
   * });
   * ```
   */
  lookup?:
    | ((projectId: string, request: ProcoreRequest) => LookupAnswer | Promise<LookupAnswer>)
    | null
    | undefined;
  /**
   * How many ms a request waits for `lookup`, and for `store.get`. After that the request continues as if they had failed. axios's own
   * `timeout` does not cover them. `Infinity`: no limit. Default: `10000`.
   *
   * @since 2.0.0
   */
  lookupTimeout?: number | null | undefined;
  /**
   * How many ms "no such project" from `lookup` is remembered, unless the directory learns about the project sooner. The store is still
   * asked during that time. `0`: not at all. Default: `60000`.
   */
  negativeTtl?: number | null | undefined;
  /**
   * How many projects are remembered, from 1 to 5,000,000. A new one replaces the least recently used. A project takes about 130 bytes.
   * Default: `10000`.
   */
  maxProjects?: number | null | undefined;
  /**
   * How many ms a project is remembered. Time counts from when it was learned, not from its last use. Without a store, the time starts
   * again when the same fact is learned again. With a store, the store is asked again after this time. Default: `60000` with a store,
   * otherwise `Infinity`.
   */
  ttl?: number | null | undefined;
  /** Pairs of a project id and a company id to start with, as `entries()` returned them. Default: none. */
  entries?: Iterable<readonly [ProjectId, CompanyId]> | null | undefined;
  /**
   * Called with each fact that is new to this process: learned from a response or webhook, looked up, or given to `set`. It is not called
   * for facts of the store or of the option `entries`. What it throws is ignored. Default: none.
   *
   * @example
   * ```ts
   * projectDirectory({ onLearn: (projectId, companyId) => log.info({ projectId, companyId }) });
   * ```
   *
   * @since 2.0.0
   */
  onLearn?: ((projectId: string, companyId: string) => void) | null | undefined;
  /**
   * Called when a project was known under one company and is seen under another, in a response or in the store. The newer fact counts. What
   * it throws is ignored. Default: none.
   */
  onChange?: ((change: ProjectChange) => void) | null | undefined;
}

type Lookup = NonNullable<ProjectDirectoryOptions['lookup']>;

/** The options after validation, with defaults. */
export interface DirectorySettings {
  readonly store: ProjectStore | undefined;
  readonly lookup: Lookup | undefined;
  readonly lookupTimeout: number;
  readonly negativeTtl: number;
  readonly maxProjects: number;
  readonly ttl: number;
  readonly entries: readonly (readonly [projectId: string, companyId: string])[];
  readonly onLearn: ((projectId: string, companyId: string) => unknown) | undefined;
  readonly onChange: ((change: ProjectChange) => unknown) | undefined;
}

const OWNER = 'projectDirectory';
/** A JavaScript `Map` ends at 2^24 entries, gaps included. */
const MOST_PROJECTS = 5_000_000;
const PAIRS = 'pairs of a project id and a company id';
const STORE = 'an object with the functions `get`, `set` and `delete`';
const KEYV_THAT_THROWS =
  'a Keyv made with `throwOnErrors: true`: this one hides the errors of its database, so that an outage would look like an unknown project';
const TTL_WITH_STORE = 60_000;

const isPositive = (value: unknown): boolean => typeof value === 'number' && value > 0;

const CHECKS: Record<keyof ProjectDirectoryOptions, Check> = {
  store: [STORE, isProjectStore],
  lookup: FUNCTION,
  lookupTimeout: ['a time in milliseconds above 0', isPositive, 10_000],
  negativeTtl: [
    'a time in milliseconds, 0 or more',
    (value) => typeof value === 'number' && value >= 0,
    60_000,
  ],
  maxProjects: countUpTo(MOST_PROJECTS, 10_000),
  ttl: ['a time in milliseconds above 0', isPositive],
  entries: [
    PAIRS,
    (value) =>
      typeof value === 'object' &&
      typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function',
    [],
  ],
  onLearn: FUNCTION,
  onChange: FUNCTION,
};

function readPair(pair: unknown): readonly [string, string] {
  const projectId = readId(readOwn(pair, 0));
  const company = readOwn(pair, 1);
  if (projectId === undefined) refuseOption(OWNER, 'entries', PAIRS);
  const companyId = readId(company);
  if (companyId === undefined) throw new InvalidCompanyIdError(company, 'option `entries`');
  return [projectId, companyId];
}

/** Checks the options of a directory. Each error names the option. */
export function normalizeOptions(options: unknown = {}): DirectorySettings {
  const given = checkedOptions(OWNER, options, CHECKS) as unknown as Omit<
    DirectorySettings,
    'ttl'
  > & { readonly ttl: number | undefined };
  const { store, ttl = store ? TTL_WITH_STORE : Infinity } = given;
  if (store && hidesErrors(store)) refuseOption(OWNER, 'store', KEYV_THAT_THROWS);
  return { ...given, ttl, entries: Array.from(given.entries, readPair) };
}
