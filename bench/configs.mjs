import { deepStrictEqual } from 'node:assert';

import axios, { AxiosHeaders, mergeConfig } from 'axios';

/**
 * A config as `request` of the newest axios makes it before any interceptor runs. It is made here, as one caught by an interceptor comes out
 * of a request that fails: the error and its stack would be what the processor has in its cache.
 */
function configOf({ defaults }, call) {
  const config = mergeConfig(defaults, call);
  config.allowAbsoluteUrls ??= true;
  config.method = (config.method ?? 'get').toLowerCase();
  const { common, [config.method]: ofMethod } = config.headers;
  const own = Object.entries(config.headers).filter(([, value]) => typeof value !== 'object');
  config.headers = AxiosHeaders.concat({ ...common, ...ofMethod }, Object.fromEntries(own));
  return config;
}

/** What axios itself hands to an interceptor. */
async function caughtConfig(settings, call) {
  const instance = axios.create(settings);
  let caught;
  instance.interceptors.request.use((config) => {
    caught = config;
    throw new Error('only the config is wanted');
  });
  await instance.request(call).catch(() => undefined);
  return caught;
}

/**
 * Makes configs of a call, each a new one. Fails where they are not what this version of axios makes.
 *
 * @returns a function that gives so many of them
 */
export async function configsOf(settings, call) {
  const instance = axios.create(settings);
  deepStrictEqual(configOf(instance, call()), await caughtConfig(settings, call()));
  return (count) => Array.from({ length: count }, () => configOf(instance, call()));
}
