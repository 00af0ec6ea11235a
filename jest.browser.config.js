/** Tests of the built package in a real browser: see __tests__/browser/support. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '<rootDir>/__tests__/support/esbuild-transform.js' },
  testMatch: ['<rootDir>/__tests__/browser/**/*.test.ts'],
  moduleNameMapper: {
    '^axios-procore-company-id$': '<rootDir>/dist/index.js',
    '^axios-procore-company-id/(\\w+)$': '<rootDir>/dist/$1.js',
  },
  // Each file starts a browser.
  maxWorkers: 1,
  testTimeout: 30_000,
};
