import type { AxiosRequestConfig } from 'axios';
import { hasFetchAdapter } from './axios-features';

const FETCH: [string, AxiosRequestConfig] = ['fetch', { adapter: 'fetch' }];

/** The adapters of the installed axios that run on Node, and the config that chooses each. */
export const adapters: [name: string, config: AxiosRequestConfig][] = [
  ['http', {}],
  ...(hasFetchAdapter ? [FETCH] : []),
];
