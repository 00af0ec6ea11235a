import axios from 'axios';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { loopbackAgents } from './loopback-agents';

/**
 * Adds `edge.intercept(procore)` after each `axios.create()` of a program, as a reader would do to run it, and intercepts the global
 * axios. What a program sends to a gateway under example.com, which only a reader has, arrives at the edge too.
 *
 * @returns a function that ends it
 */
export function interceptCreated(edge: ProcoreEdge): () => void {
  const { create } = axios;
  const { httpsAgent } = loopbackAgents(Number(new URL(edge.url).port)).config;
  const end = edge.intercept(axios);
  axios.create = (config) => {
    const instance = create({ httpsAgent, ...config });
    edge.intercept(instance);
    return instance;
  };
  return () => {
    axios.create = create;
    end();
  };
}

/** Leads what a test sends to Procore to an edge on this machine, a new one for each test of a file. */
export function useInterceptingEdge(
  ...options: Parameters<typeof createProcoreEdge>
): Pick<ProcoreEdge, 'requests'> {
  let edge: ProcoreEdge;
  let end: () => void;
  beforeEach(async () => {
    edge = await createProcoreEdge(...options);
    end = interceptCreated(edge);
  });
  afterEach(async () => {
    end();
    await edge.close();
  });
  return {
    get requests() {
      return edge.requests;
    },
  };
}
