import { isId } from '../../company-id';
import { routeOf } from '../../request/route';
import type { EdgeRequest } from '../../testing/request-log';

/** What is printed about a call: no query, no token, and no id except the company in the header. */
export interface Call {
  readonly time: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly outcome: EdgeRequest['outcome'];
  /** What the header holds: an id, `unusable`, or nothing. */
  readonly companyId?: string;
  readonly to: EdgeRequest['to'];
}

export function callOf({ method, path, status, outcome, companyId, to }: EdgeRequest): Call {
  const id = companyId === undefined ? {} : { companyId: isId(companyId) ? companyId : 'unusable' };
  const time = new Date().toISOString();
  return { time, method, route: routeOf(path.replace(/\?.*/s, '')), status, outcome, ...id, to };
}

/** A call as a line for people. */
export function callLine({ method, route, status, outcome, companyId, to }: Call): string {
  const company = companyId === undefined ? 'no company' : `company ${companyId}`;
  const place = to === 'storage' ? `storage:${route}` : route;
  return `${status}  ${outcome.padEnd(18)}  ${method} ${place}  (${company})`;
}
