// @ts-nocheck
import type { EdgeRequest } from 'axios-procore-company-id/testing';
import type { RecordedRequest } from '../support/recording-server';
import { CLIENTS } from './support/clients';
import { useStage } from './support/stage';

const stage = useStage();

/** What reached an origin: the method, the headers that a preflight asks for, and the id. */
const logOf = ({ requests }: { requests: readonly (EdgeRequest | RecordedRequest)[] }) =>
  requests.map(({ method, headers, companyId }) => ({
    method,
    asksFor: headers['access-control-request-headers'],
    companyId,
  }));
const apiLog = () => logOf(stage().edge);
const foreignLog = () => logOf(stage().foreign);

const PREFLIGHT = { method: 'OPTIONS', asksFor: 'procore-company-id', companyId: undefined };
const plain = (method: string) => ({ method, asksFor: undefined, companyId: undefined });

describe.each(CLIENTS)('$name', (client) => {
  test('the preflight of an API request asks for the header, and the request carries it', async () => {
    const { page, edge } = stage();
    const status = await page.evaluate(
      async ({ client, api }) => {
        const { attachedInstance } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const instance = attachedInstance(config, { companyId: 42 });
        return (await instance.get('/rest/v1.0/projects/3/rfis')).status;
      },
      { client, api: edge.url },
    );

    expect(status).toBe(200);
    expect(apiLog()).toEqual([PREFLIGHT, { method: 'GET', asksFor: undefined, companyId: '42' }]);
  });

  test('an API request that carries no header has no preflight', async () => {
    const { page, edge } = stage();
    await page.evaluate(
      async ({ client, api }) => {
        const { attachedInstance } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const withDefault = attachedInstance(config, { companyId: 42 });
        await withDefault.get('/rest/v1.0/me', { procoreCompanyId: false });
        await attachedInstance(config).get('/rest/v1.0/companies');
        await attachedInstance(config, { companyId: 42, dryRun: true }).get('/rest/v1.0/me');
      },
      { client, api: edge.url },
    );

    expect(apiLog()).toEqual([plain('GET'), plain('GET'), plain('GET')]);
  });

  test('simple requests to a third origin stay simple: no preflight, no header', async () => {
    const { page, edge, foreign } = stage();
    await page.evaluate(
      async ({ client, api, elsewhere }) => {
        const { attachedInstance } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const instance = attachedInstance(config, { companyId: 42 });
        const form = new FormData();
        form.set('key', 'uploads/1');
        form.set('file', new Blob(['content']), 'a.bin');
        await instance.get(`${elsewhere}/rest/v1.0/companies/42/files/1?company_id=42`);
        await instance.post(`${elsewhere}/bucket`, form);
      },
      { client, api: edge.url, elsewhere: foreign.origin },
    );

    expect(foreignLog()).toEqual([plain('GET'), plain('POST')]);
    expect(foreign.requests[1]?.headers['content-type']).toMatch(
      /^multipart\/form-data; boundary=/,
    );
    expect(apiLog()).toEqual([]);
  });

  test('a request to a third origin that has a preflight anyway does not ask for the header in it', async () => {
    const { page, edge, foreign } = stage();
    await page.evaluate(
      async ({ client, api, elsewhere }) => {
        const { attachedInstance } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const instance = attachedInstance(config, { companyId: 42 });
        await instance.put(`${elsewhere}/bucket/a.bin`, new Blob(['content']), {
          headers: { 'X-Amz-Acl': 'private' },
          procoreCompanyId: 7,
        });
      },
      { client, api: edge.url, elsewhere: foreign.origin },
    );

    const [preflight, upload] = foreignLog();
    expect(preflight).toMatchObject({ method: 'OPTIONS', companyId: undefined });
    expect(preflight?.asksFor?.split(',')).toContain('x-amz-acl');
    expect(preflight?.asksFor?.split(',')).not.toContain('procore-company-id');
    expect(upload).toEqual(plain('PUT'));
  });

  test('a third origin that `apiHosts` names gets preflight and header', async () => {
    const { page, edge, foreign } = stage();
    await page.evaluate(
      async ({ client, api, elsewhere }) => {
        const { attachedInstance } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const apiHosts = [new URL(elsewhere).host];
        const instance = attachedInstance(config, { companyId: 42, apiHosts });
        await instance.get(`${elsewhere}/rest/v1.0/projects/3/rfis`);
      },
      { client, api: edge.url, elsewhere: foreign.origin },
    );

    expect(foreignLog()).toEqual([
      PREFLIGHT,
      { method: 'GET', asksFor: undefined, companyId: '42' },
    ]);
  });
});
