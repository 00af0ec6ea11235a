import type { Page } from 'playwright-core';
import { type Client, CLIENTS } from './support/clients';
import { useStage } from './support/stage';

const stage = useStage();

interface Call {
  client: Client;
  /** The instance's own. */
  baseURL?: string;
  url: string;
  /** One given with the call. */
  ofCall?: string;
}

/** Sends a request from the page, with 42 as the default. */
const get = (page: Page, call: Call): Promise<number> =>
  page.evaluate(async ({ client, baseURL, url, ofCall }) => {
    const { attachedInstance } = bundles[client.bundle];
    const config = { ...client.defaults, ...(baseURL !== undefined && { baseURL }) };
    const instance = attachedInstance(config, { companyId: 42 });
    const { status } = await instance.get(url, ofCall === undefined ? {} : { baseURL: ofCall });
    return status;
  }, call);

/** The requests that reached the API, without preflights. */
const apiLog = () =>
  stage()
    .edge.requests.filter(({ outcome }) => outcome !== 'preflight')
    .map(({ path, companyId }) => ({ path, companyId }));

describe.each(CLIENTS)('$name', (client) => {
  test('a relative url without any `baseURL` goes to the page’s own origin, with the header', async () => {
    await get(stage().page, { client, url: '/rest/v1.0/projects/3/rfis' });

    expect(apiLog()).toEqual([{ path: '/rest/v1.0/projects/3/rfis', companyId: '42' }]);
  });

  test('a relative url of something else belongs to the application, unless `apiHosts` names the page’s host', async () => {
    const { page, site } = stage();
    await page.evaluate(
      async ({ client, host }) => {
        const { attachedInstance, rejection } = bundles[client.bundle];
        const options = { companyId: 42, onUnresolved: 'reject' } as const;
        const instance = attachedInstance(client.defaults, options);
        const named = attachedInstance(client.defaults, { ...options, apiHosts: [host] });
        await rejection(instance.get('/api/companies/7'));
        await rejection(named.get('/api/companies/7'));
      },
      { client, host: new URL(site.origin).host },
    );

    expect(apiLog()).toEqual([
      { path: '/companies/7', companyId: undefined },
      { path: '/companies/7', companyId: '7' },
    ]);
  });

  test.each(['/api', 'api', 'api/'])(
    'a proxy behind `baseURL: %j` gets the header',
    async (baseURL) => {
      await get(stage().page, { client, baseURL, url: 'rest/v1.0/projects/3/rfis' });

      expect(apiLog()).toEqual([{ path: '/rest/v1.0/projects/3/rfis', companyId: '42' }]);
      expect(stage().edge.requests).toHaveLength(1);
    },
  );

  test('the page’s own origin gets no header from an instance of the API, where a call names another `baseURL`', async () => {
    const { page, edge } = stage();
    await get(page, { client, baseURL: edge.url, ofCall: '/', url: '/rest/v1.0/me' });

    expect(apiLog()).toEqual([{ path: '/rest/v1.0/me', companyId: undefined }]);
  });

  test('a protocol-relative `baseURL` is the page’s scheme and the host', async () => {
    const { page, edge } = stage();
    const baseURL = edge.url.replace('http:', '');
    await get(page, { client, baseURL, url: '/rest/v1.0/projects/3/rfis' });

    expect(apiLog()).toEqual([{ path: '/rest/v1.0/projects/3/rfis', companyId: '42' }]);
  });

  test('a protocol-relative url leads to the API where the page’s scheme makes it the API', async () => {
    const { page, edge } = stage();
    const url = `${edge.url.replace('http:', '')}/rest/v1.0/me`;
    await get(page, { client, baseURL: edge.url, url });
    await get(page, { client, baseURL: edge.url.replace('http:', 'https:'), url });

    expect(apiLog()).toEqual([
      { path: '/rest/v1.0/me', companyId: '42' },
      { path: '/rest/v1.0/me', companyId: undefined },
    ]);
  });
});

test('a base element of the page’s own origin moves relative urls, which keep the header', async () => {
  const { openPage, edge } = stage();
  const page = await openPage('/');
  await page.evaluate(async () => {
    const base = document.createElement('base');
    base.href = '/api/';
    document.head.append(base);
    await bundles.axios.attachedInstance({}, { companyId: 42 }).get('rest/v1.0/me');
  });
  await page.close();

  expect(edge.requests).toMatchObject([{ path: '/rest/v1.0/me', companyId: '42' }]);
});
