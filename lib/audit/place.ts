import { canonicalRoute } from './canonical-route';

/** What a tally counts separately: a method on a route of the API, or on a host outside the API. */
export interface Place {
  readonly method: string;
  readonly route?: string;
  readonly host?: string;
}

const METHOD = /^[A-Z][A-Z-]{0,19}$/;
const HOST = /^[\w.:[\]-]{1,255}$/;

/** Stands for everything that is counted together. */
export const OTHERS = '*';
/** Stands for the host of a url that cannot be parsed, or that parsers read differently. */
const UNKNOWN_HOST = 'unknown';

/** A place with everything removed that may be an id or a secret. */
export function placeOf(method: unknown, route: unknown, host: unknown): Place {
  const text = typeof method === 'string' ? method.toUpperCase() : '';
  const verb = METHOD.test(text) || text === OTHERS ? text : 'OTHER';
  if (typeof route === 'string') {
    return { method: verb, route: route === OTHERS ? OTHERS : canonicalRoute(route) };
  }
  const isHost = typeof host === 'string' && (HOST.test(host) || host === OTHERS);
  return { method: verb, host: isHost ? host.toLowerCase() : UNKNOWN_HOST };
}

/** A place as one text. Hosts begin with two slashes, routes with one. */
export const keyOf = ({ method, route, host = '' }: Place): string =>
  `${method} ${route ?? `//${host}`}`;

/** The place as it is shown to people. */
export function labelOf({ method, route, host = '' }: Place): string {
  if (route === OTHERS) return 'all other routes';
  if (route !== undefined) return `${method} ${route}`;
  return host === OTHERS ? 'all other hosts' : `${method} ${host}`;
}
