import type { AxiosLike, InterceptorManagerLike } from './axios-types';
import { normalizeOptions, type ProcoreCompanyIdOptions } from './options';
import { own } from './own';
import { registry } from './registry';
import { createRequestHandler } from './request-interceptor';
import { createLearningHandler, createRejectionHandler } from './response-interceptor';
import { Scope } from './scope';

/**
 * The plugin on one instance.
 *
 * @since 1.0.0
 */
export interface Attachment {
  /** Takes the plugin off the instance. Calling it again, or after another attachment took its place, does nothing. */
  detach(): void;
}

type Handler = (value: never) => unknown;

function checkInstance(instance: unknown): AxiosLike {
  const { request, response } = ((instance as AxiosLike | undefined)?.interceptors ??
    {}) as Partial<AxiosLike['interceptors']>;
  if (typeof request?.use !== 'function' || typeof response?.use !== 'function') {
    throw new TypeError(
      'attachProcoreCompanyId expects an axios instance, such as `axios.create()`.',
    );
  }
  return instance as AxiosLike;
}

/**
 * Removes a handler by its id, unless it is gone already: axios up to 1.19 counts from 0 again after `clear()`, so that the id may
 * have become another's. From 1.20 on an id says nothing about the place in the list.
 */
function eject(manager: InterceptorManagerLike, id: number, handler: Handler): void {
  const handlers = own(manager, 'handlers');
  const isOurs = (pair: unknown): boolean =>
    own(pair, 'fulfilled') === handler || own(pair, 'rejected') === handler;
  if (!Array.isArray(handlers) || handlers.some(isOurs)) manager.eject(id);
}

/**
 * Makes every request of an axios instance carry the header `Procore-Company-Id`, and Procore's "missing header" answer a typed error.
 *
 * Attach directly after `axios.create()`: axios runs the request interceptors that were added first last, so that the plugin sees what the
 * caller's own have changed. Attaching to the same instance again replaces the earlier attachment.
 *
 * @param instance - an axios instance of any version
 * @param options - see {@link ProcoreCompanyIdOptions}
 * @returns a handle with `detach()`
 * @throws TypeError for an unusable instance or option, naming it
 * @throws InvalidCompanyIdError for an unusable option `companyId`
 *
 * @see {@link https://procore.github.io/documentation/mpz-headers | Procore: request header requirements}
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
  const { interceptors } = checkInstance(instance);
  const normalised = normalizeOptions(options);
  const { attachments } = registry();
  attachments.get(interceptors)?.detach();

  const scope = new Scope(normalised.apiHosts);
  const handleRequest = createRequestHandler(instance, normalised, scope);
  const learn = createLearningHandler(normalised, scope);
  const handleRejection = createRejectionHandler(normalised, scope);
  let isActive = true;

  const onRequest = (config: unknown): unknown => (isActive ? handleRequest(config) : config);
  const onRejected = (error: unknown): unknown => {
    if (!isActive) throw error;
    return handleRejection(error);
  };
  const requestId = interceptors.request.use(onRequest, undefined);
  const responseId = interceptors.response.use(learn, onRejected);

  const attachment: Attachment = {
    detach() {
      if (!isActive) return;
      isActive = false;
      attachments.delete(interceptors);
      eject(interceptors.request, requestId, onRequest);
      eject(interceptors.response, responseId, onRejected);
    },
  };
  attachments.set(interceptors, attachment);
  return attachment;
}
