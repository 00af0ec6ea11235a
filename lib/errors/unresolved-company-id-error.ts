import { type AdviceFacts, adviceFor } from './missing-header-reason';
import {
  ProcoreCompanyIdError,
  recognizeAcrossCopies,
  type RequestName,
} from './procore-company-id-error';

export const UNRESOLVED_COMPANY_ID = 'ERR_PROCORE_UNRESOLVED_COMPANY_ID';

/**
 * No company id was found for a request, and the option `onUnresolved: 'reject'` is set. Nothing was sent.
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { onUnresolved: 'reject' });
 * await procore.get('/rest/v1.0/projects/3/rfis'); // rejects: neither the request, the options nor a resolver names a company
 * ```
 *
 * @since 1.0.0
 */
export class UnresolvedCompanyIdError extends ProcoreCompanyIdError {
  /** `'ERR_PROCORE_UNRESOLVED_COMPANY_ID'` */
  declare static readonly procoreCode: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID';
  /** `'ambiguous'` where the request can be read as naming different companies, `'unresolved'` where nothing names one. */
  declare readonly reason: 'unresolved' | 'ambiguous';

  /** @internal */
  constructor(
    { method, route }: RequestName,
    reason: 'unresolved' | 'ambiguous',
    facts: AdviceFacts,
  ) {
    super(
      'UnresolvedCompanyIdError',
      UNRESOLVED_COMPANY_ID,
      `Not sent: ${method} ${route} has no company id. ${adviceFor(reason, facts)}`,
      { method, route, reason },
    );
  }
}

recognizeAcrossCopies(UnresolvedCompanyIdError, UNRESOLVED_COMPANY_ID);
