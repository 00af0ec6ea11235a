import { isThenable, whenReady } from '../callbacks';
import { readId } from '../company-id';
import { UnresolvedCompanyIdError } from '../errors/unresolved-company-id-error';
import { tell } from '../observe';
import type { NormalisedOptions } from '../options';
import { ownFields } from '../own-properties';
import { registry } from '../registry';
import { type Attempt, decide } from './decide';
import { type Decision, DECISION_KEY, decisionIn, explain } from './decision';
import { deleteHeader, setHeader } from './header';
import { createRedirectGuard, withoutGuard } from './redirects';
import { RequestView } from './request-view';
import type { Scope } from './scope';

type Config = Record<string, unknown>;
/** An axios instance. `defaults` may be a getter. */
interface Instance {
  readonly defaults?: Config;
}
type Guard = ReturnType<typeof createRedirectGuard>;

/** Undoes what an earlier attempt wrote. */
function undo(config: Config, { type, companyId, mergedDefault }: Decision): void {
  // The default may have changed since, and must not pass for an id that the call gave.
  if (mergedDefault && config.procoreCompanyId === mergedDefault) delete config.procoreCompanyId;
  // Unless somebody has changed it since.
  if (type === 'resolved') deleteHeader(config, (value) => value === companyId);
  const { beforeRedirect } = config;
  const callersHook = withoutGuard(beforeRedirect);
  if (callersHook !== beforeRedirect) config.beforeRedirect = callersHook;
  delete config[DECISION_KEY];
}

/** Puts the decision on the config, and the header where there is one to set. */
function write({ request, defaults }: Attempt, decision: Decision, guard: Guard): void {
  const config = request.config as Config;
  const { fields, companyIdHeader } = request;
  const { type, companyId } = decision;
  const key = readId(fields.procoreCompanyId);
  if (key) {
    // A bigint would break the JSON of an axios error.
    config.procoreCompanyId = key;
    if (key === readId(defaults.procoreCompanyId)) decision.mergedDefault = key;
  }
  if (type === 'resolved') {
    setHeader(config, companyId, companyIdHeader);
    const hook = guard(fields);
    if (hook) config.beforeRedirect = hook;
  } else if (type === 'opted-out') deleteHeader(config);
  // axios 0.x throws on a header that is there and `undefined`.
  else if (type !== 'out-of-scope') deleteHeader(config, (value) => value === undefined);
  config[DECISION_KEY] = decision;
}

const failed = (error: unknown): Decision => ({ type: 'failed', error });

/** Decides about an attempt. What somebody throws on the way becomes a decision too. */
function decideSafely(attempt: Attempt): Decision | Promise<Decision> {
  try {
    const decision = decide(attempt);
    return isThenable(decision) ? decision.catch(failed) : decision;
  } catch (error) {
    return failed(error);
  }
}

/**
 * Makes the request interceptor of an attachment: one decision, and at most one header, per attempt. It answers with the config itself unless
 * the resolver answers with a promise.
 */
export function createRequestHandler(
  instance: Instance,
  options: NormalisedOptions,
  scope: Scope,
): (config: Config) => unknown {
  const { observe, dryRun, onUnresolved, resolver } = options;
  const guard = createRedirectGuard(scope, instance.defaults);

  /** Tells the observer, then lets the request go on or rejects it. */
  function conclude(decision: Decision, attempt: Attempt): unknown {
    const { request } = attempt;
    const { type, reason, error } = decision;
    tell(observe, request, decision);
    if (dryRun) registry().dryRuns.set(request.config, decision);
    else if (type === 'failed') throw error;
    else if (reason && onUnresolved === 'reject')
      throw new UnresolvedCompanyIdError(request, reason, explain(request, decision, resolver));
    else write(attempt, decision, guard);
    return request.config;
  }

  return (config) => {
    // An interceptor of the caller's that returns nothing is for axios to complain about.
    if (Object(config) !== config) return config;
    const before = dryRun ? undefined : decisionIn(config);
    if (before) undo(config, before);
    // Read at each request: generated clients replace `defaults`, and a class around an instance may have a getter.
    const defaults = ownFields(instance.defaults);
    scope.follow(defaults.baseURL);
    const request = new RequestView(config, scope.urls, observe);
    const attempt = { request, options, defaults, before };
    if (!scope.contains(request.target)) return conclude({ type: 'out-of-scope' }, attempt);
    return whenReady(decideSafely(attempt), conclude, attempt);
  };
}
