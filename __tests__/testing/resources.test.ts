import type { ProcoreEdge } from '../../lib/testing';
import { call, form, multipart } from './call';
import { startEdge } from './edges';

const CASCADE = '562949953443325';

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await startEdge();
});

const get = (path: string, company: string | number) => call(edge.url + path, { company });

const ids = (items: { id: unknown }[]) => items.map(({ id }) => id);

const lastOutcome = () => edge.requests[edge.requests.length - 1]?.outcome;

describe('ids', () => {
  test.each(['/rest/v1.0/companies', '/rest/v1.1/companies', '/vapid/companies'])(
    'are numbers in %s',
    async (path) => {
      const { json } = await get(path, 42);

      expect(ids(json)).toEqual([42, 7, 562949953443325]);
    },
  );

  test('are strings in v2, inside of data', async () => {
    const { json } = await get('/rest/v2.0/companies', 42);

    expect(ids(json.data)).toEqual(['42', '7', CASCADE]);
  });
});

describe('me and companies', () => {
  test('shows the user', async () => {
    const { json } = await get('/rest/v1.0/me', 42);

    expect(json).toMatchObject({ id: 201, login: 'ana.reyes@example.com' });
  });

  test('shows the company of the header', async () => {
    const { json } = await get(`/rest/v1.0/companies/${CASCADE}`, CASCADE);

    expect(json).toMatchObject({ id: 562949953443325, name: 'Cascade Contractors' });
  });

  test.each([
    ['7', 'other-company'],
    ['8', 'not-found'],
  ])('answers 404 for the company %s, which is not that of the header', async (id, outcome) => {
    const { status, json } = await get(`/rest/v1.0/companies/${id}`, 42);

    expect(status).toBe(404);
    expect(json).toEqual({ message: 'Item not found' });
    expect(lastOutcome()).toBe(outcome);
  });
});

test('the companies have a page like any list, whatever company the header names', async () => {
  const { headers } = await get('/rest/v1.0/companies?per_page=2', 7);

  expect(headers).toMatchObject({ total: '3', 'per-page': '2' });
});

describe('the projects of a company', () => {
  test.each([
    '/rest/v1.0/companies/42/projects',
    '/rest/v1.0/projects?company_id=42',
    '/vapid/projects?company_id=42',
  ])('are listed by %s', async (path) => {
    const { json } = await get(path, 42);

    expect(ids(json)).toEqual([3, 1001, 1002, 1003, 1004]);
    expect(json[0]).toMatchObject({ name: 'Harbour School', company: { id: 42 } });
  });

  test('are listed by v2 with ids as strings', async () => {
    const { json } = await get(`/rest/v2.0/companies/${CASCADE}/projects`, CASCADE);

    expect(ids(json.data)).toEqual(['562949953501001', '562949953501002', '562949953501003']);
    expect(json.data[0].company.id).toBe(CASCADE);
  });

  test.each(['/rest/v1.0/companies/7/projects', '/rest/v1.0/projects?company_id=7'])(
    'are an empty list where %s meets the header of another company',
    async (path) => {
      const { status, json, headers } = await get(path, 42);

      expect(status).toBe(200);
      expect(json).toEqual([]);
      expect(headers.total).toBe('0');
      expect(lastOutcome()).toBe('other-company');
    },
  );

  test.each(['/rest/v1.0/projects', '/rest/v1.0/projects?company_id='])(
    'are not listed by %s, as a parameter is missing',
    async (path) => {
      const { status, json } = await get(path, 42);

      expect(status).toBe(400);
      expect(json).toEqual({
        error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' },
      });
      expect(lastOutcome()).toBe('missing-parameter');
    },
  );
});

