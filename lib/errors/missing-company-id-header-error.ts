import type { RequestConfigLike, ResponseLike } from '../axios-types';
import { readOwn, withoutUndefined } from '../own-properties';
import type { MissingHeaderReason } from './missing-header-reason';
import { ProcoreCompanyIdError, recognizeAcrossCopies } from './procore-company-id-error';

export const MISSING_COMPANY_ID = 'ERR_PROCORE_MISSING_COMPANY_ID';

/** A url without user info, query and fragment. Without its anchor, the second expression would take quadratic time. */
const withoutSecrets = (url: unknown): string | undefined =>
  typeof url === 'string'
    ? url.replace(/[?#][^]*/, '').replace(/^([^/]*\/\/)?[^]*@/, '$1')
    : undefined;

/**
 * Procore answered "Missing Procore-Company-Id header!". With `onNotFound: 'map'` it also means: Procore answered 404 to a request that
 * went out without the header.
 *
 * It stays what handlers of the original axios error expect: its message begins with the original's, it has all properties of the original,
 * and it is an `instanceof` the same `AxiosError`. `JSON.stringify` shows no header, no body and no query.
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 *
 * @example
 * ```ts
 * try {
 *   await procore.get('/rest/v1.0/projects/3/rfis');
 * } catch (error) {
 *   if (isMissingCompanyIdHeaderError(error)) console.error(error.reason, error.route);
 * }
 * ```
 *
 * @since 1.0.0
 */
export class MissingCompanyIdHeaderError extends ProcoreCompanyIdError {
  /** `'ERR_PROCORE_MISSING_COMPANY_ID'` */
  declare static readonly procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID';
  /** Why the header was missing. */
  declare readonly reason: MissingHeaderReason;
  /**
   * `true` if Procore's own text says that the header is missing; `false` for a 404 that `onNotFound: 'map'` turned into this error.
   *
   * @since 2.0.0
   */
  declare readonly isCertain: boolean;
  /** The HTTP status of the response, if the original error has one (axios 1.7.7 and later). */
  declare readonly status?: number;
  /** The config of the request, as axios had it. */
  declare readonly config?: RequestConfigLike;
  /** The adapter's request object. */
  declare readonly request?: unknown;
  /** The response, with its body intact. */
  declare readonly response: ResponseLike;
  /** Always `true`, so that `axios.isAxiosError` returns true. */
  declare readonly isAxiosError: true;
  /** Name, message, code and stack of the original axios error, and nothing else of it. */
  declare readonly cause?: Error;

  /** The fields worth logging. Of the config only `method`, and `baseURL` and `url` without user info and query. */
  override toJSON(): Record<string, unknown> {
    const { name, message, stack, code, config, reason, procoreCode, isCertain } = this;
    const { method, route, companyId, source } = this;
    // The path of a foreign url can be a secret.
    const url = reason === 'out-of-scope' ? undefined : withoutSecrets(readOwn(config, 'url'));
    const baseURL = withoutSecrets(readOwn(config, 'baseURL'));
    return withoutUndefined({
      ...{ name, message, code, status: readOwn(this.response, 'status'), stack },
      ...{ procoreCode, reason, isCertain, method, route, companyId, source },
      config: withoutUndefined({ method: readOwn(config, 'method'), baseURL, url }),
    });
  }
}

recognizeAcrossCopies(MissingCompanyIdHeaderError, MISSING_COMPANY_ID);
