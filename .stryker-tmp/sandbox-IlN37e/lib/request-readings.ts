// @ts-nocheck
import type { RequestConfigLike } from './axios-types';
import { own } from './own';
import { type Reading, readTarget } from './request-url';
import { textOf } from './text-of';

/** What stands before the url of a call, a `baseURL` or the origin of an absolute url; `null` where it is not plain. */
export type Prefixes = Map<string, Reading | null>;

const MOST_PREFIXES = 100;
/** A path and query in which no two url parsers disagree. */
const PLAIN_URL = /^(?:\/?[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?\/?(?:\?[!"$-~]*)?$/;
const PLAIN_PATH = /^(?:\/[\w-][\w.-]*)*\/?$/;
const LONGEST_PLAIN_URL = 4096;
const BLANK_END = /[^!-\uffff]$/;
const ABSOLUTE_HTTP = /^https?:\/\//i;
const ABSOLUTE = /^(?:[a-z][a-z\d+\-.]*:)?\/\//i;

function prefixFor(text: string, prefixes: Prefixes): Reading | null {
  let prefix = prefixes.get(text);
  if (prefix === undefined) {
    const [{ origin, path, search }] = readTarget(text) as [Reading];
    // White space at the end is dropped there, and kept where something follows.
    const isWhole = !search && !text.includes('#') && text === text.trimEnd();
    const isPlain = isWhole && PLAIN_PATH.test(path);
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

/** The strings that some version of axios hands to its url parser. */
function targetsOf(baseURL: string, url: string, allowAbsoluteUrls: unknown): string[] {
  const isAbsolute = ABSOLUTE.test(url);
  const targets = isAbsolute || !baseURL ? [url] : [];
  if (!baseURL || (isAbsolute && allowAbsoluteUrls !== false)) return targets;
  if (!url) return [baseURL];
  let end = baseURL.length;
  while (baseURL[end - 1] === '/') end--;
  const joined = (base: string): string => base + url.replace(/^\/*/, '/');
  targets.push(joined(baseURL.slice(0, end)));
  // Some versions strip only two slashes from the end of a base.
  if (end < baseURL.length - 2) targets.push(joined(baseURL));
  return targets;
}

/**
 * How the url of a request can be read. There is one way nearly always, which costs no url parsing once the prefix is known. Otherwise
 * it is all the ways in which axios versions, url parsers and servers may read it: dot segments, backslashes, control characters, escapes,
 * empty segments, and slashes at the end of the base.
 */
export function readRequestUrl(config: RequestConfigLike, prefixes: Prefixes): readonly Reading[] {
  const url = textOf(own(config, 'url'));
  const baseURL = textOf(own(config, 'baseURL'));
  const slash = !url.startsWith('/') && ABSOLUTE_HTTP.test(url) ? url.indexOf('/', 8) : 0;
  const rest = slash > 0 ? url.slice(slash) : url;
  const mayBeJoined = slash !== 0 && own(config, 'allowAbsoluteUrls') === false;
  if (slash >= 0 && !mayBeJoined && rest.length < LONGEST_PLAIN_URL && PLAIN_URL.test(rest)) {
    const prefix = prefixFor(slash > 0 ? url.slice(0, slash) : baseURL, prefixes);
    if (prefix) return [plainReading(prefix, rest)];
  }
  const urls = [url];
  // Some adapters add the params first, after which white space is no longer at the end, where url parsers drop it.
  if (BLANK_END.test(url) && own(config, 'params') && !url.includes('?')) urls.push(`${url}?`);
  return urls
    .flatMap((each) => targetsOf(baseURL, each, own(config, 'allowAbsoluteUrls')))
    .flatMap(readTarget);
}
