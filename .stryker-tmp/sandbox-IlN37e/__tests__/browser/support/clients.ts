// @ts-nocheck
import type { BundleName } from './bundle';

/** A copy of axios and the adapter that it uses in a browser; older ones have but one. */
export interface Client {
  readonly name: string;
  readonly bundle: BundleName;
  /** What its instances are created with. */
  readonly defaults: { adapter?: 'xhr' | 'fetch' };
}

export const CLIENTS: readonly Client[] = [
  { name: 'axios 1.21, xhr', bundle: 'axios', defaults: { adapter: 'xhr' } },
  { name: 'axios 1.21, fetch', bundle: 'axios', defaults: { adapter: 'fetch' } },
  { name: 'axios 1.6', bundle: 'axios-1.6', defaults: { adapter: 'xhr' } },
  { name: 'axios 0.27', bundle: 'axios-0.27', defaults: {} },
  { name: 'axios 0.21', bundle: 'axios-0.21', defaults: {} },
];

export const FETCH_CLIENTS = CLIENTS.filter(({ defaults }) => defaults.adapter === 'fetch');
