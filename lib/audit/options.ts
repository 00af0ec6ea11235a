import { readOwn } from '../own-properties';

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
const EXPECTED: Record<keyof AuditOptions, string> = {
  maxRoutes: 'an integer from 1 to 100000',
  serviceAccount: 'true or false',
};

const isUsable = (name: string, value: unknown): boolean =>
  name === 'maxRoutes'
    ? Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_ROUTES
    : typeof value === 'boolean';

function fail(name: string, expected: string): never {
  throw new TypeError(`Option \`${name}\` of createAudit must be ${expected}.`);
}

/** Checks the options of an audit. Errors name the option. An unknown option is an error, because it may be a typing mistake. */
export function normalizeOptions(options: unknown): AuditSettings {
  if (typeof options !== 'object' || Array.isArray(options)) fail('options', 'an object');
  const given: Record<string, unknown> = { ...DEFAULTS };
  for (const name of Object.keys(options ?? {})) {
    const value = readOwn(options, name);
    const expected = readOwn(EXPECTED, name) as string | undefined;
    if (expected === undefined) fail(name, `one of ${Object.keys(EXPECTED).join(', ')}`);
    if (value === undefined || value === null) continue;
    if (!isUsable(name, value)) fail(name, expected);
    given[name] = value;
  }
  return given as unknown as AuditSettings;
}
