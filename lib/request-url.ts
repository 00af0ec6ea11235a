/**
 * One way to read the url of a request.
 */
export interface Reading {
  /** Where it connects to: `undefined` for a relative url, `null` where nobody can tell. */
  readonly origin: URL | null | undefined;
  /** The path from its first slash on. */
  readonly path: string;
  /** The query without its question mark. */
  readonly search: string;
}

const ABSOLUTE = /^(?:[a-z][a-z\d+\-.]*:)?\/\//i;
/** The parser of axios 0.x takes digits for the beginning of a scheme, too. */
const SCHEME = /^[a-z\d.+-]+:/i;
const AUTHORITY = /^(?:https?:)?\/\/([^/?#\\]*)/i;
/** User info, a host of characters that every url parser treats alike, a port. */
const PLAIN_AUTHORITY = /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i;
/** Relative urls are read against it to see whether they stay relative: `http:/x` would, against another http url. */
const ANYWHERE = 'ws://relative.invalid';

function parseUrl(url: string, base?: string): URL | undefined {
  try {
    const parsed = new URL(url, base);
    // A dot at its end leads to the same host.
    parsed.hostname = parsed.hostname.replace(/\.$/, '');
    return parsed;
  } catch {
    return undefined;
  }
}

/** A url as a browser reads it: against the page, where there is one. */
export function parseOnPage(url: string): URL | undefined {
  return parseUrl(url, (globalThis as { location?: { href: string } }).location?.href);
}

/** Percent-decoded and with slashes merged, as lenient servers read a path. */
function lenientPath(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A malformed escape stays as it is.
  }
  return new URL(decoded.replace(/[\\/]+/g, '/'), ANYWHERE).pathname;
}

/**
 * The url as it stands, with its backslashes as slashes, as the WHATWG parser reads it, and as a lenient server may read that.
 * The parser of axios 0.x cuts off more kinds of white space than the WHATWG's.
 */
export function readTarget(target: string): Reading[] {
  const text = target.trim();
  const authority = AUTHORITY.exec(text)?.[1];
  const url = authority === undefined ? parseUrl(target, ANYWHERE) : parseOnPage(target);
  const isPlain =
    authority === undefined
      ? url?.origin === ANYWHERE && !SCHEME.test(text)
      : PLAIN_AUTHORITY.test(authority);
  const origin = url && isPlain ? (authority === undefined ? undefined : url) : null;
  const [address, ...rest] = text.replace(/#.*/s, '').replace(AUTHORITY, '').split('?') as [
    string,
    ...string[],
  ];
  const raw = { origin, path: address.replace(/^(?!\/)/, '/'), search: rest.join('?') };
  if (!url) return [raw];
  const { pathname } = url;
  const search = url.search.slice(1);
  return [
    raw,
    { ...raw, path: raw.path.replace(/\\/g, '/') },
    { origin, path: pathname, search },
    { origin, path: lenientPath(pathname), search },
  ];
}

/** The strings that some version of axios hands to its url parser. */
function targetsOf(baseURL: string, url: string, allowAbsoluteUrls: unknown): string[] {
  const isAbsolute = ABSOLUTE.test(url);
  const targets = isAbsolute || baseURL === '' ? [url] : [];
  if (baseURL === '' || (isAbsolute && allowAbsoluteUrls !== false)) return targets;
  if (url === '') return [baseURL];
  let end = baseURL.length;
  while (baseURL[end - 1] === '/') end--;
  const path = url.replace(/^\/*/, '/');
  // Some versions strip only two slashes from the end of a base.
  const bases =
    end < baseURL.length - 2 ? [baseURL, baseURL.slice(0, end)] : [baseURL.slice(0, end)];
  return [...targets, ...bases.map((base) => base + path)];
}

/**
 * All the ways in which axios versions, url parsers and servers may read a url: dot segments, backslashes, control characters, escapes,
 * empty segments, and slashes at the end of the base.
 */
export function readUrl(baseURL: string, url: string, allowAbsoluteUrls?: unknown): Reading[] {
  return targetsOf(baseURL, url, allowAbsoluteUrls).flatMap(readTarget);
}
