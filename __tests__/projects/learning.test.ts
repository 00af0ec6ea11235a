import type { AxiosRequestConfig } from 'axios';
import { Readable } from 'stream';
import type { ProcoreRequest } from 'axios-procore-company-id';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { directoryInstance } from '../support/directory-instance';

type Case = [what: string, request: AxiosRequestConfig, body: unknown, status?: number];

const learned = async (
  config: AxiosRequestConfig,
  body: unknown,
  status?: number,
): Promise<Record<string, string>> =>
  Object.fromEntries(await directoryInstance().answered(config, body, status));

const PROJECTS = [
  { id: 3, name: 'School' },
  { id: 4, name: 'Bridge', company: { id: 7, name: 'Beacon' } },
];

const get = (url: string, more: AxiosRequestConfig = {}): AxiosRequestConfig => ({ url, ...more });
const byHand = (id: unknown) => ({ headers: { 'Procore-Company-Id': id as string } });

describe('a list of projects teaches the company of each', () => {
  test.each<Case>([
    ['of a company', get('/rest/v1.0/companies/7/projects'), PROJECTS],
    ['of a company, of a later version', get('/rest/v1.3/companies/7/projects'), PROJECTS],
    ['of a company, of a much later version', get('/rest/v10.12/companies/7/projects'), PROJECTS],
    ['of a company, as v2 wraps it', get('/rest/v2.0/companies/7/projects'), { data: PROJECTS }],
    ['of a company, of /vapid', get('/vapid/companies/7/projects'), PROJECTS],
    ['with a slash at its end', get('/rest/v1.0/companies/7/projects/'), PROJECTS],
    ['with more in its query', get('/rest/v1.0/companies/7/projects?page=2&per_page=9'), PROJECTS],
    ['by the query in the url', get('/rest/v1.0/projects?company_id=7'), PROJECTS],
    ['by params', get('/rest/v1.0/projects', { params: { company_id: 7, page: 2 } }), PROJECTS],
    ['by params, of /vapid', get('/vapid/projects', { params: { company_id: '7' } }), PROJECTS],
    ['at an absolute url', get('https://app.procore.com/vapid/companies/7/projects'), PROJECTS],
    [
      'below a base',
      get('companies/7/projects', { baseURL: 'https://api.procore.com/rest/v1.0/' }),
      PROJECTS,
    ],
    ['that names the company twice', get('/rest/v1.0/companies/7/projects?company_id=7'), PROJECTS],
    [
      'with the same company given by hand',
      get('/rest/v1.0/companies/7/projects', byHand('7')),
      PROJECTS,
    ],
    [
      'without a header',
      get('/rest/v1.0/companies/7/projects', { procoreCompanyId: false }),
      PROJECTS,
    ],
    [
      'with ids as text',
      get('/rest/v2.0/companies/7/projects'),
      { data: [{ id: '3' }, { id: '4' }] },
    ],
  ])('%s', async (_what, request, body) => {
    expect(await learned(request, body)).toEqual({ 3: '7', 4: '7' });
  });

  test('without naming one, where each project does', async () => {
    const body = [
      { id: 3, company: { id: 7 } },
      { id: 4, company: { id: '562949953443325' } },
      { id: 5 },
    ];

    expect(await learned(get('/rest/v1.0/projects'), body)).toEqual({
      3: '7',
      4: '562949953443325',
    });
    expect(await learned(get('/rest/v1.0/projects', byHand('9')), body)).toEqual({
      3: '7',
      4: '562949953443325',
    });
  });

  test('with ids of 64 bits', async () => {
    const body = { data: [{ id: '9223372036854775807' }] };

    expect(await learned(get('/rest/v2.0/companies/9007199254740993/projects'), body)).toEqual({
      '9223372036854775807': '9007199254740993',
    });
  });

  test('except for items that are none', async () => {
    const body = [
      ...[null, undefined, 3, '3', [], {}, { id: null }, { id: 0 }, { id: '0' }, { id: -1 }],
      ...[{ id: 1.5 }, { id: '' }, { id: '{id}' }, { id: '123e4567-e89b-12d3-a456-426614174000' }],
      { project: { id: 8 } },
      { id: 3 },
    ];

    expect(await learned(get('/rest/v1.0/companies/7/projects'), body)).toEqual({ 3: '7' });
  });

  test('except for ids that a JSON parser has rounded', async () => {
    const body = JSON.parse('[{"id":9007199254740993},{"id":562949953443325},{"id":1e21}]');

    expect(await learned(get('/rest/v1.0/companies/7/projects'), body)).toEqual({
      '562949953443325': '7',
    });
  });

  test('except for a project that says that it belongs to another, or to one that cannot be read', async () => {
    const body = [
      { id: 1, company: { id: 8 } },
      { id: 2, company: { id: 9007199254740992 } },
      { id: 3, company: { id: 0 } },
      { id: 4, company: { id: null } },
      { id: 5, company: null },
      { id: 6, company: 'Beacon' },
    ];

    expect(await learned(get('/rest/v1.0/companies/7/projects'), body)).toEqual({
      4: '7',
      5: '7',
      6: '7',
    });
  });
});

