// @ts-nocheck
import type {} from 'axios';
import type { CompanyId } from './company-id';

/**
 * What the plugin reads from the config of a request, or from `instance.defaults`.
 *
 * @since 1.0.0
 */
export interface ProcoreCompanyIdConfig {
  /**
   * The company of this request, ahead of everything else; `false` sends no header; `null` and `undefined` say nothing.
   *
   * @example
   * ```ts
   * await procore.get('/rest/v1.0/projects/3/rfis', { procoreCompanyId: 9 });
   * ```
   */
  procoreCompanyId?: CompanyId | false | null | undefined;
}

declare module 'axios' {
  // Without type parameters, as each era of axios has others and all of them have defaults.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AxiosRequestConfig extends ProcoreCompanyIdConfig {}
}
