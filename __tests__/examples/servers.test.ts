import axios, { type AxiosInstance } from 'axios';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { createApp as createFastifyApp } from '../../examples/fastify';
import { companyOf, startServer, startWorker, USERS } from './support/processes';

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await createProcoreEdge();
});
afterAll(() => edge.close());
beforeEach(() => edge.clear());

type Start = () => Promise<[url: string, close: () => Promise<void>]>;

const startExpress: Start = () => {
  const store = new Map<string, string>();
  return startServer(edge.url, store, startWorker(edge.url, store));
};

const startFastify: Start = async () => {
  const app = createFastifyApp({ procoreUrl: edge.url, companyOf });
  return [await app.listen({ port: 0, host: '127.0.0.1' }), () => app.close()];
};

describe.each([
  ['Express', startExpress],
  ['Fastify', startFastify],
])('the server with %s', (_name, start) => {
  let api: AxiosInstance;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const [baseURL, stop] = await start();
    api = axios.create({ baseURL, proxy: false, validateStatus: null });
    close = stop;
  });
  afterAll(() => close());

  test('serves users of several companies at a time, each in their own', async () => {
    const calls = Array.from({ length: 60 }, (_, index) => {
      const [authorization = '', [, projectId] = []] = Object.entries(USERS)[index % 3] ?? [];
      const url = `/projects/${projectId}/rfis`;
      const config = { headers: { authorization } };
      return index % 2 === 0
        ? api.get(url, config)
        : api.post(url, { subject: 'x'.repeat(20_000) }, config);
    });
    const statuses = (await Promise.all(calls)).map(({ status }) => status);

    expect(statuses).toEqual(statuses.map((_, index) => (index % 2 === 0 ? 200 : 201)));
    expect(edge.requests).toHaveLength(60);
    for (const { path, companyId, outcome } of edge.requests) {
      const [, projectId = ''] = /projects\/(\d+)/.exec(path) ?? [];
      expect([companyId, projectId, outcome]).toEqual([
        ...(Object.values(USERS).find(([, id]) => id === projectId) ?? []),
        'ok',
      ]);
    }
  });

  test('answers 401 to strangers, and asks nothing of Procore', async () => {
    const { status } = await api.get('/projects/3/rfis');

    expect(status).toBe(401);
    expect(edge.requests).toHaveLength(0);
  });

  test('gives nobody the projects of another company', async () => {
    const { status } = await api.get('/projects/3/rfis', {
      headers: { authorization: 'Bearer bo' },
    });

    expect(status).toBe(404);
    expect(edge.requests.map(({ outcome }) => outcome)).toEqual(['other-company']);
  });
});
