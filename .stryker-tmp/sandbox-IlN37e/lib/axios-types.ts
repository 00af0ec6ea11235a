/* eslint-disable @typescript-eslint/no-explicit-any -- structural types that must accept every axios version's own types */
// @ts-nocheck


/**
 * What the plugin needs of an axios interceptor manager. Method signatures with `any` accept the types of every axios
 * version, also of a copy of axios that is not the one this package resolves.
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
 * The config of a request as interceptors see it, in any axios version. Its properties are axios's own.
 *
 * @since 1.0.0
 */
export type RequestConfigLike = any;

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
