// @ts-nocheck
import type { RequestView } from '../procore-request';
import { ProcoreCompanyIdError } from './procore-company-id-error';
import { ADVICE } from './reason';

export const UNRESOLVED_COMPANY_ID = 'ERR_PROCORE_UNRESOLVED_COMPANY_ID';

/**
 * No company id could be found for a request, and the option `onUnresolved: 'reject'` is set. Nothing was sent.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { onUnresolved: 'reject' });
 * await procore.get('/rest/v1.0/projects/3/rfis'); // rejects: neither url, options nor resolver name a company
 * ```
 *
 * @since 1.0.0
 */
export class UnresolvedCompanyIdError extends ProcoreCompanyIdError {
  /** `'ERR_PROCORE_UNRESOLVED_COMPANY_ID'` */
  static readonly procoreCode = UNRESOLVED_COMPANY_ID;
  /** `'ambiguous'` where the request names more than one company, `'unresolved'` where nothing names one. */
  declare readonly reason: 'unresolved' | 'ambiguous';

  /** @internal */
  constructor({ method, route }: RequestView, reason: 'unresolved' | 'ambiguous') {
    super(
      'UnresolvedCompanyIdError',
      UNRESOLVED_COMPANY_ID,
      `Not sent: ${method} ${route} has no company id. ${ADVICE[reason]}`,
      { method, route, reason },
    );
  }
}
