import { type ClientRequest, Agent, globalAgent, request as httpRequest } from 'http';
import { Agent as HttpsAgent, globalAgent as httpsGlobalAgent } from 'https';
import { readOwn } from '../own-properties';

/** The port on this machine that replaces a host, if there is one. */
export type PortOf = (host: string) => number | undefined;

/** What Node uses of an agent. Every agent has it, although Node's types leave it out. */
interface RequestAgent {
  addRequest(request: ClientRequest, options: { host?: string | null }): void;
}

/** The two agents of a config. */
export interface Agents {
  readonly httpAgent: Agent;
  readonly httpsAgent: HttpsAgent;
}

/** An agent like `base` that sends requests to the edge, or uses the caller's agent if `portOf` knows no port. */
function leading<T extends Agent>(base: T, callers: T, portOf: PortOf): T {
  // Plain HTTP even for https urls: Node only checks the scheme of the agent, and that is the one of `base`.
  const toEdge = new Agent() as unknown as RequestAgent;
  const addRequest: RequestAgent['addRequest'] = (request, options) => {
    const port = portOf(String(options.host));
    if (port === undefined) (callers as unknown as RequestAgent).addRequest(request, options);
    else toEdge.addRequest(request, { host: '127.0.0.1', port } as object);
  };
  return Object.create(base, { addRequest: { value: addRequest } }) as T;
}

const usable = <T>(agent: unknown, fallback: T): T =>
  typeof (agent as RequestAgent | undefined)?.addRequest === 'function' ? (agent as T) : fallback;

/** The caller's agents, or Node's own if there are none. */
export const ownAgents = (httpAgent: unknown, httpsAgent: unknown): Agents => ({
  httpAgent: usable(httpAgent, globalAgent),
  httpsAgent: usable(httpsAgent, httpsGlobalAgent),
});

/** Agents for a request to the edge. They look like new ones, because axios would use a proxy in the caller's. */
export const edgeAgents = (callers: Agents, portOf: PortOf): Agents => ({
  httpAgent: leading(new Agent(), callers.httpAgent, portOf),
  httpsAgent: leading(new HttpsAgent(), callers.httpsAgent, portOf),
});

/** Agents for a request to another host, which may redirect to a host that the edge replaces. */
export const watchingAgents = (callers: Agents, portOf: PortOf): Agents => ({
  httpAgent: leading(callers.httpAgent, callers.httpAgent, portOf),
  httpsAgent: leading(callers.httpsAgent, callers.httpsAgent, portOf),
});

/** Whether Node's agents know a proxy (Node 24 with `NODE_USE_ENV_PROXY`): axios then accepts no agents that change how they connect. */
export const haveProxy = ({ httpAgent, httpsAgent }: Agents): boolean =>
  [httpAgent, httpsAgent].some((agent) => readOwn(readOwn(agent, 'options'), 'proxyEnv'));

/** Whether requests let their agent connect. If something replaces `http`, they may not. */
export function requestsAskAgents(): boolean {
  let asked = false;
  const addRequest = (): void => {
    asked = true;
  };
  const agent = Object.create(globalAgent, {
    addRequest: { value: addRequest },
  }) as Agent;
  httpRequest({ host: '127.0.0.1', agent }).destroy();
  return asked;
}
