import type { AxiosLike, InterceptorManagerLike } from './axios-types';
import { attachCreated, hasCreate } from './created-instances';
import { normalizeOptions, type NormalisedOptions, type ProcoreCompanyIdOptions } from './options';
import { readOwn } from './own-properties';
import { registry } from './registry';
import { createRequestHandler } from './request/handle-request';
import { Scope } from './request/scope';
import { createLearningHandler, createRejectionHandler } from './response/handle-response';

/**
 * The plugin on one instance.
 *
 * @since 1.0.0
 */
export interface Attachment {
  /**
   * Takes the plugin off the instance. Calling it again, or after another attachment took its place, does nothing. Calls that have begun finish
   * with the plugin.
   */
  detach(): void;
}

function checkInstance(instance: unknown): AxiosLike {
  const { request, response } = ((instance as AxiosLike | undefined)?.interceptors ??
    {}) as Partial<AxiosLike['interceptors']>;
  const isPart = typeof request?.use === 'function';
  if (isPart && typeof response?.use === 'function') return instance as AxiosLike;
  const missing = `\`interceptors.${isPart ? 'response' : 'request'}.use\``;
  const got = Object(instance) === instance ? `a value without ${missing}` : String(instance);
  throw new TypeError(
    `attachProcoreCompanyId expects an axios instance, such as \`axios.create()\`, and got ${got}. ` +
      'If axios is mocked in this test, give the mock both interceptors (axios-procore-company-id, docs/testing.md).',
  );
}

/**
 * Removes a handler by its id, unless it is gone already: axios up to 1.19 counts from 0 again after `clear()`, so that the id may
 * have become another's. Some mocks have no `eject`.
 */
function eject(manager: InterceptorManagerLike, id: number, handler: unknown): void {
  const handlers = readOwn(manager, 'handlers');
  const isOurs = (pair: unknown): boolean =>
    Object.values(Object(pair) as object).includes(handler);
  if (Array.isArray(handlers) && !handlers.some(isOurs)) return;
  if (typeof manager.eject === 'function') manager.eject(id);
}

/** Attaches an instance that is one, in the place of its earlier attachment. */
function attach(instance: AxiosLike, options: NormalisedOptions): Attachment {
  const { interceptors } = instance;
  const { attachments } = registry();
  attachments.get(interceptors)?.detach();

  const scope = new Scope(options.apiHosts);
  const onRequest = createRequestHandler(instance as object, options, scope);
  const onRejected = createRejectionHandler(options);
  const requestId = interceptors.request.use(onRequest, undefined);
  const onFulfilled = createLearningHandler(options, scope);
  const responseId = interceptors.response.use(onFulfilled, onRejected);
  // axios 0.21 makes instances that cannot make any themselves.
  const detachCreated =
    options.includeCreated && hasCreate(instance)
      ? attachCreated(instance, (created) => attach(checkInstance(created), options))
      : undefined;

  const attachment: Attachment = {
    detach() {
      if (attachments.get(interceptors) !== attachment) return;
      attachments.delete(interceptors);
      detachCreated?.();
      // axios runs an ejected interceptor for the calls that have begun, and only for them: they finish as they began.
      eject(interceptors.request, requestId, onRequest);
      eject(interceptors.response, responseId, onRejected);
    },
  };
  attachments.set(interceptors, attachment);
  return attachment;
}

/**
 * Makes every request of an axios instance carry the header `Procore-Company-Id`, and Procore's "missing header" answer a typed error.
 *
 * Attach directly after `axios.create()`: axios runs request interceptors in reverse order, so attaching first lets the plugin see every change
 * that yours make. Attaching to the same instance again replaces the earlier attachment.
 *
 * @param instance - an axios instance of any version
 * @param options - see {@link ProcoreCompanyIdOptions}
 * @returns a handle with `detach()`
 * @throws TypeError for an unusable instance or option, naming it
 * @throws InvalidCompanyIdError for an unusable option `companyId`
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 *
 * @example
 * ```ts
 * import axios from 'axios';
 * import { attachProcoreCompanyId } from 'axios-procore-company-id';
 *
 * const procore = axios.create({ baseURL: 'https://api.procore.com' });
 * attachProcoreCompanyId(procore, { companyId: 42 });
 *
 * await procore.get('/rest/v1.0/me'); // Procore-Company-Id: 42
 * ```
 *
 * @since 1.0.0
 */
export function attachProcoreCompanyId(
  instance: AxiosLike,
  options?: ProcoreCompanyIdOptions | null,
): Attachment {
  const checked = checkInstance(instance);
  const normalised = normalizeOptions(options);
  if (normalised.includeCreated && !hasCreate(checked))
    throw new TypeError(
      'Option `includeCreated` of attachProcoreCompanyId needs an instance that has `create`, such as the global `axios`.',
    );
  return attach(checked, normalised);
}
