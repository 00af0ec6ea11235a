import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: default exports differ between ESM and CommonJS.',
};
const noPrivateIdentifier = {
  selector: 'PrivateIdentifier',
  message: 'Use a closure: #private needs a compiler helper in ES2019.',
};
const axiosAsTypeOnly = {
  selector: 'ImportDeclaration[source.value="axios"][importKind!="type"]',
  message:
    'Import axios as a type only: the plugin works with the copy of axios the instance came from.',
};
const noNodeProtocol = {
  selector: 'ImportDeclaration[source.value=/^node:/]',
  message: 'Leave out "node:": require() of it fails on Node 12.',
};

export default defineConfig(
  // What users write, compiled with the versions of TypeScript that they have: see scripts/test-package.
  { ignores: ['dist/', 'coverage/', '.pack/', 'etc/', '__tests__/package/types/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['__tests__/package/mocked/*.js'],
    languageOptions: { globals: { ...globals.jest, ...globals.mocha } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Values of unknown origin are turned into text on purpose, where axios would do it too.
      '@typescript-eslint/no-base-to-string': 'off',
      // Headers are deleted in every spelling that is found.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Callers without types pass what they like.
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['lib/**/*.ts'],
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': ['error', 'fetch', 'structuredClone'],
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        noPrivateIdentifier,
        axiosAsTypeOnly,
        noNodeProtocol,
      ],
    },
  },
  {
    files: ['lib/cli/**/*.ts', 'examples/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['__tests__/**/*.ts'],
    extends: [jest.configs['flat/recommended'], jest.configs['flat/style']],
    rules: {
      'jest/consistent-test-it': ['error', { fn: 'test', withinDescribe: 'test' }],
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] },
      ],
      'jest/no-disabled-tests': 'error',
      // Tests that some versions of axios cannot pass are chosen by name: checkSignal, checkResend.
      'jest/no-standalone-expect': [
        'error',
        {
          additionalTestBlockFunctions: [
            'check',
            'checkIndexes',
            'checkTimeout',
            'checkSignal',
            'checkDecompress',
            'checkJson',
            'checkLimit',
            'checkQuery',
            'checkRedirect',
            'checkResend',
            'checkUserInfo',
            'checkResend.each',
            'checkUserInfo.each',
          ],
        },
      ],
      'jest/no-focused-tests': 'error',
      // Response data is `any`, and wrong input is written on purpose.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
