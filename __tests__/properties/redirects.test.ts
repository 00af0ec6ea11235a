import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import * as fc from 'fast-check';
import { type LoopbackAgents, loopbackAgents } from '../support/loopback-agents';
import { type RecordingServer, startRecordingServer } from '../support/recording-server';
import { runCount, timeFor } from '../support/runs';
import { isInScope, NO_HOST } from '../support/scope-oracle';

const RUNS = runCount(800);
const OWN_HOST = 'gateway.example';

let server: RecordingServer;
let agents: LoopbackAgents;
/** Where the hops of the chain under way lead to, and what marks its requests. */
let chain: string[] = [];
let run = 0;
let status = 302;

beforeAll(async () => {
  server = await startRecordingServer(({ headers }) => {
    const location = headers['x-run'] === String(run) ? chain.shift() : undefined;
    return location === undefined ? {} : { status, headers: { location } };
  });
  agents = loopbackAgents(server.port);
});
afterAll(() => server.close());

const HOSTS = [
  'api.procore.com',
  'api.procore.com',
  'us02.procore.com',
  'app.procore.com',
  'storage.procore.com',
  'login.procore.com',
  'api.procore.com.evil.example',
  OWN_HOST,
];
const PATHS = ['/rest/v1.0/x', '/vapid/x', '/oauth/token', '/files/x?page=7', '/', '/rest'];
const PORTS = ['', '', '', '', ':443', ':80', ':8443'];

const plain = fc
  .record({
    scheme: fc.constantFrom('https:', 'http:', ''),
    host: fc.constantFrom(...HOSTS),
    port: fc.constantFrom(...PORTS),
    path: fc.constantFrom(...PATHS),
  })
  .map(({ scheme, host, port, path }) => `${scheme}//${host}${port}${path}`);
const relative = fc.constantFrom(...PATHS, 'x', '?page=2', '../oauth/token', '.');
const ODD = [
  '\\\\storage.procore.com/rest/x',
  '/\\evil.example/rest/x',
  'https:\\\\api.procore.com\\rest',
  'https://api.procore.com@evil.example/rest',
  'https://evil.example#@api.procore.com/rest',
  'https://evil.example?@api.procore.com/rest',
  'HTTPS://API.PROCORE.COM./rest/x',
  'https://user:secret@api.procore.com/rest/x',
  'https://api.procore.com/rest/../oauth/token',
  'https://api.procore.com/%6fauth/token',
  'https://api.procore.com//oauth/token',
  'https://us02.procore.com/rest/..%2ffas/file',
  'https://us02.procore.com/%72est/x',
  'https:api.procore.com/rest',
  'https:/rest/x',
  'https://127.1/rest',
  'https://[::1]/rest',
  '\thttps://evil.example/rest',
];
const odd = fc.constantFrom(...ODD);
const start = plain.filter((url) => !url.startsWith('//'));

/** What a caller's own hook does to a hop: nothing, or it leads it elsewhere. */
const hook = fc.constantFrom(undefined, 'looks', 'drops the header');

interface Chain {
  url: string;
  locations: string[];
  own: boolean;
  by: string | undefined;
}

async function follow({ url, locations, own, by }: Chain) {
  server.requests.length = 0;
  chain = [...locations];
  run += 1;
  const instance = axios.create({
    ...agents.config,
    ...(own && { baseURL: `https://${OWN_HOST}` }),
  });
  attachProcoreCompanyId(instance, { companyId: 42 });
  const beforeRedirect = (options: Record<string, any>): void => {
    if (by === 'drops the header') delete options.headers['Procore-Company-Id'];
  };
  const hooks = by === undefined ? {} : { beforeRedirect };
  await instance.get(url, { ...hooks, headers: { 'X-Run': run } }).catch(() => undefined);
  return server.requests
    .filter(({ headers }) => headers['x-run'] === String(run))
    .map(({ clientPort, url: path, companyId }) => {
      const target = agents.targetOf(clientPort);
      const ownHosts = own ? (target.protocol === 'https:' ? [OWN_HOST] : []) : NO_HOST;
      return { target, path, companyId, isInScope: isInScope(target, path, ownHosts) };
    });
}

test(
  'over any chain of redirects, the header goes to hosts in scope only',
  async () => {
    let hops = 0;
    const location = fc.oneof(plain, relative, odd);
    const chains = fc.record({
      url: start,
      locations: fc.array(location, { maxLength: 5 }),
      own: fc.boolean(),
      by: hook,
      code: fc.constantFrom(301, 302, 303, 307, 308),
    });
    await fc.assert(
      fc.asyncProperty(chains, async ({ code, ...rest }) => {
        status = code;
        const requests = await follow(rest);
        hops += requests.length - 1;
        const leaks = requests.filter((each) => each.companyId !== undefined && !each.isInScope);
        expect(leaks).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(hops).toBeGreaterThan(RUNS);
  },
  timeFor(RUNS, 50),
);

test(
  'over a chain of plain redirects that begins in scope, every hop before the first out of scope has the header',
  async () => {
    let left = 0;
    const chains = fc.record({
      url: start,
      locations: fc.array(plain, { minLength: 1, maxLength: 5 }),
      own: fc.boolean(),
      by: fc.constantFrom(undefined, 'looks'),
    });
    await fc.assert(
      fc.asyncProperty(chains, async (each) => {
        status = 302;
        const requests = await follow(each);
        const firstOut = requests.findIndex((hop) => !hop.isInScope);
        const end = firstOut < 0 ? requests.length : firstOut;
        const expected = requests.map((_hop, index) => (index < end ? '42' : undefined));
        expect(requests.map(({ companyId }) => companyId)).toEqual(expected);
        if (end > 0 && end < requests.length) left++;
      }),
      { numRuns: RUNS },
    );
    expect(left).toBeGreaterThan(RUNS / 50);
  },
  timeFor(RUNS, 50),
);
