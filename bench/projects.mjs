// What a project directory takes: memory for a million projects, and time to learn. Exit code 1 if it takes 200 MB.
import { performance } from 'node:perf_hooks';

import { projectDirectory } from 'axios-procore-company-id/projects';

const MILLION = 1_000_000;
const PAGE = 1000;
const FIRST_PROJECT = 562_949_953_000_000;
const MOST_MEGABYTES = 200;

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

function measureMemory() {
  const before = megabytes();
  const directory = projectDirectory({ maxProjects: MILLION, ttl: 3_600_000 });
  const taken = [];
  const report = (what) => {
    taken.push(megabytes() - before);
    console.log(`  ${what.padEnd(46)} ${taken[taken.length - 1].toFixed(0).padStart(4)} MB`);
  };
  learnPages(directory, FIRST_PROJECT, MILLION);
  report('learned from lists');
  for (let index = 0; index < MILLION; index++)
    directory.get(FIRST_PROJECT + ((index * 7919) % MILLION));
  report('after a million uses');
  learnPairs(directory, FIRST_PROJECT + MILLION, MILLION);
  report('after a million others took their places');
  if (directory.size !== MILLION) throw new Error(`It holds ${directory.size} projects.`);
  return Math.max(...taken);
}

const fastest = (measure) => Math.min(...Array.from({ length: 7 }, measure));

function measureLearning() {
  for (const count of [1000, 10_000, 100_000]) {
    const ms = fastest(() => learnList(projectDirectory({ maxProjects: count }), 1, count));
    const each = ((ms / count) * 1000).toFixed(2);
    console.log(`  a list of ${String(count).padEnd(36)} ${each.padStart(4)} us per project`);
  }
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

console.log('Memory of a directory of 1,000,000 projects:');
const most = measureMemory();
console.log('Time to learn:');
measureLearning();
process.exitCode = most < MOST_MEGABYTES ? 0 : 1;
