import { routeOf } from '../request/route';

const MOST_SEGMENTS = 60;
const LONGEST = 500;
/** What a gateway puts before the path of the API. */
const BEFORE_API = /^.+?(?=\/(?:rest\/v\d|vapid\/))/;
const VERSION_FIRST = /^(?=\/v\d+(?:\.\d+)?(?:\/|$))/;

/**
 * One form for the routes of Procore's reports (`/v1.0/projects/:project_id/rfis`), of events
 * (`/rest/v1.0/projects/:project_id/rfis`) and of gateways (`/procore/rest/v1.0/...`). It replaces everything that may be an id or a
 * secret.
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
