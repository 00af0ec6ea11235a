import { type CompanyId, readId } from './company-id';
import { InvalidCompanyIdError } from './errors/invalid-company-id-error';
import type { CompanyIdEvent, Observe } from './event';
import { own } from './own';
import type { CompanyIdResolver } from './resolvers/resolver';
import type { ApiHosts } from './scope';

/**
 * The options of {@link attachProcoreCompanyId}. All are optional; `undefined` and `null` mean "not given".
 *
 * @since 1.0.0
 */
export interface ProcoreCompanyIdOptions {
  /**
   * The company of requests that name none. Default: none.
   *
   * Give it where the integration serves one company. A server of several companies should not have one.
   */
  companyId?: CompanyId | null | undefined;
  /** Finds the company of a request. Default: `firstOf(fromPath, fromQuery, fromBody)`. */
  resolver?: CompanyIdResolver | null | undefined;
  /**
   * Hosts beyond Procore's own API hosts and the instance's `baseURL` that get the header: names as in `URL.host`
   * (`'gateway.example.com:8443'`), or a function of the url. Default: none. Procore's OAuth, storage and web hosts never get it.
   */
  apiHosts?: ApiHosts | null | undefined;
  /**
   * Whether the calls are made with a service account (OAuth client credentials), which needs the header for `me` and `companies`
   * too. Default: `false`.
   */
  serviceAccount?: boolean | null | undefined;
  /** What to do where no id is found: send the request as it is, or reject it. Default: `'send'`. */
  onUnresolved?: 'send' | 'reject' | null | undefined;
  /**
   * What to do where the id given by the call or by the resolver is not the one that path or query names. Default: `'reject'`.
   */
  onConflict?: 'reject' | 'send' | null | undefined;
  /** Is told what was decided for each attempt, and what the response told. What it throws is ignored. Default: none. */
  observe?: ((event: CompanyIdEvent) => void) | null | undefined;
  /** Decide and observe, but neither write, reject nor map anything. Default: `false`. */
  dryRun?: boolean | null | undefined;
}

/** The options after validation, with defaults. */
export interface NormalisedOptions {
  readonly companyId: string | undefined;
  readonly resolver: CompanyIdResolver | undefined;
  readonly apiHosts: ApiHosts;
  readonly serviceAccount: boolean;
  readonly onUnresolved: 'send' | 'reject';
  readonly onConflict: 'send' | 'reject';
  readonly observe: Observe;
  readonly dryRun: boolean;
}

const FUNCTION = 'a function';
const SWITCH = 'true or false';
const POLICY = "'send' or 'reject'";
const HOSTS = "a list of hosts such as 'a.example:8443'";
const HOST = /^(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/** What each option must be, as the error says it and as `describe` has it, and its default. */
const RULES: Record<
  keyof ProcoreCompanyIdOptions,
  readonly [expected: string, standard?: unknown]
> = {
  companyId: [''],
  resolver: [FUNCTION],
  apiHosts: [`${HOSTS} or ${FUNCTION}`, []],
  serviceAccount: [SWITCH, false],
  onUnresolved: [POLICY, 'send'],
  onConflict: [POLICY, 'reject'],
  observe: [FUNCTION],
  dryRun: [SWITCH, false],
};

const isHost = (host: unknown): boolean => typeof host === 'string' && HOST.test(host);

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value) && value.every(isHost)) return HOSTS;
  return typeof value === 'boolean' ? `${value}` : `a ${typeof value}`;
}

function fail(name: string, expected: string): never {
  throw new TypeError(`Option \`${name}\` must be ${expected}.`);
}

/** Checks the options of an attachment. Each error names the option, and an unknown one is an error, as it may be a misspelt one. */
export function normalizeOptions(options: unknown): NormalisedOptions {
  const given = options ?? {};
  if (typeof given !== 'object') fail('options', 'an object');
  for (const name of Object.keys(given)) {
    if (!own(RULES, name)) fail(name, `one of ${Object.keys(RULES).join(', ')}`);
  }
  const entries = Object.entries(RULES).map(([name, [expected, standard]]) => {
    const value = own(given, name) ?? standard;
    if (value !== undefined && expected && !expected.split(' or ').includes(describe(value)))
      fail(name, expected);
    return [name, value];
  });
  const { companyId, apiHosts, ...others } = Object.fromEntries(entries) as NormalisedOptions;
  const id = readId(companyId);
  if (companyId !== undefined && !id)
    throw new InvalidCompanyIdError(companyId, 'option `companyId`');
  // The caller's list may change. `URL.host` is in lower case.
  const hosts =
    typeof apiHosts === 'function' ? apiHosts : apiHosts.map((host) => host.toLowerCase());
  return { ...others, companyId: id, apiHosts: hosts };
}
