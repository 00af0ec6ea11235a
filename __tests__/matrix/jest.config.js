// The integration tests against dist, on every version of axios in package.json, with each of its adapters for Node.
const { resolve } = require('path');

const { projectName, versions } = require('./versions');

const rootDir = resolve(__dirname, '../..');
const here = '<rootDir>/__tests__/matrix';

// Fewer cases than in `npm test`, as there are many versions.
process.env.RUNS ??= '200';

const project = (version, adapter) => ({
  displayName: projectName(version, adapter),
  rootDir,
  roots: ['<rootDir>/__tests__/integration'],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '<rootDir>/__tests__/support/esbuild-transform.js' },
  testMatch: ['<rootDir>/__tests__/integration/**/*.test.ts'],
  setupFiles: [`${here}/${adapter}-adapter.js`],
  setupFilesAfterEnv: [`${here}/retry.js`],
  moduleNameMapper: {
    '^fast-check$': `${here}/fast-check.js`,
    // By name, so that its `exports` count.
    '^axios$': `axios-${version}`,
    '^axios-procore-company-id$': '<rootDir>/dist/index.js',
    '^axios-procore-company-id/(\\w+)$': '<rootDir>/dist/$1.js',
  },
  modulePaths: [`${here}/node_modules`],
});

/** @type {import('jest').Config} */
module.exports = {
  rootDir,
  projects: versions.flatMap(({ version, adapters }) =>
    adapters.map((adapter) => project(version, adapter)),
  ),
  reporters: ['default', `${here}/compatibility-reporter.js`],
  testTimeout: 30_000,
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
