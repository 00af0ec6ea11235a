import {
  ProcoreCompanyIdError,
  recognizeAcrossCopies,
  type RequestName,
} from './procore-company-id-error';

export const COMPANY_ID_CONFLICT = 'ERR_PROCORE_COMPANY_ID_CONFLICT';

/** An id and where it came from. */
interface Sourced {
  readonly companyId: string;
  readonly source: string;
}

/**
 * Two sources name different companies for one request. Nothing was sent.
 *
 * For example, the call or a resolver gives one company, and the path, query or body names another. With `onConflict: 'send'` such requests
 * go out with the given id.
 *
 * @example
 * ```ts
 * await procore.get('/rest/v1.0/companies/7/users', { procoreCompanyId: 9 }); // rejects
 * ```
 *
 * @since 1.0.0
 */
export class CompanyIdConflictError extends ProcoreCompanyIdError {
  /** `'ERR_PROCORE_COMPANY_ID_CONFLICT'` */
  declare static readonly procoreCode: 'ERR_PROCORE_COMPANY_ID_CONFLICT';
  /** The other company, as a decimal string. */
  declare readonly namedCompanyId: string;
  /** Where the other company is named: `path`, `query`, `body`, `header`, or a resolver's label. */
  declare readonly namedBy: string;

  /**
   * @internal
   * @param given - what would have been sent
   * @param other - what contradicts it
   */
  constructor({ method, route }: RequestName, given: Sourced, other: Sourced) {
    const { companyId, source } = given;
    const { companyId: namedCompanyId, source: namedBy } = other;
    super(
      'CompanyIdConflictError',
      COMPANY_ID_CONFLICT,
      `Not sent: ${method} ${route} has two companies: ${companyId} (source: ${source}) and ${namedCompanyId} (source: ${namedBy}). ` +
        "Make them agree, or set `onConflict: 'send'` to send the first.",
      { method, route, companyId, source, namedCompanyId, namedBy },
    );
  }
}

recognizeAcrossCopies(CompanyIdConflictError, COMPANY_ID_CONFLICT);
