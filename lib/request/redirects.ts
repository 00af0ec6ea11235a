import type { RequestFields } from '../axios-types';
import { readOwn } from '../own-properties';
import { spellingsOf } from './header';
import type { Scope } from './scope';
import { readUrl } from './url';

/** A `beforeRedirect` hook of the http adapter. */
interface RedirectHook {
  (this: unknown, hop: Hop, ...details: unknown[]): void;
  /** On a hook of this package: the hook of the caller. */
  callersHook?: { hook: unknown };
}

/** What the adapter asks a hook about. It is the same object for all hops of a request. */
interface Hop {
  readonly href: string;
  readonly headers: Record<string, unknown>;
  readonly socketPath?: unknown;
}

/** Removes the header from a redirect that leaves the API. Over a `socketPath` every hop goes to the same server. */
function judge({ href, headers, socketPath }: Hop, scope: Scope): void {
  if (socketPath || scope.contains(readUrl(href))) return;
  for (const key of spellingsOf(headers)) delete headers[key];
}

/** Whether a proxy may be used: the request's, or one from the environment. Its exceptions (`no_proxy`) are left to axios. */
function isProxied({ proxy }: RequestFields): boolean {
  const { env = {} } = (globalThis as { process?: { env?: object } }).process ?? {};
  const isInEnvironment = Object.keys(env).some((name) => /^https?_proxy$/i.test(name));
  return proxy !== false && (!!proxy || isInEnvironment);
}

/**
 * axios 0.27 has one place for the caller's hook and for the hook that sends redirects through a proxy too (axios#4703). It is the only version
 * with `FormData` and without `Blob` in `defaults.env`.
 */
const sharesHookWithProxy = (defaults: unknown): boolean => {
  const env = readOwn(defaults, 'env');
  return readOwn(env, 'FormData') !== undefined && readOwn(env, 'Blob') === undefined;
};

/**
 * Makes a function that lets the header travel to API hosts only: it answers with the hook to put on a request. The http adapter of axios 0.27
 * and later calls it at each redirect. Older versions and other adapters have no such hook.
 */
export function createRedirectGuard(
  scope: Scope,
  defaults: unknown,
): (fields: RequestFields) => unknown {
  const around = (callersHook: unknown): RedirectHook => {
    const hook: RedirectHook = function (hop, ...details) {
      // First, so that its changes are judged too.
      if (typeof callersHook === 'function')
        (callersHook as RedirectHook).call(this, hop, ...details);
      judge(hop, scope);
    };
    hook.callersHook = { hook: callersHook };
    return hook;
  };
  const alone = around(undefined);
  const isShared = sharesHookWithProxy(defaults);
  return (fields) => {
    const { beforeRedirect } = fields;
    if (isShared && isProxied(fields)) return beforeRedirect;
    const given = withoutGuard(beforeRedirect);
    return given ? around(given) : alone;
  };
}

/** The caller's own hook: a retry carries the one of the attempt before. */
export function withoutGuard(hook: unknown): unknown {
  const wrapped = readOwn(hook, 'callersHook') as RedirectHook['callersHook'];
  return wrapped ? wrapped.hook : hook;
}
