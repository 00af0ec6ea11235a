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
import { readHeader } from './headers';
import { own } from './own';

/** Something to ask for the values of a key: a form, or the own fields of an object. */
export interface BodyFields {
  getAll(key: string): unknown[];
}
const LONGEST_TEXT = 65536;
function fieldsOf(body: unknown): BodyFields {
  return {
    getAll(key) {
      const value = own(body, key);
      return (stryMutAct_9fa48("155") ? value === undefined && Array.isArray(body) : stryMutAct_9fa48("154") ? false : stryMutAct_9fa48("153") ? true : (stryCov_9fa48("153", "154", "155"), (stryMutAct_9fa48("157") ? value !== undefined : stryMutAct_9fa48("156") ? false : (stryCov_9fa48("156", "157"), value === undefined)) || Array.isArray(body))) ? stryMutAct_9fa48("158") ? ["Stryker was here"] : (stryCov_9fa48("158"), []) : [value];
    }
  };
}

/** The `form-data` package keeps its parts in a list: a header text, the value, and a function that ends the line. */
function partsOf(parts: readonly unknown[]): BodyFields {
  return {
    getAll: key => parts.filter((_value, index) => String(parts[index - 1]).includes(` name="${key}"\r\n`) && typeof parts[index + 1] === 'function')
  };
}

/** A text without a type of its own goes out as a form, unless it looks like JSON: then that is what its author meant. */
function parseText(body: string, config: unknown): BodyFields | undefined {
  const type = String(readHeader(config, 'content-type') ?? '');
  if (body.length > LONGEST_TEXT || type && !/json|urlencoded/i.test(type)) return undefined;
  const isJson = type ? /json/i.test(type) : (stryMutAct_9fa48("161") ? /^\S*\{/ : stryMutAct_9fa48("160") ? /^\s\{/ : stryMutAct_9fa48("159") ? /\s*\{/ : (stryCov_9fa48("159", "160", "161"), /^\s*\{/)).test(body);
  // URLSearchParams would take a leading question mark off.
  if (!isJson) return new URLSearchParams(`&${body}`);
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    if (stryMutAct_9fa48("162")) {
      {}
    } else {
      stryCov_9fa48("162");
      return undefined;
    }
  }
}

/**
 * Reads the body of a request: a plain object, a form, or JSON or form text of up to 64 KiB; never a stream or bytes. Throws where the body
 * does.
 */
export function readBody(config: unknown): BodyFields | undefined {
  const data = own(config, 'data');
  if (typeof data === 'string') return parseText(data, config);
  if (stryMutAct_9fa48("165") ? typeof data !== 'object' && data === null : stryMutAct_9fa48("164") ? false : stryMutAct_9fa48("163") ? true : (stryCov_9fa48("163", "164", "165"), (stryMutAct_9fa48("167") ? typeof data === 'object' : stryMutAct_9fa48("166") ? false : (stryCov_9fa48("166", "167"), typeof data !== (stryMutAct_9fa48("168") ? "" : (stryCov_9fa48("168"), 'object')))) || (stryMutAct_9fa48("170") ? data !== null : stryMutAct_9fa48("169") ? false : (stryCov_9fa48("169", "170"), data === null)))) return undefined;
  const prototype: unknown = Object.getPrototypeOf(data);
  if ((stryMutAct_9fa48("172") ? prototype !== null : stryMutAct_9fa48("171") ? false : (stryCov_9fa48("171", "172"), prototype === null)) || prototype === Object.prototype) return fieldsOf(data);
  const parts = own(data, '_streams');
  if (Array.isArray(parts)) return partsOf(parts);
  return (stryMutAct_9fa48("175") ? typeof (data as FormData).getAll !== 'function' : stryMutAct_9fa48("174") ? false : stryMutAct_9fa48("173") ? true : (stryCov_9fa48("173", "174", "175"), typeof (data as FormData).getAll === (stryMutAct_9fa48("176") ? "" : (stryCov_9fa48("176"), 'function')))) ? data as FormData : undefined;
}