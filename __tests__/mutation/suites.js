// The tests that mutants run against: see docs/mutation.md.
const { readdirSync } = require('fs');
const { join } = require('path');

const { cleanUp, onAxios, seed, useJest } = require('./jest-on-mocha');

const TESTS = join(__dirname, '..');
/** They need a build or a browser, run a command, or make up their input, which takes seconds. */
const LEFT_OUT =
  /^(?:browser|cli|docs|fleet|examples|integration|matrix|mutation|package|properties)\/|^projects\/.*properties/;
/** What only shows over HTTP. The other tests there say again what those without a server say. */
const OVER_HTTP = [
  'redirects',
  'before-redirect',
  'header-by-hand',
  're-send',
  'scope',
  'scope-own-hosts',
  'response-events',
  'attach',
  'missing-header-error',
];
/** What only shows on axios 0.x. */
const OF_OLD_AXIOS = ['header-by-hand', 're-send', 'attach'];
/** Hundreds of streams, which take seconds. */
const OF_STREAMS = ['node-streams', 'web-streams'];
const MOST_MS = 5000;

const integration = (name) => `integration/${name}.test.ts`;
const suites = readdirSync(TESTS, { recursive: true })
  .filter((path) => path.endsWith('.test.ts') && !LEFT_OUT.test(path))
  .sort();
const isAskedFor = (path) => path.startsWith(process.env.ONLY ?? '');

const { describe, afterEach } = globalThis;
useJest();
afterEach(cleanUp);

function load(path) {
  describe(path, function () {
    this.timeout(MOST_MS);
    require(join(TESTS, path));
  });
}
// The first failure ends a run: the fast ones go first.
[...suites, ...OVER_HTTP.map(integration)].filter(isAskedFor).forEach(load);
if (process.env.WITHOUT !== 'streams') {
  OF_STREAMS.map(integration).filter(isAskedFor).forEach(load);
}
describe('axios 0.21', () => {
  onAxios('axios-0.21', () => OF_OLD_AXIOS.map(integration).filter(isAskedFor).forEach(load));
});
seed();
