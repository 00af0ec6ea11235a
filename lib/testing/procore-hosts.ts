const PROCORE_HOST = /(?:^|\.)procore(?:gov)?\.com\.?$/i;
const STORAGE_HOST = /^storage\./i;
const SCHEME_OR_PORT = /^https?:\/\/|:\d+$/gi;

/** The storage host by the name that Procore gives it. */
export const STORAGE_ORIGIN = 'https://storage.procore.com';

/**
 * Whether a host name, without port, is one of Procore's: API, sandbox, region, federal, OAuth, storage or any other. No test
 * should reach any of them.
 */
export const isProcoreHost = (name: string): boolean => PROCORE_HOST.test(name);

/** Whether one of Procore's hosts is the storage host. */
export const isStorageHost = (name: string): boolean => STORAGE_HOST.test(name);

/** The same for an origin. It may come from a client's `Host` header, on which `URL` could throw. */
export const isProcoreOrigin = (origin: string): boolean =>
  isProcoreHost(origin.replace(SCHEME_OR_PORT, ''));

/** The origin that a client addressed, by its `Host` header. Procore's own hosts are reached over https, this edge over http. */
export const originOf = (host: string): string =>
  `${isProcoreOrigin(host) ? 'https' : 'http'}://${host}`;
