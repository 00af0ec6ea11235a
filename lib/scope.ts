import { createPrefixes } from './request-readings';
import { parseOnPage, type Reading, readTarget } from './request-url';
import { textOf } from './text-of';

/**
 * Which urls beyond Procore's own API hosts belong to the API: host names as `URL.host` has them, or a function of the url.
 *
 * @since 1.0.0
 */
export type ApiHosts = readonly string[] | ((url: URL) => boolean);

/** Whether a path of an origin, with its query, belongs to the API. */
type Rule = (path: string, search: string) => boolean;

const NOTHING: Rule = () => false;

const API_HOST = /^api\.procore(?:gov)?\.com$/;
/** Hosts that serve other things too: sandboxes and the web hosts of the regions. */
const SHARED_HOST = /^(?:sandbox|api(?:-sandbox)?-monthly|app|[a-z]{2}\d\d)\.procore\.com$/;
/** OAuth, storage, documentation, portal. */
const OTHER_HOST =
  /^(?:(?:login|storage|developers?|support|marketplace|www)[\w-]*\.)?procore(?:gov)?\.com$/;
const REST_PATH = /^\/(?:rest|vapid)(?:\/|$)/;
const OAUTH_PATH = /^\/oauth(?:\/|$)/;

/** Whether a url leads to what is never the API, whatever an instance takes for it. */
export const isElsewhere = ({ origin, path }: Reading): boolean =>
  OAUTH_PATH.test(path) || OTHER_HOST.test(origin?.hostname ?? '');

/**
 * Which requests of one instance go to Procore's API.
 *
 * @see {@link https://procore.github.io/documentation/mpz-headers | Procore: request header requirements}
 */
export class Scope {
  /** What the prefixes of urls were found to be. */
  readonly prefixes = createPrefixes();
  /** The origin of the request before, and its rule. */
  private origin: URL | undefined;
  private rule = NOTHING;
  private baseURL: unknown = '';
  private ownOrigin: string | undefined;
  private isOwnRelative = true;

  constructor(private readonly apiHosts: ApiHosts) {}

  /** Takes over the instance's own `baseURL`, which may change at any time. */
  follow(baseURL: unknown): void {
    if (baseURL === this.baseURL) return;
    const text = textOf(baseURL);
    this.baseURL = baseURL;
    this.isOwnRelative = readTarget(text)[0]?.origin === undefined;
    this.ownOrigin = text && parseOnPage(text)?.origin;
    this.origin = undefined;
  }

  /** Whether a url leads to the API, in every way to read it. */
  contains(readings: readonly Reading[]): boolean {
    for (const reading of readings) if (!this.fits(reading)) return false;
    return true;
  }

  private fits({ origin, path, search }: Reading): boolean {
    if (path.charAt(1) === 'o' && OAUTH_PATH.test(path)) return false;
    if (!origin) return origin === undefined && this.isOwnRelative;
    // All urls have the same origin nearly always.
    if (origin !== this.origin) {
      this.rule = this.ruleFor(origin);
      this.origin = origin;
    }
    return this.rule(path, search);
  }

  private ruleFor(url: URL): Rule {
    const { hostname, host, port, origin, protocol } = url;
    const { apiHosts } = this;
    const isShared = SHARED_HOST.test(hostname);
    const serves: Rule = isShared ? (path) => REST_PATH.test(path) : () => true;
    const withPort = port ? host : host + (protocol === 'http:' ? ':80' : ':443');
    const isKnown =
      (port === '' && (isShared || API_HOST.test(hostname))) || origin === this.ownOrigin;
    if (OTHER_HOST.test(hostname)) return NOTHING;
    if (isKnown) return serves;
    return typeof apiHosts === 'function'
      ? (path, search) => serves(path, search) && approves(apiHosts, url, `${path}?${search}`)
      : apiHosts.includes(host) || apiHosts.includes(withPort)
        ? serves
        : NOTHING;
  }
}

function approves(apiHosts: (url: URL) => boolean, { protocol, host }: URL, rest: string): boolean {
  try {
    return apiHosts(new URL(`${protocol}//${host}${rest}`)) === true;
  } catch {
    return false;
  }
}
