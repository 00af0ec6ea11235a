/** Tests of the built package in several processes that share a real Redis: see __tests__/fleet/support. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '<rootDir>/__tests__/support/esbuild-transform.js' },
  testMatch: ['<rootDir>/__tests__/fleet/**/*.test.ts'],
  moduleNameMapper: {
    '^axios-procore-company-id$': '<rootDir>/dist/index.js',
    '^axios-procore-company-id/(\\w+)$': '<rootDir>/dist/$1.js',
  },
  // Each file starts five processes.
  maxWorkers: 1,
  testTimeout: 120_000,
};
