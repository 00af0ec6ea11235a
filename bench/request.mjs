import { Agent, createServer } from 'node:http';

import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';

import { attach, COMPETITORS, requestWith } from './competitors.mjs';
import { parsingInterceptor } from './interceptors.mjs';
import { compare } from './paired-blocks.mjs';
import { writePerformance } from './report.mjs';

/** The most that a ratio may be, with what a busy machine adds. */
const BOUNDS = {
  handler: 1,
  body: 1.1,
  'a hand-written interceptor, static id': 1.1,
  'a hand-written interceptor that parses the url': 1.03,
};

const BASE = 'https://api.procore.com';
const CALLS = {
  'project in the path, default id': () => ({ url: '/rest/v1.0/projects/3/rfis' }),
  'company in the path': () => ({ url: '/rest/v2.0/companies/7/projects/3/rfis' }),
  'company in params': () => ({ url: '/rest/v1.0/projects', params: { company_id: 7, page: 2 } }),
  'company in the url query': () => ({ url: '/rest/v1.0/projects?company_id=7&page=2' }),
  'absolute url': () => ({ url: `${BASE}/rest/v1.0/projects/3/rfis?page=2` }),
};

const respond = (config) =>
  Promise.resolve({ data: '{}', status: 200, statusText: 'OK', headers: {}, config });

/** The request handler that an attachment puts on an instance. */
function attachedHandler(options) {
  const instance = axios.create({ baseURL: BASE });
  attachProcoreCompanyId(instance, options);
  return instance.interceptors.request.handlers[0].fulfilled;
}

/** Configs as axios hands them to an interceptor: each call takes a new one. */
function configsOf(call) {
  const made = [];
  const instance = axios.create({ baseURL: BASE, adapter: respond });
  instance.interceptors.request.use((config) => {
    made.push(config);
    return Promise.reject(new Error('only the config is wanted'));
  });
  return async (count) => {
    await Promise.allSettled(Array.from({ length: count }, () => instance.request(call())));
    return made.splice(0);
  };
}

const PAIRS = Number(process.env.PAIRS ?? 1000);
const sections = [];

/**
 * Measures a row of a table.
 *
 * @param most - what the ratio may be at most; the run fails where even the low end of its interval is above
 */
async function measure(name, ours, theirs, most = Infinity, pairs = PAIRS) {
  const result = { name, ...(await compare(ours, theirs, pairs)) };
  const { ratio, low, high, microseconds } = result;
  sections.at(-1).rows.push(result);
  const isLost = low > most;
  if (isLost) process.exitCode = 1;
  const bound = most < Infinity ? ` at most ${most}${isLost ? ': LOST' : ''}` : '';
  console.log(
    `  ${name.padEnd(46)} ${ratio.toFixed(3)}  (${low.toFixed(3)} to ${high.toFixed(3)})  ${microseconds.toFixed(2)} us${bound}`,
  );
}

function section(title) {
  sections.push({ title, rows: [] });
  console.log(`${title}:`);
}

async function handlersAlone() {
  section('Request handler alone, compared with a hand-written one that parses the url');
  const handle = attachedHandler({ companyId: 42 });
  for (const [name, call] of Object.entries(CALLS)) {
    const prepare = configsOf(call);
    await measure(
      name,
      { run: handle, prepare },
      { run: parsingInterceptor, prepare },
      BOUNDS.handler,
    );
  }
}

async function wholeRequests() {
  section('Whole request with an adapter that does nothing');
  const config = { baseURL: BASE, adapter: respond };
  for (const [name, install] of Object.entries(COMPETITORS))
    await measure(name, requestWith(attach, config), requestWith(install, config), BOUNDS[name]);
}

async function overLoopback() {
  section('Whole request over HTTP on loopback');
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const httpAgent = new Agent({ keepAlive: true });
  const config = { baseURL: `http://127.0.0.1:${server.address().port}`, httpAgent, proxy: false };
  for (const [name, install] of Object.entries(COMPETITORS))
    await measure(
      name,
      requestWith(attach, config),
      requestWith(install, config),
      undefined,
      PAIRS / 5,
    );
  httpAgent.destroy();
  server.close();
}

/** A success of 10 MB against one of 2 bytes: its body is never looked at. */
async function bodySizes() {
  section('A response of 10 MB, compared with one of 2 bytes');
  const answering = (data) => ({
    baseURL: BASE,
    adapter: async (config) => ({ ...(await respond(config)), data }),
    transformResponse: [],
  });
  const large = requestWith(attach, answering('x'.repeat(10_000_000)));
  await measure('whole request', large, requestWith(attach, answering('{}')), BOUNDS.body);
}

await handlersAlone();
await wholeRequests();
await bodySizes();
await overLoopback();
if (process.argv.includes('--report')) writePerformance(sections);
