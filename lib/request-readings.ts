import type { RequestFields } from './request-fields';
import { type Reading, readTarget } from './request-url';
import { textOf } from './text-of';

/** What was found out about that which stands before the url of a call: a `baseURL`, or the origin of an absolute url. */
export interface Prefixes {
  /** `null` where it is not plain. */
  readonly known: Map<string, Reading | null>;
  /** The origin of the absolute url before: the next one has the same nearly always. */
  origin: string;
  reading: Reading | null;
}

export const createPrefixes = (): Prefixes => ({ known: new Map(), origin: '', reading: null });

const MOST_PREFIXES = 100;
/** A path and query in which no two url parsers disagree. */
const PLAIN_URL = /^(?:\/?[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?\/?(?:\?[!"$-~]*)?$/;
const PLAIN_PATH = /^(?:\/[\w-][\w.-]*)*\/?$/;
const LONGEST_PLAIN_URL = 4096;
const BLANK_END = /[^!-\uffff]$/;
const ABSOLUTE_HTTP = /^https?:\/\//i;
const ABSOLUTE = /^(?:[a-z][a-z\d+\-.]*:)?\/\//i;

function prefixFor(text: string, { known }: Prefixes): Reading | null {
  let prefix = known.get(text);
  if (prefix === undefined) {
    const [{ origin, path }] = readTarget(text) as [Reading];
    // White space at the end is dropped there, and kept where something follows.
    const isWhole = !/[?#]/.test(text) && text === text.trimEnd();
    const isPlain = isWhole && PLAIN_PATH.test(path);
    prefix = isPlain ? { origin, path: path.replace(/\/$/, ''), search: '' } : null;
    if (known.size < MOST_PREFIXES) known.set(text, prefix);
  }
  return prefix;
}

function readingAfter(prefix: Reading | null, rest: string): Reading | undefined {
  if (!prefix || rest.length >= LONGEST_PLAIN_URL || !PLAIN_URL.test(rest)) return undefined;
  const { origin, path } = prefix;
  const mark = rest.indexOf('?');
  const end = mark < 0 ? rest : rest.slice(0, mark);
  const slash = end === '' || end.startsWith('/') ? '' : '/';
  return { origin, path: path + slash + end || '/', search: mark < 0 ? '' : rest.slice(mark + 1) };
}

/** The one way to read a url, where there is no other. */
function plainReading(fields: RequestFields, url: string, prefixes: Prefixes): Reading | undefined {
  if (url.startsWith('/') || !ABSOLUTE_HTTP.test(url))
    return readingAfter(prefixFor(textOf(fields.baseURL), prefixes), url);
  const { origin, reading } = prefixes;
  // `startsWith` takes twice as long.
  if (origin && url.lastIndexOf(origin, 0) === 0 && url.charAt(origin.length) === '/') {
    const mayBeJoined = fields.allowAbsoluteUrls === false;
    return mayBeJoined ? undefined : readingAfter(reading, url.slice(origin.length));
  }
  const end = url.indexOf('/', 8);
  if (end < 0) return undefined;
  prefixes.origin = url.slice(0, end);
  prefixes.reading = prefixFor(prefixes.origin, prefixes);
  return plainReading(fields, url, prefixes);
}

/** The strings that some version of axios hands to its url parser. */
function targetsOf(fields: RequestFields, url: string): string[] {
  const baseURL = textOf(fields.baseURL);
  const isAbsolute = ABSOLUTE.test(url);
  const targets = isAbsolute || !baseURL ? [url] : [];
  if (!baseURL || (isAbsolute && fields.allowAbsoluteUrls !== false)) return targets;
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
export function readRequestUrl(fields: RequestFields, prefixes: Prefixes): readonly Reading[] {
  const url = textOf(fields.url);
  const plain = plainReading(fields, url, prefixes);
  if (plain) return [plain];
  const urls = [url];
  // Some adapters add the params first, after which white space is no longer at the end, where url parsers drop it.
  if (BLANK_END.test(url) && fields.params && !url.includes('?')) urls.push(`${url}?`);
  return urls.flatMap((each) => targetsOf(fields, each)).flatMap(readTarget);
}
