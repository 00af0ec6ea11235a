import { knowsSignal, untilCancelled } from './cancellation';
import { readId } from './company-id';
import { CompanyIdConflictError } from './errors/company-id-conflict-error';
import { UnresolvedCompanyIdError } from './errors/unresolved-company-id-error';
import { type CompanyIdEvent, tell } from './event';
import { setHeader, takeBackHeader } from './headers';
import { AMBIGUOUS } from './named-id';
import type { NormalisedOptions } from './options';
import { own } from './own';
import { decide } from './precedence';
import { RequestView } from './procore-request';
import { RedirectGuard, unguardRedirects } from './redirects';
import { registry } from './registry';
import { isPromise } from './resolvers/resolution';
import type { Scope } from './scope';
import { createTrace, readTrace, type Trace, writeTrace } from './trace';

type Config = Record<string, unknown>;

/** What a handler works with. */
interface Wiring {
  /** The instance's own defaults: what they hold may change at any time. */
  readonly defaults: unknown;
  readonly options: NormalisedOptions;
  readonly scope: Scope;
  readonly redirectGuard: RedirectGuard;
  /** Whether axios cancels by `signal`. */
  readonly hasSignal: boolean;
}

/** Undoes what an earlier attempt wrote, and tells what was decided for it. */
function revert(config: Config): Trace | undefined {
  const given = own(config, 'procoreCompanyId') ?? undefined;
  const id = readId(given);
  if (id !== undefined && given !== id) config.procoreCompanyId = id;
  const before = readTrace(config);
  if (!before) return undefined;
  if (before.optedOutBy === 'key') takeBackHeader(config, false);
  else if (before.source !== 'header') takeBackHeader(config, before.companyId);
  // What axios merged in from a default is not what the caller wrote: the default may have changed.
  if (id !== undefined && id === before.instanceDefault) delete config.procoreCompanyId;
  unguardRedirects(config);
  return before;
}

function write(wiring: Wiring, request: RequestView, trace: Trace): void {
  const { defaults, scope, redirectGuard } = wiring;
  const config = request.config as Config;
  const { outcome, companyId, source } = trace;
  const isOurs = outcome === 'sent' && source !== 'header';
  if (outcome !== 'out-of-scope') {
    setHeader(config, isOurs ? companyId : outcome === 'opted-out' ? false : undefined);
  }
  if (isOurs) {
    redirectGuard.install(config, scope);
    trace.path = request.path;
    // The path tells its project again; asking for it here would cost as much as the rest of the bookkeeping.
    if (!trace.path.includes('/project')) trace.projectId = request.projectId;
  }
  if (outcome === 'opted-out')
    trace.optedOutBy = own(config, 'procoreCompanyId') === false ? 'key' : 'header';
  const instanceDefault = own(defaults, 'procoreCompanyId');
  if (instanceDefault !== undefined) trace.instanceDefault = readId(instanceDefault);
  writeTrace(config, trace);
}

/** An id that somebody gave, while path or query name another: all other ids come from the request itself, or after it. */
function hasConflict({ companyId, source, fromResolver }: Trace, request: RequestView): boolean {
  if (!fromResolver && source !== 'request' && source !== 'header') return false;
  const { id, by } = request.named();
  return id !== undefined && id !== AMBIGUOUS && id !== companyId && by !== 'body';
}

/** The error with which the options have a request rejected before it is sent. */
function rejectionOf(
  { onConflict, onUnresolved }: NormalisedOptions,
  request: RequestView,
  trace: Trace,
  conflict: boolean,
): Error | undefined {
  const { outcome, source } = trace;
  if (conflict && onConflict === 'reject' && source !== 'header')
    return new CompanyIdConflictError(request, trace);
  return onUnresolved === 'reject' && (outcome === 'unresolved' || outcome === AMBIGUOUS)
    ? new UnresolvedCompanyIdError(request, outcome)
    : undefined;
}

function detailsOf(
  { outcome }: Trace,
  conflict: boolean,
  error: Error | undefined,
): Partial<CompanyIdEvent> {
  if (outcome === 'unresolved' || outcome === AMBIGUOUS) return { reason: outcome };
  if (outcome !== 'sent') return {};
  return error ? { type: 'failed', error } : { conflict };
}

function conclude(wiring: Wiring, request: RequestView, trace: Trace): unknown {
  const { observe, dryRun } = wiring.options;
  const conflict = hasConflict(trace, request);
  const error = rejectionOf(wiring.options, request, trace, conflict);
  if (observe) tell(observe, request, trace, detailsOf(trace, conflict, error));
  if (dryRun) registry().dryRuns.set(request.config as object, trace);
  else if (error) throw error;
  else write(wiring, request, trace);
  return request.config;
}

/** An id was unusable, or the resolver failed. */
function fail({ options }: Wiring, request: RequestView, error: unknown): unknown {
  const trace = createTrace('unresolved');
  tell(options.observe, request, trace, { type: 'failed', error });
  if (!options.dryRun) throw error;
  registry().dryRuns.set(request.config as object, trace);
  return request.config;
}

async function concludeLater(
  wiring: Wiring,
  request: RequestView,
  pending: Promise<Trace>,
): Promise<unknown> {
  let trace: Trace | undefined;
  try {
    trace = await untilCancelled(request.config, pending, wiring.hasSignal);
  } catch (error) {
    return fail(wiring, request, error);
  }
  return trace ? conclude(wiring, request, trace) : request.config;
}

function handle(wiring: Wiring, config: Config): unknown {
  const { defaults, options, scope } = wiring;
  const before = options.dryRun ? undefined : revert(config);
  scope.follow(own(defaults, 'baseURL'));
  const request = new RequestView(config, scope.prefixes);
  if (!scope.contains(request.readings))
    return conclude(wiring, request, createTrace('out-of-scope'));
  const instanceDefault = own(defaults, 'procoreCompanyId');
  let trace: Trace | Promise<Trace>;
  try {
    trace = decide({ request, options, instanceDefault, before });
  } catch (error) {
    return fail(wiring, request, error);
  }
  return isPromise(trace)
    ? concludeLater(wiring, request, trace)
    : conclude(wiring, request, trace);
}

/**
 * Makes the request interceptor of an attachment: one decision and one header per attempt.
 *
 * It answers with the config itself unless the resolver answers with a promise.
 */
export function createRequestHandler(
  instance: unknown,
  options: NormalisedOptions,
  scope: Scope,
): (config: unknown) => unknown {
  const wiring = {
    defaults: own(instance, 'defaults'),
    options,
    scope,
    redirectGuard: new RedirectGuard(),
    hasSignal: knowsSignal(instance),
  };
  return (config) => {
    if (typeof config !== 'object' || config === null) return config;
    return handle(wiring, (Object.isExtensible(config) ? config : { ...config }) as Config);
  };
}
