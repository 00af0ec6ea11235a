// @ts-nocheck
import type { AxiosRequestConfig } from 'axios';
import { hasFetchAdapter, hasHttpAdapter } from './axios-features';

const HTTP: [string, AxiosRequestConfig] = ['http', {}];
/** Where it is the only one, it is the default. */
const FETCH: [string, AxiosRequestConfig] = ['fetch', hasHttpAdapter ? { adapter: 'fetch' } : {}];

/** The adapters of the installed axios that run on Node, and the config that chooses each. */
export const adapters: [name: string, config: AxiosRequestConfig][] = [
  ...(hasHttpAdapter ? [HTTP] : []),
  ...(hasFetchAdapter ? [FETCH] : []),
];
