// @ts-nocheck
import axios, { type AxiosInstance } from 'axios';
import type { Server } from 'http';
import type { AddressInfo } from 'net';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { createApp as createExpressApp } from '../../examples/express';
import { createApp as createFastifyApp } from '../../examples/fastify';
import { createProcessor } from '../../examples/worker';
import { rejection } from '../support/rejection';

const USERS: Record<string, [companyId: string, projectId: string]> = {
  'Bearer ana': ['42', '3'],
  'Bearer bo': ['7', '2001'],
  'Bearer cy': ['562949953443325', '562949953501001'],
};
const companyOf = (authorization = '') => USERS[authorization]?.[0];

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await createProcoreEdge();
});
afterAll(() => edge.close());
beforeEach(() => edge.clear());

const events: unknown[] = [];

async function startExpress(): Promise<[string, () => Promise<void>]> {
  const app = createExpressApp({
    procoreUrl: edge.url,
    companyOf,
    webhookSecret: 'Bearer hook',
    onEvent: (rfi) => events.push(rfi),
  });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, close];
}

async function startFastify(): Promise<[string, () => Promise<void>]> {
  const app = createFastifyApp({ procoreUrl: edge.url, companyOf });
  return [await app.listen({ port: 0, host: '127.0.0.1' }), () => app.close()];
}

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

describe('the webhook of the server with Express', () => {
  let api: AxiosInstance;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const [baseURL, stop] = await startExpress();
    api = axios.create({ baseURL, proxy: false, validateStatus: null });
    close = stop;
  });
  afterAll(() => close());
  beforeEach(() => events.splice(0));

  const deliver = (payload: object, authorization = 'Bearer hook') =>
    api.post('/webhooks/procore', payload, { headers: { authorization } });

  test.each([
    ['v2', { api_version: 'v2.0', company_id: 42, project_id: 3, resource_id: 101 }],
    ['v3', { api_version: 'v3.0', company_id: 42, project_id: 3, resource_id: 101 }],
    ['v4', { company_id: '42', project_id: '3', resource_id: '101', reason: 'update' }],
  ])('fetches what a payload of %s tells of, in its company', async (_version, payload) => {
    expect((await deliver(payload)).status).toBe(204);

    expect(edge.requests).toMatchObject([{ companyId: '42', outcome: 'ok' }]);
    expect(events).toMatchObject([{ id: 101 }]);
  });

  test('refuses what names no company, and what does not come from Procore', async () => {
    expect((await deliver({ project_id: 3, resource_id: 101 })).status).toBe(400);
    expect((await deliver({ company_id: 42 }, 'Bearer ana')).status).toBe(401);

    expect(edge.requests).toHaveLength(0);
  });
});

describe('the worker', () => {
  type Job = Parameters<ReturnType<typeof createProcessor>>[0];

  /** Takes jobs off a queue, so many at a time, as the workers of BullMQ do. */
  async function runJobs(jobs: Job['data'][], process: (job: Job) => Promise<number>) {
    const queue = jobs.map((data, index) => ({ index, data }));
    const results: number[] = [];
    const loop = async () => {
      for (let job = queue.shift(); job; job = queue.shift()) {
        results[job.index] = await process({ data: JSON.parse(JSON.stringify(job.data)) });
      }
    };
    await Promise.all(Array.from({ length: 10 }, loop));
    return results;
  }

  test('runs jobs of several companies at a time, each in its own', async () => {
    const companies = [
      { companyId: '42', projectId: '1001' },
      { companyId: '7', projectId: '2002' },
      { companyId: '562949953443325', projectId: '562949953501002' },
    ];
    const jobs = Array.from({ length: 90 }, (_, index) => companies[index % 3] as Job['data']);

    const results = await runJobs(jobs, createProcessor(edge.url));

    expect(results).toEqual(jobs.map(() => 3));
    expect(edge.requests).toHaveLength(180);
    expect(edge.requests.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });

  test('runs a job without a company where other jobs have shown whose its project is', async () => {
    const process = createProcessor(edge.url);

    const error = await rejection(process({ data: { projectId: '1004' } }));
    expect(error.procoreCode).toBe('ERR_PROCORE_UNRESOLVED_COMPANY_ID');
    await process({ data: { companyId: '42', projectId: '1001' } });

    expect(await process({ data: { projectId: '1004' } })).toBe(3);
  });
});
