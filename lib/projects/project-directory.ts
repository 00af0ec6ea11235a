import type { ResponseLike } from '../axios-types';
import { type CompanyId, normalizeCompanyId, readId } from '../company-id';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { readWebhook } from '../context/webhook';
import { createDirectoryParts, type DirectoryParts } from './directory-parts';
import { learnFromResponse } from './learn-from-response';
import { normalizeOptions, type ProjectDirectoryOptions, type ProjectId } from './options';
import type { Fact } from './shared-store';

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
  /** The company of the project that a request names; `undefined` if it is not known, or if the request itself names a company. */
  (request: ProcoreRequest): string | undefined | Promise<string | undefined>;
  /** `'project'`: the label of its answers. */
  readonly source: 'project';
  /** How many projects are known. */
  readonly size: number;
  /** The company of a project, as a decimal string. It counts as a use of the project, and asks neither the store nor `lookup`. */
  get(projectId: ProjectId): string | undefined;
  /**
   * Remembers the company of a project, and replaces what was known.
   *
   * @throws TypeError for an unusable project id, InvalidCompanyIdError for an unusable company id
   */
  set(projectId: ProjectId, companyId: CompanyId): void;
  /**
   * Forgets a project, here and in the store, even that `lookup` did not know it.
   *
   * @returns whether this process knew its company
   */
  delete(projectId: ProjectId): boolean;
  /** Forgets everything that this process knows, here and in the store. */
  clear(): void;
  /**
   * Waits until everything so far has been written to the store. Call it before you queue a job for another process, and before the process
   * ends. Without a store it resolves at once.
   *
   * @returns a promise that rejects with the store's error if a write failed
   *
   * @example
   * ```ts
   * directory.learnFromWebhook(payload);
   * await directory.flush();
   * await queue.add('sync', { projectId: payload.project_id });
   * ```
   *
   * @since 2.0.0
   */
  flush(): Promise<void>;
  /**
   * Project and company ids in pairs, the least recently used first. Store them, and pass them to the option `entries` at the next start.
   *
   * @example
   * ```ts
   * await writeFile('projects.json', JSON.stringify(directory.entries()));
   * ```
   */
  entries(): [projectId: string, companyId: string][];
  /**
   * Learns from the payload of a webhook, of version v2, v3 or v4. It never throws. Check first that the webhook comes from Procore, because
   * anyone who can post one could teach a wrong company.
   *
   * @returns whether it names both a project and a company
   */
  learnFromWebhook(payload: unknown): boolean;
  /** Learns from a response. The plugin calls it. If it returns a promise that rejects, the store failed, and `observe` gets an event of type `failed`. */
  learn(request: ProcoreRequest, response: ResponseLike): unknown;
  /** Forgets the project of a request. The plugin calls it when Procore answers that the company id is invalid. */
  forget(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
  /**
   * Makes the next request for the project ask the store and `lookup` again, at most once a minute. The plugin calls it when Procore answers
   * 404.
   *
   * @since 2.0.0
   */
  doubt(request: ProcoreRequest, response: ResponseLike, companyId: string): void;
}

function requireProjectId(value: unknown): string {
  const id = readId(value);
  if (id === undefined)
    throw new TypeError(
      '`projectId` must be a Procore project id: a positive integer up to 2^63-1.',
    );
  return id;
}

/** Remembers facts, and shares the new ones. */
function teach({ known, shared, doubts }: DirectoryParts): {
  add: (projectId: string, companyId: string) => void;
  share: () => Promise<void> | undefined;
} {
  const news: Fact[] = [];
  return {
    add(projectId, companyId) {
      doubts?.remove(projectId);
      if (known.learn(projectId, companyId) && shared) news.push([projectId, companyId]);
    },
    share: () => (news.length > 0 ? shared?.set(news) : undefined),
  };
}

/** The methods for the owner of the directory. */
function methodsOf(parts: DirectoryParts) {
  const { known, shared, questions } = parts;
  const set = (projectId: string, companyId: string): void => {
    const { add, share } = teach(parts);
    add(projectId, companyId);
    void share();
  };
  return {
    source: 'project' as const,
    get: (projectId: ProjectId) => known.companyOf(readId(projectId)),
    set(projectId: ProjectId, companyId: CompanyId): void {
      set(requireProjectId(projectId), normalizeCompanyId(companyId));
    },
    delete(projectId: ProjectId): boolean {
      const id = readId(projectId);
      questions?.forget(id);
      if (id !== undefined) void shared?.delete([id]);
      return known.delete(id);
    },
    clear(): void {
      questions?.clear();
      void shared?.delete(known.toArray().map(([projectId]) => projectId));
      known.clear();
    },
    flush: () => shared?.end() ?? Promise.resolve(),
    entries: () => known.toArray(),
    learnFromWebhook(payload: unknown): boolean {
      const { projectId, companyId } = readWebhook(payload);
      if (projectId === undefined || companyId === undefined) return false;
      set(projectId, companyId);
      return true;
    },
  };
}

/** The methods for the plugin. */
function hooksOf(parts: DirectoryParts): Pick<ProjectDirectory, 'learn' | 'forget' | 'doubt'> {
  const { known, shared, questions, doubts } = parts;
  return {
    learn(request, response) {
      const { add, share } = teach(parts);
      learnFromResponse(request, response, add);
      return share();
    },
    forget({ projectId }, _response, companyId) {
      if (projectId === undefined) return undefined;
      known.forget(projectId, companyId);
      if (!shared) return undefined;
      // A read of the store that is under way may return this very fact.
      questions?.forget(projectId);
      return shared.forget(projectId, companyId);
    },
    doubt({ projectId }, _response, companyId) {
      if (projectId !== undefined && known.companyOf(projectId) === companyId)
        doubts?.add(projectId);
    },
  };
}

/**
 * Creates a resolver for requests that name a project and no company, as most of Procore's API v1 does.
 *
 * It learns from the responses that pass through the instance. It never sends a request, because a call into a company makes the app show
 * up as installed there. It learns from
 *
 * - lists of a company's projects: `GET companies/{id}/projects`, `GET projects?company_id=`
 * - a project that was read, created or changed, if the request or its `company.id` names the company
 * - projects that `PATCH projects/sync` created or changed
 * - requests that name a project and a company, if the response holds a record
 * - webhooks that you give to `learnFromWebhook`
 *
 * in every version of the API and in `/vapid`. If one response contradicts itself, nothing is learned from it. The newer of two responses
 * counts. If Procore answers "invalid company id", the project is forgotten. After a 404 the next request for the project asks the store and
 * `lookup` again. With the option `store`, several processes share what they know.
 *
 * @param options - see {@link ProjectDirectoryOptions}
 * @returns a resolver, with the methods of {@link ProjectDirectory}
 * @throws TypeError that names an unusable option
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
  const parts = createDirectoryParts(normalizeOptions(options));
  const { known, questions, doubts } = parts;
  const resolve = (request: ProcoreRequest): string | undefined | Promise<string | undefined> => {
    const { projectId } = request;
    if (projectId === undefined || request.companyId !== undefined) return undefined;
    const companyId = known.companyOf(projectId);
    return companyId !== undefined && !doubts?.take(projectId)
      ? companyId
      : questions?.ask(projectId, request);
  };
  const directory = Object.assign(resolve, methodsOf(parts), hooksOf(parts));
  return Object.defineProperty(directory, 'size', { get: () => known.size }) as ProjectDirectory;
}
