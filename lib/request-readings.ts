import type { RequestConfigLike } from './axios-types';
import { own } from './own';
import { type Reading, readTarget, readUrl } from './request-url';

/** What stands before the url of a call: a `baseURL`, or the origin of an absolute url; `null` where it is not plain. */
type Prefix = Reading | null;

/** What the prefixes that an instance calls were found to be. */
export type Prefixes = Map<string, Prefix>;

const MOST_PREFIXES = 100;
/** A path and query in which no two url parsers disagree. */
const PLAIN_URL = /^(?:\/?[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?\/?(?:\?[!"$-~]*)?$/;
const PLAIN_PATH = /^(?:\/[\w-][\w.-]*)*\/?$/;
const ABSOLUTE_HTTP = /^https?:\/\//i;
const LONGEST_PLAIN_URL = 4096;

function textOf(value: unknown): string {
  try {
    return value === undefined || value === null ? '' : String(value);
  } catch {
    return '';
  }
}

function prefixFor(text: string, prefixes: Prefixes): Prefix {
  let prefix = prefixes.get(text);
  if (prefix === undefined) {
    const [reading] = readTarget(text) as [Reading];
    const { origin, path, search } = reading;
    const isPlain = search === '' && !text.includes('#') && PLAIN_PATH.test(path);
    prefix = isPlain ? { origin, path: path.replace(/\/$/, ''), search } : null;
    if (prefixes.size < MOST_PREFIXES) prefixes.set(text, prefix);
  }
  return prefix;
}

function plainReading({ origin, path }: Reading, url: string): Reading {
  const mark = url.indexOf('?');
  const end = mark < 0 ? url : url.slice(0, mark);
  const slash = end === '' || end.startsWith('/') ? '' : '/';
  return { origin, path: path + slash + end || '/', search: mark < 0 ? '' : url.slice(mark + 1) };
}

/**
 * How the url of a request can be read: in one way nearly always, which costs no url parsing once the prefix is known.
 */
export function readRequestUrl(config: RequestConfigLike, prefixes: Prefixes): readonly Reading[] {
  const url = textOf(own(config, 'url'));
  const baseURL = textOf(own(config, 'baseURL'));
  const slash = url.startsWith('/') || !ABSOLUTE_HTTP.test(url) ? 0 : url.indexOf('/', 8);
  const rest = slash > 0 ? url.slice(slash) : url;
  const isJoined = slash > 0 && own(config, 'allowAbsoluteUrls') === false;
  if (slash >= 0 && !isJoined && rest.length < LONGEST_PLAIN_URL && PLAIN_URL.test(rest)) {
    const prefix = prefixFor(slash > 0 ? url.slice(0, slash) : baseURL, prefixes);
    if (prefix) return [plainReading(prefix, rest)];
  }
  return readUrl(baseURL, url, own(config, 'allowAbsoluteUrls'));
}
