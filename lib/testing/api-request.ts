import type { IncomingHttpHeaders } from 'http';

/** A request as it was read from the socket. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path with its query, without the origin that a proxy's client puts before it. */
  readonly target: string;
  /** The origin that the client addressed: `http://127.0.0.1:51234`, or `https://api.procore.com`. */
  readonly origin: string;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  /** `undefined` if it was larger than the edge accepts. */
  readonly body: Buffer | undefined;
}

/** The versions of Procore's API differ in how they write ids and wrap answers. */
export type ApiVersion = 'v1' | 'v2';

/** A request as the gateway and the routes see it. */
export interface ApiRequest {
  /** `GET` for `HEAD` too: Node leaves out the body. */
  readonly method: string;
  /** The origin that the client addressed, for absolute urls in answers. */
  readonly origin: string;
  /** The path without query and without a slash at its end. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: ApiVersion;
  /** The path below `/rest/vX.Y/` or `/vapid/`: `projects/3/rfis`. Empty anywhere else. */
  readonly resource: string;
}

const API_PATH = /^\/(?:rest\/v([12])\.\d+|vapid)\/(.+)$/;

export function apiRequest({ method, target, origin }: ReceivedRequest): ApiRequest {
  const whole = target.replace(/\?.*/s, '');
  const path = whole.replace(/(.)\/$/, '$1');
  const [, major, resource = ''] = API_PATH.exec(path) ?? [];
  return {
    method: method === 'HEAD' ? 'GET' : method,
    origin,
    path,
    query: new URLSearchParams(target.slice(whole.length)),
    version: major === '2' ? 'v2' : 'v1',
    resource,
  };
}
