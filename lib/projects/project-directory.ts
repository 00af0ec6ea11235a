import type { ResponseLike } from '../axios-types';
import { type CompanyId, normalizeCompanyId, readId } from '../company-id';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { readWebhook } from '../context/webhook';
import { KnownProjects } from './known-projects';
import { learnFromResponse } from './learn-from-response';
import { Lookups } from './lookups';
import { normalizeOptions, type ProjectDirectoryOptions, type ProjectId } from './options';

/**
 * A resolver that knows which company a project belongs to.
 *
 * @example
 * ```ts
 * const directory: ProjectDirectory = projectDirectory();
 * attachProcoreCompanyId(procore, { resolver: directory });
 * ```
 *
 * @since 1.0.0
 */
export interface ProjectDirectory {
  /** The company of the project that a request names; `undefined` where it is not known, or the request names a company itself. */
  (request: ProcoreRequest): string | undefined | Promise<string | undefined>;
  /** `'project'`: the label of its answers. */
  readonly source: 'project';
  /** How many projects are known. */
  readonly size: number;
  /** The company of a project, as a decimal string. Counts as a use of it, and asks nobody. */
  get(projectId: ProjectId): string | undefined;
  /**
   * Remembers the company of a project, in place of what was known.
   *
   * @throws TypeError for an unusable project id, InvalidCompanyIdError for an unusable company id
   */
  set(projectId: ProjectId, companyId: CompanyId): void;
  /** Forgets a project, and that `lookup` did not know it. Returns whether its company was known. */
  delete(projectId: ProjectId): boolean;
  /** Forgets everything. */
  clear(): void;
  /**
   * Project and company ids in pairs, the least recently used first: to be stored, and given to the option `entries` at the next start.
   *
   * @example
   * ```ts
   * await writeFile('projects.json', JSON.stringify(directory.entries()));
   * ```
   */
  entries(): [projectId: string, companyId: string][];
  /**
   * Learns from the payload of a webhook, of version v2, v3 or v4. Never throws. Check first that it comes from Procore: whoever can post
   * one could teach a wrong company.
   *
   * @returns whether it names both a project and a company
   */
  learnFromWebhook(payload: unknown): boolean;
  /** Learns from a response. The plugin calls it. */
  learn(request: ProcoreRequest, response: ResponseLike): void;
  /** Forgets the project of a request where Procore knows no such company. The plugin calls it. */
  forget(request: ProcoreRequest, response: ResponseLike, companyId: string): void;
}

function requireProjectId(value: unknown): string {
  const id = readId(value);
  if (id === undefined)
    throw new TypeError(
      '`projectId` must be a Procore project id: a positive integer up to 2^63-1.',
    );
  return id;
}

/** Everything but the resolver itself. */
function methodsOf(
  known: KnownProjects,
  lookups: Lookups | undefined,
): Omit<ProjectDirectory, 'size'> {
  return {
    source: 'project',
    get: (projectId) => known.companyOf(readId(projectId)),
    set(projectId, companyId) {
      known.set(requireProjectId(projectId), normalizeCompanyId(companyId));
    },
    delete(projectId) {
      const id = readId(projectId);
      lookups?.forget(id);
      return known.delete(id);
    },
    clear() {
      lookups?.clear();
      known.clear();
    },
    entries: () => known.toArray(),
    learnFromWebhook(payload) {
      const { projectId, companyId } = readWebhook(payload);
      if (projectId === undefined || companyId === undefined) return false;
      known.set(projectId, companyId);
      return true;
    },
    learn(request, response) {
      learnFromResponse(request, response, (projectId, companyId) => {
        known.set(projectId, companyId);
      });
    },
    forget({ projectId }, _response, companyId) {
      known.forget(projectId, companyId);
    },
  };
}

/**
 * Makes a resolver for requests that name a project and no company, which is most of Procore's API v1.
 *
 * It learns from the answers that pass through the instance, and never sends a request of its own: a call into a company makes the app
 * show up as installed there. It learns from
 *
 * - lists of a company's projects: `GET companies/{id}/projects`, `GET projects?company_id=`
 * - a project that was read, created or changed, where the request or its `company.id` names the company
 * - requests that name a project and a company, where the answer holds a record
 * - webhooks that are given to `learnFromWebhook`
 *
 * in every version of the API, `/vapid` included. Where two of these contradict each other in one answer, nothing is learned from it. Of two
 * answers the newer one counts. A project is forgotten where Procore answers "invalid company id" to its company.
 *
 * @param options - see {@link ProjectDirectoryOptions}
 * @returns a resolver, with the methods of {@link ProjectDirectory}
 * @throws TypeError for an unusable option, naming it
 * @throws InvalidCompanyIdError for an unusable company id in the option `entries`
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 *
 * @example
 * ```ts
 * import { attachProcoreCompanyId } from 'axios-procore-company-id';
 * import { projectDirectory } from 'axios-procore-company-id/projects';
 *
 * attachProcoreCompanyId(procore, { resolver: projectDirectory(), onUnresolved: 'reject' });
 *
 * await procore.get('/rest/v1.0/companies/7/projects'); // among them 2001
 * await procore.get('/rest/v1.0/projects/2001/rfis'); // Procore-Company-Id: 7
 * ```
 *
 * @since 1.0.0
 */
export function projectDirectory(options?: ProjectDirectoryOptions | null): ProjectDirectory {
  const settings = normalizeOptions(options);
  const known = new KnownProjects(settings);
  const lookups = settings.lookup && new Lookups(settings.lookup, known, settings);
  const resolve = (request: ProcoreRequest): string | undefined | Promise<string | undefined> => {
    const { projectId } = request;
    if (projectId === undefined || request.companyId !== undefined) return undefined;
    return known.companyOf(projectId) ?? lookups?.ask(projectId, request);
  };
  const directory = Object.assign(resolve, methodsOf(known, lookups));
  return Object.defineProperty(directory, 'size', { get: () => known.size }) as ProjectDirectory;
}
