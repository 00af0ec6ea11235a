// @ts-nocheck
import { type LoopbackAgents, loopbackAgents } from './loopback-agents';
import { type RecordingServer, startRecordingServer } from './recording-server';

export interface RedirectingServer {
  readonly server: RecordingServer;
  readonly agents: LoopbackAgents;
  /** From host and path to the `Location` of the answer. What is not in it is answered with 200. */
  routes: Record<string, string>;
  /** The status of the redirects: 302 unless it is changed. */
  status: number;
  /** `host/path id` of every request so far, `-` where it had no header. */
  hops(): string[];
  reset(): void;
}

/** Any number of hosts on one loopback server, told apart by the `Host` header. */
export async function startRedirectingServer(): Promise<RedirectingServer> {
  const server = await startRecordingServer(({ headers, url }) => {
    const location = result.routes[`${String(headers.host)}${url}`];
    return location === undefined ? {} : { status: result.status, headers: { location } };
  });
  const result: RedirectingServer = {
    server,
    agents: loopbackAgents(server.port),
    routes: {},
    status: 302,
    hops: () =>
      server.requests.map(
        ({ headers, url, companyId }) => `${String(headers.host)}${url} ${companyId ?? '-'}`,
      ),
    reset() {
      server.requests.length = 0;
      result.routes = {};
      result.status = 302;
    },
  };
  return result;
}
