import type { ProcoreEdge } from '../../lib/testing';
import { call } from './call';
import { startEdge } from './edges';

const CASCADE = '562949953443325';

let edge: ProcoreEdge;
let serviceEdge: ProcoreEdge;

beforeAll(async () => {
  edge = await startEdge({ disconnectedCompanies: [7, '9'] });
  serviceEdge = await startEdge({ serviceAccount: true });
});

describe('the gateway, for a request without the header', () => {
  test.each([
    '/rest/v1.0/projects/3/rfis',
    '/rest/v1.0/projects?company_id=42',
    '/rest/v1.0/companies/42',
    '/rest/v1.0/companies/42/projects',
    '/rest/v2.0/companies/42/projects/3',
    '/vapid/projects/3/users',
    '/rest/v1.0/companies/me',
    '/rest/v1.0/me/anything',
    '/rest/v1.0/mean',
    '/rest/v3.0/me',
    '/companies',
    '/somewhere/rest/v1.0/me',
    '/',
  ])('refuses GET %s', async (path) => {
    const { status } = await call(edge.url + path);

    expect(status).toBe(400);
    expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('missing-header');
  });

  test.each([
    '/rest/v1.0/me',
    '/rest/v1.1/me',
    '/rest/v1.10/me',
    '/rest/v2.0/me',
    '/vapid/me',
    '/rest/v1.0/me/',
    '/rest/v1.0/me?per_page=5',
    '/rest/v1.0/companies',
    '/rest/v2.0/companies',
    '/vapid/companies',
    '/rest/v1.0/companies?company_id=42',
  ])('exempts GET %s', async (path) => {
    const { status } = await call(edge.url + path);

    expect(status).toBe(200);
  });

  test('shows an exempt caller the user, or the companies', async () => {
    const me = await call(`${edge.url}/rest/v1.0/me`);
    const companies = await call(`${edge.url}/rest/v2.0/companies`);

    expect(me.json).toEqual({ id: 201, login: 'ana.reyes@example.com', name: 'Ana Reyes' });
    expect(companies.json.data[1]).toEqual({ id: '7', name: 'Beacon Builders', is_active: true });
  });

  test.each(['POST', 'PATCH', 'DELETE', 'OPTIONS'])(
    'does not exempt %s companies',
    async (method) => {
      await call(`${edge.url}/rest/v1.0/companies`, { method });

      expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('missing-header');
    },
  );

  test('exempts HEAD like GET', async () => {
    const { status } = await call(`${edge.url}/rest/v1.0/companies`, { method: 'HEAD' });

    expect(status).toBe(200);
  });

  test.each(['company_id=42', 'project_id=3', 'company_id='])(
    'does not exempt me where the query has %s',
    async (query) => {
      const without = await call(`${edge.url}/rest/v1.0/me?${query}`);
      const withHeader = await call(`${edge.url}/rest/v1.0/me?${query}`, { company: 42 });

      expect([without.status, withHeader.status]).toEqual([400, 200]);
    },
  );

  test.each(['me', 'companies'])('does not exempt %s for a service account', async (path) => {
    const url = `${serviceEdge.url}/rest/v1.0/${path}`;

    expect((await call(url)).status).toBe(400);
    expect((await call(url, { company: 42 })).status).toBe(200);
  });

  test('takes an empty header for none', async () => {
    const headers = { 'Procore-Company-Id': ' ' };

    await call(`${edge.url}/rest/v1.0/projects/3`, { headers });

    expect(edge.requests[edge.requests.length - 1]).toMatchObject({
      companyId: '',
      outcome: 'missing-header',
    });
  });
});

describe('the gateway, for a request with the header', () => {
  test.each([
    [42, 3],
    [CASCADE, '562949953501001'],
  ])('lets company %s see its project %s', async (company, project) => {
    const { status } = await call(`${edge.url}/rest/v1.0/projects/${project}`, { company });

    expect(status).toBe(200);
  });

  test.each([
    'undefined',
    '0',
    '-42',
    '042',
    '42, 42',
    '42.0',
    '4e1',
    '43',
    '{company_id}',
    '４２',
  ])('answers "invalid company id" to %p', async (company) => {
    const { status, json } = await call(`${edge.url}/rest/v1.0/projects/3`, {
      headers: { 'Procore-Company-Id': Buffer.from(company).toString('latin1') },
    });

    expect(status).toBe(400);
    expect(json).toEqual({ error: { code: '400', message: 'invalid company id' } });
  });

  test('answers "invalid company id" to two headers', async () => {
    const headers = { 'Procore-Company-Id': ['42', '7'] };

    const { status } = await call(`${edge.url}/rest/v1.0/projects/3`, { headers });

    expect(status).toBe(400);
    expect(edge.requests[edge.requests.length - 1]).toMatchObject({
      companyId: '42, 7',
      outcome: 'invalid-company-id',
    });
  });

  test('checks the header of an exempt request too', async () => {
    const { status } = await call(`${edge.url}/rest/v1.0/me`, { company: 'undefined' });

    expect(status).toBe(400);
  });

  test.each([7, 9])('answers 403 to the disconnected company %s', async (company) => {
    const { status, text } = await call(`${edge.url}/rest/v1.0/projects/2001`, { company });

    expect(status).toBe(403);
    expect(text).toContain('App is not connected to this company');
    expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('not-connected');
  });

  test('answers 404 to a route that there is not', async () => {
    const { status, json } = await call(`${edge.url}/rest/v1.0/unheard_of`, { company: 42 });

    expect(status).toBe(404);
    expect(json).toEqual({ message: 'Item not found' });
    expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('not-found');
  });

  test('answers 404 to a method that the route does not have', async () => {
    const { status } = await call(`${edge.url}/rest/v1.0/me`, { company: 42, method: 'DELETE' });

    expect(status).toBe(404);
  });

  test('does not serve a v1 path as v2, nor the other way round', async () => {
    const asV2 = await call(`${edge.url}/rest/v2.0/projects/3`, { company: 42 });
    const asV1 = await call(`${edge.url}/rest/v1.0/companies/42/projects/3`, { company: 42 });

    expect([asV2.status, asV1.status]).toEqual([404, 404]);
  });
});
