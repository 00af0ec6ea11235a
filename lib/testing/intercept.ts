import type { AxiosLike } from '../axios-types';
import { readOwn } from '../own-properties';
import { type PortOf, requestsAskAgents } from './edge-agents';
import { fetchAsksDispatcher } from './edge-dispatcher';
import { leadToEdge, restoreConfig } from './intercepted-config';
import { isProcoreHost, isStorageHost } from './procore-hosts';

/** An interceptor as axios keeps it. */
interface Handlers {
  readonly fulfilled: (config: Record<string, unknown>) => unknown;
}

type Visit = (handlers: Handlers) => void;

/** What axios uses of an interceptor manager, in every version. */
interface RequestManager {
  forEach(visit: Visit): void;
}

/** The origins of the two servers of an edge. */
interface Origins {
  readonly api: string;
  readonly storage: string;
}

const USE_BASE_URL = 'Give the instance `baseURL: edge.url` instead.';

function requestManagerOf(instance: unknown): RequestManager {
  const manager = (instance as Partial<AxiosLike> | undefined)?.interceptors?.request as unknown;
  if (typeof (manager as RequestManager | undefined)?.forEach !== 'function') {
    throw new TypeError(
      'edge.intercept expects an axios instance, such as `axios.create()`. Is axios mocked in this test?',
    );
  }
  return manager as RequestManager;
}

/** The name of the adapter that axios will choose: the first of a list that exists. */
function adapterName(adapter: unknown): string | undefined {
  const names = (Array.isArray(adapter) ? adapter : [adapter]).map((each: unknown) =>
    typeof each === 'function' ? each.name.replace(/Adapter$/, '') : String(each).toLowerCase(),
  );
  return names.find((name) => name !== 'xhr' || typeof XMLHttpRequest !== 'undefined');
}

/** @throws Error if the adapter would call the real host */
async function checkAdapter(adapter: unknown, url: string): Promise<void> {
  const name = adapterName(adapter);
  if (name === 'xhr') {
    throw new Error(
      `edge.intercept: this instance uses XMLHttpRequest, which would call the real host. Run the test in a Node environment. ${USE_BASE_URL}`,
    );
  }
  if (name === 'fetch' && !(await fetchAsksDispatcher(url))) {
    throw new Error(
      `edge.intercept: the fetch of this runtime would call the real host (Node 20.13 and later would not). Use the adapter \`http\`. ${USE_BASE_URL}`,
    );
  }
}

/**
 * One handler that axios runs as the first and as the last interceptor. As the last it sees the url, the adapter and the agents that all
 * others have set.
 */
function createHandlers(portOf: PortOf, url: string): Handlers {
  let isLast = false;
  return {
    async fulfilled(config) {
      if (isLast) {
        await checkAdapter(readOwn(config, 'adapter'), url);
        leadToEdge(config, portOf);
      } else restoreConfig(config);
      isLast = true;
      return config;
    },
  };
}

/**
 * Sends the calls of an instance to Procore's hosts to an edge.
 *
 * It does not call `use`: an interceptor that is added later runs earlier, so others could still choose other agents, and `clear()` would
 * remove it.
 */
export function intercept(instance: unknown, origins: Origins): () => void {
  const manager = requestManagerOf(instance);
  if (!requestsAskAgents()) {
    throw new Error(
      `edge.intercept needs Node's own http module, but something replaces it: another runtime, or a mock such as nock or msw. ${USE_BASE_URL}`,
    );
  }
  let isActive = true;
  const portOf: PortOf = (host) => {
    if (!isActive || !isProcoreHost(host)) return undefined;
    return Number(new URL(isStorageHost(host) ? origins.storage : origins.api).port);
  };
  const before = manager.forEach;
  const forEach: RequestManager['forEach'] = (visit) => {
    const handlers = isActive && createHandlers(portOf, origins.api);
    // Which of the two runs first depends on axios and its options.
    if (handlers) visit(handlers);
    before.call(manager, visit);
    if (handlers) visit(handlers);
  };
  manager.forEach = forEach;
  return () => {
    isActive = false;
    // A later intercept of the same instance relies on this one.
    if (manager.forEach !== forEach) return;
    delete (manager as Partial<RequestManager>).forEach;
    if (manager.forEach !== before) manager.forEach = before;
  };
}
