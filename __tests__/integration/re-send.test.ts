import axios, { type AxiosInstance } from 'axios';
import { AsyncLocalStorage } from 'async_hooks';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { resendsAgents, resendsJson } from '../support/axios-features';
import { useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const describeReSends = resendsAgents ? describe : describe.skip; // axios 0.18, 1.0 and 1.1 cannot send such a config twice

describeReSends('a config that is sent again', () => {
  let isFailing = true;
  beforeEach(() => {
    isFailing = true;
  });

  const server = useRecordingServer(() => ({ status: isFailing ? 503 : 200 }));
  const { sentIds } = server;

  const baseURL = 'https://api.procore.com';

  function attached(options?: ProcoreCompanyIdOptions, defaults: object = {}): AxiosInstance {
    const instance = axios.create({ ...server.agents.config, baseURL, ...defaults });
    attachProcoreCompanyId(instance, options);
    return instance;
  }

  /** Answers with one id after the other. */
  const answering = (...ids: number[]) => {
    let count = 0;
    return () => ids[Math.min(count++, ids.length - 1)];
  };

  test('with another company in its url, gets that company', async () => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get('/rest/v1.0/companies/7/projects'));
    config.url = '/rest/v1.0/companies/8/projects';
    await rejection(instance(config));
    await rejection(instance({ ...config, url: '/rest/v1.0/projects?company_id=9' }));
    await rejection(instance({ ...config, url: '/rest/v1.0/x', params: { company_id: 10 } }));
    expect(sentIds()).toStrictEqual(['7', '8', '9', '10']);
  });

  test('to a url that names no company and belongs to no project, does not keep the old one', async () => {
    const instance = attached();
    const { config } = await rejection(instance.get('/rest/v1.0/companies/7/projects'));
    await rejection(instance({ ...config, url: '/rest/v1.0/app_installations' }));
    expect(sentIds()).toStrictEqual(['7', undefined]);
  });

  test.each([
    'https://storage.procore.com/rest/v2.1/companies/7/uploads/1?sig=x',
    'https://api.procore.com/oauth/token',
    'https://bucket.s3.amazonaws.com/file',
  ])('out of scope, to %s, carries no header', async (url) => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    const there = await rejection(instance({ ...config, url }));
    await rejection(instance({ ...there.config, url: '/rest/v1.0/projects/3/rfis' }));
    expect(sentIds()).toStrictEqual(['42', undefined, '42']);
  });

  test('with another `baseURL`, out of scope, carries no header', async () => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    await rejection(instance({ ...config, baseURL: 'https://other.example' }));
    expect(sentIds()).toStrictEqual(['42', undefined]);
  });

  test.each<[string, object]>([
    ['its path', { url: '/rest/v1.0/projects/3/rfis' }],
    ['its path, singular', { url: '/rest/v1.0/project/3/markers' }],
    ['its query', { url: '/rest/v1.0/rfis?project_id=3' }],
    ['its params', { url: '/rest/v1.0/rfis', params: { project_id: 3 } }],
    ['its body', { url: '/rest/v1.0/rfis', method: 'post', data: { project_id: 3 } }],
  ])('for the project in %s, keeps the id, and asks no resolver', async (_, config) => {
    const resolver = jest.fn(answering(7, 8));
    const instance = attached({ resolver, companyId: 42 });
    let error = await rejection(instance(config));
    for (let attempt = 2; attempt <= 4; attempt++) error = await rejection(instance(error.config));
    expect(sentIds()).toStrictEqual(['7', '7', '7', '7']);
    expect(resolver).toHaveBeenCalledTimes(1);
  });

  test('for the same project in another place, keeps the id', async () => {
    const instance = attached({ resolver: answering(7, 8) });
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    await rejection(instance({ ...config, url: '/rest/v1.1/projects/3/rfis/5?page=2' }));
    expect(sentIds()).toStrictEqual(['7', '7']);
  });

  test('for another project, or one of a like name, decides anew', async () => {
    const instance = attached({ resolver: answering(7, 8, 9) });
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    await rejection(instance({ ...config, url: '/rest/v1.0/projects/33/rfis' }));
    await rejection(instance({ ...config, url: '/rest/v1.0/bid_board_projects/3' }));
    expect(sentIds()).toStrictEqual(['7', '8', '9']);
  });

  test("by a queue in another request's asynchronous context, keeps its company", async () => {
    const tenant = new AsyncLocalStorage<number>();
    const instance = attached({ resolver: () => tenant.getStore() });
    const waiting: (() => void)[] = [];
    instance.interceptors.response.use(undefined, (error: { config: object }) =>
      'isRetry' in error.config
        ? Promise.reject(error)
        : new Promise((resolve) =>
            waiting.push(() => resolve(instance({ ...error.config, isRetry: true } as object))),
          ),
    );
    const requests = [7, 8, 9].map((id) =>
      tenant.run(id, () => instance.get(`/rest/v1.0/projects/${id}/rfis`)),
    );
    while (waiting.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    isFailing = false;
    tenant.run(8, () => waiting.forEach((replay) => replay()));
    await Promise.all(requests);
    const replayed = server.requests.slice(3).map(({ url, companyId }) => [url, companyId]);
    expect(replayed.sort()).toStrictEqual(
      ['7', '8', '9'].map((id) => [`/rest/v1.0/projects/${id}/rfis`, id]),
    );
  });

  test.each<[string, unknown, string]>([
    ['an object', { company_id: 7, name: 'x' }, '{"company_id":7,"name":"x"}'],
    ['a form', new URLSearchParams({ company_id: '7', name: 'x' }), 'company_id=7&name=x'],
    ['JSON text', '{"company_id":7}', '{"company_id":7}'],
  ])('with a body that was %s, gets the company of the body', async (_, data, text) => {
    const instance = attached({ companyId: 42 });
    const json = { headers: { 'Content-Type': 'application/json' } };
    const first = instance.post('/rest/v1.0/projects', data, typeof data === 'string' ? json : {});
    const { config } = await rejection(first);
    await rejection(instance(config));
    expect(sentIds()).toStrictEqual(['7', '7']);
    const bodies = server.requests.map(({ body }) => body);
    expect(bodies.slice(0, resendsJson ? 2 : 1)).toStrictEqual(resendsJson ? [text, text] : [text]);
  });

  test('with another company in its body, gets that company', async () => {
    const instance = attached({ companyId: 42 });
    const { config } = await rejection(instance.post('/rest/v1.0/projects', { company_id: 7 }));
    await rejection(instance({ ...config, data: { company_id: 8 } }));
    await rejection(instance({ ...config, data: '{"company_id":9}' }));
    expect(sentIds()).toStrictEqual(['7', '8', '9']);
  });

  test('after a failure without an id, sends the one that is known by now', async () => {
    let id: number | undefined = undefined;
    const instance = attached({ resolver: () => id });
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    id = 7;
    await rejection(instance(config));
    expect(sentIds()).toStrictEqual([undefined, '7']);
  });

  test('of a response that came well, is treated alike', async () => {
    isFailing = false;
    const instance = attached({ resolver: answering(7, 8) });
    const { config } = await instance.get('/rest/v1.0/projects/3/rfis');
    await instance(config);
    await instance({ ...config, url: '/rest/v1.0/projects/4/rfis' });
    expect(sentIds()).toStrictEqual(['7', '7', '8']);
  });

  test('through another attached instance, carries no stale id', async () => {
    const { config } = await rejection(attached().get('/rest/v1.0/companies/7/projects'));
    const other = attached({ companyId: 42 });
    await rejection(other({ ...config, url: '/rest/v1.0/companies/8/projects' }));
    await rejection(other({ ...config, url: '/rest/v1.0/me' }));
    await rejection(other({ ...config, url: 'https://other.example/x' }));
    expect(sentIds()).toStrictEqual(['7', '8', '42', undefined]);
  });

  test('after a round trip through JSON, is treated alike', async () => {
    const instance = attached({ resolver: answering(7, 8, 9) });
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    const functions = { transformRequest: [], transformResponse: [], adapter: undefined };
    const plain = { ...config, ...functions, httpAgent: undefined, httpsAgent: undefined };
    const stored = () => ({ ...JSON.parse(JSON.stringify(plain)), ...server.agents.config });
    await rejection(instance(stored()));
    await rejection(instance({ ...stored(), url: '/rest/v1.0/projects/4/rfis' }));
    await rejection(instance({ ...stored(), url: 'https://other.example/x' }));
    expect(sentIds()).toStrictEqual(['7', '7', '8', undefined]);
  });

  test('with interceptors that copy the config after and before the plugin, is treated alike', async () => {
    const instance = axios.create({ ...server.agents.config, baseURL });
    instance.interceptors.request.use((config) => ({ ...config }));
    attachProcoreCompanyId(instance, { resolver: answering(7, 8) });
    instance.interceptors.request.use((config) => ({ ...config }));
    const { config } = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    await rejection(instance(config));
    await rejection(instance({ ...config, url: '/rest/v1.0/projects/4/rfis' }));
    expect(sentIds()).toStrictEqual(['7', '7', '8']);
  });
});
