import { ProcoreCompanyIdError } from './procore-company-id-error';

interface RequestName {
  readonly method?: string;
  readonly route?: string;
}

export const INVALID_COMPANY_ID = 'ERR_PROCORE_INVALID_COMPANY_ID';

/**
 * A value that was given as a company id is none. Nothing was sent.
 *
 * It is thrown at attach for the option `companyId`, and before the request for `procoreCompanyId` and for what a resolver returns.
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
  static get procoreCode(): 'ERR_PROCORE_INVALID_COMPANY_ID' {
    return INVALID_COMPANY_ID;
  }

  /** @internal */
  constructor(
    value: unknown,
    where = 'the value',
    { method, route }: RequestName = {},
    source?: string,
  ) {
    const request = method ? ` of ${method} ${route}` : '';
    super(
      'InvalidCompanyIdError',
      INVALID_COMPANY_ID,
      `The ${describe(value)} is no Procore company id (${where}${request}): expected a positive integer up to 2^63-1`,
      { method, route, source },
    );
  }
}

/** An object, or a long text, may be a token that went astray: only its type is told. */
function describe(value: unknown): string {
  const type = typeof value;
  if (Object(value) === value) return type;
  const text = JSON.stringify(String(value));
  return text.length > 14 ? `${type} of ${text.length - 2} characters` : `${type} ${text}`;
}
