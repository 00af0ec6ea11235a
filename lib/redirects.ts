import { COMPANY_ID_HEADER, isSpelling } from './headers';
import { own } from './own';
import { type RedirectHook, registry } from './registry';
import { readTarget } from './request-url';
import type { Scope } from './scope';

type Bag = Record<string, unknown>;

/** Removes the header on the way out of scope, and puts it back on the way in. The options of all hops are one object. */
function judgeHop(options: object, scope: Scope, removed: WeakMap<object, unknown>): void {
  const headers = (own(options, 'headers') ?? {}) as Bag;
  const key = Object.keys(headers).find((name) => isSpelling(name));
  const isInScope = scope.contains(readTarget(String(own(options, 'href'))));
  if (key && !isInScope) {
    removed.set(options, headers[key]);
    delete headers[key];
  } else if (!key && isInScope && removed.has(options)) {
    headers[COMPANY_ID_HEADER] = removed.get(options);
  }
}

function createHook(scope: Scope, previous: unknown): RedirectHook {
  const removed = new WeakMap<object, unknown>();
  const hook: RedirectHook = function (options, ...details) {
    if (typeof previous === 'function') (previous as RedirectHook).call(this, options, ...details);
    judgeHop(options, scope, removed);
  };
  registry().hooks.set(hook, { previous });
  return hook;
}

/**
 * Makes a function that lets the header of a request travel to API hosts only. The http adapter of axios 0.27 and later asks at each redirect;
 * older versions and other adapters have no such hook. The caller's own hook runs first, so that its changes are judged too.
 */
export function redirectGuard(scope: Scope): (config: Bag, given: unknown) => void {
  let previous: unknown;
  let hook: RedirectHook | undefined;
  return (config, given) => {
    // All requests of an instance have the same hook nearly always.
    if (!hook || given !== previous) hook = createHook(scope, (previous = given));
    config.beforeRedirect = hook;
  };
}

/** Gives the caller's own hook back: a re-send carries the one of the attempt before. */
export function unguardRedirects(config: Bag): void {
  const wrapped = registry().hooks.get(own(config, 'beforeRedirect') as RedirectHook);
  if (wrapped) config.beforeRedirect = wrapped.previous;
}
