import type { AxiosRequestConfig, CreateAxiosDefaults } from 'axios';
import type { ProcoreRequest } from 'axios-procore-company-id';
import { attachedInstance } from './attached-instance';

/**
 * The request as a resolver sees it.
 *
 * @param late - what an interceptor of the caller puts into the config: axios itself changes what a call gives
 */
export async function requestSeen(
  config: AxiosRequestConfig,
  defaults?: CreateAxiosDefaults,
  late: object = {},
): Promise<ProcoreRequest> {
  let seen: ProcoreRequest | undefined;
  const resolver = (request: ProcoreRequest) => {
    seen = request;
    return undefined;
  };
  const { instance } = attachedInstance({ resolver, apiHosts: () => true }, defaults);
  instance.interceptors.request.use((given) => Object.assign(given, late));
  // What axios cannot send, it refuses after a resolver has seen it.
  await instance.request(config).catch(() => undefined);
  if (!seen) throw new Error('No resolver was asked.');
  return seen;
}
