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
interface CancelTokenLike {
  /** Its `then` gives a promise that can be taken back, from axios 0.22 on. */
  readonly promise: {
    then(onCancel: () => void): {
      cancel?: () => void;
    };
  };
}

/**
 * Whether axios cancels by `signal`: it does from 0.22 on, which brought `create` to instances and `VERSION` to the global one. An older
 * one sends the request all the same, so that its company must be waited for.
 */
export const knowsSignal = (instance: unknown): boolean => Boolean(own(instance, stryMutAct_9fa48("0") ? "" : (stryCov_9fa48("0"), 'VERSION')) ?? (stryMutAct_9fa48("3") ? own(instance, 'create') || !own(instance, 'CancelToken') : stryMutAct_9fa48("2") ? false : stryMutAct_9fa48("1") ? true : (stryCov_9fa48("1", "2", "3"), own(instance, stryMutAct_9fa48("4") ? "" : (stryCov_9fa48("4"), 'create')) && (stryMutAct_9fa48("5") ? own(instance, 'CancelToken') : (stryCov_9fa48("5"), !own(instance, stryMutAct_9fa48("6") ? "" : (stryCov_9fa48("6"), 'CancelToken')))))));

/**
 * Settles when the promise does, or with `undefined` as soon as the request is cancelled. A cancelled request needs no answer: axios
 * itself rejects it before it is sent.
 */
export function untilCancelled<T>(config: unknown, pending: Promise<T>, hasSignal: boolean): Promise<T | undefined> {
  const signal = (hasSignal && own(config, 'signal')) as AbortSignal | null | undefined | false;
  const token = own(config, 'cancelToken') as CancelTokenLike | null | undefined;
  if (stryMutAct_9fa48("9") ? !signal || !token : stryMutAct_9fa48("8") ? false : stryMutAct_9fa48("7") ? true : (stryCov_9fa48("7", "8", "9"), (stryMutAct_9fa48("10") ? signal : (stryCov_9fa48("10"), !signal)) && (stryMutAct_9fa48("11") ? token : (stryCov_9fa48("11"), !token)))) return pending;
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      resolve(undefined);
    };
    let waiting: ReturnType<CancelTokenLike['promise']['then']> | undefined;
    try {
      waiting = token?.promise.then(cancel);
      if (stryMutAct_9fa48("13") ? false : stryMutAct_9fa48("12") ? true : (stryCov_9fa48("12", "13"), signal)) {
        if (stryMutAct_9fa48("15") ? false : stryMutAct_9fa48("14") ? true : (stryCov_9fa48("14", "15"), signal.aborted)) cancel();else signal.addEventListener('abort', cancel, {
          once: true
        });
      }
    } catch {
      // What is no signal or token is an error of axios's own.
    }
    pending.then(resolve, reject).then(() => {
      // Many requests may share a signal or token: none must leave a listener on it.
      if (signal) signal.removeEventListener('abort', cancel);
      if (stryMutAct_9fa48("18") ? waiting.cancel : stryMutAct_9fa48("17") ? false : stryMutAct_9fa48("16") ? true : (stryCov_9fa48("16", "17", "18"), waiting?.cancel)) waiting.cancel();
    }).catch(() => undefined);
  });
}