// @ts-nocheck
import axios, { type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';

type Change = (config: InternalAxiosRequestConfig) => InternalAxiosRequestConfig;

/** A config, and what was in it at the time: axios itself changes it later. */
export interface Seen {
  config: InternalAxiosRequestConfig;
  copy: InternalAxiosRequestConfig;
}

export interface Surrounded {
  instance: AxiosInstance;
  /** What the plugin was given, one for each attempt. */
  before: Seen[];
  /** What the plugin made of it. */
  after: Seen[];
}

const seen = (config: InternalAxiosRequestConfig): Seen => ({ config, copy: { ...config } });

/**
 * An instance with the plugin between two interceptors: the first may change the config before the plugin sees it, and both keep it.
 */
export function aroundThePlugin(
  options: ProcoreCompanyIdOptions,
  change: Change = (config) => config,
): Surrounded {
  const before: Seen[] = [];
  const after: Seen[] = [];
  const instance = axios.create({
    baseURL: 'https://api.procore.com',
    adapter: (config) =>
      Promise.resolve({ data: {}, status: 200, statusText: 'OK', headers: {}, config }),
  });
  instance.interceptors.request.use((config) => {
    after.push(seen(config));
    return config;
  });
  attachProcoreCompanyId(instance, options);
  instance.interceptors.request.use((config) => {
    const changed = change(config);
    before.push(seen(changed));
    return changed;
  });
  return { instance, before, after };
}
