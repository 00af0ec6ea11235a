import { readId } from './company-id';
import { agree, AMBIGUOUS, idsInQuery, type Named } from './named-id';
import { own } from './own';

type Encode = (text: string) => string;
type Serialize = (params: object, options: unknown) => unknown;

const isUrlSearchParams = (params: object): boolean =>
  typeof (params as URLSearchParams).getAll === 'function' &&
  Object.prototype.toString.call(params) === '[object URLSearchParams]';

/** The query text that the caller's own serializer or a URLSearchParams make; `undefined` where axios makes it of an object. */
function serializedParams(params: object, serializer: unknown): string | undefined {
  const serialize = typeof serializer === 'function' ? serializer : own(serializer, 'serialize');
  if (typeof serialize === 'function') {
    return String((serialize as Serialize)(params, serializer) ?? '');
  }
  return isUrlSearchParams(params) ? String(params) : undefined;
}

/** One value as axios 0.x (JSON) and axios 1.x (its own text) write it. */
function idInValue(value: unknown): Named {
  if (typeof value !== 'object') return readId(value);
  try {
    return agree([readId(String(value)), readId(JSON.stringify(value))]);
  } catch {
    return undefined;
  }
}

/**
 * What an object of params names under exactly this key. Newer axios versions trim keys, and the options of their serializer can
 * make `company_id` of `company_id[]`: what only some versions send is ambiguous.
 */
function idsInObject(params: object, key: string, options: unknown): readonly Named[] {
  const ids: Named[] = [];
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    if (value === undefined || value === null || !name.includes(key)) continue;
    const sentName = options ? name.trim().replace(/(\[\]|\{\})$/, '') : name.trim();
    if (sentName !== key) continue;
    if (name !== key || own(options, 'visitor')) ids.push(AMBIGUOUS);
    else if (!Array.isArray(value)) ids.push(idInValue(value));
    else if (own(options, 'indexes') === null) ids.push(AMBIGUOUS);
  }
  return ids;
}

/** The same after the caller's own `encode`, which may write anything. */
function idsInEncoded(params: object, key: string, encode: Encode): readonly Named[] {
  const pairs = Object.keys(params).map(
    (name) => `${encode(name)}=${encode(String(own(params, name)))}`,
  );
  return idsInQuery(pairs.join('&'), key);
}

/** What the text of a serializer names: servers differ on whether a `#` in it ends the query. */
function idsInText(text: string, key: string): readonly Named[] {
  const ids = idsInQuery(text, key);
  const mark = text.indexOf('#');
  const isSure = mark < 0 || agree(idsInQuery(text.slice(0, mark), key)) === agree(ids);
  return isSure ? ids : [AMBIGUOUS];
}

function idsInParams(params: object, key: string, options: unknown): readonly Named[] {
  const text = serializedParams(params, options);
  if (text !== undefined) return idsInText(text, key);
  const ids = idsInObject(params, key, options);
  const encode = own(options, 'encode');
  if (typeof encode !== 'function') return ids;
  return agree(idsInEncoded(params, key, encode as Encode)) === agree(ids) ? ids : [AMBIGUOUS];
}

/**
 * What the query names under a key, once for each time that the key would be sent: first the query in the url, then `params`.
 * A serializer that throws makes it ambiguous.
 */
export function idsInRequestQuery(config: unknown, search: string, key: string): readonly Named[] {
  const params = own(config, 'params');
  if (typeof params !== 'object' || params === null) return idsInQuery(search, key);
  try {
    const ids = idsInParams(params, key, own(config, 'paramsSerializer'));
    return search === '' ? ids : [...idsInQuery(search, key), ...ids];
  } catch {
    return [AMBIGUOUS];
  }
}

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || value instanceof Date) {
    const sent = value instanceof Date ? value.toISOString() : String(value);
    return [`${encodeURIComponent(name)}=${encodeURIComponent(sent)}`];
  }
  const entries = Object.entries(value);
  // axios numbers the items of a list only where it is nested.
  const isFlat = Array.isArray(value) && !name.includes('[');
  return entries.flatMap(([key, each]) => pairs(`${name}[${isFlat ? '' : key}]`, each));
}

/** The whole query as it will be sent, but for the choice of what to percent-encode. */
export function queryText(config: unknown, search: string): string {
  const params = own(config, 'params');
  if (typeof params !== 'object' || params === null) return search;
  const sent =
    serializedParams(params, own(config, 'paramsSerializer')) ??
    Object.entries(params)
      .flatMap(([name, value]) => pairs(name, value))
      .join('&');
  return [search, sent].filter(Boolean).join('&');
}
