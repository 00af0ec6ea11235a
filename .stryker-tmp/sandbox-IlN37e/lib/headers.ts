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
import { own } from './own';
import { textOf } from './text-of';

/** The request header that tells Procore's gateway which company a call goes into. */
export const COMPANY_ID_HEADER = 'Procore-Company-Id';
type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

/** The headers as an object that can be read and written by key: a `Map` and a fetch `Headers` are copied into one. */
function headersOf(config: unknown): Bag | undefined {
  const headers = own(config, 'headers');
  if (!isBag(headers)) return undefined;
  return typeof headers.entries === 'function' ? Object.fromEntries((headers as unknown as Map<string, unknown>).entries()) : headers;
}
const isSpelling = (key: string, name: string): boolean => (stryMutAct_9fa48("21") ? key.length < name.length : stryMutAct_9fa48("20") ? key.length > name.length : stryMutAct_9fa48("19") ? true : (stryCov_9fa48("19", "20", "21"), key.length >= name.length)) && key.trim().toLowerCase() === name.toLowerCase();

/** The last value that is not `undefined`: the one that axios sends. */
function valueIn(bag: Bag, name: string): unknown {
  let value: unknown;
  for (const key of Object.keys(bag)) {
    const found = isSpelling(key, name) ? own(bag, key) : undefined;
    if (found !== undefined) value = found;
  }
  return value;
}

/** axios 1.2 and later has all headers of a request in one place, and `concat` to show for it. */
const isFlat = stryMutAct_9fa48("22") ? () => undefined : (stryCov_9fa48("22"), (() => {
  const isFlat = (headers: Bag): boolean => stryMutAct_9fa48("25") ? typeof headers.concat !== 'function' : stryMutAct_9fa48("24") ? false : stryMutAct_9fa48("23") ? true : (stryCov_9fa48("23", "24", "25"), typeof headers.concat === (stryMutAct_9fa48("26") ? "" : (stryCov_9fa48("26"), 'function')));
  return isFlat;
})());

/** axios 1.0 and 1.1 keep the default headers out of sight, under a symbol: a copy for each request. */
function hiddenDefaults(headers: Bag): Bag {
  const [symbol = stryMutAct_9fa48("27") ? "Stryker was here!" : (stryCov_9fa48("27"), '')] = Object.getOwnPropertySymbols(headers);
  const hidden = own(headers, symbol);
  return isBag(hidden) ? hidden : {};
}

/** axios 0.x keeps default headers in a bucket for the method of the request, and in one for all. */
const bucketsOf = (config: unknown, headers: Bag): readonly string[] => (stryMutAct_9fa48("28") ? [] : (stryCov_9fa48("28"), [stryMutAct_9fa48("29") ? textOf(own(config, 'method')).toUpperCase() : (stryCov_9fa48("29"), textOf(own(config, stryMutAct_9fa48("30") ? "" : (stryCov_9fa48("30"), 'method'))).toLowerCase()), stryMutAct_9fa48("31") ? "" : (stryCov_9fa48("31"), 'common')])).filter(stryMutAct_9fa48("32") ? () => undefined : (stryCov_9fa48("32"), name => isBag(own(headers, name))));
function findHeader(config: unknown, name: string): unknown {
  const headers = headersOf(config);
  if (stryMutAct_9fa48("35") ? false : stryMutAct_9fa48("34") ? true : stryMutAct_9fa48("33") ? headers : (stryCov_9fa48("33", "34", "35"), !headers)) return undefined;
  const value = valueIn(headers, name);
  if (value !== undefined && value !== null || isFlat(headers)) return value;
  const hidden = valueIn(hiddenDefaults(headers), name);
  if (stryMutAct_9fa48("38") ? hidden !== undefined && value === null : stryMutAct_9fa48("37") ? false : stryMutAct_9fa48("36") ? true : (stryCov_9fa48("36", "37", "38"), (stryMutAct_9fa48("40") ? hidden === undefined : stryMutAct_9fa48("39") ? false : (stryCov_9fa48("39", "40"), hidden !== undefined)) || (stryMutAct_9fa48("42") ? value !== null : stryMutAct_9fa48("41") ? false : (stryCov_9fa48("41", "42"), value === null)))) return hidden ?? value;
  return bucketsOf(config, headers).map(stryMutAct_9fa48("43") ? () => undefined : (stryCov_9fa48("43"), bucket => valueIn(headers[bucket] as Bag, name))).find(stryMutAct_9fa48("44") ? () => undefined : (stryCov_9fa48("44"), found => stryMutAct_9fa48("47") ? found === undefined : stryMutAct_9fa48("46") ? false : stryMutAct_9fa48("45") ? true : (stryCov_9fa48("45", "46", "47"), found !== undefined)));
}

/**
 * The value of a header as axios would send it, from the call or from instance defaults. `undefined` where there is none, or where the
 * headers refuse to be read.
 */
export function readHeader(config: unknown, name = COMPANY_ID_HEADER): unknown {
  try {
    return findHeader(config, name);
  } catch {
    if (stryMutAct_9fa48("48")) {
      {}
    } else {
      stryCov_9fa48("48");
      return undefined;
    }
  }
}

