import { type CompanyId, readId } from '../company-id';
import { InvalidCompanyIdError } from '../errors/invalid-company-id-error';
import { type Check, FUNCTION, givenOptions, refuseOption } from '../option-checks';
import { readOwn } from '../own-properties';
import type { ProcoreRequest } from '../resolvers/procore-request';

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
 * The answer of `lookup`: a company id, or `null` or `undefined` where there is none.
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
   * Asked for the company of a project that the directory does not know, such as in your own database; at once or with a promise. Default:
   * nobody is asked.
   *
   * It is asked once per project, however many requests wait for the answer. `null` and `undefined` mean "no such project", anything else
   * that is no id rejects the requests with an `InvalidCompanyIdError`. What it throws rejects the requests that wait, and is not
   * remembered.
   *
   * It must not send requests for the same project through the instance: they would wait for their own answer.
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
  /** For how many ms "no such project" from `lookup` is remembered. `0`: not at all. Default: `60000`. */
  negativeTtl?: number | null | undefined;
  /**
   * How many projects are remembered at most, 1 to 5,000,000; the least recently used gives way. A project takes about 130 bytes.
   * Default: `10000`.
   */
  maxProjects?: number | null | undefined;
  /** For how many ms a project is remembered since it was last seen. Default: `Infinity`. */
  ttl?: number | null | undefined;
  /** Pairs of a project id and a company id to begin with, as `entries()` gives them. Default: none. */
  entries?: Iterable<readonly [ProjectId, CompanyId]> | null | undefined;
  /**
   * Is told of a project that was known under one company and is seen under another: the newer fact counts. What it throws is ignored.
   * Default: none.
   */
  onChange?: ((change: ProjectChange) => void) | null | undefined;
}

type Lookup = NonNullable<ProjectDirectoryOptions['lookup']>;

/** The options after validation, with defaults. */
export interface DirectorySettings {
  readonly lookup: Lookup | undefined;
  readonly negativeTtl: number;
  readonly maxProjects: number;
  readonly ttl: number;
  readonly entries: readonly (readonly [projectId: string, companyId: string])[];
  readonly onChange: ((change: ProjectChange) => unknown) | undefined;
}

const OWNER = 'projectDirectory';
/** A JavaScript `Map` ends at 2^24 entries, gaps included. */
const MOST_PROJECTS = 5_000_000;
const PAIRS = 'pairs of a project id and a company id';

const CHECKS: Record<keyof ProjectDirectoryOptions, Check> = {
  lookup: FUNCTION,
  negativeTtl: [
    'a time in milliseconds, 0 or more',
    (value) => typeof value === 'number' && value >= 0,
  ],
  maxProjects: [
    `a whole number from 1 to ${MOST_PROJECTS}`,
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_PROJECTS,
  ],
  ttl: ['a time in milliseconds above 0', (value) => typeof value === 'number' && value > 0],
  entries: [
    PAIRS,
    (value) =>
      typeof value === 'object' &&
      typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function',
  ],
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

const DEFAULTS = {
  lookup: undefined,
  negativeTtl: 60_000,
  maxProjects: 10_000,
  ttl: Infinity,
  entries: [],
  onChange: undefined,
};

/** Checks the options of a directory. Each error names the option. */
export function normalizeOptions(options: unknown = {}): DirectorySettings {
  const given = { ...DEFAULTS, ...givenOptions(OWNER, options, CHECKS) };
  return { ...given, entries: Array.from(given.entries, readPair) };
}