describe('a list teaches nothing', () => {
  test.each<Case>([
    ['where it names no company', get('/rest/v1.0/projects'), [{ id: 3 }]],
    ['where only a header by hand names one', get('/rest/v1.0/projects', byHand('7')), [{ id: 3 }]],
    ['where only the call does', get('/rest/v1.0/projects', { procoreCompanyId: 7 }), [{ id: 3 }]],
    [
      'where the header names another',
      get('/rest/v1.0/companies/7/projects', byHand('9')),
      [{ id: 3 }],
    ],
    ['where path and query differ', get('/rest/v1.0/companies/7/projects?company_id=8'), PROJECTS],
    ['where the query names two', get('/rest/v1.0/projects?company_id=7&company_id=8'), PROJECTS],
    ['where the url can be read in two ways', get('/rest/v1.0/companies/7//projects'), PROJECTS],
    ['of a placeholder', get('/rest/v1.0/companies/0/projects?company_id=7'), [{ id: 3 }]],
    [
      'of a UUID',
      get('/rest/v1.0/companies/123e4567-e89b-12d3-a456-426614174000/projects'),
      PROJECTS,
    ],
    ['of users', get('/rest/v1.0/companies/7/users'), PROJECTS],
    ['of something else of the name', get('/rest/v1.0/companies/7/payments/projects'), PROJECTS],
    ['of filters', get('/rest/v1.0/companies/7/timesheets/filters/projects'), PROJECTS],
    ['of equipment', get('/rest/v2.0/companies/7/equipment_register/5/projects'), PROJECTS],
    [
      'of the workforce planning, which has ids of its own',
      get('/rest/v1.0/workforce-planning/v2/companies/7/projects'),
      [{ id: 3 }],
    ],
    ['that is no list', get('/rest/v1.0/companies/7/projects'), { id: 3 }],
    ['that is inside something else', get('/rest/v1.0/companies/7/projects'), { items: PROJECTS }],
    [
      'that is a text',
      get('/rest/v1.0/companies/7/projects', { responseType: 'text' }),
      '[{"id":3}]',
    ],
    ['that is empty', get('/rest/v1.0/companies/7/projects'), []],
    ['that is nothing', get('/rest/v1.0/companies/7/projects'), undefined],
    ['that is null', get('/rest/v1.0/companies/7/projects'), null],
    ['that is bytes', get('/rest/v1.0/companies/7/projects'), Buffer.from('[{"id":3}]')],
    ['that is a Blob', get('/rest/v1.0/companies/7/projects'), new Blob(['[{"id":3}]'])],
    ['that is a stream', get('/rest/v1.0/companies/7/projects'), Readable.from(['[{"id":3}]'])],
    ['of HEAD', get('/rest/v1.0/companies/7/projects', { method: 'head' }), PROJECTS],
    ['that was posted', get('/rest/v1.0/companies/7/projects', { method: 'post' }), PROJECTS],
    ['not found', get('/rest/v1.0/companies/7/projects'), PROJECTS, 404],
    ['not allowed', get('/rest/v1.0/companies/7/projects'), PROJECTS, 403],
    [
      'from the storage host',
      get('https://storage.procore.com/rest/v1.0/companies/7/projects'),
      PROJECTS,
    ],
    ['from elsewhere', get('https://example.com/rest/v1.0/companies/7/projects'), PROJECTS],
  ])('%s', async (_what, request, body, status = 200) => {
    expect(await learned(request, body, status)).toEqual({});
    const asValue = { ...request, validateStatus: null };
    expect(await learned(asValue, body, status)).toEqual({});
  });

  test('by what a prototype says', () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    const directory = projectDirectory();
    const learn = (data: unknown, url = '/rest/v1.0/companies/7/projects'): void => {
      directory.learn({ config: { url } } as ProcoreRequest, { status: 200, data });
    };
    Object.assign(polluted, { id: 3, company: { id: 9 }, data: [{ id: 5 }], project_id: 3 });
    try {
      learn([{}, { name: 'x' }]);
      learn({});
      learn([{}], '/rest/v1.0/projects/3/rfis?company_id=7');
      learn({ name: 'x' }, '/rest/v1.0/projects/3');
      learn([{ name: 'x' }], '/rest/v1.0/projects');
    } finally {
      for (const key of ['id', 'company', 'data', 'project_id']) delete polluted[key];
    }

    expect(directory.entries()).toEqual([]);
  });
});

