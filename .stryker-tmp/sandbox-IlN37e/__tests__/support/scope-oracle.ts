// @ts-nocheck
import type { Target } from './loopback-agents';

const ANY_PATH = ['api.procore.com', 'api.procoregov.com'];
const REST_ONLY = ['sandbox', 'api-monthly', 'api-sandbox-monthly', 'app'];

/** Where Node connects to for a relative url, as a browser does to the page's own host; the second is follow-redirects' choice. */
export const NO_HOST = ['localhost', '::1'];

/**
 * Whether the header may go to where a request really went: the documentation's table of hosts, written down a second time, for the
 * host that Node connected to and the path in the request line.
 */
export function isInScope(
  { protocol, host, port }: Target,
  requestTarget: string,
  ownHosts: readonly string[],
): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  const [, first = ''] = new URL(`http://any${requestTarget}`).pathname.split('/');
  const isDefaultPort = port === (protocol === 'https:' ? 443 : 80);
  if (!isDefaultPort || first === 'oauth') return false;
  if (ANY_PATH.includes(name) || ownHosts.includes(name)) return true;
  const [label = '', ...domain] = name.split('.');
  const isWebHost = REST_ONLY.includes(label) || /^[a-z]{2}[0-9]{2}$/.test(label);
  const isRest = first === 'rest' || first === 'vapid';
  return domain.join('.') === 'procore.com' && isWebHost && isRest;
}
