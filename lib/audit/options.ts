import { type Check, checkedOptions, countUpTo, FLAG } from '../option-checks';

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

const CHECKS: Record<keyof AuditOptions, Check> = {
  maxRoutes: countUpTo(100_000, 5000),
  serviceAccount: FLAG,
};

/** Checks the options of an audit. Errors name the option. An unknown option is an error, because it may be a typing mistake. */
export const normalizeOptions = (options: unknown): AuditSettings =>
  checkedOptions('createAudit', options, CHECKS) as unknown as AuditSettings;