describe('a project teaches its company', () => {
  const OWN_WORD = { id: 3, company: { id: 7, name: 'Beacon' } };

  test.each<Case>([
    ['when it is read', get('/rest/v1.0/projects/3'), OWN_WORD],
    ['when it is read by its company', get('/rest/v1.0/projects/3?company_id=7'), { id: 3 }],
    ['when it is read in v2', get('/rest/v2.0/companies/7/projects/3'), { data: { id: '3' } }],
    ['when it is read from /vapid', get('/vapid/projects/3'), OWN_WORD],
    ['whatever the header by hand was', get('/rest/v1.0/projects/3', byHand('9')), OWN_WORD],
    [
      'when it is created',
      get('/rest/v1.0/projects', { method: 'post', data: { company_id: 7, project: {} } }),
      { id: 3 },
      201,
    ],
    [
      'when it is created in v2',
      get('/rest/v2.0/companies/7/projects', { method: 'post', data: { name: 'x' } }),
      { data: { id: '3' } },
      201,
    ],
    [
      'when it is created, by its own word',
      get('/rest/v1.0/projects', { method: 'post', data: { name: 'x' } }),
      OWN_WORD,
      201,
    ],
    [
      'when it is changed',
      get('/rest/v1.0/projects/3', { method: 'patch', data: { company_id: 7, project: {} } }),
      { id: 3 },
    ],
  ])('%s', async (_what, request, body, status = 200) => {
    expect(await learned(request, body, status)).toEqual({ 3: '7' });
  });

  test.each<Case>([
    ['that is another one', get('/rest/v1.0/projects/4'), OWN_WORD],
    ['that is another one, of a company', get('/rest/v2.0/companies/7/projects/4'), OWN_WORD],
    ['without an id', get('/rest/v2.0/companies/7/projects/3'), { data: { name: 'x' } }],
    ['of another company', get('/rest/v2.0/companies/8/projects/3'), OWN_WORD],
    ['with no word about it', get('/rest/v1.0/projects/3', byHand('7')), { id: 3 }],
    ['with a general `company_id`', get('/rest/v1.0/projects/3'), { id: 3, company_id: 7 }],
    ['that was deleted', get('/rest/v1.0/projects/3', { method: 'delete' }), OWN_WORD],
    ['that failed', get('/rest/v1.0/projects/3'), OWN_WORD, 422],
    ['in a list', get('/rest/v1.0/projects/3'), [OWN_WORD]],
    [
      'where the header by hand was another and it has no word of its own',
      get('/rest/v1.0/projects/3?company_id=7', byHand('9')),
      { id: 3 },
    ],
    [
      'with an id that a JSON parser has rounded',
      get('/rest/v1.0/projects/9007199254740993?company_id=7'),
      JSON.parse('{"id":9007199254740993}'),
    ],
  ])('but not one %s', async (_what, request, body, status = 200) => {
    expect(await learned(request, body, status)).toEqual({});
  });
});

