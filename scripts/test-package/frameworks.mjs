// The package in a test of jest 27, which does not read `exports`, in tests that mock axios, and in applications of NestJS.
import { createConsumer } from './consumer.mjs';
import { node } from './run.mjs';

const NESTS = [
  { nest: '11.2.10', nestAxios: '4.0.1' },
  { nest: '12.5.1', nestAxios: '12.0.1' },
];

export async function testJest27(report) {
  const dependencies = { axios: '0.27.2', jest: '27.5.1' };
  const folder = await createConsumer('jest-27', dependencies, ['run', 'jest27']);
  const { code, output } = await node(['node_modules/jest/bin/jest.js', '--ci'], { cwd: folder });
  report(code === 0 && /^Tests: +\d+ passed/m.test(output), 'jest 27, axios 0.27.2', output);
}

/** The tests that docs/testing.md shows of a program whose axios is mocked. */
export async function testMocked(report) {
  const dependencies = {
    '@babel/plugin-transform-modules-commonjs': '7.29.14',
    axios: '1.21.1',
    'axios-mock-adapter': '2.1.0',
    jest: '30.5.2',
    sinon: '22.1.0',
    vitest: '3.2.4',
  };
  const folder = await createConsumer('mocked', dependencies, ['mocked']);
  const runners = {
    'jest/bin/jest.js': ['--ci', 'jest-mock', 'axios-mock-adapter'],
    'vitest/vitest.mjs': ['run', '--globals', 'vi-mock', 'sinon', 'axios-mock-adapter'],
  };
  for (const [script, args] of Object.entries(runners)) {
    const { code, output } = await node([`node_modules/${script}`, ...args], { cwd: folder });
    const ran = args.filter((arg) => arg.includes('mock') || arg === 'sinon');
    const isRight = code === 0 && ran.every((name) => output.includes(`${name}.test.js`));
    report(isRight, `mocked axios: ${ran.join(', ')} (${script.split('/')[0]})`, output);
  }
}

export async function testNestjs(report) {
  for (const { nest, nestAxios } of NESTS) {
    const dependencies = {
      '@nestjs/axios': nestAxios,
      '@nestjs/common': nest,
      '@nestjs/core': nest,
      '@nestjs/platform-express': nest,
      axios: '1.21.1',
      'reflect-metadata': '0.2.2',
      rxjs: '7.8.2',
    };
    const folder = await createConsumer(`nestjs-${nest}`, dependencies, ['nestjs']);
    for (const program of ['http-module', 'companies']) {
      const { code, output } = await node([`${program}.mjs`], { cwd: folder });
      const name = `NestJS ${nest}, @nestjs/axios ${nestAxios}: ${program}`;
      report(code === 0 && output === 'done', name, output);
    }
  }
}
