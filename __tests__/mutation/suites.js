// The tests that mutants run against: see docs/mutation.md.
const { readdirSync } = require('fs');
const { join, relative } = require('path');

const { cleanUp, seed, useJest } = require('./jest-on-mocha');

const TESTS = join(__dirname, '..');
/** They need a build or a browser, or take longer than they tell. */
const LEFT_OUT = /^(?:browser|cli|docs|examples|integration|matrix|mutation|package|properties)\/|propert/;
const MOST_MS = 2000;

const suites = readdirSync(TESTS, { recursive: true })
  .map((path) => relative(TESTS, join(TESTS, path)))
  .filter((path) => path.endsWith('.test.ts') && !LEFT_OUT.test(path))
  .sort();

const { describe, afterEach } = globalThis;
useJest();
afterEach(cleanUp);
for (const path of suites) {
  describe(path, function () {
    this.timeout(MOST_MS);
    require(join(TESTS, path));
  });
}
seed();
