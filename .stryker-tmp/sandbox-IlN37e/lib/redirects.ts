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
import { COMPANY_ID_HEADER } from './headers';
import { own } from './own';
import { type RedirectHook, registry } from './registry';
import { readTarget } from './request-url';
import type { Scope } from './scope';
type Bag = Record<string, unknown>;

/** Removes the header on the way out of scope, and puts it back on the way in. The options of all hops are one object. */
function judgeHop(options: object, scope: Scope, removed: WeakMap<object, unknown>): void {
  if (stryMutAct_9fa48("120")) {
    {}
  } else {
    stryCov_9fa48("120");
    const headers = (own(options, 'headers') ?? {}) as Bag;
    const key = Object.keys(headers).find(stryMutAct_9fa48("121") ? () => undefined : (stryCov_9fa48("121"), name => (stryMutAct_9fa48("123") ? /^procore-company-id/i : stryMutAct_9fa48("122") ? /procore-company-id$/i : (stryCov_9fa48("122", "123"), /^procore-company-id$/i)).test(name)));
    const isInScope = scope.contains(readTarget(String(own(options, stryMutAct_9fa48("124") ? "" : (stryCov_9fa48("124"), 'href')))));
    if (stryMutAct_9fa48("127") ? key || !isInScope : stryMutAct_9fa48("126") ? false : stryMutAct_9fa48("125") ? true : (stryCov_9fa48("125", "126", "127"), key && (stryMutAct_9fa48("128") ? isInScope : (stryCov_9fa48("128"), !isInScope)))) {
      if (stryMutAct_9fa48("129")) {
        {}
      } else {
        stryCov_9fa48("129");
        removed.set(options, headers[key]);
        delete headers[key];
      }
    } else if (stryMutAct_9fa48("132") ? !key && isInScope || removed.has(options) : stryMutAct_9fa48("131") ? false : stryMutAct_9fa48("130") ? true : (stryCov_9fa48("130", "131", "132"), (stryMutAct_9fa48("134") ? !key || isInScope : stryMutAct_9fa48("133") ? true : (stryCov_9fa48("133", "134"), (stryMutAct_9fa48("135") ? key : (stryCov_9fa48("135"), !key)) && isInScope)) && removed.has(options))) {
      if (stryMutAct_9fa48("136")) {
        {}
      } else {
        stryCov_9fa48("136");
        headers[COMPANY_ID_HEADER] = removed.get(options);
      }
    }
  }
}
function createHook(scope: Scope, previous: unknown): RedirectHook {
  const removed = new WeakMap<object, unknown>();
  const hook: RedirectHook = function (options, ...details) {
    if (stryMutAct_9fa48("137")) {
      {}
    } else {
      stryCov_9fa48("137");
      if (stryMutAct_9fa48("140") ? typeof previous !== 'function' : stryMutAct_9fa48("139") ? false : stryMutAct_9fa48("138") ? true : (stryCov_9fa48("138", "139", "140"), typeof previous === (stryMutAct_9fa48("141") ? "" : (stryCov_9fa48("141"), 'function')))) (previous as RedirectHook).call(this, options, ...details);
      judgeHop(options, scope, removed);
    }
  };
  registry().hooks.set(hook, stryMutAct_9fa48("142") ? {} : (stryCov_9fa48("142"), {
    previous
  }));
  return hook;
}

/**
 * Makes a function that lets the header of a request travel to API hosts only. The http adapter of axios 0.27 and later asks at each redirect;
 * older versions and other adapters have no such hook. The caller's own hook runs first, so that its changes are judged too.
 */
export function redirectGuard(scope: Scope): (config: Bag) => void {
  let previous: unknown;
  let hook: RedirectHook | undefined;
  return config => {
    const given = own(config, stryMutAct_9fa48("143") ? "" : (stryCov_9fa48("143"), 'beforeRedirect'));
    // All requests of an instance have the same hook nearly always.
    if (stryMutAct_9fa48("146") ? !hook && given !== previous : stryMutAct_9fa48("145") ? false : stryMutAct_9fa48("144") ? true : (stryCov_9fa48("144", "145", "146"), (stryMutAct_9fa48("147") ? hook : (stryCov_9fa48("147"), !hook)) || (stryMutAct_9fa48("149") ? given === previous : stryMutAct_9fa48("148") ? false : (stryCov_9fa48("148", "149"), given !== previous)))) hook = createHook(scope, previous = given);
    config.beforeRedirect = hook;
  };
}

/** Gives the caller's own hook back: a re-send carries the one of the attempt before. */
export function unguardRedirects(config: Bag): void {
  if (stryMutAct_9fa48("150")) {
    {}
  } else {
    stryCov_9fa48("150");
    const wrapped = registry().hooks.get(own(config, 'beforeRedirect') as RedirectHook);
    if (stryMutAct_9fa48("152") ? false : stryMutAct_9fa48("151") ? true : (stryCov_9fa48("151", "152"), wrapped)) config.beforeRedirect = wrapped.previous;
  }
}