// Mutation testing: docs/mutation.md says how to run it, what it found, and which mutants survive.

// Properties are tried this often for each mutant.
process.env.RUNS ??= '20';

/** What chooses between companies: as much as CI has time for. */
const CORE = ['decide', 'exempt', 'ids-in-query', 'redirects'].map(
  (name) => `lib/request/${name}.ts`,
);

/** All but the command line, whose tests start processes and write files, and what only exports. */
const ALL = ['lib/**/*.ts', '!lib/**/index.ts', '!lib/cli/**'];

export default {
  mutate: process.env.PART === 'core' ? CORE : ALL,
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  mochaOptions: {
    spec: ['__tests__/mutation/suites.js'],
    require: ['./__tests__/mutation/jest-on-mocha.js'],
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Beyond one and a half times what the tests take without a mutant.
  timeoutMS: 2000,
  thresholds: { high: 98, low: 95, break: 95 },
  ignorePatterns: [
    '/audit',
    '/bench',
    '/context',
    '/coverage',
    '/dist',
    '/docs',
    '/etc',
    '/examples',
    '/projects',
    '/testing',
  ],
  // Folders that all other tools leave alone.
  tempDirName: 'node_modules/.cache/stryker',
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  jsonReporter: { fileName: 'coverage/mutation/mutation.json' },
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
};
