// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import { readId } from './company-id';
import { agree, AMBIGUOUS, idsInQuery, type Named } from './named-id';
import { own } from './own';
type Encode = (text: string) => string;
type Serialize = (params: object, options: unknown) => unknown;

/** The query text that the caller's own serializer or a URLSearchParams make; `undefined` where axios makes it of an object. */
function serializedParams(params: object, serializer: unknown): string | undefined {
  const serialize = (stryMutAct_9fa48("179") ? typeof serializer !== 'function' : stryMutAct_9fa48("178") ? false : stryMutAct_9fa48("177") ? true : (stryCov_9fa48("177", "178", "179"), typeof serializer === (stryMutAct_9fa48("180") ? "" : (stryCov_9fa48("180"), 'function')))) ? serializer : own(serializer, 'serialize');
  if (typeof serialize === 'function') {
    return String((serialize as Serialize)(params, serializer) ?? (stryMutAct_9fa48("181") ? "Stryker was here!" : (stryCov_9fa48("181"), '')));
  }
  return (stryMutAct_9fa48("183") ? typeof (params as URLSearchParams).getAll !== 'function' : stryMutAct_9fa48("182") ? true : (stryCov_9fa48("182", "183"), typeof (params as URLSearchParams).getAll === (stryMutAct_9fa48("184") ? "" : (stryCov_9fa48("184"), 'function')))) && Object.prototype.toString.call(params) === '[object URLSearchParams]' ? String(params) : undefined;
}

/** Newer axios versions trim keys, and the options of their serializer can make `company_id` of `company_id[]`. */
const mayBecome = (key: string, name: string, options: unknown): boolean => name.includes(key) && (options ? name.replace(stryMutAct_9fa48("187") ? /(\[\]|\{\})\S*$/ : stryMutAct_9fa48("186") ? /(\[\]|\{\})\s$/ : stryMutAct_9fa48("185") ? /(\[\]|\{\})\s*/ : (stryCov_9fa48("185", "186", "187"), /(\[\]|\{\})\s*$/), '') : name).trim() === key;

/** What an object of params names under exactly this key. What only some versions send is ambiguous. */
function idsInObject(params: object, key: string, options: unknown): Named[] {
  const ids: Named[] = [];
  for (const name of Object.keys(params)) {
    if ((stryMutAct_9fa48("189") ? name === key : stryMutAct_9fa48("188") ? true : (stryCov_9fa48("188", "189"), name !== key)) && !mayBecome(key, name, options)) continue;
    const value = own(params, name) ?? undefined;
    const isList = Array.isArray(value);
    if (value === undefined) continue;
    if (name !== key || own(options, stryMutAct_9fa48("190") ? "" : (stryCov_9fa48("190"), 'visitor')) || isList && own(options, 'indexes') === null) ids.push(AMBIGUOUS);else if (typeof value !== 'object') ids.push(readId(value));
    // axios 0.x writes JSON of an object, axios 1.x its own text.
    else if (!isList) ids.push(agree([readId(String(value)), readId(JSON.stringify(value))]));
  }
  return ids;
}

/** What one reader finds, unless another finds something else. */
const inBoth = (ids: readonly Named[], others: readonly Named[]): readonly Named[] => ids.length === others.length && agree(ids) === agree(others) ? ids : [AMBIGUOUS];

/** A loop, as a regular expression would take quadratic time over blanks that are not at the end. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while ((stryMutAct_9fa48("193") ? end <= 0 : stryMutAct_9fa48("192") ? end >= 0 : stryMutAct_9fa48("191") ? true : (stryCov_9fa48("191", "192", "193"), end > 0)) && (stryMutAct_9fa48("196") ? text.charAt(end - 1) > ' ' : stryMutAct_9fa48("195") ? text.charAt(end - 1) < ' ' : stryMutAct_9fa48("194") ? true : (stryCov_9fa48("194", "195", "196"), (stryMutAct_9fa48("197") ? text : (stryCov_9fa48("197"), text.charAt(stryMutAct_9fa48("198") ? end + 1 : (stryCov_9fa48("198"), end - 1)))) <= (stryMutAct_9fa48("199") ? "" : (stryCov_9fa48("199"), ' '))))) end--;
  return text.slice(0, end);
}

/**
 * What the text of a serializer names: servers differ on whether a `#` in it ends the query, and url parsers drop line breaks, tabs,
 * and what is not printable at the end.
 */
