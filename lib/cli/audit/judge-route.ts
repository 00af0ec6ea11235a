import type { KnownFrom } from '../../audit/advice';
import { type AuditFinding, isExemptRoute } from '../../audit/finding';
import { createDocumentation } from './documented';

/** How the id of a call is found, and how that is known. */
export interface Judgement {
  readonly finding: AuditFinding;
  readonly knownFrom: KnownFrom;
}

const NOT_THE_API = /^\/(?:oauth|fas)(?:\/|$)/;

/** What a route shows without recorded calls. */
export type RouteJudge = (method: string, route: string) => Judgement;

export function createRouteJudge(serviceAccount: boolean): RouteJudge {
  const documentation = createDocumentation();
  return (method, route) => {
    const isForeign = method === 'OPTIONS' || NOT_THE_API.test(route);
    if (isForeign) return { finding: 'not-the-api', knownFrom: 'route' };
    if (isExemptRoute(method, route, serviceAccount))
      return { finding: 'exempt', knownFrom: 'route' };
    if (route.includes('/:company_id')) return { finding: 'path', knownFrom: 'route' };
    const documented = documentation(method, route);
    if (documented?.knownFrom === 'documented') return documented;
    if (route.includes('/:project_id')) return { finding: 'project', knownFrom: 'route' };
    return documented ?? { finding: 'default', knownFrom: 'unknown' };
  };
}
