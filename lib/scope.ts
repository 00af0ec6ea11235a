import type { Prefixes } from './request-readings';
import { parseOnPage, type Reading, readTarget } from './request-url';

/**
 * Which urls beyond Procore's own API hosts belong to the API: host names as `URL.host` has them, or a function of the url.
 *
 * @since 1.0.0
 */
export type ApiHosts = readonly string[] | ((url: URL) => boolean);

/** Which paths of an origin belong to the API: `'asked'` leaves it to the caller's function. */
type Rule = 'any' | 'rest' | 'asked' | undefined;

const API_HOST = /^api\.procore(?:gov)?\.com$/;
/** Hosts that serve other things too: sandboxes and the web hosts of the regions. */
const SHARED_HOST = /^(?:sandbox|api(?:-sandbox)?-monthly|app|[a-z]{2}\d\d)\.procore\.com$/;
/** OAuth, storage, documentation, portal. */
const OTHER_HOST =
  /^(?:(?:login|storage|developers?|support|marketplace|www)[\w-]*\.)?procore(?:gov)?\.com$/;
const REST_PATH = /^\/(?:rest|vapid)(?:[/?]|$)/;
const OAUTH_PATH = /^\/oauth(?:\/|$)/;

/**
 * Which requests of one instance go to Procore's API.
 *
 * @see {@link https://procore.github.io/documentation/mpz-headers | Procore: request header requirements}
 */
export class Scope {
  /** What the prefixes of urls were found to be. */
  readonly prefixes: Prefixes = new Map();
  private baseURL: unknown = '';
  private ownOrigin: string | undefined;
  private isOwnRelative = true;
  private latest: { origin: URL; rule: Rule } | undefined;

  constructor(private readonly apiHosts: ApiHosts) {}

  /** Takes over the instance's own `baseURL`, which may change at any time. */
  follow(baseURL: unknown): void {
    if (baseURL === this.baseURL) return;
    const text = String(baseURL ?? '');
    this.baseURL = baseURL;
    this.isOwnRelative = readTarget(text)[0]?.origin === undefined;
    this.ownOrigin = text && parseOnPage(text)?.origin;
    this.latest = undefined;
  }

  /** Whether a url leads to the API, in every way to read it. */
  contains(readings: readonly Reading[]): boolean {
    for (const reading of readings) if (!this.fits(reading)) return false;
    return true;
  }

  private fits({ origin, path, search }: Reading): boolean {
    if (OAUTH_PATH.test(path)) return false;
    if (!origin) return origin === undefined && this.isOwnRelative;
    if (this.latest?.origin !== origin) this.latest = { origin, rule: this.ruleFor(origin) };
    const { rule } = this.latest;
    if (rule === 'asked') return this.approves(origin, `${path}?${search}`);
    return rule === 'any' || (rule === 'rest' && REST_PATH.test(path));
  }

  private ruleFor(url: URL): Rule {
    const { hostname, host, port, origin, protocol } = url;
    const { apiHosts } = this;
    if (OTHER_HOST.test(hostname)) return undefined;
    const isShared = SHARED_HOST.test(hostname);
    const withPort = port ? host : host + (protocol === 'http:' ? ':80' : ':443');
    const isKnown =
      (port === '' && (isShared || API_HOST.test(hostname))) ||
      origin === this.ownOrigin ||
      (typeof apiHosts !== 'function' && [host, withPort].some((name) => apiHosts.includes(name)));
    if (isKnown) return isShared ? 'rest' : 'any';
    return typeof apiHosts === 'function' ? 'asked' : undefined;
  }

  private approves({ protocol, hostname, host }: URL, rest: string): boolean {
    if (SHARED_HOST.test(hostname) && !REST_PATH.test(rest)) return false;
    try {
      return (
        (this.apiHosts as (url: URL) => boolean)(new URL(`${protocol}//${host}${rest}`)) === true
      );
    } catch {
      return false;
    }
  }
}