describe('a request that names both teaches', () => {
  const RFIS = '/rest/v2.0/companies/7/projects/3/rfis';
  const V1_RFIS = '/rest/v1.0/projects/3/rfis?company_id=7';
  const TIMECARDS = '/rest/v1.0/companies/7/timecard_entries';

  test.each<Case>([
    ['by a list with records', get(RFIS), [{ id: 101 }]],
    ['by a list with records, wrapped', get(RFIS), { data: [{ id: '101' }] }],
    ['by a record', get(`${RFIS}/101`), { id: 101 }],
    [
      'by a record with an id of another kind',
      get(`${RFIS}/101`),
      { data: { id: '01JMYXMZRBVKK0P' } },
    ],
    ['by a record that has a field `data`', get(`${RFIS}/101`), { id: 101, data: { text: 'x' } }],
    [
      'by a record that was created',
      get(RFIS, { method: 'post', data: { x: 1 } }),
      { id: 101 },
      201,
    ],
    ['in /vapid', get('/vapid/projects/3/rfis?company_id=7'), [{ id: 101 }]],
    ['by the singular', get('/rest/v1.0/project/3/markers?company_id=7'), [{ id: 101 }]],
    [
      'with the company in params',
      get('/rest/v1.0/projects/3/rfis', { params: { company_id: 7 } }),
      [{ id: 101 }],
    ],
    [
      'with the company in the body',
      get('/rest/v1.0/projects/3/rfis', { method: 'post', data: { company_id: '7' } }),
      { id: 101 },
    ],
    [
      'with both in path and body alike',
      get(RFIS, { method: 'post', data: { company_id: 7, project_id: 3 } }),
      { id: 101 },
    ],
    [
      'with the project in the query, where the record names it',
      get('/rest/v1.0/webhooks/hooks?company_id=7&project_id=3'),
      [{ id: 5, project_id: 3 }],
    ],
    [
      'with the project in the body, where the record names it',
      get(TIMECARDS, { method: 'post', data: { project_id: 3 } }),
      { id: 5, project: { id: 3, name: 'School' } },
      201,
    ],
    ['whatever vendor or user is in it', get(RFIS), [{ id: 101, company: { id: 9 } }]],
    ['where it was sent without a header', get(RFIS, { procoreCompanyId: false }), [{ id: 101 }]],
    ['in its path by an empty list', get(RFIS), []],
    ['in its path by an empty object', get(RFIS), {}],
    ['in its path by a count', get(`${RFIS}/count`), { count: 0 }],
    ['in its path by no content', get(RFIS, { method: 'delete' }), undefined, 204],
    ['in its path by a job for later', get(RFIS, { method: 'post' }), { id: 101 }, 202],
    ['in its path by a stream', get(RFIS), Readable.from(['x'])],
  ])('%s', async (_what, request, body, status = 200) => {
    expect(await learned(request, body, status)).toEqual({ 3: '7' });
  });

  test.each<Case>([
    ['an empty list, as of another company', get(V1_RFIS), []],
    ['an empty list, wrapped', get(V1_RFIS), { data: [] }],
    ['an empty object', get(V1_RFIS), {}],
    ['a count', get(V1_RFIS), { count: 0 }],
    ['a list inside something else', get(V1_RFIS), { total: 0, items: [] }],
    ['a report of errors', get(V1_RFIS, { method: 'patch' }), { data: [], errors: [{ id: 5 }] }],
    ['items without ids', get(V1_RFIS), [{ name: 'x' }, { id: 101 }]],
    ['an id of 0', get(V1_RFIS), [{ id: 0 }]],
    ['an empty id', get(V1_RFIS), [{ id: '' }]],
    ['an id that is none', get(V1_RFIS), [{ id: true }]],
    ['no content', get(V1_RFIS, { method: 'delete' }), undefined, 204],
    ['no body', get(V1_RFIS, { method: 'head' }), '', 200],
    ['a failure', get(RFIS), [{ id: 101 }], 404],
    ['a failure with the company in the query', get(V1_RFIS), [{ id: 101 }], 404],
    ['a text', get(V1_RFIS, { responseType: 'text' }), '[{"id":101}]'],
    ['a record of another project', get(RFIS), [{ id: 101, project_id: 4 }]],
    ['a record of another project, as an object', get(RFIS), [{ id: 101, project: { id: 4 } }]],
    [
      'a record of a project that was rounded',
      get(RFIS),
      [{ id: 101, project_id: 9007199254740992 }],
    ],
  ])('but not by %s', async (_what, request, body, status = 200) => {
    expect(await learned(request, body, status)).toEqual({});
  });

  test.each<Case>([
    [
      'a project in the query that the endpoint may ignore',
      get('/rest/v1.0/me?company_id=7&project_id=3'),
      { id: 5 },
    ],
    [
      'a project in the body that the endpoint may ignore',
      get(TIMECARDS, { method: 'post', data: { project_id: 3 } }),
      { id: 5 },
    ],
    ['two projects', get(`${RFIS}?project_id=4`), [{ id: 101 }]],
    ['two companies', get(`${RFIS}?company_id=8`), [{ id: 101 }]],
    [
      'two companies, one in the body',
      get(RFIS, { method: 'post', data: { company_id: 8 } }),
      { id: 101 },
    ],
    [
      'two companies in its path',
      get('/rest/v2.0/companies/7/x/companies/8/projects/3/rfis', { procoreCompanyId: false }),
      [{ id: 101 }],
    ],
    [
      'two projects in its path',
      get('/rest/v2.0/companies/7/projects/3/projects/4/x'),
      [{ id: 101 }],
    ],
    ['a placeholder', get('/rest/v2.0/companies/7/projects/0/rfis'), [{ id: 101 }]],
    ['a placeholder company', get('/rest/v2.0/companies/0/projects/3/rfis'), [{ id: 101 }]],
    [
      'a UUID',
      get('/rest/v2.0/companies/123e4567-e89b-12d3-a456-426614174000/projects/3/rfis'),
      [{ id: 101 }],
    ],
    ['a bid board project', get('/rest/v2.0/companies/7/bid_board_projects/3'), { id: 3 }],
    [
      'ids of the workforce planning',
      get('/rest/v1.0/workforce-planning/v2/companies/7/projects/3/tags'),
      [{ id: 101 }],
    ],
    ['another company in its header', get(RFIS, byHand('9')), [{ id: 101 }]],
    [
      'its company in the header alone',
      get('/rest/v1.0/projects/3/rfis', byHand('7')),
      [{ id: 101 }],
    ],
    [
      'its company in the call alone',
      get('/rest/v1.0/projects/3/rfis', { procoreCompanyId: 7 }),
      [{ id: 101 }],
    ],
    [
      'its company in the query, and is sent without a header',
      get('/rest/v1.0/projects/3/rfis?company_id=7', { procoreCompanyId: false }),
      [{ id: 101 }],
    ],
    ['doubtful segments', get('/rest/v2.0/companies/7/projects/3/../3/rfis'), [{ id: 101 }]],
  ])('but not where it has %s', async (_what, request, body) => {
    expect(await learned(request, body)).toEqual({});
  });

  test('but not where a conflict was let through', async () => {
    const { answered } = directoryInstance({}, { onConflict: 'send' });

    expect(await answered({ url: RFIS, procoreCompanyId: 9 }, [{ id: 101 }])).toEqual([]);
  });

  test('in a dry run too, where the path names the company', async () => {
    const { answered } = directoryInstance({}, { dryRun: true });

    expect(await answered(get(RFIS), [{ id: 101 }])).toEqual([['3', '7']]);
    expect(await answered(get('/rest/v1.0/projects/4/rfis?company_id=7'), [{ id: 1 }])).toEqual([
      ['3', '7'],
    ]);
  });
});

