import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { text } from 'stream/consumers';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
} from 'axios-procore-company-id';
import { type ProjectDirectory, projectDirectory } from 'axios-procore-company-id/projects';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { adapters } from '../support/adapters';
import { keepsUrlQuery, resendsConfigs } from '../support/axios-features';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';

const BIG = '562949953443325';
const PROJECTS = {
  42: ['3', '1001', '1002', '1003', '1004'],
  7: ['2001', '2002'],
  [BIG]: ['562949953501001', '562949953501002', '562949953501003'],
};
const of = (companyId: keyof typeof PROJECTS) =>
  PROJECTS[companyId].map((id): [string, string] => [id, String(companyId)]);

let edge: ProcoreEdge;

beforeEach(async () => {
  edge = await createProcoreEdge();
});
afterEach(() => edge.close());

const outcomes = () => edge.requests.map(({ outcome, companyId }) => `${outcome} ${companyId}`);

describe.each(adapters)('over real HTTP with the %s adapter', (_name, config) => {
  let directory: ProjectDirectory;
  let procore: AxiosInstance;
  let events: CompanyIdEvent[];

  beforeEach(() => {
    events = [];
    directory = projectDirectory();
    procore = axios.create({ ...config, baseURL: edge.url, proxy: false });
    attachProcoreCompanyId(procore, {
      resolver: firstOf(fromPath, fromQuery, fromBody, directory),
      observe: (event) => events.push(event),
    });
  });

  test.each<[string, object, [string, string][]]>([
    ['/rest/v1.0/projects', { company_id: 42 }, of(42)],
    ['/rest/v1.0/companies/42/projects', {}, of(42)],
    ['/vapid/projects', { company_id: '7' }, of(7)],
    ['/vapid/companies/7/projects', {}, of(7)],
    ['/rest/v2.0/companies/7/projects', {}, of(7)],
    [`/rest/v1.1/companies/${BIG}/projects`, {}, of(BIG)],
    [`/rest/v2.0/companies/${BIG}/projects`, {}, of(BIG)],
  ])('%s %j is learned from, and its projects resolve', async (url, params, pairs) => {
    await procore.get(url, { params });
    expect(directory.entries()).toEqual(pairs);
    edge.clear();

    for (const [projectId] of pairs) {
      await procore.get(`/rest/v1.0/projects/${projectId}/rfis`);
      await procore.get('/rest/v1.0/observations/items', { params: { project_id: projectId } });
    }

    const companyId = pairs[0]?.[1];
    expect(outcomes()).toEqual(pairs.flatMap(() => [`ok ${companyId}`, `ok ${companyId}`]));
    expect(events.slice(1).every(({ source }) => source === 'project')).toBe(true);
  });

  test('a project that is created or changed is learned from', async () => {
    const { data } = await procore.post('/rest/v1.0/projects', {
      company_id: 7,
      project: { name: 'Pier' },
    });
    await procore.patch('/rest/v1.0/projects/3', { company_id: 42, project: { name: 'School' } });

    expect(directory.entries()).toEqual([
      [String(data.id), '7'],
      ['3', '42'],
    ]);
  });

  test('a project that is read with a header by hand tells its company', async () => {
    await procore.get('/rest/v1.0/projects/2001', { headers: { 'Procore-Company-Id': '7' } });

    expect(directory.entries()).toEqual([['2001', '7']]);
  });

  test('a request that names both is learned from, the company of users in its answer is not', async () => {
    await procore.get('/rest/v2.0/companies/42/projects/3/users');

    expect(directory.entries()).toEqual([['3', '42']]);
  });

  test('an answer for another company teaches nothing', async () => {
    const asked = [
      procore.get('/rest/v1.0/companies/7/projects', { headers: { 'Procore-Company-Id': '42' } }),
      procore.get('/rest/v1.0/projects', { params: { company_id: 999 } }),
      procore.get('/rest/v2.0/companies/7/projects/3/rfis'),
      procore.get('/rest/v1.0/projects/3/rfis', { params: { company_id: 7 } }),
      procore.get('/rest/v1.0/observations/items', { params: { company_id: 7, project_id: 3 } }),
      procore.get('/rest/v1.0/projects/3', { params: { company_id: 7 } }),
      procore.get('/rest/v1.0/projects/2001/rfis', { procoreCompanyId: 42 }),
    ];
    await Promise.allSettled(asked);

    expect(edge.requests.filter(({ outcome }) => outcome === 'other-company')).toHaveLength(6);
    expect(directory.size).toBe(0);
  });

  test('HEAD teaches nothing, and neither does a download', async () => {
    await Promise.allSettled([
      procore.head('/rest/v1.0/companies/42/projects'),
      procore.get('/rest/v1.0/projects/3/rfis/101.pdf', { params: { company_id: 42 } }),
    ]);

    expect(edge.requests.some(({ to }) => to === 'storage')).toBe(true);
    expect(directory.size).toBe(0);
  });

  test('ids that JSON cannot hold as numbers teach nothing in v1, and everything in v2', async () => {
    const big = await createProcoreEdge({
      companies: [{ id: 7, name: 'Seven', projects: [{ id: '9007199254740993', name: 'Far' }] }],
    });
    try {
      procore.defaults.baseURL = big.url;
      await procore.get('/rest/v1.0/companies/7/projects');
      expect(directory.size).toBe(0);

      await procore.get('/rest/v2.0/companies/7/projects');
      await procore.get('/rest/v1.0/projects/9007199254740993/rfis');

      expect(directory.entries()).toEqual([['9007199254740993', '7']]);
      expect(big.requests[2]).toMatchObject({ outcome: 'ok', companyId: '7' });
    } finally {
      await big.close();
    }
  });

  test('a stream is left as it is', async () => {
    const { data } = await procore.get('/rest/v1.0/companies/7/projects', {
      responseType: 'stream',
    });

    expect(JSON.parse(await text(data))).toHaveLength(2);
    expect(directory.size).toBe(0);
  });

  test('a wrong company heals: it is forgotten when Procore does not know it', async () => {
    directory.set(3, 999);
    const error = await rejection(procore.get('/rest/v1.0/projects/3/rfis'));
    expect(responseOf(error).data).toMatchObject({ error: { message: 'invalid company id' } });
    expect(directory.size).toBe(0);

    await procore.get('/rest/v1.0/companies/42/projects');
    await (resendsConfigs ? procore.request(error.config) : procore.get(error.config.url));

    expect(outcomes()).toEqual(['invalid-company-id 999', 'ok 42', 'ok 42']);
  });

  test('a wrong company of Procore stays through a 404, and a newer fact takes its place', async () => {
    directory.set(3, 7);

    await rejection(procore.get('/rest/v1.0/projects/3/rfis/101'));
    expect(directory.entries()).toEqual([['3', '7']]);
    await procore.get('/rest/v1.0/companies/42/projects');
    await procore.get('/rest/v1.0/projects/3/rfis/101');

    expect(outcomes()).toEqual(['other-company 7', 'ok 42', 'ok 42']);
  });

  test('a wrong company of Procore heals through what another process shared, without a request more', async () => {
    const store = new Map([['3', '42']]);
    const shared = projectDirectory({ store, entries: [[3, 7]] });
    attachProcoreCompanyId(procore, {
      resolver: firstOf(fromPath, shared),
      observe: (event) => events.push(event),
    });

    await rejection(procore.get('/rest/v1.0/projects/3/rfis'));
    expect(shared.get(3)).toBe('7');
    await procore.get('/rest/v1.0/projects/3/rfis');
    await rejection(procore.get('/rest/v1.0/projects/3/rfis/999999'));
    store.set('3', '7');
    await procore.get('/rest/v1.0/projects/3/rfis');

    expect(outcomes()).toEqual(['other-company 7', 'ok 42', 'not-found 42', 'ok 42']);
  });

  test('a store that fails is told to the observer, and fails no request that `lookup` or traffic answers', async () => {
    const down = () => Promise.reject(new Error('connection refused'));
    attachProcoreCompanyId(procore, {
      resolver: projectDirectory({
        store: { get: down, set: down, delete: down },
        lookup: () => 42,
      }),
      observe: (event) => events.push(event),
    });

    await procore.get('/rest/v1.0/projects/3/rfis');
    await procore.get('/rest/v1.0/companies/7/projects');
    // The response does not wait for what the store is told.
    await new Promise(setImmediate);

    expect(outcomes()).toEqual(['ok 42', 'ok 7']);
    const failed = events.filter(({ type }) => type === 'failed');
    expect(failed).toHaveLength(3);
    expect(failed[0]).toMatchObject({
      method: 'GET',
      route: '/rest/v1.0/projects/:project_id/rfis',
      error: new Error('connection refused'),
    });
  });

  test('it never sends a request of its own', async () => {
    await procore.get('/rest/v1.0/companies/42/projects');
    await procore.get('/rest/v1.0/projects/3/rfis');
    await rejection(procore.get('/rest/v1.0/projects/2001/rfis'));
    await rejection(procore.get('/rest/v1.0/projects/5/rfis'));

    expect(edge.requests.map(({ path }) => path)).toEqual([
      '/rest/v1.0/companies/42/projects',
      '/rest/v1.0/projects/3/rfis',
      '/rest/v1.0/projects/2001/rfis',
      '/rest/v1.0/projects/5/rfis',
    ]);
  });

  const describeUrlQuery = keepsUrlQuery ? describe : describe.skip; // axios 1.0.0 loses the question mark

  describeUrlQuery('the pages of a list', () => {
    test('are learned from, though their links lose what page one named', async () => {
      const sizes = [];
      let url: string | undefined = '/rest/v1.0/companies/42/projects?per_page=2';
      while (url !== undefined) {
        const response: AxiosResponse = await procore.get(url);
        sizes.push(directory.size);
        url = /<([^>]*)>; rel="next"/.exec(String(response.headers.link))?.[1];
      }

      expect(sizes).toEqual([2, 4, 5]);
      expect(directory.entries()).toEqual(of(42));
    });
  });
});