describe('a project', () => {
  test.each([
    ['/rest/v1.0/projects/562949953501002', (json: unknown) => json],
    ['/vapid/projects/562949953501002', (json: unknown) => json],
    ['/rest/v1.0/projects/562949953501002?company_id=562949953443325', (json: unknown) => json],
  ])('is shown by %s with its company', async (path, project) => {
    const { json } = await get(path, CASCADE);

    expect(project(json)).toEqual({
      id: 562949953501002,
      name: 'Glass House',
      display_name: 'Glass House',
      active: true,
      company: { id: 562949953443325, name: 'Cascade Contractors' },
    });
  });

  test('is shown by v2 with ids as strings', async () => {
    const { json } = await get('/rest/v2.0/companies/42/projects/3', 42);

    expect(json.data).toMatchObject({ id: '3', company: { id: '42' } });
    expect(lastOutcome()).toBe('ok');
  });

  test.each([
    ['/rest/v1.0/projects/2001', 'other-company'],
    ['/rest/v1.0/projects/2001/rfis', 'other-company'],
    ['/rest/v1.0/projects/3/rfis?company_id=7', 'other-company'],
    ['/rest/v2.0/companies/7/projects/3', 'other-company'],
    ['/rest/v2.0/companies/7/projects/2001', 'other-company'],
    ['/rest/v1.0/projects/999', 'not-found'],
    ['/rest/v1.0/projects/999/users', 'not-found'],
  ])('is not found by %s with the header of company 42', async (path, outcome) => {
    const { status, json } = await get(path, 42);

    expect(status).toBe(404);
    expect(json).toEqual({ message: 'Item not found' });
    expect(lastOutcome()).toBe(outcome);
  });

  test.each([
    ['JSON', { json: { company_id: 7, project: { name: 'Tower' } } }],
    ['JSON with ids as strings', { json: { company_id: '7', project: { name: 'Tower' } } }],
    ['a form', form({ company_id: '7', 'project[name]': 'Tower' })],
    [
      'a multipart form',
      multipart({ company_id: '7', 'project[name]': 'Tower' }, Buffer.from('x')),
    ],
  ])('is created from %s', async (_what, body) => {
    const created = await call(`${edge.url}/rest/v1.0/projects`, {
      method: 'POST',
      company: 7,
      ...body,
    });
    const shown = await get(`/rest/v1.0/projects/${created.json.id}`, 7);
    const listed = await get('/rest/v1.0/companies/7/projects', 7);

    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({ name: 'Tower', company: { id: 7 } });
    expect(shown.json).toEqual(created.json);
    expect(ids(listed.json)).toContain(created.json.id);
  });

  test('is created with an id that no other project has', async () => {
    const own = await startEdge({
      companies: [{ id: 1, name: 'A', projects: [{ id: 562949953900001, name: 'Taken' }] }],
    });
    const create = () =>
      call(`${own.url}/rest/v1.0/projects?company_id=1`, {
        method: 'POST',
        company: 1,
        json: { project: { name: 'New' } },
      });

    expect((await create()).json.id).toBe(562949953900002);
    expect((await create()).json.id).toBe(562949953900003);
  });

  test.each([
    ['no company', { project: { name: 'Tower' } }, 400, 'missing-parameter'],
    ['another company', { company_id: 42, project: { name: 'Tower' } }, 404, 'other-company'],
    ['an unknown company', { company_id: 8, project: { name: 'Tower' } }, 404, 'not-found'],
    ['no name', { company_id: 7, project: {} }, 422, 'unprocessable'],
    ['a list as its body', [{ company_id: 7 }], 400, 'missing-parameter'],
    ['a number as its body', 7, 400, 'missing-parameter'],
    ['an object as its company', { company_id: { id: 7 } }, 400, 'missing-parameter'],
  ])('is not created with %s', async (_what, json, status, outcome) => {
    const answer = await call(`${edge.url}/rest/v1.0/projects`, {
      method: 'POST',
      company: 7,
      json,
    });

    expect(answer.status).toBe(status);
    expect(lastOutcome()).toBe(outcome);
  });

  test('is not created without a name, and the answer says so', async () => {
    const { json } = await call(`${edge.url}/rest/v1.0/projects`, {
      method: 'POST',
      company: 7,
      json: { company_id: 7 },
    });

    expect(json).toEqual({ errors: { name: ["can't be blank"] } });
  });

  test('is renamed, and keeps its name where none is given', async () => {
    const patch = (json: unknown) =>
      call(`${edge.url}/rest/v1.0/projects/2002`, { method: 'PATCH', company: 7, json });

    expect((await patch({ company_id: 7, project: { name: 'Canal' } })).json.name).toBe('Canal');
    expect((await patch({ company_id: 7 })).json.name).toBe('Canal');
    expect((await patch({ project: { name: 'Lake' } })).status).toBe(400);
    expect((await patch({ company_id: 42, project: { name: 'Lake' } })).status).toBe(404);
    expect((await get('/rest/v1.0/projects/2002', 7)).json.name).toBe('Canal');
  });
});

