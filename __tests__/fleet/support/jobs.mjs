// One process of a fleet that works off jobs of many companies at once: with retries, a queue for new tokens, and aborts.
import KeyvRedis from '@keyv/redis';
import axios from 'axios';
import axiosRetry from 'axios-retry';
import { allAgree, attachProcoreCompanyId } from 'axios-procore-company-id';
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { Agent } from 'node:http';
import { Keyv } from 'keyv';

const AT_ONCE = 50;

let directory;
let procore;
let own;
let plan;

/** Asks for a new token once for all calls that were refused, and sends them again one after the other, as such queues do: all of them in the context of the call that was refused first. */
function addTokenQueue(instance, origin) {
  let token = '0';
  let waiting;
  instance.interceptors.request.use((config) => {
    config.headers.Authorization = `Bearer ${token}`;
    return config;
  });
  const renew = async (queue) => {
    const { data } = await axios.get(`${origin}/token`, { proxy: false });
    token = data.access_token;
    waiting = undefined;
    for (const { config, resolve } of queue) resolve(instance.request(config));
  };
  instance.interceptors.response.use(undefined, (error) => {
    if (error.response?.status !== 401) throw error;
    return new Promise((resolve, reject) => {
      const isFirst = waiting === undefined;
      waiting ??= [];
      waiting.push({ config: error.config, resolve });
      if (isFirst) renew(waiting).catch(reject);
    });
  });
}

/** Refuses calls for a project that the directory does not know: the company of the job alone might not be that of the project. */
function onlyKnown(projects) {
  const ask = async (request) => {
    const companyId = await projects(request);
    if (companyId === undefined && request.companyId === undefined)
      throw new Error(`Not sent: nobody knows the company of project ${request.projectId}.`);
    return companyId;
  };
  const { source, learn, forget, doubt } = projects;
  return Object.assign(ask, { source, learn, forget, doubt });
}

const outcomeOf = (error) => {
  if (axios.isCancel(error)) return 'aborted';
  if (error.message.startsWith('Not sent: ') || error.procoreCode) return error.name;
  return `failed: ${error.message}`;
};

/** What job number `index` does: every 20th lists the projects of a company of this process, every 15th is about a project of another company. */
function jobOf(index) {
  const { companies } = plan;
  const companyId = companies[(index * 7 + own) % companies.length];
  if (index % 20 === 0) {
    const listed = (4 * (index / 20) + own) % companies.length;
    return {
      companyId: companies[listed],
      url: `/rest/v1.0/companies/${companies[listed]}/projects`,
    };
  }
  const target = index % 15 === 0 ? companies[(index + 1) % companies.length] : companyId;
  return { companyId, url: `/rest/v1.0/projects/${target * 100 + 1 + (index % 4)}/rfis` };
}

async function work(index) {
  const { companyId, url } = jobOf(index);
  const abort = new AbortController();
  const config = { headers: { 'x-job': `${own}-${index}` }, signal: abort.signal };
  const turns = index % 11 === 0 ? index % 5 : -1;
  const sent = runWithCompanyId(companyId, () => procore.get(url, config));
  const outcome = sent.then(() => 'sent', outcomeOf);
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
  if (turns >= 0) abort.abort();
  return outcome;
}

const tasks = {
  async attach({ redisUrl, origin, companies, number }) {
    own = number;
    plan = { companies };
    const client = { url: redisUrl, disableOfflineQueue: true, socket: { reconnectStrategy: 20 } };
    const store = new Keyv({
      store: new KeyvRedis(client),
      namespace: 'fleet',
      throwOnErrors: true,
    });
    directory = projectDirectory({ store, ttl: 10_000, lookupTimeout: 1000 });
    procore = axios.create({
      baseURL: origin,
      proxy: false,
      httpAgent: new Agent({ keepAlive: true }),
    });
    attachProcoreCompanyId(procore, {
      resolver: allAgree(fromContext, onlyKnown(directory)),
      onUnresolved: 'reject',
    });
    addTokenQueue(procore, origin);
    axiosRetry(procore, { retries: 3, retryDelay: () => 0 });
  },
  /** Works off jobs, so many at once, and tells the parent of each. */
  async work({ jobs }) {
    let next = 0;
    const worker = async () => {
      while (next < jobs) process.send({ job: await work(next++) });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  },
  async list({ companyId }) {
    await procore.get(`/rest/v1.0/companies/${companyId}/projects`);
    // The parent lists again until the store has everything.
    await directory.flush().catch(() => undefined);
  },
  /** Whether a job of the right company for each project goes out. */
  async check({ projects }) {
    const outcomes = await Promise.all(
      projects.map(([projectId, companyId]) =>
        runWithCompanyId(companyId, () =>
          procore.get(`/rest/v1.0/projects/${projectId}/rfis`),
        ).then(() => 'sent', outcomeOf),
      ),
    );
    return [...new Set(outcomes)];
  },
};

process.on('message', async ({ id, task, ...given }) => {
  process.send({ id, result: await tasks[task](given) });
});
// The parent is gone.
process.on('disconnect', () => process.exit());
