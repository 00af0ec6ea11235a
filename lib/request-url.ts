/** One way to read the url of a request. */
export interface Reading {
  /** Where it connects to: `undefined` for a relative url, `null` where nobody can tell. */
  readonly origin: URL | null | undefined;
  /** The path from its first slash on. */
  readonly path: string;
  /** The query without its question mark. */
  readonly search: string;
}

const AUTHORITY = /^(?:https?:)?\/\/([^/?#\\]*)/i;
/** User info, a host of characters that every url parser treats alike, a port. */
const PLAIN_AUTHORITY = /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i;
/** The parser of axios 0.x takes digits for the beginning of a scheme, too. */
const SCHEME = /^[a-z\d.+-]+:/i;
/** What url parsers drop. */
const DROPPED = /[\t\n\r]/g;
const CONTROLS = /[^ -~\u0080-\uffff]/g;
/** An id, the name of a segment and what separates them is ASCII: what the other bytes stand for does not matter. */
const ASCII_ESCAPE = /%[0-7][\da-f]/gi;
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

/**
 * As lenient servers read a path: percent-decoded, without control characters and with slashes merged; with dot segments, and
 * without.
 */
function lenientPaths(text: string): string[] {
  const decoded = text.replace(ASCII_ESCAPE, decodeURIComponent);
  const path = decoded.replace(CONTROLS, '').replace(/[\\/]+/g, '/');
  return [path, new URL(path, ANYWHERE).pathname];
}

/**
 * A url as it stands, as the WHATWG parser reads it, and as a lenient server may read either.
 * The parser of axios 0.x cuts off more kinds of white space than the WHATWG's.
 */
export function readTarget(target: string): Reading[] {
  const text = target.trim();
  const authority = AUTHORITY.exec(text)?.[1];
  const isRelative = authority === undefined;
  const url = isRelative ? parseUrl(target, ANYWHERE) : parseOnPage(target);
  const isPlain = isRelative
    ? url?.origin === ANYWHERE && !SCHEME.test(text)
    : PLAIN_AUTHORITY.test(authority);
  const origin = url && isPlain ? (isRelative ? undefined : url) : null;
  const [address, ...rest] = text.replace(/#.*/s, '').replace(AUTHORITY, '').split('?');
  const raw = String(address).replace(/^(?!\/)/, '/');
  const reading = (path: string, search: string): Reading => ({ origin, path, search });
  const asSent = reading(raw, rest.join('?'));
  if (!url) return [asSent];
  const { pathname, search } = url;
  return [
    asSent,
    ...[
      pathname,
      ...lenientPaths(pathname),
      // The parser of axios 0.x escapes what the WHATWG's drops.
      ...lenientPaths(raw.replace(DROPPED, '_')),
    ].map((path) => reading(path, search.slice(1))),
  ];
}
