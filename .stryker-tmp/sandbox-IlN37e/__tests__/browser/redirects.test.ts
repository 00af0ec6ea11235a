// @ts-nocheck
import { CLIENTS } from './support/clients';
import { useStage } from './support/stage';

const stage = useStage();

// A browser follows redirects by itself: no adapter can look at one, let alone change it.
describe.each(CLIENTS)('$name', (client) => {
  test('the header survives a redirect to an API host', async () => {
    const { page, edge } = stage();
    const status = await page.evaluate(async (client) => {
      const { attachedInstance } = bundles[client.bundle];
      const config = { baseURL: '/moved', ...client.defaults };
      const instance = attachedInstance(config, { companyId: 42 });
      return (await instance.get('/rest/v1.0/projects/3/rfis')).status;
    }, client);

    expect(status).toBe(200);
    expect(edge.requests).toMatchObject([
      {
        outcome: 'preflight',
        headers: { 'access-control-request-headers': 'procore-company-id' },
      },
      { path: '/rest/v1.0/projects/3/rfis', companyId: '42' },
    ]);
  });

  test('a redirect to a storage host takes the header along in a browser, which makes the download fail', async () => {
    const { page, edge, problems } = stage();
    const complaint = page.waitForEvent('console', (message) => message.text().includes('ERR_'));
    const message = await page.evaluate(
      async ({ client, api }) => {
        const { attachedInstance, rejection } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const instance = attachedInstance(config, { companyId: 42 });
        const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis/101.pdf'));
        return error.message;
      },
      { client, api: edge.url },
    );
    await complaint;

    expect(message).toBe('Network Error');
    expect(edge.requests.map(({ to, method, outcome }) => [to, method, outcome])).toEqual([
      ['api', 'OPTIONS', 'preflight'],
      ['api', 'GET', 'redirect'],
      ['storage', 'OPTIONS', 'signature-mismatch'],
    ]);
    expect(edge.requests[2]?.headers['access-control-request-headers']).toBe('procore-company-id');
    expect(problems.splice(0)).toEqual([
      expect.stringContaining('blocked by CORS policy'),
      expect.stringContaining('ERR_FAILED'),
    ]);
  });
});
