// @ts-nocheck
import type { RequestView } from '../procore-request';
import type { Trace } from '../trace';
import { ProcoreCompanyIdError } from './procore-company-id-error';

export const COMPANY_ID_CONFLICT = 'ERR_PROCORE_COMPANY_ID_CONFLICT';

/**
 * The caller or a resolver gave one company, and the path or query of the same request names another. Nothing was sent.
 *
 * The option `onConflict: 'send'` lets such requests pass with the given id.
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
  static readonly procoreCode = COMPANY_ID_CONFLICT;
  /** The company that the path or query names, as a decimal string. */
  declare readonly namedCompanyId: string;
  /** Where the other company is named. */
  declare readonly namedBy: 'path' | 'query';

  /** @internal */
  constructor(request: RequestView, { companyId, source }: Trace) {
    const { method, route } = request;
    const { id: namedCompanyId, by: namedBy } = request.named();
    super(
      'CompanyIdConflictError',
      COMPANY_ID_CONFLICT,
      `Not sent: ${method} ${route} names company ${namedCompanyId} in its ${namedBy}, but ${companyId} was given ` +
        `(source: ${source}). Make them agree, or set \`onConflict: 'send'\`.`,
      { method, route, companyId, source, namedCompanyId, namedBy },
    );
  }
}
