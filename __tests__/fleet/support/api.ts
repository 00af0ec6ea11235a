import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';

const COMPANIES = 50;
const PROJECTS_EACH = 4;

/** The companies and projects of the fleet: project 1203 belongs to company 12. */
export const companyOf = (projectId: number): number => Math.floor(projectId / 100);
export const projectsOf = (companyId: number): number[] =>
  Array.from({ length: PROJECTS_EACH }, (_, index) => companyId * 100 + index + 1);
export const companies = Array.from({ length: COMPANIES }, (_, index) => index + 1);

/** What arrived, by what was in it. */
export interface Arrivals {
  total: number;
  /** Calls about a project, with the company of that project. */
  right: number;
  /** Calls about a project with another company, or none. */
  readonly crossed: string[];
  retried: number;
  unauthorized: number;
}

/** An API that notes which company each call about a project came with, fails some calls at first, and has its tokens end. */
export async function startFleetApi() {
  const arrivals: Arrivals = { total: 0, right: 0, crossed: [], retried: 0, unauthorized: 0 };
  const failedOnce = new Set<string>();
  let answered = 0;
  let token = 1;

  const note = (projectId: number, { headers, url }: IncomingMessage): void => {
    if (headers['procore-company-id'] === String(companyOf(projectId))) arrivals.right += 1;
    else arrivals.crossed.push(`${url} with ${String(headers['procore-company-id'])}`);
  };
  const statusFor = ({ headers, url = '' }: IncomingMessage): number => {
    const job = String(headers['x-job']);
    if (headers.authorization !== `Bearer ${token}`) {
      arrivals.unauthorized += 1;
      return 401;
    }
    const failsAtFirst = Number(job.split('-')[1]) % 7 === 0 && !failedOnce.has(job + url);
    // A token is good for 300 answers: the calls that are under way then are all sent again.
    if (++answered % 300 === 0) token += 1;
    if (!failsAtFirst) return 200;
    failedOnce.add(job + url);
    arrivals.retried += 1;
    return 503;
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const [, kind, id] = /\/(projects|companies)\/(\d+)\//.exec(String(request.url)) ?? [];
    if (kind === undefined) {
      response.end(JSON.stringify({ access_token: String(token) }));
      return;
    }
    arrivals.total += 1;
    if (kind === 'projects') note(Number(id), request);
    response.statusCode = statusFor(request);
    response.setHeader('content-type', 'application/json');
    const list = projectsOf(Number(id)).map((projectId) => ({ id: projectId }));
    response.end(JSON.stringify(kind === 'companies' && response.statusCode === 200 ? list : []));
  };

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    arrivals,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
