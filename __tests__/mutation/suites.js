// The tests that mutants run against: see docs/mutation.md.
const { readdirSync } = require('fs');
const { join } = require('path');

const { cleanUp, onAxios, seed, useJest } = require('./jest-on-mocha');

const TESTS = join(__dirname, '..');
/** They need a build or a browser, run a command, or make up their input, which takes seconds. */
const LEFT_OUT =
  /^(?:browser|cli|docs|examples|matrix|mutation|package|properties)\/|propert|integration\/(?:adversarial|context)/;
/** What is done for axios 0.x alone shows only there. */
const OF_OLD_AXIOS = ['header-by-hand', 'header-containers', 'header-on-the-wire', 're-send'].map(
  (name) => `integration/${name}.test.ts`,
);
const MOST_MS = 2000;

const isOverHttp = (path) => path.startsWith('integration/');
const all = readdirSync(TESTS, { recursive: true })
  .filter((path) => path.endsWith('.test.ts') && !LEFT_OUT.test(path))
  .sort();
// The first failure ends a run: the fast ones go first.
const suites = [...all.filter((path) => !isOverHttp(path)), ...all.filter(isOverHttp)];

const { describe, afterEach } = globalThis;
useJest();
afterEach(cleanUp);

function load(path) {
  describe(path, function () {
    this.timeout(MOST_MS);
    require(join(TESTS, path));
  });
}
suites.forEach(load);
describe('axios 0.21', () => {
  onAxios('axios-0.21', () => OF_OLD_AXIOS.forEach(load));
});
seed();
