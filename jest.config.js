const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '<rootDir>/__tests__/support/esbuild-transform.js' },
  // What the build puts in.
  globals: { PAGE_SCRIPT: 'the script of the page', PAGE_STYLE: 'the style of the page' },
  // Tests and examples import the package by its name.
  moduleNameMapper: {
    '^axios-procore-company-id$': '<rootDir>/lib/index.ts',
    '^axios-procore-company-id/(\\w+)$': '<rootDir>/lib/$1/index.ts',
  },
};

const INTEGRATION = '<rootDir>/__tests__/integration/';

/** Real requests on loopback, on a version of axios that is installed under another name. */
const integrationOn = (axios) => ({
  ...shared,
  displayName: axios,
  testMatch: [`${INTEGRATION}**/*.test.ts`],
  moduleNameMapper: { ...shared.moduleNameMapper, '^axios$': axios },
});

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'axios',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      // These have configurations of their own: they need a build, a browser, or more time.
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/__tests__/(matrix|browser|package|fuzz|load)/',
      ],
    },
    ...['axios-0.21', 'axios-0.27', 'axios-1.6'].map(integrationOn),
  ],
  // It ends what hangs, and leaves a busy machine the time it needs.
  testTimeout: 60_000,
  coverageProvider: 'babel',
  // The page runs in a browser: see __tests__/browser.
  collectCoverageFrom: ['lib/**/*.ts', '!lib/cli/audit/page/script.ts'],
  coverageReporters: ['text-summary', 'lcovonly', ['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
