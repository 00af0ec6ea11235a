import { isThenable, whenReady } from '../callbacks';
import { readId } from '../company-id';
import { UnresolvedCompanyIdError } from '../errors/unresolved-company-id-error';
import { tell } from '../observe';
import type { NormalisedOptions } from '../options';
import { ownFields } from '../own-properties';
import { registry } from '../registry';
import { decide, subjectOf } from './decide';
import { type Decision, decisionIn, removeDecision, writeDecision } from './decision';
import { explain } from './explain';
import { deleteHeader, setHeader } from './header';
import { createRedirectGuard, withoutGuard } from './redirects';
import { RequestView } from './request-view';
import type { Scope } from './scope';

type Config = Record<string, unknown>;
/** Undoes what an earlier attempt wrote. */
function undo(config: Config, { type, companyId }: Decision): void {
  // Unless somebody has changed it since.
  if (type === 'resolved') deleteHeader(config, (value) => value === companyId);
  const { beforeRedirect } = config;
  const callersHook = withoutGuard(beforeRedirect);
  if (callersHook !== beforeRedirect) config.beforeRedirect = callersHook;
  removeDecision(config);
}

/** The way of one request: one decision, and at most one header, per attempt. */
class RequestHandler {
  private readonly guard: ReturnType<typeof createRedirectGuard>;

  constructor(
    private readonly instance: { readonly defaults?: Record<string, unknown> },
    private readonly options: NormalisedOptions,
    private readonly scope: Scope,
  ) {
    this.guard = createRedirectGuard(scope, instance.defaults);
  }

  handle(config: Config): unknown {
    const { options, scope } = this;
    const before = options.dryRun ? undefined : decisionIn(ownFields(config));
    if (before) undo(config, before);
    // Read at each request: generated clients replace `defaults`, and a class around an instance may have a getter.
    const { baseURL, procoreCompanyId } = ownFields(this.instance.defaults);
    scope.follow(baseURL);
    const request = new RequestView(config, scope.urls, options.observe);
    const decision = scope.contains(request.target)
      ? this.decide(request, procoreCompanyId, before)
      : ({ type: 'out-of-scope' } as const);
    return whenReady(decision, (each) => this.conclude(request, each));
  }

  private decide(
    request: RequestView,
    instanceDefault: unknown,
    before: Decision | undefined,
  ): Decision | Promise<Decision> {
    const failed = (error: unknown): Decision => ({ type: 'failed', error });
    try {
      const decision = decide(request, this.options, instanceDefault, before);
      return isThenable(decision) ? decision.catch(failed) : decision;
    } catch (error) {
      return failed(error);
    }
  }

  /** Tells the observer, then lets the request go on or rejects it. */
  private conclude(request: RequestView, decision: Decision): unknown {
    const { observe, dryRun, onUnresolved, resolver } = this.options;
    const { type, reason, error } = decision;
    const { config } = request;
    tell(observe, request, decision);
    if (dryRun) registry().dryRuns.set(config, decision);
    else if (type === 'failed') throw error;
    else if (reason && onUnresolved === 'reject')
      throw new UnresolvedCompanyIdError(request, reason, explain(request, decision, resolver));
    else this.write(config, request, decision);
    return config;
  }

  /** Puts the decision on the config, and the header where there is one to set. */
  private write(config: Config, request: RequestView, decision: Decision): void {
    const { fields, companyIdHeader } = request;
    const { type, companyId } = decision;
    // A bigint would break the JSON of an axios error.
    if (fields.procoreCompanyId) config.procoreCompanyId = readId(fields.procoreCompanyId);
    if (type === 'resolved') {
      // Nothing in the request names this id, so a retry has to know what it was for.
      if (request.namedCompany().id === undefined) decision.subject ??= subjectOf(request);
      setHeader(config, companyId, companyIdHeader);
      const hook = this.guard(fields);
      if (hook) config.beforeRedirect = hook;
    } else if (type === 'opted-out') deleteHeader(config);
    // axios 0.x throws on a header that is there and `undefined`.
    else if (type !== 'out-of-scope') deleteHeader(config, (value) => value === undefined);
    writeDecision(config, decision);
  }
}

/**
 * Makes the request interceptor of an attachment. It answers with the config itself unless the resolver answers with a promise.
 */
export function createRequestHandler(
  instance: object,
  options: NormalisedOptions,
  scope: Scope,
): (config: unknown) => unknown {
  const handler = new RequestHandler(instance, options, scope);
  // An interceptor of the caller's that returns nothing is for axios to complain about.
  return (config) => (Object(config) === config ? handler.handle(config as Config) : config);
}
