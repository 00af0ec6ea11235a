/* eslint-disable @typescript-eslint/no-explicit-any -- structural types that must accept every axios version's own types */
import type {} from 'axios';
import type { CompanyId } from './company-id';

/**
 * What the plugin needs of an axios interceptor manager. Method signatures with `any` accept the types of every axios
 * version, even those of another copy of axios than the one this package resolves.
 *
 * @since 1.0.0
 */
export interface InterceptorManagerLike {
  /** Adds a pair of handlers and returns the id that `eject` takes. */
  use(
    onFulfilled?: ((value: any) => any) | null,
    onRejected?: ((error: any) => any) | null,
    options?: any,
  ): number;
  /** Removes the pair of handlers with this id. */
  eject(id: number): void;
}

/**
 * An axios instance of any version: the global `axios`, the result of `axios.create()`, or NestJS's `axiosRef`.
 *
 * @since 1.0.0
 */
export interface AxiosLike {
  /** The two interceptor managers of the instance. */
  interceptors: {
    /** What runs before a request is sent. */
    request: InterceptorManagerLike;
    /** What runs after its response. */
    response: InterceptorManagerLike;
  };
}

/**
 * An axios response of any version, reduced to what the plugin reads.
 *
 * @since 1.0.0
 */
export interface ResponseLike {
  /** The body, in whatever form axios delivered it. */
  data?: any;
  /** The HTTP status. */
  status?: number;
  /** The response headers: a plain object or `AxiosHeaders`. */
  headers?: any;
  /** The config of the request. */
  config?: any;
  /** The adapter's request object. */
  request?: any;
}

/**
 * What the plugin reads from the config of a request, or from `instance.defaults`.
 *
 * @since 1.0.0
 */
export interface ProcoreCompanyIdConfig {
  /**
   * The company of this request. It comes before every other source. `false` sends no header. `null` and `undefined` mean "none here".
   *
   * @example
   * ```ts
   * await procore.get('/rest/v1.0/projects/3/rfis', { procoreCompanyId: 9 });
   * ```
   */
  procoreCompanyId?: CompanyId | false | null | undefined;
}

/**
 * The config of a request as interceptors see it, in any axios version. Fields of your own are there too, as `unknown`.
 *
 * @example
 * ```ts
 * const byTenant: CompanyIdResolver = ({ config }) => tenants.get(String(config.tenant));
 * ```
 *
 * @since 1.0.0
 */
export interface RequestConfigLike extends ProcoreCompanyIdConfig {
  /** The url of the call, before it is joined with `baseURL`. */
  readonly url?: string;
  /** The HTTP method, in any case. Without one axios sends `GET`. */
  readonly method?: string;
  /** What a relative `url` is joined with. */
  readonly baseURL?: string;
  /** The headers: `AxiosHeaders` in axios 1.x, a plain object before. */
  readonly headers?: unknown;
  /** The query, beside what the url has. */
  readonly params?: unknown;
  /** The body. On a retry it is a text by then. */
  readonly data?: unknown;
  /** Aborts the request (axios 0.22 and later). */
  readonly signal?: AbortSignal;
  /** Any other field of the config. */
  readonly [key: string]: unknown;
}

/** The fields of a config, read as what they are: the caller's, of whatever type. */
export type RequestFields = Readonly<Record<string, unknown>>;

declare module 'axios' {
  // Without type parameters: each era of axios has other ones, and all of them have defaults.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AxiosRequestConfig extends ProcoreCompanyIdConfig {}
}
