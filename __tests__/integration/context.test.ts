import axios, { type AxiosError, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import axiosRetry from 'axios-retry';
import { EventEmitter } from 'events';
import { Agent } from 'http';
import { attachProcoreCompanyId, isProcoreCompanyIdError } from 'axios-procore-company-id';
import { currentCompanyId, fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { resendsAgents } from '../support/axios-features';
import { type RecordingServer, startRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const JOBS = Number(process.env.JOBS ?? 200);
const COMPANIES = 50;
/** Answers until a token ends. */
const TOKEN_LASTS = JOBS - 50;
/** No outcome depends on it: it ends a test that hangs. */
const MOST_TIME = 600_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const companyOf = (job: number) => String(562949953443325 + (job % COMPANIES));

let server: RecordingServer;
let token = 1;
let answers = 0;
const failed = new Set<string>();

/** A server that ends tokens now and then, and fails each seventh url at first. */
beforeAll(async () => {
  server = await startRecordingServer(({ method, url, headers }) => {
    if (url === '/oauth/token') return { body: JSON.stringify({ token: `t${++token}` }) };
    if (headers.authorization !== `Bearer t${token}`) return { status: 401 };
    if (++answers % TOKEN_LASTS === 0) token += 1;
    const job = Number(/job=(\d+)/.exec(url)?.[1]);
    if (method !== 'GET' || job % 7 !== 0 || failed.has(url)) return {};
    failed.add(url);
    return { status: 503 };
  });
});
afterAll(() => server.close());

interface Client {
  instance: AxiosInstance;
  /** How often a request was sent again from another job's asynchronous context. */
  strangers: () => number;
  refreshes: () => number;
}

/** The refresh queue that most integrations have: who comes while a refresh is under way is sent again by the one who refreshes. */
function createClient(): Client {
  const instance = axios.create({
    baseURL: server.origin,
    proxy: false,
    httpAgent: new Agent({ keepAlive: true, maxSockets: 50 }),
  });
  attachProcoreCompanyId(instance, { resolver: fromContext, onUnresolved: 'reject' });
  axiosRetry(instance, { retries: 2, retryDelay: () => 1 });
  let current = 't1';
  let queue: (() => void)[] | undefined;
  let strangers = 0;
  let refreshes = 0;

  instance.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${current}`;
    return config;
  });
  instance.interceptors.response.use(undefined, async (error: AxiosError) => {
    const config = error.config as InternalAxiosRequestConfig;
    if (error.response?.status !== 401) throw error;
    const waiting = queue;
    if (waiting) {
      const from = currentCompanyId();
      return new Promise((resolve, reject) => {
        waiting.push(() => {
          if (currentCompanyId() !== from) strangers += 1;
          instance(config).then(resolve, reject);
        });
      });
    }
    queue = [];
    refreshes += 1;
    const { data } = await instance.post('/oauth/token');
    current = data.token;
    const replays = queue;
    queue = undefined;
    for (const replay of replays) replay();
    return instance(config);
  });
  return { instance, strangers: () => strangers, refreshes: () => refreshes };
}

/** Work of one company: timers, promises and an emitter, with requests in between. */
async function work(job: number, { instance }: Client): Promise<unknown[]> {
  const seen: unknown[] = [currentCompanyId()];
  const call = async (method: string, path: string) => {
    const body = method === 'get' ? {} : { data: { job } };
    await instance.request({ method, url: `/rest/v1.0/${path}`, params: { job }, ...body });
    seen.push(currentCompanyId());
  };
  await wait(job % 13);
  await Promise.all([call('get', `projects/${job + 1}/rfis`), call('get', 'users')]);
  const emitter = new EventEmitter();
  const emitted = new Promise((resolve, reject) => {
    emitter.once('go', () => {
      call('patch', `projects/${job + 1}/rfis/5`).then(resolve, reject);
    });
  });
  setImmediate(() => emitter.emit('go'));
  await emitted;
  return seen;
}

const describeReSends = resendsAgents ? describe : describe.skip; // axios 0.18, 1.0 and 1.1 cannot send such a config twice

describeReSends(`${JOBS} jobs of ${COMPANIES} companies on one instance`, () => {
  test(
    'never mix, whatever sends their requests again',
    async () => {
      const client = createClient();

      const jobs = Array.from({ length: JOBS }, (_, job) =>
        runWithCompanyId(companyOf(job), () => work(job, client)),
      );
      const seen = await Promise.all(jobs);

      expect(seen).toEqual(seen.map((_, job) => Array(4).fill(companyOf(job))));
      const calls = server.requests.filter(({ url }) => url.startsWith('/rest/'));
      const wrong = calls.filter(
        ({ url, companyId }) => companyId !== companyOf(Number(/job=(\d+)/.exec(url)?.[1])),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(calls.length).toBeGreaterThan(JOBS * 3);
      expect(failed.size).toBeGreaterThan(JOBS / 7);
      expect(client.refreshes()).toBeGreaterThan(1);
      // The test would show nothing if no request were sent again from another job.
      expect(client.strangers()).toBeGreaterThan(JOBS / 20);
    },
    MOST_TIME,
  );
});

test('what is sent outside of any job is rejected rather than sent into a company', async () => {
  const { instance } = createClient();
  const before = server.requests.length;

  const error = await rejection(instance.get('/rest/v1.0/users'));

  expect(isProcoreCompanyIdError(error)).toBe(true);
  expect(server.requests).toHaveLength(before);
});
