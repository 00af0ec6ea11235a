type CompanyId = number | bigint | string;
declare function normalizeCompanyId(value: unknown): string;
interface InterceptorManagerLike {
  use(
    onFulfilled?: ((value: any) => any) | null,
    onRejected?: ((error: any) => any) | null,
    options?: any,
  ): number;
  eject(id: number): void;
}
interface AxiosLike {
  interceptors: {
    request: InterceptorManagerLike;
    response: InterceptorManagerLike;
  };
}
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
type CompanyIdEventType =
  | 'resolved'
  | 'kept'
  | 'unresolved'
  | 'exempt'
  | 'opted-out'
  | 'out-of-scope'
  | 'failed'
  | 'missing-header'
  | 'sent-without-header'
  | 'invalid-company-id';
interface CompanyIdEvent {
  type: CompanyIdEventType;
  method: string;
  route?: string;
  host?: string;
  companyId?: string;
  source?: string;
  conflict?: boolean;
  reason?: 'unresolved' | 'ambiguous';
  found?: string;
  error?: unknown;
  status?: number;
}
type ApiHosts = readonly string[] | ((url: URL) => boolean);
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
type Resolution =
  | CompanyId
  | {
      companyId: CompanyId | null | undefined;
      source?: string;
      conflictsWith?: {
        companyId: string;
        source: string;
      };
    }
  | null
  | undefined;
interface CompanyIdResolver {
  (request: ProcoreRequest): Resolution | Promise<Resolution>;
  readonly source?: string;
  learn?(request: ProcoreRequest, response: ResponseLike): unknown;
  forget?(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
  doubt?(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
}
interface ProcoreCompanyIdOptions {
  companyId?: CompanyId | null | undefined;
  resolver?: CompanyIdResolver | null | undefined;
  apiHosts?: ApiHosts | null | undefined;
  serviceAccount?: boolean | null | undefined;
  onUnresolved?: 'send' | 'reject' | null | undefined;
  onConflict?: 'reject' | 'send' | null | undefined;
  checkHeader?: boolean | null | undefined;
  onNotFound?: 'pass' | 'map' | null | undefined;
  includeCreated?: boolean | null | undefined;
  observe?: ((event: CompanyIdEvent) => void) | null | undefined;
  dryRun?: boolean | null | undefined;
}
interface Attachment {
  detach(): void;
}
declare function attachProcoreCompanyId(
  instance: AxiosLike,
  options?: ProcoreCompanyIdOptions | null,
): Attachment;
declare abstract class ProcoreCompanyIdError extends Error {
  readonly procoreCode: string;
  readonly code?: string;
  readonly method?: string;
  readonly route?: string;
  readonly companyId?: string;
  readonly source?: string;
  toJSON(): Record<string, unknown>;
}
declare class CompanyIdConflictError extends ProcoreCompanyIdError {
  static readonly procoreCode: 'ERR_PROCORE_COMPANY_ID_CONFLICT';
  readonly namedCompanyId: string;
  readonly namedBy: string;
}
declare class InvalidCompanyIdError extends ProcoreCompanyIdError {
  static readonly procoreCode: 'ERR_PROCORE_INVALID_COMPANY_ID';
}
type MissingHeaderReason =
  | 'unresolved'
  | 'ambiguous'
  | 'exempt'
  | 'out-of-scope'
  | 'opted-out'
  | 'dry-run'
  | 'sent'
  | 'unknown';
declare class MissingCompanyIdHeaderError extends ProcoreCompanyIdError {
  static readonly procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID';
  readonly reason: MissingHeaderReason;
  readonly isCertain: boolean;
  readonly status?: number;
  readonly config?: RequestConfigLike;
  readonly request?: unknown;
  readonly response: ResponseLike;
  readonly isAxiosError: true;
  readonly cause?: Error;
  toJSON(): Record<string, unknown>;
}
declare class UnresolvedCompanyIdError extends ProcoreCompanyIdError {
  static readonly procoreCode: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID';
  readonly reason: 'unresolved' | 'ambiguous';
}
declare function isMissingCompanyIdHeaderError(
  error: unknown,
): error is MissingCompanyIdHeaderError;
declare function isUnresolvedCompanyIdError(error: unknown): error is UnresolvedCompanyIdError;
declare function isCompanyIdConflictError(error: unknown): error is CompanyIdConflictError;
declare function isInvalidCompanyIdError(error: unknown): error is InvalidCompanyIdError;
declare function isProcoreCompanyIdError(error: unknown): error is ProcoreCompanyIdError;
declare function allAgree(...resolvers: CompanyIdResolver[]): CompanyIdResolver;
declare function firstOf(...resolvers: CompanyIdResolver[]): CompanyIdResolver;
declare const KINDS: readonly ['path', 'query', 'body'];
type Kind = (typeof KINDS)[number];
interface KindResolver {
  (request: ProcoreRequest): string | undefined;
  readonly source: Kind;
}
declare const fromBody: KindResolver;
declare const fromPath: KindResolver;
declare const fromQuery: KindResolver;
type DiagnosisKind =
  | 'missing-header'
  | 'sent-without-header'
  | 'invalid-company-id'
  | 'missing-parameter'
  | 'app-not-connected';
interface Diagnosis {
  kind: DiagnosisKind;
  message: string;
}
declare function diagnoseProcoreError(error: unknown): Diagnosis | undefined;
declare function toMissingCompanyIdHeaderError(
  response: ResponseLike,
): Promise<MissingCompanyIdHeaderError | undefined>;
declare function warnOnce(log?: (line: string) => void): (event: CompanyIdEvent) => void;
export {
  CompanyIdConflictError,
  InvalidCompanyIdError,
  MissingCompanyIdHeaderError,
  ProcoreCompanyIdError,
  UnresolvedCompanyIdError,
  allAgree,
  attachProcoreCompanyId,
  diagnoseProcoreError,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  isCompanyIdConflictError,
  isInvalidCompanyIdError,
  isMissingCompanyIdHeaderError,
  isProcoreCompanyIdError,
  isUnresolvedCompanyIdError,
  normalizeCompanyId,
  toMissingCompanyIdHeaderError,
  warnOnce,
};
export type {
  ApiHosts,
  Attachment,
  AxiosLike,
  CompanyId,
  CompanyIdEvent,
  CompanyIdEventType,
  CompanyIdResolver,
  Diagnosis,
  DiagnosisKind,
  InterceptorManagerLike,
  KindResolver,
  MissingHeaderReason,
  ProcoreCompanyIdConfig,
  ProcoreCompanyIdOptions,
  ProcoreRequest,
  RequestConfigLike,
  Resolution,
  ResponseLike,
};
