import type { CompanyId } from '../company-id';
import type { MissingHeaderBody } from './missing-header';
import type { EdgeRequest } from './request-log';

/**
 * A project of an {@link EdgeCompany}.
 *
 * @example
 * ```ts
 * const project: EdgeProject = { id: '562949953501001', name: 'Ferry Terminal' };
 * ```
 *
 * @since 1.0.0
 */
export interface EdgeProject {
  /** A positive integer up to 2^63-1. No other project of any company has it. */
  readonly id: CompanyId;
  /** What the project is called. */
  readonly name: string;
}

/**
 * A company of the edge's data set.
 *
 * @example
 * ```ts
 * const company: EdgeCompany = { id: 42, name: 'Alder Construction', projects: [{ id: 3, name: 'School' }] };
 * const edge = await createProcoreEdge({ companies: [company] });
 * ```
 *
 * @since 1.0.0
 */
export interface EdgeCompany {
  /** A positive integer up to 2^63-1. */
  readonly id: CompanyId;
  /** What the company is called. */
  readonly name: string;
  /** Its projects. Each has RFIs, users, submittals and observations. Default: none. */
  readonly projects?: readonly EdgeProject[] | undefined;
}

/**
 * How the edge answers a request without `Procore-Company-Id`.
 *
 * @example
 * ```ts
 * const disguised: MissingHeaderOptions = { body: 'not-found' };
 * const unusual: MissingHeaderOptions = { body: 'errors-list', status: 422 };
 * ```
 *
 * @since 1.0.0
 */
export interface MissingHeaderOptions {
  /** 400 to 599. Default: 400, or 404 with the body `not-found`. */
  readonly status?: number | undefined;
  /** The shape of the body. Default: `text`, as Procore documents it. */
  readonly body?: MissingHeaderBody | undefined;
  /** The `Content-Type`. Default: `text/plain` for the body `text`, otherwise `application/json`, in UTF-8. */
  readonly contentType?: string | undefined;
}

/**
 * Options of {@link createProcoreEdge}, all of them optional.
 *
 * @example
 * ```ts
 * const options: ProcoreEdgeOptions = {
 *   requireToken: true,
 *   disconnectedCompanies: [7],
 *   onRequest: ({ method, path, status, outcome }) => console.log(method, path, status, outcome),
 * };
 * ```
 *
 * @since 1.0.0
 */
export interface ProcoreEdgeOptions {
  /** The port of the API on 127.0.0.1. Default: `0`, any free port. The storage host always uses a free port. */
  readonly port?: number | undefined;
  /** How the edge answers a request without the header. Default: status 400 and the documented text. */
  readonly missingHeader?: MissingHeaderOptions | undefined;
  /**
   * Whether the caller is a service account (OAuth client credentials). Then `me` and `companies` need the header too. Default: `false`.
   *
   * @see {@link https://procore.github.io/documentation/oauth-client-credentials | Procore: Client Credentials Grant Type}
   */
  readonly serviceAccount?: boolean | undefined;
  /**
   * Whether `/rest` and `/vapid` answer 401 unless the request carries a token that `POST /oauth/token` issued.
   * Default: `false`.
   */
  readonly requireToken?: boolean | undefined;
  /**
   * Companies that have removed the app. They answer 403, even if they are not in `companies`. Default: none.
   */
  readonly disconnectedCompanies?: readonly CompanyId[] | undefined;
  /** The companies of the edge. Default: {@link DEFAULT_COMPANIES}. */
  readonly companies?: readonly EdgeCompany[] | undefined;
  /**
   * Whether the API answers CORS preflights and lets every origin read its answers, for tests in a browser. The
   * storage host never does. Default: `false`.
   */
  readonly cors?: boolean | undefined;
  /** Called with each request just before its answer is sent. What it throws is ignored. Default: none. */
  readonly onRequest?: ((request: EdgeRequest) => void) | undefined;
}
