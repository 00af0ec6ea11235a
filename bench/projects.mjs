// What a project directory takes: memory for a million projects, time to learn, and what a store adds. Exit code 1 if a million projects take
// 200 MB, or if a store adds more than 5 % to a request for a known project.
import { performance } from 'node:perf_hooks';

import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { projectDirectory } from 'axios-procore-company-id/projects';

import { loopbackStore } from './loopback-store.mjs';
import { compare } from './paired-blocks.mjs';

const MILLION = 1_000_000;
const PAGE = 1000;
const FIRST_PROJECT = 562_949_953_000_000;
const MOST_MEGABYTES = 200;
const MOST_WITH_STORE = 1.05;
const PAIRS = Number(process.env.PAIRS ?? 1000);

/** A store that answers later, and keeps nothing. */
const emptyStore = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
  setMany: async () => undefined,
};

const request = (url) => ({
  config: { method: 'get', url, baseURL: 'https://api.procore.com', headers: {} },
});

/** A page of a company's projects, as JSON gives it. */
const page = (first, count, companyId) =>
  JSON.parse(
    JSON.stringify(
      Array.from({ length: count }, (_, index) => ({
        id: first + index,
        name: `Project ${index}`,
        company: { id: companyId, name: 'Company' },
      })),
    ),
  );

function learnList(directory, first, count, companyId = 42) {
  const data = page(first, count, companyId);
  const start = performance.now();
  directory.learn(request(`/rest/v1.0/companies/${companyId}/projects`), { status: 200, data });
  return performance.now() - start;
}

/** Pages of a thousand projects, each of another company. */
function learnPages(directory, firstProject, count) {
  for (let done = 0; done < count; done += PAGE) {
    learnList(directory, firstProject + done, PAGE, 1 + done / PAGE);
  }
}

/** A request for each project, of which the url is long. */
function learnPairs(directory, firstProject, count) {
  const response = { status: 200, data: { data: [{ id: '1' }] } };
  for (let index = 0; index < count; index++) {
    const url = `/rest/v2.0/companies/${1 + (index % 1000)}/projects/${firstProject + index}/rfis?page=1&per_page=100`;
    directory.learn(request(url), response);
  }
}

/** The heap, and the arrays outside of it. */
function megabytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

async function measureMemory(store) {
  const before = megabytes();
  const directory = projectDirectory({ maxProjects: MILLION, ttl: 3_600_000, store });
  const taken = [];
  const report = (what) => {
    taken.push(megabytes() - before);
    console.log(`  ${what.padEnd(46)} ${taken[taken.length - 1].toFixed(0).padStart(4)} MB`);
  };
  learnPages(directory, FIRST_PROJECT, MILLION);
  await directory.flush();
  report('learned from lists');
  for (let index = 0; index < MILLION; index++)
    directory.get(FIRST_PROJECT + ((index * 7919) % MILLION));
  report('after a million uses');
  for (let done = 0; done < MILLION; done += PAGE) {
    learnPairs(directory, FIRST_PROJECT + MILLION + done, PAGE);
    await directory.flush();
  }
  report('after a million others took their places');
  if (directory.size !== MILLION) throw new Error(`It holds ${directory.size} projects.`);
  return Math.max(...taken);
}

const fastest = (measure) => Math.min(...Array.from({ length: 7 }, measure));

function measureLearning(store) {
  for (const count of [1000, 10_000, 100_000]) {
    const ms = fastest(() => learnList(projectDirectory({ maxProjects: count, store }), 1, count));
    const each = ((ms / count) * 1000).toFixed(2);
    console.log(`  a list of ${String(count).padEnd(36)} ${each.padStart(4)} us per project`);
  }
}

function measureOtherLists() {
  const data = page(1, 100_000, 42);
  const ms = fastest(() => {
    const start = performance.now();
    projectDirectory().learn(request('/rest/v1.0/companies/42/users'), { status: 200, data });
    return performance.now() - start;
  });
  console.log(
    `  another list of 100000, not a project         ${(ms * 1000).toFixed(0)} us in all`,
  );
}

const respond = (config) =>
  Promise.resolve({ data: {}, status: 200, statusText: 'OK', headers: {}, config });

/** A request for a project, whole or as far as the plugin's part of it, on an instance with a directory. */
function requester(options, isWhole) {
  const instance = axios.create({ baseURL: 'https://api.procore.com', adapter: respond });
  attachProcoreCompanyId(instance, { resolver: projectDirectory(options) });
  const { fulfilled: handle } = instance.interceptors.request.handlers[0];
  const config = () => ({
    ...instance.defaults,
    method: 'get',
    url: '/rest/v1.0/projects/3/rfis',
    headers: new axios.AxiosHeaders(),
  });
  return isWhole
    ? { run: () => instance.get('/rest/v1.0/projects/3/rfis') }
    : { run: handle, prepare: (count) => Array.from({ length: count }, config) };
}

/** @returns whether the bound is kept, for as much as can be told */
async function measureKnown(name, isWhole, most) {
  const entries = [[3, 7]];
  const { ratio, low, high, microseconds } = await compare(
    requester({ entries, store: emptyStore, ttl: 3_600_000 }, isWhole),
    requester({ entries }, isWhole),
    PAIRS,
  );
  const bound = most === undefined ? '' : ` at most ${most}`;
  console.log(
    `  ${name.padEnd(38)} ${ratio.toFixed(3)}  (${low.toFixed(3)} to ${high.toFixed(3)})  ${microseconds.toFixed(2)} us${bound}`,
  );
  return most === undefined || low <= most;
}

/** Each request is for a project that the process does not know, and waits for the store. */
async function measureReads() {
  const { store, close } = await loopbackStore();
  const directory = projectDirectory({ store });
  const instance = axios.create({ baseURL: 'https://api.procore.com', adapter: respond });
  attachProcoreCompanyId(instance, { resolver: directory });
  let projectId = 0;
  const sendNext = () => instance.get(`/rest/v1.0/projects/${++projectId}/rfis`);
  const times = [];
  for (let count = 0; count < 3000; count++) {
    const start = performance.now();
    await sendNext();
    times.push(performance.now() - start);
  }
  close();
  const median = times.sort((a, b) => a - b)[times.length / 2];
  console.log(`  an unknown project, read on loopback          ${(median * 1000).toFixed(0)} us`);
}

console.log('Memory of a directory of 1,000,000 projects:');
const memory = await measureMemory();
console.log('The same, with a store:');
const memoryWithStore = await measureMemory(emptyStore);
console.log('Time to learn:');
measureLearning();
measureOtherLists();
console.log('Time to learn, with a store that has `setMany`:');
measureLearning(emptyStore);
console.log('A request for a project, with a store as a multiple of without:');
const isHandlerKept = await measureKnown('known, the request handler alone', false);
const isRequestKept = await measureKnown('known, the whole request', true, MOST_WITH_STORE);
await measureReads();
process.exitCode =
  Math.max(memory, memoryWithStore) < MOST_MEGABYTES && isHandlerKept && isRequestKept ? 0 : 1;
