import { readOwn } from '../own-properties';
import { type PortOf, edgeAgents, haveProxy, ownAgents, watchingAgents } from './edge-agents';
import { edgeDispatcher } from './edge-dispatcher';

type Config = Record<string, unknown>;

/** What decides where axios connects to, besides the url. */
const KEYS = [
  'httpAgent',
  'httpsAgent',
  'fetchOptions',
  'proxy',
  'socketPath',
  'transport',
  'httpVersion',
  'env',
];

/** What a config said before it was sent to the edge, by the agent that it got. */
const callersOwn = new WeakMap<object, Config>();

const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

/** The host of the request, with the url joined as axios does. */
function hostOf(config: Config): string {
  const textOf = (key: string): string => String(readOwn(config, key) ?? '');
  const [url, base] = [textOf('url'), textOf('baseURL')];
  const isWhole = ABSOLUTE.test(url) && readOwn(config, 'allowAbsoluteUrls') !== false;
  try {
    return new URL(isWhole || !base ? url : `${base}/${url}`, 'http://localhost').hostname;
  } catch {
    // Axios rejects such a url by itself.
    return '';
  }
}

/** Restores what a config said before, so that the interceptors of a retry see the caller's own settings. */
export function restoreConfig(config: Config): void {
  const before = callersOwn.get(readOwn(config, 'httpAgent') as object);
  if (!before) return;
  for (const key of KEYS) {
    if (key in before) config[key] = before[key];
    else delete config[key];
  }
}

/** Sends a request to the edge, without the caller's agents and proxy, if it names a host that the edge replaces. */
export function leadToEdge(config: Config, portOf: PortOf): void {
  const before = Object.fromEntries(
    KEYS.filter((key) => readOwn(config, key) !== undefined).map((key) => [key, config[key]]),
  );
  const agents = ownAgents(before.httpAgent, before.httpsAgent);
  const isLed = portOf(hostOf(config)) !== undefined;
  if (!isLed && before.proxy === false && haveProxy(agents)) return;
  Object.assign(config, (isLed ? edgeAgents : watchingAgents)(agents, portOf));
  callersOwn.set(config.httpAgent as object, before);
  const fetchOptions = before.fetchOptions as Config | undefined;
  const dispatcher = edgeDispatcher(fetchOptions?.dispatcher, portOf);
  config.fetchOptions = { ...fetchOptions, dispatcher };
  if (!isLed) return;
  config.proxy = false;
  // Each of them would connect without an agent or a dispatcher.
  for (const key of ['socketPath', 'transport', 'httpVersion']) delete config[key];
  config.env = {
    ...(before.env as Config),
    fetch: undefined,
    Request: undefined,
    Response: undefined,
  };
}
