import { BOOLEAN, type Check, givenOptions } from '../option-checks';

/**
 * The options of {@link createAudit}. `undefined` and `null` mean "not given".
 *
 * @example
 * ```ts
 * const audit = createAudit({ maxRoutes: 500, serviceAccount: true });
 * ```
 *
 * @since 1.0.0
 */
export interface AuditOptions {
  /** How many routes are counted separately, from 1 to 100,000. All others are counted together. Default: 5,000. */
  maxRoutes?: number | null | undefined;
  /**
   * Whether a service account (OAuth client credentials) makes the calls. It needs the header for `me` and `companies` too. Use the same
   * value as for `attachProcoreCompanyId`. Default: `false`.
   */
  serviceAccount?: boolean | null | undefined;
}

/** The options after validation, with defaults. */
export interface AuditSettings {
  readonly maxRoutes: number;
  readonly serviceAccount: boolean;
}

const MOST_ROUTES = 100_000;
const DEFAULTS: AuditSettings = { maxRoutes: 5000, serviceAccount: false };
const CHECKS: Record<keyof AuditOptions, Check> = {
  maxRoutes: [
    'an integer from 1 to 100000',
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ROUTES,
  ],
  serviceAccount: BOOLEAN,
};

/** Checks the options of an audit. Errors name the option. An unknown option is an error, because it may be a typing mistake. */
export const normalizeOptions = (options: unknown): AuditSettings => ({
  ...DEFAULTS,
  ...givenOptions('createAudit', options, CHECKS),
});
