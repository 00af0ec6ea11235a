import { routeOf } from '../request/route';

const MOST_SEGMENTS = 60;
const LONGEST = 500;
/** What a gateway puts in front of the API's own path. */
const BEFORE_API = /^.+?(?=\/(?:rest\/v\d|vapid\/))/;
const VERSION_FIRST = /^(?=\/v\d+(?:\.\d+)?(?:\/|$))/;

/**
 * The one form of a route that Procore's reports (`/v1.0/projects/:project_id/rfis`), the plugin's events
 * (`/rest/v1.0/projects/:project_id/rfis`) and gateways (`/procore/rest/v1.0/...`) have in common. Whatever may be an id or a secret is
 * replaced in it.
 */
export function canonicalRoute(path: string): string {
  const address = path.replace(/[?#].*/s, '');
  const segments = address.replace(/^\/*/, '/').split('/', MOST_SEGMENTS);
  while (segments.length > 2 && segments[segments.length - 1] === '') segments.pop();
  return routeOf(segments.join('/'))
    .slice(0, LONGEST)
    .replace(BEFORE_API, '')
    .replace(VERSION_FIRST, '/rest');
}
