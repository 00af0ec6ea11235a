import { COMPANY_ID_HEADER } from './headers';
import { own } from './own';
import { type RedirectHook, registry } from './registry';
import { readTarget } from './request-url';
import type { Scope } from './scope';

type Config = Record<string, unknown>;
type Headers = Record<string, unknown>;

/** Removes the header on the way out of scope, and puts it back on the way in. The options of all hops are one object. */
function judgeHop(options: object, scope: Scope, removed: WeakMap<object, unknown>): void {
  const headers = own(options, 'headers') as Headers | undefined;
  if (!headers) return;
  const lowerName = COMPANY_ID_HEADER.toLowerCase();
  const key = Object.keys(headers).find((name) => name.toLowerCase() === lowerName);
  const inScope = scope.contains(readTarget(String(own(options, 'href'))));
  if (key !== undefined && !inScope) {
    removed.set(options, headers[key]);
    delete headers[key];
  } else if (key === undefined && inScope && removed.has(options)) {
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
 * Lets the header travel to API hosts only. The http adapter of axios 0.27 and later asks at each redirect; older versions and
 * other adapters have no such hook. The caller's own hook runs first, so that its changes are judged too.
 */
export class RedirectGuard {
  private previous: unknown;
  private hook: RedirectHook | undefined;

  /** Installs the hook; the one made last is used again, as all requests of an instance have the same `beforeRedirect`. */
  install(config: Config, scope: Scope): void {
    const previous = own(config, 'beforeRedirect');
    if (!this.hook || previous !== this.previous) {
      this.hook = createHook(scope, previous);
      this.previous = previous;
    }
    config.beforeRedirect = this.hook;
  }
}

/** Gives the caller's own hook back: a re-send carries the one of the attempt before. */
export function unguardRedirects(config: Config): void {
  const hook = own(config, 'beforeRedirect');
  const wrapped = typeof hook === 'function' && registry().hooks.get(hook as RedirectHook);
  if (wrapped) config.beforeRedirect = wrapped.previous;
}
