// Mutation testing of lib: see docs/mutation.md.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  mochaOptions: { spec: ['__tests__/mutation/suites.js'], require: ['./__tests__/mutation/jest-on-mocha.js'] },
  coverageAnalysis: 'perTest',
  mutate: ['lib/company-id.ts','lib/named-id.ts'],
  ignorePatterns: ['/dist', '/coverage', '/docs', '/examples', '/bench', '/audit', '/context', '/projects', '/testing', '/etc'],
  tempDirName: '.stryker-tmp',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 1,
  timeoutMS: 2000,
  allowConsoleColors: false,
  thresholds: { high: 98, low: 95, break: null },
};