test('a request is read from its config, whatever view of it comes along', () => {
  const directory = projectDirectory();
  const config = { method: 'get', url: '/rest/v1.0/companies/7/projects' };

  directory.learn({ config } as ProcoreRequest, { status: 200, data: [{ id: 3 }] });

  expect(directory.entries()).toEqual([['3', '7']]);
});

test('an answer that is missing teaches nothing', () => {
  const directory = projectDirectory();

  directory.learn({ config: undefined } as never, undefined as never);

  expect(directory.size).toBe(0);
});

test('an object with a class, as a transformer of the caller may make, is left alone', () => {
  const directory = projectDirectory();
  class Project {
    id = 3;
    data = [{ id: 4 }];
  }

  for (const url of ['/rest/v1.0/projects/3?company_id=7', '/rest/v1.0/companies/7/projects']) {
    directory.learn({ config: { url } } as ProcoreRequest, { status: 200, data: new Project() });
  }

  expect(directory.size).toBe(0);
});

test('JSON of another realm is read too', () => {
  const directory = projectDirectory();
  const config = { url: '/rest/v1.0/companies/7/projects' };
  const foreign = { __proto__: { __proto__: null }, data: [{ __proto__: null, id: 3 }] };

  directory.learn({ config } as ProcoreRequest, { status: 200, data: foreign });
  directory.learn({ config } as ProcoreRequest, {
    status: 200,
    data: { __proto__: null, data: [{ id: 4 }] },
  });

  expect(directory.entries()).toEqual([
    ['3', '7'],
    ['4', '7'],
  ]);
});