describe('what belongs to a project', () => {
  test.each([
    ['/rest/v1.0/projects/3/rfis', [101, 102, 103]],
    ['/rest/v1.1/projects/3/rfis', [101, 102, 103]],
    ['/vapid/projects/3/rfis', [101, 102, 103]],
    ['/rest/v1.0/projects/3/users', [201, 202]],
    ['/rest/v1.0/projects/3/submittals', [301, 302]],
    ['/rest/v1.0/observations/items?project_id=3', [401, 402, 403]],
  ])('is listed by %s', async (path, expected) => {
    const { status, json } = await get(path, 42);

    expect(status).toBe(200);
    expect(ids(json)).toEqual(expected);
  });

  test.each([
    ['rfis', ['101', '102', '103']],
    ['users', ['201', '202']],
    ['submittals', ['301', '302']],
  ])('is listed by v2: %s', async (kind, expected) => {
    const { json } = await get(`/rest/v2.0/companies/42/projects/3/${kind}`, 42);

    expect(ids(json.data)).toEqual(expected);
  });

  test.each([
    ['/rest/v1.0/projects/3/rfis/102', { id: 102, subject: 'Door schedule', status: 'open' }],
    ['/rest/v1.0/observations/items/402?project_id=3', { id: 402, name: 'Blocked exit' }],
  ])('is shown by %s', async (path, expected) => {
    const { json } = await get(path, 42);

    expect(json).toMatchObject(expected);
  });

  test('is shown by v2 with its id as a string', async () => {
    const { json } = await get('/rest/v2.0/companies/42/projects/3/rfis/102', 42);

    expect(json.data).toMatchObject({ id: '102', subject: 'Door schedule' });
  });

  test.each([
    '/rest/v1.0/projects/3/rfis/999',
    '/rest/v1.0/projects/3/rfis/999.pdf',
    '/rest/v1.0/observations/items/999?project_id=3',
  ])('is not found by %s', async (path) => {
    const { status } = await get(path, 42);

    expect(status).toBe(404);
  });

  test.each(['/rest/v1.0/observations/items', '/rest/v1.0/observations/items/401?company_id=42'])(
    'cannot be told by %s, which names no project',
    async (path) => {
      const { json } = await get(path, 42);

      expect(json.error.message).toBe('Missing Project or Company ID');
    },
  );

  test('is called the same in each project', async () => {
    const names = async (path: string, key: string) =>
      (await get(path, 42)).json.map((item: Record<string, string>) => item[key]);

    expect(await names('/rest/v1.0/projects/1001/rfis', 'subject')).toEqual([
      'Beam clearance',
      'Door schedule',
      'Roof drainage',
    ]);
    expect(await names('/rest/v1.0/projects/1001/users', 'name')).toEqual([
      'Ana Reyes',
      'Bo Larsen',
    ]);
    expect(await names('/rest/v1.0/projects/1001/submittals', 'title')).toEqual([
      'Concrete mix',
      'Window glazing',
    ]);
    expect(await names('/rest/v1.0/observations/items?project_id=1001', 'name')).toEqual([
      'Loose railing',
      'Blocked exit',
      'Missing sign',
    ]);
  });

  test('shows a user with a login and a firm', async () => {
    const { json } = await get('/rest/v1.0/projects/3/users', 42);

    expect(json[1]).toEqual({
      id: 202,
      name: 'Bo Larsen',
      login: 'bo.larsen@example.com',
      company: { id: 88001, name: 'Evergreen Electric' },
    });
  });

  test('includes users of another firm, whose id is no company of the header', async () => {
    const { json } = await get('/rest/v1.0/projects/3/users', 42);

    expect(json[0].company.id).not.toBe(42);
    expect((await get('/rest/v1.0/me', json[0].company.id)).status).toBe(400);
  });

  test('gets new RFIs in v1 and in v2', async () => {
    const post = (path: string, json: unknown) =>
      call(edge.url + path, { method: 'POST', company: 42, json });

    const first = await post('/rest/v1.0/projects/1004/rfis', { rfi: { subject: 'Lift shaft' } });
    const second = await post('/rest/v2.0/companies/42/projects/1004/rfis', {
      rfi: { subject: 'Handrail' },
    });
    const without = await post('/rest/v1.0/projects/1004/rfis', { rfi: {} });

    expect(first).toMatchObject({ status: 201, json: { id: 104, subject: 'Lift shaft' } });
    expect(second).toMatchObject({ status: 201, json: { data: { id: '105' } } });
    expect(without.json).toEqual({ errors: { subject: ["can't be blank"] } });
    expect(ids((await get('/rest/v1.0/projects/1004/rfis', 42)).json)).toHaveLength(5);
    expect(ids((await get('/rest/v1.0/projects/3/rfis', 42)).json)).toHaveLength(3);
  });
});
