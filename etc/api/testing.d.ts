import { IncomingHttpHeaders } from 'http';
type CompanyId = number | bigint | string;
type EdgeOutcome =
  | 'ok'
  | 'redirect'
  | 'preflight'
  | 'missing-header'
  | 'invalid-company-id'
  | 'not-connected'
  | 'other-company'
  | 'missing-parameter'
  | 'unauthorized'
  | 'not-found'
  | 'malformed-body'
  | 'unprocessable'
  | 'refused-grant'
  | 'too-large'
  | 'signature-mismatch'
  | 'expired';
interface EdgeRequest {
  readonly method: string;
  readonly path: string;
  readonly url: string;
  readonly host: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly companyId: string | undefined;
  readonly body: string;
  readonly status: number;
  readonly to: 'api' | 'storage';
  readonly outcome: EdgeOutcome;
}
declare const MISSING_HEADER_TEXT: string;
declare const BODIES: {
  readonly text: string;
  readonly json: {
    readonly message: string;
  };
  readonly 'json-text': string;
  readonly error: {
    readonly error: string;
  };
  readonly errors: {
    readonly errors: string;
  };
  readonly 'errors-list': {
    readonly errors: readonly [string];
  };
  readonly reason: {
    readonly code: 'BAD_REQUEST';
    readonly reason: string;
  };
  readonly 'error-message': {
    readonly error: {
      readonly code: 'BAD_REQUEST';
      readonly message: string;
    };
  };
  readonly 'error-description': {
    readonly error: 'invalid_request';
    readonly error_description: string;
  };
  readonly 'not-found': {
    readonly message: 'Item not found';
  };
};
type MissingHeaderBody = keyof typeof BODIES;
interface EdgeProject {
  readonly id: CompanyId;
  readonly name: string;
}
interface EdgeCompany {
  readonly id: CompanyId;
  readonly name: string;
  readonly projects?: readonly EdgeProject[] | undefined;
}
interface MissingHeaderOptions {
  readonly status?: number | undefined;
  readonly body?: MissingHeaderBody | undefined;
  readonly contentType?: string | undefined;
}
interface ProcoreEdgeOptions {
  readonly port?: number | undefined;
  readonly missingHeader?: MissingHeaderOptions | undefined;
  readonly serviceAccount?: boolean | undefined;
  readonly requireToken?: boolean | undefined;
  readonly disconnectedCompanies?: readonly CompanyId[] | undefined;
  readonly companies?: readonly EdgeCompany[] | undefined;
  readonly cors?: boolean | undefined;
  readonly onRequest?: ((request: EdgeRequest) => void) | undefined;
}
declare const DEFAULT_COMPANIES: readonly EdgeCompany[];
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
interface ProcoreCompanyIdConfig {
  procoreCompanyId?: CompanyId | false | null | undefined;
}
declare module 'axios' {
  interface AxiosRequestConfig extends ProcoreCompanyIdConfig {}
}
interface EdgeUpload {
  readonly uploadId: string;
  readonly companyId: string;
  readonly part: number;
  readonly contentType: string | undefined;
  readonly size: number;
  readonly sha256: string;
  readonly etag: string;
}
interface ProcoreEdge {
  readonly url: string;
  readonly storageUrl: string;
  readonly requests: readonly EdgeRequest[];
  readonly uploads: readonly EdgeUpload[];
  clear(): void;
  expireTokens(): void;
  intercept(instance: AxiosLike): () => void;
  close(): Promise<void>;
}
declare function createProcoreEdge(options?: ProcoreEdgeOptions): Promise<ProcoreEdge>;
export { DEFAULT_COMPANIES, MISSING_HEADER_TEXT, createProcoreEdge };
export type {
  EdgeCompany,
  EdgeOutcome,
  EdgeProject,
  EdgeRequest,
  EdgeUpload,
  MissingHeaderBody,
  MissingHeaderOptions,
  ProcoreEdge,
  ProcoreEdgeOptions,
};
