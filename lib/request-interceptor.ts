import { knowsSignal, untilCancelled } from './cancellation';
import { readId } from './company-id';
import { CompanyIdConflictError } from './errors/company-id-conflict-error';
import { UnresolvedCompanyIdError } from './errors/unresolved-company-id-error';
import { type CompanyIdEvent, tell } from './event';
import { addHeader, hasContainer, setHeader, takeBackHeader } from './headers';
import { AMBIGUOUS, TELLS_PROJECT } from './named-id';
import type { NormalisedOptions } from './options';
import { own } from './own';
import { decide } from './precedence';
import { RequestView } from './procore-request';
import { redirectGuard, unguardRedirects } from './redirects';
import { bareOrOwnFields, defaultsReader, type RequestFields } from './request-fields';
import { registry } from './registry';
import type { Reading } from './request-url';
import { isPromise } from './resolvers/resolution';
import type { Scope } from './scope';
import { createTrace, isByHand, readTrace, type Trace, writeTrace } from './trace';

type Config = Record<string, unknown>;

/** What a handler works with. */
interface Wiring {
  /** The instance's own defaults: what they hold may change at any time. */
  readonly readDefaults: () => RequestFields;
  readonly options: NormalisedOptions;
  readonly scope: Scope;
  readonly guardRedirects: (config: Config, previous: unknown) => void;
  /** Whether axios cancels by `signal`. */
  readonly hasSignal: boolean;
}

/** Changes a config, or a copy of what can be read of it where it refuses. One that refuses that, too, is left to axios. */
function changed(config: Config, change: (config: Config) => void): Config {
  try {
    change(config);
    return config;
  } catch {
    try {
      const copy = Object.fromEntries(
        Reflect.ownKeys(config).map((key) => [key, own(config, key)]),
      );
      change(copy);
      return copy;
    } catch {
      return config;
    }
  }
}

/** Undoes what an earlier attempt wrote. */
function revert(config: Config, before: Trace): void {
  if (before.optedOutBy === 'key') takeBackHeader(config, false);
  else if (!isByHand(before)) takeBackHeader(config, before.companyId);
  // What axios merged in from a default is not what the caller wrote: the default may have changed.
  const { instanceDefault } = before;
  if (instanceDefault && instanceDefault === readId(own(config, 'procoreCompanyId')))
    delete config.procoreCompanyId;
  unguardRedirects(config);
}

/** The project, unless the path will tell it again: to ask for it costs as much as the rest of the bookkeeping. */
function projectBesidePath(request: RequestView): string | undefined {
  const { params, data } = request.fields;
  const [{ search }] = request.readings as [Reading];
  const isPathAll = params === undefined && data === undefined && search === '';
  return isPathAll || TELLS_PROJECT.test(request.path) ? undefined : request.projectId;
}

function write(wiring: Wiring, request: RequestView, trace: Trace, config: Config): void {
  const { outcome, companyId } = trace;
  const { given } = request;
  if (given !== undefined) {
    const id = readId(given);
    // A bigint would break the JSON of an axios error.
    if (id && id !== given) config.procoreCompanyId = id;
    trace.instanceDefault = readId(wiring.readDefaults().procoreCompanyId);
  }
  writeTrace(config, trace);
  if (outcome === 'sent' && !isByHand(trace)) {
    if (!request.hasNoHeader || !addHeader(request.fields.headers, companyId))
      setHeader(config, companyId);
    wiring.guardRedirects(config, request.fields.beforeRedirect);
    trace.path = request.path;
    trace.projectId = projectBesidePath(request);
  } else if (outcome === 'opted-out') {
    trace.optedOutBy = given === false ? 'key' : 'header';
    setHeader(config, false);
  } else if (outcome !== 'out-of-scope')
    setHeader(config, hasContainer(config) ? companyId : undefined);
}

/** Whether path or query name another company than the one that somebody gave: all other ids come from the request itself, or after it. */
function hasConflict({ companyId, source, fromResolver }: Trace, request: RequestView): boolean {
  if (!fromResolver && source !== 'request' && source !== 'header') return false;
  const { id, by } = request.named();
  return !!id && id !== AMBIGUOUS && id !== companyId && by !== 'body';
}

/** What the observer is told beside the trace. */
function detailsOf({ outcome }: Trace, conflict: boolean, error?: Error): Partial<CompanyIdEvent> {
  if (outcome === 'sent') return error ? { type: 'failed', error } : { conflict };
  return outcome === 'unresolved' || outcome === AMBIGUOUS ? { reason: outcome } : {};
}

/** Tells the observer, then lets the request go on, or rejects it before it is sent. */
function conclude(wiring: Wiring, request: RequestView, trace: Trace): unknown {
  const { observe, dryRun, onConflict, onUnresolved } = wiring.options;
  const { outcome } = trace;
  const conflict = hasConflict(trace, request);
  let error: Error | undefined;
  if (conflict && !isByHand(trace) && onConflict === 'reject')
    error = new CompanyIdConflictError(request, trace);
  else if ((outcome === 'unresolved' || outcome === AMBIGUOUS) && onUnresolved === 'reject')
    error = new UnresolvedCompanyIdError(request, outcome);
  if (observe) tell(observe, request, trace, detailsOf(trace, conflict, error));
  if (dryRun) registry().dryRuns.set(request.config as object, trace);
  else if (error) throw error;
  else {
    return changed(request.config as Config, (config) => {
      write(wiring, request, trace, config);
    });
  }
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

function handle(wiring: Wiring, given: Config): unknown {
  const { readDefaults, options, scope } = wiring;
  let config = given;
  let fields = bareOrOwnFields(given);
  const before = options.dryRun ? undefined : readTrace(fields);
  if (before) {
    config = changed(given, (each) => {
      revert(each, before);
    });
    fields = bareOrOwnFields(config);
  }
  const defaults = readDefaults();
  scope.follow(defaults.baseURL);
  const request = new RequestView(config, fields, scope.prefixes);
  if (!scope.contains(request.readings))
    return conclude(wiring, request, createTrace('out-of-scope'));
  let trace: Trace | Promise<Trace>;
  try {
    trace = decide(request, options, defaults.procoreCompanyId, before);
  } catch (error) {
    return fail(wiring, request, error);
  }
  return isPromise(trace)
    ? untilCancelled(config, trace, wiring.hasSignal).then(
        (later) => (later ? conclude(wiring, request, later) : config),
        (error: unknown) => fail(wiring, request, error),
      )
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
  const wiring: Wiring = {
    readDefaults: defaultsReader(instance),
    options,
    scope,
    guardRedirects: redirectGuard(scope),
    hasSignal: knowsSignal(instance),
  };
  return (config) => {
    if (typeof config !== 'object' || config === null) return config;
    return handle(wiring, config as Config);
  };
}
