import type { RequestFields } from '../axios-types';

/** Where a request goes. */
export interface Target {
  /** Scheme, host and port, such as `https://api.procore.com`. Empty for a relative url, `undefined` for a doubtful host. */
  readonly origin: string | undefined;
  /** The path from its first slash on, as it is written. */
  readonly path: string;
  /** The query without its question mark. */
  readonly search: string;
  /** Whether the query has no escape, so that it can be read as it is written. */
  readonly isPlainSearch: boolean;
  /** Whether servers may read another path: it names nothing for certain. */
  readonly isDoubtful: boolean;
}

/** What axios takes for an absolute url. It does not join one with `baseURL`. */
const ABSOLUTE = /^[a-z\d+.-]*:?\/\//i;
/** User info of plain characters, a host that every url parser reads alike, and a port. */
const ORIGIN =
  /^(https?:)?\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?([\w.-]+|\[[\da-f:.]+\])(:\d+)?(?=[/?#]|$)/i;
/** A start that url parsers may take for a scheme or a host, or that they drop. */
// eslint-disable-next-line no-control-regex -- it looks for control characters
const DOUBTFUL_START = /^[\s\0-\x1f]|^[^/?#]*:|^[^?#]*[\\\t\n\r]/;
/** A path without anything doubtful, and a query without escapes. Asking for this first takes a third of the time. */
const PLAIN_REST = /\/?(?:[\w-][\w.-]*(?:\/|(?=\?)|$))*(?:\?[!"$&-*,-~]*)?$/y;
/**
 * Dot segments, even when they are escaped; what url parsers drop or turn into a slash; an escaped letter, which nobody writes; and an escape
 * or an empty segment beside or in a segment `companies`.
 */
const DOUBTFUL_PATH =
  // eslint-disable-next-line no-control-regex -- it looks for control characters
  /\\|[\0-\x1f]|^\/?\s|\s$|(?:^|\/|%2f)(?:\.|%2e){1,2}(?:\/|%2f|$)|%[46][1-9a-f]|%[57][\da]|%[^/%]*\/?companies|companies\/?[^/]{0,40}%|companies\/\//i;
const LONGEST_PLAIN = 4096;
const SLASH = 47;

const startAt = (origin?: string): Target => ({
  origin,
  path: '',
  search: '',
  isPlainSearch: true,
  isDoubtful: false,
});
const RELATIVE = startAt('');
const NOWHERE = startAt();

/** Reads a url from a place on: behind its origin, or behind a base. A copy of that part would cost more than to read it. */
function readRest(text: string, start: Target, from = 0): Target {
  PLAIN_REST.lastIndex = from;
  const isPlain = text.length <= LONGEST_PLAIN && PLAIN_REST.test(text);
  const hash = isPlain ? -1 : text.indexOf('#', from);
  const end = hash < 0 ? text.length : hash;
  const mark = text.indexOf('?', from);
  const hasQuery = mark >= 0 && mark < end;
  const address = text.slice(from, hasQuery ? mark : end);
  const slash = address === '' || address.charCodeAt(0) === SLASH ? '' : '/';
  const path = start.path + slash + address || '/';
  return {
    origin: start.origin,
    path,
    search: hasQuery ? text.slice(mark + 1, end) : '',
    isPlainSearch: isPlain,
    isDoubtful: start.isDoubtful || (!isPlain && DOUBTFUL_PATH.test(path)),
  };
}

function originOf([, scheme, host, port]: RegExpExecArray): string | undefined {
  const page = (globalThis as { location?: { protocol?: string } }).location?.protocol;
  const protocol = (scheme ?? page)?.toLowerCase();
  // Without a page, axios 0.x sends `//host/path` to localhost, and others refuse it or choose a scheme.
  if (protocol === undefined) return undefined;
  const isDefaultPort = port === (protocol === 'http:' ? ':80' : ':443');
  return `${protocol}//${String(host).toLowerCase().replace(/\.$/, '')}${isDefaultPort ? '' : (port ?? '')}`;
}

/** Reads a whole url. React Native's `URL` has no setters and refuses unknown schemes, so none is used. */
export function readUrl(text: string): Target {
  const match = ORIGIN.exec(text);
  if (match) return readRest(text, startAt(originOf(match)), match[0].length);
  const isRelative = !ABSOLUTE.test(text) && !DOUBTFUL_START.test(text);
  return isRelative
    ? readRest(text, RELATIVE)
    : readRest(text.replace(/^[^/?#]*\/\/[^/?#]*/, ''), NOWHERE);
}

/** Reads the urls of one instance. It remembers its last base and its last origin, because nearly all urls of an instance share them. */
export class UrlReader {
  private base = '';
  private afterBase = RELATIVE;
  private prefix = '';
  private afterPrefix = RELATIVE;

  /** Where a request goes: its url behind the `baseURL`, joined as axios does. */
  targetOf(fields: RequestFields): Target {
    const url = String(fields.url ?? '');
    const base = String(fields.baseURL ?? '');
    const isPath = url.charCodeAt(0) === SLASH && url.charCodeAt(1) !== SLASH;
    const isKnown = !isPath && this.isBehindPrefix(url);
    if (isPath || (!isKnown && !ABSOLUTE.test(url))) return this.readBehindBase(url, base);
    // axios versions disagree on whether this goes to the base or to the url.
    if (base !== '' && fields.allowAbsoluteUrls === false) return readRest(url, NOWHERE);
    if (!isKnown) {
      const match = ORIGIN.exec(url);
      if (!match) return readUrl(url);
      this.prefix = match[0];
      this.afterPrefix = startAt(originOf(match));
    }
    return readRest(url, this.afterPrefix, this.prefix.length);
  }

  private isBehindPrefix(url: string): boolean {
    const { prefix } = this;
    return prefix !== '' && url.charCodeAt(prefix.length) === SLASH && url.startsWith(prefix);
  }

  private readBehindBase(url: string, base: string): Target {
    if (base === '') return readUrl(url);
    if (base !== this.base) {
      if (/[?#]/.test(base)) return readUrl(url === '' ? base : `${base}/${url}`);
      const target = readUrl(base.replace(/\/$/, ''));
      this.base = base;
      this.afterBase = {
        ...target,
        path: target.path === '/' ? '' : target.path,
        isDoubtful: target.isDoubtful || base.endsWith('//'),
      };
    }
    return readRest(url, this.afterBase);
  }
}