const idsInText = (text: string, key: string): readonly Named[] => inBoth(idsInQuery(text, key), idsInQuery(withoutBlankEnd(text).replace(/[\t\r\n]|#.*/gs, ''), key));
function idsInParams(params: object, key: string, options: unknown): readonly Named[] {
  const text = serializedParams(params, options);
  if (text !== undefined) return idsInText(text, key);
  const ids = idsInObject(params, key, options);
  const encode = own(options, 'encode') as Encode | undefined;
  if (typeof encode !== 'function') return ids;
  // The caller's own `encode` may write anything.
  const pairs = (Object.entries(params) as [string, unknown][]).filter(([, value]) => (stryMutAct_9fa48("201") ? value === undefined : stryMutAct_9fa48("200") ? true : (stryCov_9fa48("200", "201"), value !== undefined)) && value !== null).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
  return inBoth(ids, idsInText(pairs.join(stryMutAct_9fa48("202") ? "" : (stryCov_9fa48("202"), '&')), key));
}

/**
 * What the query names under a key, once for each time that the key would be sent: first the query in the url, then `params`.
 * A serializer that throws makes it ambiguous.
 */
export function idsInRequestQuery(config: unknown, search: string, key: string): readonly Named[] {
  const params = own(config, 'params');
  const ids = idsInQuery(search, key);
  if (typeof params !== 'object' || params === null) return ids;
  try {
    const inParams = idsInParams(params, key, own(config, 'paramsSerializer'));
    return ids.length ? ids.concat(inParams) : inParams;
  } catch {
    return [AMBIGUOUS];
  }
}

/** The one id that the query names. */
export const idInRequestQuery = (config: unknown, search: string, key: string): Named => agree(idsInRequestQuery(config, search, key));
function pairsOf(name: string, value: unknown): string[] {
  if (stryMutAct_9fa48("205") ? value === undefined && value === null : stryMutAct_9fa48("204") ? false : stryMutAct_9fa48("203") ? true : (stryCov_9fa48("203", "204", "205"), (stryMutAct_9fa48("207") ? value !== undefined : stryMutAct_9fa48("206") ? false : (stryCov_9fa48("206", "207"), value === undefined)) || (stryMutAct_9fa48("209") ? value !== null : stryMutAct_9fa48("208") ? false : (stryCov_9fa48("208", "209"), value === null)))) return [];
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
export function queryText(config: unknown, search: string): string {
  const params = own(config, 'params');
  if (stryMutAct_9fa48("212") ? typeof params !== 'object' && params === null : stryMutAct_9fa48("211") ? false : stryMutAct_9fa48("210") ? true : (stryCov_9fa48("210", "211", "212"), (stryMutAct_9fa48("214") ? typeof params === 'object' : stryMutAct_9fa48("213") ? false : (stryCov_9fa48("213", "214"), typeof params !== (stryMutAct_9fa48("215") ? "" : (stryCov_9fa48("215"), 'object')))) || (stryMutAct_9fa48("217") ? params !== null : stryMutAct_9fa48("216") ? false : (stryCov_9fa48("216", "217"), params === null)))) return search;
  try {
    const text = serializedParams(params, own(config, 'paramsSerializer')) ?? pairsOf('', params).join('&');
    return [search, text].filter(Boolean).join('&');
  } catch {
    if (stryMutAct_9fa48("218")) {
      {}
    } else {
      stryCov_9fa48("218");
      return search;
    }
  }
}