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
type RequestConfigLike = any;
interface ResponseLike {
  data?: any;
  status?: number;
  headers?: any;
  config?: any;
  request?: any;
}
type CompanyId = number | bigint | string;
declare function normalizeCompanyId(value: unknown): string;
interface ProcoreRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly route: string;
  readonly companyId: string | undefined;
  readonly projectId: string | undefined;
  readonly config: RequestConfigLike;
}
declare const KINDS: readonly ['path', 'query', 'body'];
type Kind = (typeof KINDS)[number];
type MissingHeaderReason =
  | 'unresolved'
  | 'ambiguous'
  | 'exempt'
  | 'out-of-scope'
  | 'opted-out'
  | 'dry-run'
  | 'sent'
  | 'unknown';
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
  error?: unknown;
  status?: number;
}
type Resolution =
  | CompanyId
  | {
      companyId: CompanyId | null | undefined;
      source?: string;
    }
  | null
  | undefined;
interface CompanyIdResolver {
  (request: ProcoreRequest): Resolution | Promise<Resolution>;
  readonly source?: string;
  learn?(request: ProcoreRequest, response: ResponseLike): unknown;
  forget?(request: ProcoreRequest, response: ResponseLike, companyId: string): unknown;
}
type ApiHosts = readonly string[] | ((url: URL) => boolean);
interface ProcoreCompanyIdOptions {
  companyId?: CompanyId | null | undefined;
  resolver?: CompanyIdResolver | null | undefined;
  apiHosts?: ApiHosts | null | undefined;
  serviceAccount?: boolean | null | undefined;
  onUnresolved?: 'send' | 'reject' | null | undefined;
  onConflict?: 'reject' | 'send' | null | undefined;
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
interface ProcoreCompanyIdConfig {
  procoreCompanyId?: CompanyId | false | null | undefined;
}
declare module 'axios' {
  interface AxiosRequestConfig extends ProcoreCompanyIdConfig {}
}
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
declare abstract class ProcoreCompanyIdError extends Error {
  readonly procoreCode: string;
  readonly code?: string;
  readonly method?: string;
  readonly route?: string;
  readonly companyId?: string;
  readonly source?: string;
  toJSON(): Record<string, unknown>;
  static [Symbol.hasInstance](this: unknown, value: unknown): boolean;
}
declare class CompanyIdConflictError extends ProcoreCompanyIdError {
  static get procoreCode(): 'ERR_PROCORE_COMPANY_ID_CONFLICT';
  readonly namedCompanyId: string;
  readonly namedBy: 'path' | 'query';
}
declare class InvalidCompanyIdError extends ProcoreCompanyIdError {
  static get procoreCode(): 'ERR_PROCORE_INVALID_COMPANY_ID';
}
declare class MissingCompanyIdHeaderError extends ProcoreCompanyIdError {
  static get procoreCode(): 'ERR_PROCORE_MISSING_COMPANY_ID';
  readonly reason: MissingHeaderReason;
  readonly status?: number;
  readonly config?: RequestConfigLike;
  readonly request?: unknown;
  readonly response: ResponseLike;
  readonly isAxiosError: true;
  readonly cause?: unknown;
  toJSON(): Record<string, unknown>;
}
declare class UnresolvedCompanyIdError extends ProcoreCompanyIdError {
  static get procoreCode(): 'ERR_PROCORE_UNRESOLVED_COMPANY_ID';
  readonly reason: 'unresolved' | 'ambiguous';
}
declare function isMissingCompanyIdHeaderError(
  error: unknown,
): error is MissingCompanyIdHeaderError;
declare function isUnresolvedCompanyIdError(error: unknown): error is UnresolvedCompanyIdError;
declare function isCompanyIdConflictError(error: unknown): error is CompanyIdConflictError;
declare function isInvalidCompanyIdError(error: unknown): error is InvalidCompanyIdError;
declare function isProcoreCompanyIdError(error: unknown): error is ProcoreCompanyIdError;
declare function firstOf(...resolvers: CompanyIdResolver[]): CompanyIdResolver;
interface KindResolver {
  (request: ProcoreRequest): string | undefined;
  readonly source: Kind;
}
declare const fromBody: KindResolver;
declare const fromPath: KindResolver;
declare const fromQuery: KindResolver;
declare function toMissingCompanyIdHeaderError(
  response: ResponseLike,
): Promise<MissingCompanyIdHeaderError | undefined>;
export {
  CompanyIdConflictError,
  InvalidCompanyIdError,
  MissingCompanyIdHeaderError,
  ProcoreCompanyIdError,
  UnresolvedCompanyIdError,
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
