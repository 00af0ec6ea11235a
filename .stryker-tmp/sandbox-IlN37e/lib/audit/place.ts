// @ts-nocheck
import { canonicalRoute } from './canonical-route';

/** What a tally tells apart: a method on a route of the API, or on a host outside of it. */
export interface Place {
  readonly method: string;
  readonly route?: string;
  readonly host?: string;
}

const METHOD = /^[A-Z][A-Z-]{0,19}$/;
const HOST = /^[\w.:[\]-]{1,255}$/;

/** Stands for all that is not told apart. */
export const OTHERS = '*';
/** The host of a url that no two parsers read alike, or of what is not a url. */
const UNKNOWN_HOST = 'unknown';

/** A place without anything in it that may be an id or a secret. */
export function placeOf(method: unknown, route: unknown, host: unknown): Place {
  const text = typeof method === 'string' ? method.toUpperCase() : '';
  const verb = METHOD.test(text) || text === OTHERS ? text : 'OTHER';
  if (typeof route === 'string') {
    return { method: verb, route: route === OTHERS ? OTHERS : canonicalRoute(route) };
  }
  const isHost = typeof host === 'string' && (HOST.test(host) || host === OTHERS);
  return { method: verb, host: isHost ? host.toLowerCase() : UNKNOWN_HOST };
}

/** A place as one text. Two slashes tell a host from a route, which begins with one. */
export const keyOf = ({ method, route, host = '' }: Place): string =>
  `${method} ${route ?? `//${host}`}`;

/** The place as it is shown to people. */
export function labelOf({ method, route, host = '' }: Place): string {
  if (route === OTHERS) return 'all other routes';
  if (route !== undefined) return `${method} ${route}`;
  return host === OTHERS ? 'all other hosts' : `${method} ${host}`;
}
