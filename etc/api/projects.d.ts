type CompanyId = number | bigint | string;
interface ResponseLike {
  data?: any;
  status?: number;
  headers?: any;
  config?: any;
  request?: any;
}
interface ProcoreCompanyIdConfig {
  procoreCompanyId?: CompanyId | false | null | undefined;
}
interface RequestConfigLike extends ProcoreCompanyIdConfig {
  readonly url?: string;
  readonly method?: string;
  readonly baseURL?: string;
  readonly headers?: unknown;
  readonly params?: unknown;
  readonly data?: unknown;
  readonly signal?: AbortSignal;
  readonly [key: string]: unknown;
}
declare module 'axios' {
  interface AxiosRequestConfig extends ProcoreCompanyIdConfig {}
}
interface ProcoreRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly route: string;
  readonly companyId: string | undefined;
  readonly projectId: string | undefined;
  readonly config: RequestConfigLike;
  header(name: string): unknown;
  report(error: unknown): void;
}
type ProjectId = number | bigint | string;
interface ProjectChange {
  readonly projectId: string;
  readonly companyId: string;
  readonly previousCompanyId: string;
}
type LookupAnswer = CompanyId | null | undefined;
interface ProjectDirectoryOptions {
  lookup?:
    | ((projectId: string, request: ProcoreRequest) => LookupAnswer | Promise<LookupAnswer>)
    | null
    | undefined;
  negativeTtl?: number | null | undefined;
  maxProjects?: number | null | undefined;
  ttl?: number | null | undefined;
  entries?: Iterable<readonly [ProjectId, CompanyId]> | null | undefined;
  onChange?: ((change: ProjectChange) => void) | null | undefined;
}
interface ProjectDirectory {
  (request: ProcoreRequest): string | undefined | Promise<string | undefined>;
  readonly source: 'project';
  readonly size: number;
  get(projectId: ProjectId): string | undefined;
  set(projectId: ProjectId, companyId: CompanyId): void;
  delete(projectId: ProjectId): boolean;
  clear(): void;
  entries(): [projectId: string, companyId: string][];
  learnFromWebhook(payload: unknown): boolean;
  learn(request: ProcoreRequest, response: ResponseLike): void;
  forget(request: ProcoreRequest, response: ResponseLike, companyId: string): void;
}
declare function projectDirectory(options?: ProjectDirectoryOptions | null): ProjectDirectory;
export { projectDirectory };
export type { LookupAnswer, ProjectChange, ProjectDirectory, ProjectDirectoryOptions, ProjectId };
