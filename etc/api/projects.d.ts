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
type StoredCompany = CompanyId | null | undefined;
interface ProjectStore {
  get(projectId: string): StoredCompany | PromiseLike<StoredCompany>;
  set(projectId: string, companyId: string): unknown;
  delete(projectId: string): unknown;
  setMany?(
    entries: {
      key: string;
      value: string;
    }[],
  ): unknown;
}
type ProjectId = number | bigint | string;
interface ProjectChange {
  readonly projectId: string;
  readonly companyId: string;
  readonly previousCompanyId: string;
}
type LookupAnswer = CompanyId | null | undefined;
interface ProjectDirectoryOptions {
  store?: ProjectStore | null | undefined;
  lookup?:
    | ((projectId: string, request: ProcoreRequest) => LookupAnswer | Promise<LookupAnswer>)
    | null
    | undefined;
  lookupTimeout?: number | null | undefined;
  negativeTtl?: number | null | undefined;
  maxProjects?: number | null | undefined;
  ttl?: number | null | undefined;
  entries?: Iterable<readonly [ProjectId, CompanyId]> | null | undefined;
  onLearn?: ((projectId: string, companyId: string) => void) | null | undefined;
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
  flush(): Promise<void>;
  entries(): [projectId: string, companyId: string][];
  learnFromWebhook(payload: unknown): boolean;
  learn(request: ProcoreRequest, response: ResponseLike): unknown;
  forget(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
  doubt(request: ProcoreRequest, response: ResponseLike, companyId: string): void;
}
declare function projectDirectory(options?: ProjectDirectoryOptions | null): ProjectDirectory;
export { projectDirectory };
export type {
  LookupAnswer,
  ProjectChange,
  ProjectDirectory,
  ProjectDirectoryOptions,
  ProjectId,
  ProjectStore,
};
