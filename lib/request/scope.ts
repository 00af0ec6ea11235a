import { readUrl, type Target, UrlReader } from './url';

/**
 * Which hosts get the header beyond Procore's own API hosts: host names as `URL.host` has them, or a function of the url.
 *
 * @since 1.0.0
 */
export type ApiHosts = readonly string[] | ((url: URL) => boolean);

/** How much of an origin belongs to the API: all of it, its REST paths, what the function `apiHosts` approves of, or nothing. */
type Extent = 'all' | 'rest' | 'asked' | 'none';

const API_HOST = /^https?:\/\/api\.procore(?:gov)?\.com$/;
/** Hosts that serve other things too: the sandboxes and the web hosts of the regions. */
const SHARED_HOST =
  /^https?:\/\/(?:sandbox|api(?:-sandbox)?-monthly|app|[a-z]{2}\d\d)\.procore\.com(?::|$)/;
/** OAuth, storage, documentation, portal. */
const OTHER_HOST =
  /\/\/(?:(?:login|storage|developers?|support|marketplace|www)[\w-]*\.)?procore(?:gov)?\.com(?::|$)/;
const REST_PATH = /^\/(?:rest|vapid)(?:\/|$)/;
/** OAuth, and links to files. */
const OTHER_PATH = /^\/+(?:oauth|fas)(?:\/|$)/;
const REST_ANYWHERE = /\/(?:rest\/v\d|vapid\/)/;

/** Whether a url leads to OAuth, storage, files or pages, which never are the API. */
export const isElsewhere = ({ origin = '', path }: Target): boolean =>
  OTHER_PATH.test(path) || OTHER_HOST.test(origin);

/** The origin of the page in a browser. React Native and Node have none. */
function pageOrigin(): string | undefined {
  return (globalThis as { location?: { origin?: string } }).location?.origin;
}

/**
 * Which requests of one instance go to Procore's API.
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 */
export class Scope {
  readonly urls = new UrlReader();
  /** The origin that was judged last. Nearly all requests of an instance have the same. */
  private origin: string | undefined;
  private extent: Extent = 'none';
  private baseURL: unknown = undefined;
  private base: Target | undefined;
  private basePath = '';

  constructor(private readonly apiHosts: ApiHosts | undefined) {}

  /** Takes over the instance's own `baseURL`, which may change between requests. */
  follow(baseURL: unknown): void {
    if (baseURL === this.baseURL) return;
    this.baseURL = baseURL;
    this.base = baseURL ? readUrl(String(baseURL)) : undefined;
    this.basePath = this.base?.path.replace(/\/$/, '') ?? '';
    this.origin = undefined;
  }

  contains({ origin, path, search }: Pick<Target, 'origin' | 'path' | 'search'>): boolean {
    if (origin === undefined || this.isOtherPath(path)) return false;
    if (origin === '') return this.containsRelative(path, search);
    if (origin !== this.origin) {
      this.extent = this.extentOf(origin);
      this.origin = origin;
    }
    const { extent } = this;
    if (extent === 'all' || extent === 'none') return extent === 'all';
    if (SHARED_HOST.test(origin) && !REST_PATH.test(path)) return false;
    return extent === 'rest' || this.approves(`${origin}${path}${search && `?${search}`}`);
  }

  /** A relative url belongs to where the instance is at home. Without a `baseURL`, an application's own backend is there too. */
  private containsRelative(path: string, search: string): boolean {
    const { base } = this;
    if (base ? base.origin === '' : REST_ANYWHERE.test(path)) return true;
    const page = pageOrigin();
    return !!page && this.contains({ origin: page, path, search });
  }

  /** OAuth and file links are not the API, even behind the path of a gateway. */
  private isOtherPath(path: string): boolean {
    if (OTHER_PATH.test(path)) return true;
    const { basePath } = this;
    return (
      basePath !== '' && path.startsWith(basePath) && OTHER_PATH.test(path.slice(basePath.length))
    );
  }

  private extentOf(origin: string): Extent {
    const { apiHosts, base } = this;
    if (OTHER_HOST.test(origin)) return 'none';
    const isShared = SHARED_HOST.test(origin);
    const isProcores = API_HOST.test(origin) || (isShared && origin.endsWith('.com'));
    const isOwn = origin === (base?.origin === '' ? pageOrigin() : base?.origin);
    if (isProcores || isOwn || this.isNamed(origin)) return isShared ? 'rest' : 'all';
    return typeof apiHosts === 'function' ? 'asked' : 'none';
  }

  private isNamed(origin: string): boolean {
    const { apiHosts } = this;
    const host = origin.slice(origin.indexOf('//') + 2);
    const withPort = `${host}:${origin.startsWith('https:') ? 443 : 80}`;
    return Array.isArray(apiHosts) && (apiHosts.includes(host) || apiHosts.includes(withPort));
  }

  private approves(url: string): boolean {
    try {
      return (this.apiHosts as (url: URL) => boolean)(new URL(url)) === true;
    } catch {
      return false;
    }
  }
}
