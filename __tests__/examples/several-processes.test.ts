import axios, { type AxiosInstance } from 'axios';
import { runWithCompanyId } from 'axios-procore-company-id/context';
import type { ProjectStore } from 'axios-procore-company-id/projects';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { Keyv } from 'keyv';
import type { JobData } from '../../examples/worker';
import { rejection } from '../support/rejection';
import { startServer, startWorker } from './support/processes';

const CONFLICT = { name: 'CompanyIdConflictError', code: 'ERR_PROCORE_COMPANY_ID_CONFLICT' };

const COMPANIES = [
  { companyId: '42', projectId: '1001' },
  { companyId: '7', projectId: '2002' },
  { companyId: '562949953443325', projectId: '562949953501002' },
];

/** So many of them, one after the other and again. */
const interleaved = (length: number) =>
  Array.from({ length }, (_, index) => COMPANIES[index % COMPANIES.length] as JobData);

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await createProcoreEdge();
});
afterAll(() => edge.close());

// What stands for Redis here.
describe.each<[string, () => ProjectStore]>([
  ['a Map', () => new Map<string, string>()],
  ['a Keyv', () => new Keyv({ throwOnErrors: true })],
])('a server and a worker that share %s', (_name, createStore) => {
  let worker: ReturnType<typeof startWorker>;
  let api: AxiosInstance;
  let close: () => Promise<void>;

  beforeEach(async () => {
    edge.clear();
    const store = createStore();
    worker = startWorker(edge.url, store);
    const [baseURL, stop] = await startServer(edge.url, store, worker);
    api = axios.create({ baseURL, proxy: false, validateStatus: null });
    close = stop;
  });
  afterEach(() => close());

  const deliver = (payload: object, authorization = 'Bearer hook') =>
    api.post('/webhooks/procore', payload, { headers: { authorization } });

  const sent = () =>
    edge.requests.map(({ path, companyId, outcome }) => [path, companyId, outcome]);

  test.each([
    ['v2', { api_version: 'v2.0', company_id: 42, project_id: 3, resource_id: 101 }],
    ['v3', { api_version: 'v3.0', company_id: 42, project_id: 3, resource_id: 101 }],
    ['v4', { company_id: '42', project_id: '3', resource_id: '101', reason: 'update' }],
  ])('a webhook of %s becomes a job in the company that it names', async (_version, payload) => {
    expect((await deliver(payload)).status).toBe(202);

    expect(await worker.queued[0]?.waitUntilFinished()).toMatchObject({ id: 101 });
    expect(sent()).toEqual([['/rest/v1.0/projects/3/rfis/101', '42', 'ok']]);
  });

  test('a webhook without a company, of a stranger, or of no project becomes no job', async () => {
    const event = { company_id: 42, project_id: 3, resource_id: 101 };

    expect((await deliver({ ...event, company_id: null })).status).toBe(400);
    expect((await deliver(event, 'Bearer ana')).status).toBe(401);
    expect((await deliver({ ...event, project_id: null })).status).toBe(204);

    expect(worker.queued).toEqual([]);
    expect(sent()).toEqual([]);
  });

  test('jobs and requests of several companies at a time each stay in their own', async () => {
    const jobs = interleaved(90).map((data, index) =>
      worker.run(index % 2 === 0 ? 'countRfis' : 'listProjects', data),
    );
    const requests = ['ana', 'bo', 'ana', 'bo'].map((name) =>
      api.get(`/projects/${name === 'ana' ? 3 : 2001}/rfis`, {
        headers: { authorization: `Bearer ${name}` },
      }),
    );

    await Promise.all([...jobs, ...requests]);

    expect(edge.requests).toHaveLength(94);
    const companyOfProject = new Map([
      ...COMPANIES.map(({ companyId, projectId }) => [projectId, companyId] as const),
      ['3', '42'],
      ['2001', '7'],
    ]);
    for (const { path, companyId, outcome } of edge.requests) {
      const [, kind, id = ''] = /(companies|projects)\/(\d+)/.exec(path) ?? [];
      const expected = kind === 'companies' ? id : companyOfProject.get(id);
      expect([path, companyId, outcome]).toEqual([path, expected, 'ok']);
    }
  });

  test('a job of one company that touches a project of another is not sent, once the server has heard of the project', async () => {
    await deliver({ company_id: 42, project_id: 3, resource_id: 101 });
    await worker.queued[0]?.waitUntilFinished();
    edge.clear();

    const error = await rejection(worker.run('countRfis', { companyId: '7', projectId: '3' }));

    expect(error).toMatchObject({
      ...CONFLICT,
      message: expect.stringContaining('42'),
      companyId: '7',
    });
    expect(sent()).toEqual([]);
  });

  test('a user of one company who asks for a project of another gets 404, once the worker has seen the project', async () => {
    await worker.run('listProjects', { companyId: '42', projectId: '3' });
    await worker.client.directory.flush();
    edge.clear();

    const config = { headers: { authorization: 'Bearer bo' } };
    expect((await api.get('/projects/3/rfis', config)).status).toBe(404);

    expect(sent()).toEqual([]);
  });

  test('a project that nobody has learned is left to the company of the job, and Procore refuses it', async () => {
    const error = await rejection(worker.run('countRfis', { companyId: '7', projectId: '3' }));

    expect(error.response.status).toBe(404);
    expect(sent()).toEqual([['/rest/v1.0/projects/3/rfis', '7', 'other-company']]);
  });

  test('a job from before the header was required runs in the company of its project', async () => {
    const error = await rejection(worker.run('countRfis', { projectId: '1004' }));
    expect(error.code).toBe('ERR_PROCORE_UNRESOLVED_COMPANY_ID');

    await worker.run('listProjects', { companyId: '42', projectId: '1001' });

    expect(await worker.run('countRfis', { projectId: '1004' })).toBe(3);
  });

  test('a job has nothing of the company in which it is queued, nor of the job before it', async () => {
    const old = { projectId: '1004' };
    const first = runWithCompanyId(7, () => worker.run('countRfis', old));
    const others = interleaved(30).map((data) => worker.run('countRfis', data));
    const last = runWithCompanyId(7, () => worker.run('countRfis', old));

    const errors = await Promise.all([first, last].map(rejection));
    expect(errors.map(({ code }) => code)).toEqual(
      Array(2).fill('ERR_PROCORE_UNRESOLVED_COMPANY_ID'),
    );
    expect(await Promise.all(others)).toEqual(others.map(() => 3));
  });

  test('a job of an unknown name fails, and the next one runs', async () => {
    const [known = { projectId: '' }] = COMPANIES;

    expect((await rejection(worker.run('paint', known))).message).toContain('paint');
    expect(await worker.run('countRfis', known)).toBe(3);
  });
});
