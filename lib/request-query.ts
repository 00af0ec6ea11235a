import { readId } from './company-id';
import { agree, AMBIGUOUS, idsInQuery, type Named } from './named-id';
import { own } from './own';
import type { RequestFields } from './request-fields';

type Encode = (text: string) => string;
type Serialize = (params: unknown, options: unknown) => unknown;

/** The query text that the caller's own serializer or a URLSearchParams make; `undefined` where axios makes it of an object. */
function serializedParams(params: unknown, serializer: unknown): string | undefined {
  const serialize = typeof serializer === 'function' ? serializer : own(serializer, 'serialize');
  if (typeof serialize === 'function') {
    return String((serialize as Serialize)(params, serializer) ?? '');
  }
  return typeof (params as Partial<URLSearchParams>).getAll === 'function' &&
    Object.prototype.toString.call(params) === '[object URLSearchParams]'
    ? String(params)
    : undefined;
}

/** Newer axios versions trim keys, and the options of their serializer can make `company_id` of `company_id[]`. */
const mayBecome = (key: string, name: string, options: unknown): boolean =>
  name.includes(key) && (options ? name.replace(/(\[\]|\{\})\s*$/, '') : name).trim() === key;

/** What an object of params names under exactly this key. What only some versions send is ambiguous. */
function idsInObject(params: object, key: string, options: unknown): Named[] {
  const ids: Named[] = [];
  for (const name of Object.keys(params)) {
    if (name !== key && !mayBecome(key, name, options)) continue;
    const value = own(params, name) ?? undefined;
    const isList = Array.isArray(value);
    if (value === undefined) continue;
    if (name !== key || own(options, 'visitor') || (isList && own(options, 'indexes') === null))
      ids.push(AMBIGUOUS);
    else if (typeof value !== 'object') ids.push(readId(value));
    // axios 0.x writes JSON of an object, axios 1.x its own text.
    else if (!isList) ids.push(agree([readId(String(value)), readId(JSON.stringify(value))]));
  }
  return ids;
}

/** What one reader finds, unless another finds something else. */
const inBoth = (ids: readonly Named[], others: readonly Named[]): readonly Named[] =>
  ids.length === others.length && agree(ids) === agree(others) ? ids : [AMBIGUOUS];

/** A loop, as a regular expression would take quadratic time over blanks that are not at the end. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end && text.charAt(end - 1) <= ' ') end--;
  return text.slice(0, end);
}

/**
 * What the text of a serializer names: servers differ on whether a `#` in it ends the query, and url parsers drop line breaks, tabs,
 * and what is not printable at the end.
 */
const idsInText = (text: string, key: string): readonly Named[] =>
  inBoth(
    idsInQuery(text, key),
    idsInQuery(withoutBlankEnd(text).replace(/[\t\r\n]|#.*/gs, ''), key),
  );

function idsInParams(params: object, key: string, options: unknown): readonly Named[] {
  const text = serializedParams(params, options);
  if (text !== undefined) return idsInText(text, key);
  const ids = idsInObject(params, key, options);
  const encode = own(options, 'encode') as Encode | undefined;
  if (typeof encode !== 'function') return ids;
  // The caller's own `encode` may write anything.
  const pairs = (Object.entries(params) as [string, unknown][])
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
  return inBoth(ids, idsInText(pairs.join('&'), key));
}

/**
 * What the query names under a key, once for each time that the key would be sent: first the query in the url, then `params`.
 * A serializer that throws makes it ambiguous.
 */
export function idsInRequestQuery(
  fields: RequestFields,
  search: string,
  key: string,
): readonly Named[] {
  const { params } = fields;
  const ids = idsInQuery(search, key);
  if (params === undefined || params === null) return ids;
  try {
    // What is no object has no such key, and counts only as its serializer writes it.
    const inParams = idsInParams(params, key, fields.paramsSerializer);
    return ids.length ? ids.concat(inParams) : inParams;
  } catch {
    return [AMBIGUOUS];
  }
}

/** The one id that the query names. */
export const idInRequestQuery = (fields: RequestFields, search: string, key: string): Named =>
  agree(idsInRequestQuery(fields, search, key));

function pairsOf(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || value instanceof Date) {
    const text = value instanceof Date ? value.toISOString() : String(value);
    return [`${encodeURIComponent(name)}=${encodeURIComponent(text)}`];
  }
  // axios numbers the items of a list only where it is nested.
  const isFlat = Array.isArray(value) && !name.includes('[');
  return Object.entries(value).flatMap(([key, each]) => {
    const inner = isFlat ? `${name}[]` : name && `${name}[${key}]`;
    return pairsOf(inner || key, each);
  });
}

/** The whole query as it will be sent, but for the choice of what to percent-encode, and for params that refuse to be read. */
export function queryText(fields: RequestFields, search: string): string {
  const { params } = fields;
  if (params === undefined || params === null) return search;
  try {
    const text = serializedParams(params, fields.paramsSerializer);
    const pairs = typeof params === 'object' ? pairsOf('', params) : [];
    return [search, text ?? pairs.join('&')].filter(Boolean).join('&');
  } catch {
    return search;
  }
}