/** Deletes the header in every spelling, or only where its value is `undefined`, which makes axios 0.x throw. */
function deleteIn(bag: Bag, onlyUndefined: boolean): void {
  for (const key of Object.keys(bag)) {
    if (isSpelling(key, COMPANY_ID_HEADER) && !(onlyUndefined && own(bag, key) !== undefined)) delete bag[key];
  }
}
function change(config: Bag, headers: Bag, value: string | false | undefined): void {
  deleteIn(headers, value === undefined);
  if (stryMutAct_9fa48("51") ? false : stryMutAct_9fa48("50") ? true : stryMutAct_9fa48("49") ? isFlat(headers) : (stryCov_9fa48("49", "50", "51"), !isFlat(headers))) deleteIn(hiddenDefaults(headers), value === undefined);
  for (const name of isFlat(headers) ? [] : bucketsOf(config, headers)) {
    if (stryMutAct_9fa48("52")) {
      {}
    } else {
      stryCov_9fa48("52");
      // A bucket may be shared with other requests: a copy takes its place.
      const copy = stryMutAct_9fa48("53") ? {} : (stryCov_9fa48("53"), {
        ...(headers[name] as Bag)
      });
      deleteIn(copy, stryMutAct_9fa48("56") ? value !== undefined : stryMutAct_9fa48("55") ? false : stryMutAct_9fa48("54") ? true : (stryCov_9fa48("54", "55", "56"), value === undefined));
      headers[name] = copy;
    }
  }
  const hidesDefaults = stryMutAct_9fa48("59") ? value === false || typeof headers.set === 'function' : stryMutAct_9fa48("58") ? false : stryMutAct_9fa48("57") ? true : (stryCov_9fa48("57", "58", "59"), (stryMutAct_9fa48("61") ? value !== false : stryMutAct_9fa48("60") ? true : (stryCov_9fa48("60", "61"), value === (stryMutAct_9fa48("62") ? true : (stryCov_9fa48("62"), false)))) && (stryMutAct_9fa48("64") ? typeof headers.set !== 'function' : stryMutAct_9fa48("63") ? true : (stryCov_9fa48("63", "64"), typeof headers.set === (stryMutAct_9fa48("65") ? "" : (stryCov_9fa48("65"), 'function')))));
  if (value || hidesDefaults) headers[COMPANY_ID_HEADER] = value;
}

/**
 * Makes `Procore-Company-Id: value` the one that is sent, on every axios version. `false` sends none, also where a default has one: in axios
 * 1.x that word hides defaults, in 0.x it would be sent. `undefined` leaves a header alone, unless that is its value.
 *
 * @param isNew - whether the header is known to be nowhere on the request
 */
export function setHeader(config: Bag, value: string | false | undefined, isNew: boolean): void {
  const headers = headersOf(config) ?? {};
  try {
    if (stryMutAct_9fa48("68") ? isNew && value || isFlat(headers) : stryMutAct_9fa48("67") ? false : stryMutAct_9fa48("66") ? true : (stryCov_9fa48("66", "67", "68"), (stryMutAct_9fa48("70") ? isNew || value : stryMutAct_9fa48("69") ? true : (stryCov_9fa48("69", "70"), isNew && value)) && isFlat(headers))) headers[COMPANY_ID_HEADER] = value;else change(config, headers, value);
    if (stryMutAct_9fa48("73") ? value !== undefined || headers !== own(config, 'headers') : stryMutAct_9fa48("72") ? false : stryMutAct_9fa48("71") ? true : (stryCov_9fa48("71", "72", "73"), (stryMutAct_9fa48("75") ? value === undefined : stryMutAct_9fa48("74") ? true : (stryCov_9fa48("74", "75"), value !== undefined)) && (stryMutAct_9fa48("77") ? headers === own(config, 'headers') : stryMutAct_9fa48("76") ? true : (stryCov_9fa48("76", "77"), headers !== own(config, stryMutAct_9fa48("78") ? "" : (stryCov_9fa48("78"), 'headers')))))) config.headers = headers;
  } catch {
    config.headers = {
      ...headers
    };
    change(config, config.headers as Bag, value);
  }
}

/** Takes back what an earlier attempt set, unless somebody changed it since. */
export function takeBackHeader(config: Bag, value: unknown): void {
  const headers = headersOf(config) ?? {};
  for (const key of Object.keys(headers)) {
    if (stryMutAct_9fa48("81") ? !isSpelling(key, COMPANY_ID_HEADER) && own(headers, key) !== value : stryMutAct_9fa48("80") ? false : stryMutAct_9fa48("79") ? true : (stryCov_9fa48("79", "80", "81"), (stryMutAct_9fa48("82") ? isSpelling(key, COMPANY_ID_HEADER) : (stryCov_9fa48("82"), !isSpelling(key, COMPANY_ID_HEADER))) || (stryMutAct_9fa48("84") ? own(headers, key) === value : stryMutAct_9fa48("83") ? false : (stryCov_9fa48("83", "84"), own(headers, key) !== value)))) continue;
    config.headers = headers;
    delete headers[key];
  }
}