import type { RequestConfigLike, ResponseLike } from '../axios-types';
import { own } from '../own';
import { type Failure, nameOf, ownOfEither, placeOf } from '../response-facts';
import { hide, ProcoreCompanyIdError } from './procore-company-id-error';
import { ADVICE, type MissingHeaderReason } from './reason';
import { redactedConfig } from './redacted-config';

export const MISSING_COMPANY_ID = 'ERR_PROCORE_MISSING_COMPANY_ID';

/**
 * Procore answered "Missing Procore-Company-Id header!".
 *
 * It stays what handlers of the original axios error expect: the message begins with the original's, `code`, `config`,
 * `request`, `response` and `status` are the original's, and it is an `instanceof` the same `AxiosError`. The original is its
 * non-enumerable `cause`. `JSON.stringify` shows neither header values nor `auth`, `params` or `data`.
 *
 * @see {@link https://procore.github.io/documentation/mpz-headers | Procore: request header requirements}
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
  static get procoreCode(): 'ERR_PROCORE_MISSING_COMPANY_ID' {
    return MISSING_COMPANY_ID;
  }
  /** Why the header was missing. */
  declare readonly reason: MissingHeaderReason;
  /** The HTTP status of the response. */
  declare readonly status?: number;
  /** The config of the request, as axios had it. */
  declare readonly config?: RequestConfigLike;
  /** The adapter's request object. */
  declare readonly request?: unknown;
  /** The response, with its body intact. */
  declare readonly response: ResponseLike;
  /** Always `true`, so that `axios.isAxiosError` holds. */
  declare readonly isAxiosError: true;
  /** The error that axios made, where there was one. */
  declare readonly cause?: unknown;

  /** What axios's own `toJSON` has, without its secrets, and what this package knows. */
  override toJSON(): Record<string, unknown> {
    const config = redactedConfig(this.config);
    // Foreign paths hold secrets.
    if (this.reason === 'out-of-scope') delete config.url;
    return { ...super.toJSON(), config, request: undefined, response: undefined };
  }
}

/**
 * Puts this class's members on top of the original's own prototype, so that `instanceof` holds for the `AxiosError` of whichever copy of
 * axios made it. The error itself is a fresh native one: `Reflect.construct` would leave it without a stack.
 */
function standOn<T>(error: T, original: unknown): T {
  let base: object = Error.prototype;
  try {
    if (original instanceof Error) base = Object.getPrototypeOf(original) as object;
  } catch {
    // A proxy may refuse to tell: it is treated as what is no error at all.
  }
  const members: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(
    MissingCompanyIdHeaderError.prototype,
  );
  return Object.setPrototypeOf(error, Object.create(base, members) as object) as T;
}

/**
 * Makes the typed error.
 *
 * @param original - what axios rejected with; `undefined` where there is a response alone
 * @param code - the code that an axios error would have
 */
export function createMissingHeaderError(
  failure: Failure,
  original: unknown,
  code: unknown,
): MissingCompanyIdHeaderError {
  const { response, status, request, trace, reason } = failure;
  const { companyId, source } = trace;
  const config: unknown = request.config;
  const { method, route } = placeOf(failure);
  const message = own(original, 'message');
  const start = typeof message === 'string' ? message : `Request failed with status code ${status}`;
  const error = new MissingCompanyIdHeaderError(
    'MissingCompanyIdHeaderError',
    MISSING_COMPANY_ID,
    `${start}: Procore found no header Procore-Company-Id on ${nameOf(failure)}. ${ADVICE[reason]}`,
    {
      ...{ code, status, config, response, isAxiosError: true },
      request: ownOfEither('request', original, response),
      ...{ reason, method, route, companyId, source },
    },
  );
  if (original !== undefined) hide(error, 'cause', original);
  return standOn(error, original);
}
