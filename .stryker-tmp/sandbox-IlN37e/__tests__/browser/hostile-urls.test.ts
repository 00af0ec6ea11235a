// @ts-nocheck
import type { Page, Route } from 'playwright-core';
import { isInScope } from '../support/scope-oracle';
import { bundle, type BundleName } from './support/bundle';
import { useStage } from './support/stage';

const stage = useStage();
const API = 'api.procore.com';
const PAGE = 'page.example';

/** Where the browser was about to connect to, and the header it was about to send. */
interface Seen {
  url: URL;
  companyId: string | undefined;
}

const URLS = [
  // Relative to the page, or not.
  ...['rest/v1.0/me', '/rest/v1.0/me', './x', '../x', '?x=1', '#x', ''],
  ...['//evil.example/x', '///evil.example/x', '////evil.example/x', '/\\evil.example/x'],
  ...['\\\\evil.example/x', '\\/evil.example/x', '/\t/evil.example/x', '\t//evil.example/x'],
  ...[' //evil.example/x', '\u0000//evil.example/x', '/\n/evil.example/x', '/.//evil.example/x'],
  // A scheme without slashes is relative where it is the page's own.
  ...['http:evil.example/x', 'http:/evil.example/x', 'http:\\evil.example/x'],
  ...['https:evil.example/x', 'https:/evil.example/x', 'https:\\evil.example/x'],
  ...['https:\\\\evil.example\\x', 'https:///evil.example/x', 'ht\ntps:evil.example/x'],
  ...['HTTPS:EVIL.EXAMPLE/x', 'https:\t//evil.example/x', ' https:evil.example/x'],
  // Of plain http a page on https may call only its own machine.
  ...['http:localhost/x', 'http:127.0.0.1/x', 'http:/localhost/x', 'http://localhost/x'],
  // User info.
  ...[`https://${API}@evil.example/x`, `https://${API}:443@evil.example/x`],
  ...[`https://${API}\\@evil.example/x`, `https://evil.example\\@${API}/x`],
  ...[`//${API}@evil.example/x`, `https:${API}@evil.example/x`, `https://evil.example#@${API}/x`],
  // Names that look like the API's, or become it.
  ...[`https://${API}.evil.example/x`, `https://${API}/x`, `http://${API}/x`, `//${API}/x`],
  ...['https://API.PROCORE.COM/x', `https://${API}./x`, `https://${API}../x`, `//${API}./x`],
  ...['https://api\u3002procore\uff0ecom/x', 'https://\u0430pi.procore.com/x'],
  ...[
    'https://api.procore%2ecom/x',
    'https://ap\u00adi.procore.com/x',
    'https://api.pro\tcore.com/x',
  ],
  ...[
    `https://${API}:8443/x`,
    `https://${API}:443/x`,
    `http://${API}:443/x`,
    `https://${API}:80/x`,
  ],
  // Hosts and paths that never get it.
  ...['https://storage.procore.com/rest/v1.0/companies/42/uploads/1', '//login.procore.com/x'],
  ...['https://app.procore.com/fas/x', 'https://app.procore.com/rest/../fas/x'],
  ...['https://app.procore.com/fas/../rest/x', 'https://us02.procore.com/rest/v1.0/me'],
  ...[`https://${API}/oauth/token`, `https://${API}/rest/../oauth/token`],
  ...[`https://${API}/%6fauth/token`, `https://${API}//oauth/token`],
];

/** Opens a page of a host that does not exist, and answers whatever it asks for. */
async function openHostedPage(scheme: string, name: BundleName, seen: Seen[]): Promise<Page> {
  const context = await stage().browser.newContext();
  await context.route('**/*', async (route: Route) => {
    const request = route.request();
    const isPage = request.isNavigationRequest();
    const companyId = request.headers()['procore-company-id'];
    if (!isPage) seen.push({ url: new URL(request.url()), companyId });
    await route.fulfill({
      contentType: isPage ? 'text/html' : 'text/plain',
      headers: { 'access-control-allow-origin': '*' },
      body: isPage ? '<!doctype html><link rel="icon" href="data:,">' : '',
    });
  });
  const page = await context.newPage();
  await page.goto(`${scheme}://${PAGE}/folder/page`);
  await page.addScriptTag({ content: await bundle(name) });
  return page;
}

/** Sends a request to each url, and tells how many of them did not fail. */
const sendAll = (page: Page, name: BundleName, baseURL: string): Promise<number> =>
  page.evaluate(
    async ({ name, baseURL, urls }) => {
      const { attachedInstance } = bundles[name];
      const config = baseURL === '' ? {} : { baseURL };
      const instance = attachedInstance(config, { companyId: 42 });
      const outcomes = await Promise.allSettled(urls.map((url) => instance.get(url)));
      return outcomes.filter(({ status }) => status === 'fulfilled').length;
    },
    { name, baseURL, urls: URLS },
  );

function isApi({ protocol, hostname, port, pathname }: URL, ownHosts: string[]): boolean {
  const number = Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port);
  const target = { protocol: protocol as 'http:' | 'https:', host: hostname, port: number };
  return isInScope(target, pathname, ownHosts);
}

describe.each([
  { scheme: 'http', name: 'axios' },
  { scheme: 'https', name: 'axios' },
  // Newer ones refuse a scheme without slashes.
  { scheme: 'http', name: 'axios-0.27' },
  { scheme: 'https', name: 'axios-0.27' },
] as const)('$name on a page of $scheme', ({ scheme, name }) => {
  const seen: Seen[] = [];
  let page: Page;

  beforeAll(async () => {
    page = await openHostedPage(scheme, name, seen);
  });
  beforeEach(() => {
    seen.length = 0;
  });

  test.each([
    { baseURL: '', ownHosts: [PAGE] },
    { baseURL: '/proxy', ownHosts: [PAGE] },
    { baseURL: `https://${API}/rest/`, ownHosts: [] },
    { baseURL: `//${API}`, ownHosts: [] },
  ])(
    'no spelling of a url takes the header out of scope, with `baseURL: $baseURL`',
    async (given) => {
      const succeeded = await sendAll(page, name, given.baseURL);

      const ids = seen.map(({ companyId }) => companyId);
      const leaked = seen.filter(({ url, companyId }) => companyId && !isApi(url, given.ownHosts));
      expect(leaked.map(({ url }) => url.href)).toEqual([]);
      expect(new Set(ids)).toEqual(new Set(['42', undefined]));
      expect(seen.length).toBeGreaterThanOrEqual(succeeded);
      expect(succeeded).toBeGreaterThan(URLS.length / 2);
    },
  );
});
