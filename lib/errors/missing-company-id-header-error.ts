import type { RequestConfigLike, ResponseLike } from '../axios-types';
import { own } from '../own';
import { define, ProcoreCompanyIdError } from './procore-company-id-error';
import { ADVICE, type MissingHeaderReason } from './reason';
import { redactedConfig } from './redacted-config';

/** What is known of the request. */
export interface MissingHeaderFacts {
  readonly reason: MissingHeaderReason;
  readonly method?: string | undefined;
  readonly route?: string | undefined;
  readonly companyId?: string | undefined;
  readonly source?: string | undefined;
}

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
  static readonly procoreCode = MISSING_COMPANY_ID;
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
    return { ...super.toJSON(), config, request: undefined, response: undefined };
  }
}

const prototypes = new WeakMap<object, object>();

/** A proxy may refuse to tell. */
function prototypeOf(original: unknown): object {
  try {
    if (original instanceof Error) return Object.getPrototypeOf(original) as object;
  } catch {
    // As for what is no error at all.
  }
  return Error.prototype;
}

/**
 * The prototype of a mapped error: this class's members on top of the original's own prototype, so that `instanceof` holds for
 * the `AxiosError` of whichever copy of axios made it.
 */
function prototypeOver(original: unknown): object {
  const base = prototypeOf(original);
  let prototype = prototypes.get(base);
  if (!prototype) {
    const members = Object.getOwnPropertyDescriptors(MissingCompanyIdHeaderError.prototype);
    prototype = Object.create(base, members as PropertyDescriptorMap) as object;
    prototypes.set(base, prototype);
  }
  return prototype;
}

/**
 * Makes the typed error from what axios rejected with, or from a response alone.
 *
 * A native error gets the prototype: `Reflect.construct` would leave it without a stack.
 */
export function createMissingHeaderError(
  original: unknown,
  response: ResponseLike,
  facts: MissingHeaderFacts,
): MissingCompanyIdHeaderError {
  const { method, route, reason } = facts;
  const status = own(response, 'status') as number;
  const message = own(original, 'message');
  const start = typeof message === 'string' ? message : `Request failed with status code ${status}`;
  const request = method === undefined ? '' : ` on ${method} ${route}`;
  const error = Object.setPrototypeOf(
    new Error(`${start}: Procore found no header Procore-Company-Id${request}. ${ADVICE[reason]}`),
    prototypeOver(original),
  ) as MissingCompanyIdHeaderError;
  define(error, { name: 'MissingCompanyIdHeaderError', cause: original }, false);
  (Error as Partial<typeof Error>).captureStackTrace?.(error, createMissingHeaderError);
  const axiosCode = status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE';
  const code = original === undefined ? axiosCode : own(original, 'code');
  const config = own(original, 'config') ?? own(response, 'config');
  const legacy = { isAxiosError: true, code, config, response, status };
  define(error, { request: own(original, 'request') ?? own(response, 'request') }, true);
  define(error, { ...legacy, procoreCode: MISSING_COMPANY_ID, ...facts }, true);
  return error;
}
