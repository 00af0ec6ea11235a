import type { IncomingHttpHeaders } from 'http';
import { callSafely } from '../callbacks';

/** Older entries are dropped, because an edge that runs for days must not grow. */
const KEPT_ENTRIES = 10_000;
const KEPT_BODY_BYTES = 16 * 1024;

/**
 * What the edge decided about a request:
 *
 * | outcome | answer |
 * |---|---|
 * | `ok` | 2xx with what was asked for |
 * | `redirect` | 302 to the storage host |
 * | `preflight` | 204 to a CORS preflight |
 * | `missing-header` | the answer of the option `missingHeader`, 404 or not: the request lacks `Procore-Company-Id` |
 * | `invalid-company-id` | 400, the header names a company that does not exist |
 * | `not-connected` | 403, the header names one of `disconnectedCompanies` |
 * | `other-company` | 404 or an empty list: the record belongs to another company than the header names |
 * | `missing-parameter` | 400 "Missing Project or Company ID" |
 * | `unauthorized` | 401, no valid token |
 * | `not-found` | 404, no such route or item |
 * | `malformed-body` | 400, the body is not the JSON that its content type promises |
 * | `unprocessable` | 422, a field is missing or wrong; 400 from the storage host if a form has no file |
 * | `refused-grant` | 400 from the token endpoint |
 * | `too-large` | 413, more than 10 MB |
 * | `signature-mismatch` | 403 from the storage host: a header or a url that was not signed |
 * | `expired` | 403 from the storage host: a url older than an hour |
 *
 * @example
 * ```ts
 * const unsafe = edge.requests.filter(({ outcome }) => outcome === 'missing-header');
 * ```
 *
 * @since 1.0.0
 */
export type EdgeOutcome =
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

/**
 * One request as it arrived and as it was answered.
 *
 * @example
 * ```ts
 * await procore.get('/rest/v1.0/projects', { params: { company_id: 42 } });
 *
 * expect(edge.requests[0]).toMatchObject({ path: '/rest/v1.0/projects?company_id=42', companyId: '42', status: 200 });
 * ```
 *
 * @since 1.0.0
 */
export interface EdgeRequest {
  /** The method in upper case. */
  readonly method: string;
  /** The path with its query, as sent. */
  readonly path: string;
  /** The absolute url, with the host that the client addressed. */
  readonly url: string;
  /** The `Host` header: `127.0.0.1:51234`. */
  readonly host: string;
  /** All headers, their names in lower case. They may hold tokens: do not print them. */
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** The value of `Procore-Company-Id` as received; `undefined` if the request has none. */
  readonly companyId: string | undefined;
  /** The body as text, up to its first 16 KiB. */
  readonly body: string;
  /** The status of the answer. */
  readonly status: number;
  /** Which of the two servers it reached. */
  readonly to: 'api' | 'storage';
  /** What the edge decided. */
  readonly outcome: EdgeOutcome;
}

/** The log of both servers, in the order of the answers. */
export interface RequestLog {
  readonly entries: readonly EdgeRequest[];
  add(entry: EdgeRequest): void;
  clear(): void;
}

export const logText = (body: Buffer): string => body.toString('utf8', 0, KEPT_BODY_BYTES);

export function createRequestLog(onRequest: (request: EdgeRequest) => unknown): RequestLog {
  const entries: EdgeRequest[] = [];
  return {
    entries,
    add(entry) {
      entries.push(Object.freeze(entry));
      if (entries.length > KEPT_ENTRIES) entries.shift();
      // An observer must not change what the client gets.
      callSafely(() => onRequest(entry));
    },
    clear() {
      entries.length = 0;
    },
  };
}
