/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': 'ts-jest' },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // These have configurations of their own: they need a build, a browser, or more time.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/__tests__/(matrix|browser|package|fuzz|load)/',
  ],
  // Examples import the package by its name.
  moduleNameMapper: {
    '^axios-procore-company-id$': '<rootDir>/lib/index.ts',
    '^axios-procore-company-id/(\\w+)$': '<rootDir>/lib/$1/index.ts',
  },
  coverageProvider: 'babel',
  collectCoverageFrom: ['lib/**/*.ts'],
  coverageReporters: ['text-summary', 'lcovonly', ['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
