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
  /** How many routes are told apart, from 1 to 100,000; what is beyond is counted together. Default: 5,000. */
  maxRoutes?: number | null | undefined;
  /**
   * Whether the calls are made with a service account (OAuth client credentials), which needs the header for `me` and `companies` too.
   * Give what `attachProcoreCompanyId` has. Default: `false`.
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

/** Checks the options of an audit. Each error names the option, and an unknown one is an error, as it may be a misspelt one. */
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
