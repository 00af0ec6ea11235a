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
const hasOwn = Object.prototype.hasOwnProperty;

/**
 * Reads an own property. A polluted `Object.prototype` and an accessor that throws both read as `undefined`.
 */
export function own(target: unknown, key: PropertyKey): unknown {
  if (stryMutAct_9fa48("112") ? target === undefined && target === null : stryMutAct_9fa48("111") ? false : stryMutAct_9fa48("110") ? true : (stryCov_9fa48("110", "111", "112"), (stryMutAct_9fa48("114") ? target !== undefined : stryMutAct_9fa48("113") ? false : (stryCov_9fa48("113", "114"), target === undefined)) || (stryMutAct_9fa48("116") ? target !== null : stryMutAct_9fa48("115") ? false : (stryCov_9fa48("115", "116"), target === null)))) return undefined;
  try {
    const value = (target as Record<PropertyKey, unknown>)[key];
    // Most of what is asked for is not there: then one look-up is enough.
    return (stryMutAct_9fa48("118") ? value !== undefined : stryMutAct_9fa48("117") ? false : (stryCov_9fa48("117", "118"), value === undefined)) || hasOwn.call(target, key) ? value : undefined;
  } catch {
    if (stryMutAct_9fa48("119")) {
      {}
    } else {
      stryCov_9fa48("119");
      return undefined;
    }
  }
}