// @ts-nocheck
import type { AxiosRequestConfig, CreateAxiosDefaults } from 'axios';
import type { ProcoreRequest } from 'axios-procore-company-id';
import { attachedInstance } from './attached-instance';

/** The request as a resolver sees it. */
export async function requestSeen(
  config: AxiosRequestConfig,
  defaults?: CreateAxiosDefaults,
): Promise<ProcoreRequest> {
  let seen: ProcoreRequest | undefined;
  const resolver = (request: ProcoreRequest) => {
    seen = request;
    return undefined;
  };
  const { instance } = attachedInstance({ resolver, apiHosts: () => true }, defaults);
  await instance.request(config);
  if (!seen) throw new Error('No resolver was asked.');
  return seen;
}