test('learning takes time in proportion to the list, and one look at the answer of other requests', () => {
  let reads = 0;
  const item = (id: number): object =>
    Object.defineProperty({}, 'id', {
      get: () => {
        reads += 1;
        return id;
      },
    });
  const data = Array.from({ length: 1000 }, (_, index) => item(index + 1));
  const learnFrom = (url: string): number => {
    reads = 0;
    projectDirectory().learn({ config: { url } } as ProcoreRequest, { status: 200, data });
    return reads;
  };

  expect(learnFrom('/rest/v1.0/companies/7/projects')).toBe(1000);
  expect(learnFrom('/rest/v1.0/projects/3/rfis?company_id=7')).toBe(0);
  expect(learnFrom('/rest/v1.0/companies/7/users')).toBe(0);
});

test.each<[string, AxiosRequestConfig, unknown]>([
  ['a list of projects of nobody knows whom', get('/rest/v1.0/projects'), [{ id: 3 }]],
  ['a record of nobody knows whom', get('/rest/v1.0/projects/3/rfis/1'), { id: 1 }],
  ['null', get('/rest/v1.0/companies/7/projects'), null],
])('%s teaches nothing, and is no failure', async (_what, request, body) => {
  const { answered, events } = directoryInstance();

  expect(await answered(request, body)).toEqual([]);
  expect(events.map(({ type }) => type)).not.toContain('failed');
});

test('a project with a field `data` is none that v2 has wrapped', async () => {
  const body = { id: 3, data: { id: 4 } };

  expect(await learned(get('/rest/v1.0/companies/7/projects/3'), body)).toEqual({ 3: '7' });
});

test.each<[unknown, Record<string, string>]>([
  ['01JEDGE', { 3: '7' }],
  ['', {}],
])('a record whose id is the text %j behind a query: %j', async (id, pairs) => {
  const request = get('/rest/v2.0/projects/3/models?company_id=7');

  expect(await learned(request, { id })).toEqual(pairs);
});
