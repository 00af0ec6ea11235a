import { runInThisContext } from 'vm';
import type { PortOf } from './edge-agents';

/** What Node's `fetch` sends a request with. */
interface Dispatcher {
  dispatch(options: DispatchOptions, handler: unknown): unknown;
}

interface DispatchOptions {
  readonly origin: string | URL;
  readonly headers: Readonly<Record<string, string>>;
}

const GLOBAL_DISPATCHER = Symbol.for('undici.globalDispatcher.1');

/** What `fetch` uses by default. A test runner may give each test file a global object of its own: Node keeps it on the first one. */
const globalDispatcher = (): Dispatcher =>
  (runInThisContext('globalThis') as Record<symbol, Dispatcher>)[GLOBAL_DISPATCHER] as Dispatcher;

/** A dispatcher that sends requests to the edge, or uses the caller's dispatcher if `portOf` knows no port. */
export function edgeDispatcher(own: unknown, portOf: PortOf): Dispatcher {
  const dispatch = (options: DispatchOptions, handler: unknown): unknown => {
    const { hostname, host } = new URL(options.origin);
    const port = portOf(hostname);
    const rest = (own as Dispatcher | undefined) ?? globalDispatcher();
    if (port === undefined) return rest.dispatch(options, handler);
    const headers = { host, ...options.headers };
    const origin = `http://127.0.0.1:${port}`;
    return globalDispatcher().dispatch({ ...options, origin, headers }, handler);
  };
  // Axios copies plain objects when it retries a config, and prints enumerable properties with an error.
  return Object.create({}, { dispatch: { value: dispatch } }) as Dispatcher;
}

/**
 * Whether `fetch` uses the dispatcher of a request. Node before 20.13 does not.
 *
 * @param url - called if it does not
 */
export async function fetchAsksDispatcher(url: string): Promise<boolean> {
  let asked = false;
  const dispatcher = {
    dispatch() {
      asked = true;
      throw new Error('asked');
    },
  };
  await globalThis.fetch(new Request(url, { dispatcher } as object)).catch(() => undefined);
  return asked;
}
