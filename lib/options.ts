import { type CompanyId, readId } from './company-id';
import { InvalidCompanyIdError } from './errors/invalid-company-id-error';
import type { CompanyIdEvent, Observe } from './event';
import { type Check, FUNCTION, givenOptions, isFunction } from './option-checks';
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
  /** Decide and observe, but neither write, reject nor map anything; streams are not read. Default: `false`. */
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

const HOST = /^(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d+)?$/i;
const BOOLEAN: Check = ['true or false', (value) => typeof value === 'boolean'];
const POLICY: Check = ["'send' or 'reject'", (value) => value === 'send' || value === 'reject'];
const HOSTS: Check = [
  "hosts such as 'gateway.example.com:8443', or a function",
  (value) =>
    isFunction(value) ||
    (Array.isArray(value) && value.every((host) => typeof host === 'string' && HOST.test(host))),
];

const CHECKS: Record<keyof ProcoreCompanyIdOptions, Check> = {
  companyId: ['', () => true],
  resolver: FUNCTION,
  apiHosts: HOSTS,
  serviceAccount: BOOLEAN,
  onUnresolved: POLICY,
  onConflict: POLICY,
  observe: FUNCTION,
  dryRun: BOOLEAN,
};

const DEFAULTS = {
  companyId: undefined,
  resolver: undefined,
  observe: undefined,
  apiHosts: [],
  serviceAccount: false,
  onUnresolved: 'send',
  onConflict: 'reject',
  dryRun: false,
} as const;

/** Checks the options of an attachment. Each error names the option, and an unknown one is an error, as it may be a misspelt one. */
export function normalizeOptions(options: unknown = {}): NormalisedOptions {
  const given = { ...DEFAULTS, ...givenOptions('attachProcoreCompanyId', options, CHECKS) };
  const { companyId, apiHosts }: { companyId?: unknown; apiHosts?: unknown } = given;
  const id = readId(companyId);
  if (companyId !== undefined && !id)
    throw new InvalidCompanyIdError(companyId, 'option `companyId`', {}, 'default');
  const hosts = Array.isArray(apiHosts)
    ? apiHosts.map((host: string) => host.toLowerCase())
    : apiHosts;
  return { ...given, companyId: id, apiHosts: hosts } as NormalisedOptions;
}
