import {
  ProcoreCompanyIdError,
  recognizeAcrossCopies,
  type RequestName,
} from './procore-company-id-error';

export const INVALID_COMPANY_ID = 'ERR_PROCORE_INVALID_COMPANY_ID';

/** An object, or a long text, may be a token in the wrong place: only its type is named. */
function describe(value: unknown): string {
  const type = typeof value;
  if (Object(value) === value) return type === 'object' ? 'an object' : 'a function';
  const text = JSON.stringify(String(value));
  return text.length > 14 ? `a ${type} of ${text.length - 2} characters` : `the ${type} ${text}`;
}

/**
 * The value given is not a valid company id. Nothing was sent.
 *
 * `attachProcoreCompanyId` throws it for the option `companyId`. A call rejects with it for `procoreCompanyId` and for what a resolver returns.
 *
 * @example
 * ```ts
 * try {
 *   attachProcoreCompanyId(procore, { companyId: '' }); // an empty environment variable
 * } catch (error) {
 *   isInvalidCompanyIdError(error); // true
 * }
 * ```
 *
 * @since 1.0.0
 */
export class InvalidCompanyIdError extends ProcoreCompanyIdError {
  /** `'ERR_PROCORE_INVALID_COMPANY_ID'` */
  declare static readonly procoreCode: 'ERR_PROCORE_INVALID_COMPANY_ID';

  /** @internal */
  constructor(
    value: unknown,
    where?: string,
    { method, route }: RequestName = {},
    source?: string,
  ) {
    const start = method ? `Not sent: ${method} ${route}. ` : '';
    const place = where ? ` (${where})` : '';
    super(
      'InvalidCompanyIdError',
      INVALID_COMPANY_ID,
      `${start}A Procore company id is a positive integer up to 2^63-1, not ${describe(value)}${place}.`,
      { method, route, source },
    );
  }
}

recognizeAcrossCopies(InvalidCompanyIdError, INVALID_COMPANY_ID);
