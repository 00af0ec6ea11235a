import { type CompanyId, readId } from './company-id';
import { InvalidCompanyIdError } from './errors/invalid-company-id-error';
import type { CompanyIdEvent } from './observe';
import { type Check, checkedOptions, FLAG, FUNCTION, isFunction, oneOf } from './option-checks';
import type { ApiHosts } from './request/scope';
import type { CompanyIdResolver } from './resolvers/resolver';

/**
 * The options of {@link attachProcoreCompanyId}. All are optional. `undefined` and `null` mean "not given".
 *
 * @since 1.0.0
 */
export interface ProcoreCompanyIdOptions {
  /**
   * The company of requests that name none. Default: none.
   *
   * Set it when the integration serves one company. A server of several companies should not have one.
   */
  companyId?: CompanyId | null | undefined;
  /** Finds the company of a request. Default: none, so that what path, query or body name counts. */
  resolver?: CompanyIdResolver | null | undefined;
  /**
   * Hosts that get the header beyond Procore's own API hosts and the instance's `baseURL`: names as in `URL.host`
   * (`'gateway.example.com:8443'`), or a function of the url. Default: none. Procore's OAuth, storage and web hosts never get it.
   */
  apiHosts?: ApiHosts | null | undefined;
  /**
   * Whether the calls are made with a service account (OAuth client credentials), which needs the header for `me` and `companies`
   * too. Default: `false`.
   */
  serviceAccount?: boolean | null | undefined;
  /** What to do when no id is found: send the request as it is, or reject it. Default: `'send'`. */
  onUnresolved?: 'send' | 'reject' | null | undefined;
  /**
   * What to do when the id from the call or the resolver is not the one that the path, query or body of the request names. Default:
   * `'reject'`.
   */
  onConflict?: 'reject' | 'send' | null | undefined;
  /**
   * Whether a header that is set by hand is compared with what the plugin would have sent: the key, the resolver, path, query and body, but
   * not the default. Another company is a conflict, treated as `onConflict` says. Default: `false`.
   *
   * Turn it on before you delete header lines: it finds those that name another company than the rest of the request.
   *
   * @since 2.0.0
   */
  checkHeader?: boolean | null | undefined;
  /**
   * What to do with a 404 to a request that needed the header and went out without it: pass the error on, or map it to a
   * `MissingCompanyIdHeaderError` with `isCertain: false`. Default: `'pass'`.
   *
   * Procore often answers "Item not found" when the header is missing. Map it where a handler turns every 404 into an empty list.
   *
   * @since 2.0.0
   */
  onNotFound?: 'pass' | 'map' | null | undefined;
  /**
   * Whether instances that `instance.create()` makes from now on are attached with the same options. Default: `false`.
   *
   * Set it on the global `axios` where the code makes an instance per call. `detach` ends it for all of them (before Node 14.6, which has no
   * `WeakRef`, instances that were made already stay attached).
   *
   * @since 2.0.0
   */
  includeCreated?: boolean | null | undefined;
  /**
   * Called once for each attempt with what was decided, and once more when the response says something. What it throws is ignored.
   * Default: none.
   */
  observe?: ((event: CompanyIdEvent) => void) | null | undefined;
  /** Decide and observe, but change nothing: no header is set, no request rejected, no error mapped, no stream read. Default: `false`. */
  dryRun?: boolean | null | undefined;
}

type Given = {
  readonly [Name in keyof ProcoreCompanyIdOptions]-?: NonNullable<ProcoreCompanyIdOptions[Name]>;
};

/** The options after validation, with defaults. */
export type NormalisedOptions = Omit<Given, 'companyId' | 'apiHosts' | 'resolver' | 'observe'> &
  Partial<Pick<Given, 'apiHosts' | 'resolver' | 'observe'>> & {
    readonly companyId: string | undefined;
  };

const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;
const HOSTS: Check = [
  "hosts such as 'gateway.example.com:8443', or a function",
  (value) =>
    isFunction(value) ||
    (Array.isArray(value) && value.every((host) => typeof host === 'string' && HOST.test(host))),
];

const CHECKS: Record<keyof ProcoreCompanyIdOptions, Check> = {
  // Refused by an error of its own.
  companyId: ['', () => true],
  resolver: FUNCTION,
  apiHosts: HOSTS,
  serviceAccount: FLAG,
  onUnresolved: oneOf('send', 'reject'),
  onConflict: oneOf('reject', 'send'),
  checkHeader: FLAG,
  onNotFound: oneOf('pass', 'map'),
  includeCreated: FLAG,
  observe: FUNCTION,
  dryRun: FLAG,
};

/** Checks the options of an attachment. Each error names the option. An unknown one is an error too, because it may be misspelt. */
export function normalizeOptions(options: unknown = {}): NormalisedOptions {
  const given = checkedOptions('attachProcoreCompanyId', options, CHECKS);
  const { companyId, apiHosts } = given;
  const id = readId(companyId);
  if (companyId !== undefined && !id)
    throw new InvalidCompanyIdError(companyId, 'option `companyId`', {}, 'default');
  const hosts = Array.isArray(apiHosts)
    ? apiHosts.map((host: string) => host.toLowerCase())
    : apiHosts;
  return { ...given, companyId: id, apiHosts: hosts } as unknown as NormalisedOptions;
}
