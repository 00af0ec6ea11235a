// @ts-nocheck
// The package in a test of jest 27, which does not read `exports`, and in applications of NestJS.
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

export async function testNestjs(report) {
  for (const { nest, nestAxios } of NESTS) {
    const dependencies = {
      '@nestjs/axios': nestAxios,
      '@nestjs/common': nest,
      '@nestjs/core': nest,
      axios: '1.21.1',
      'reflect-metadata': '0.2.2',
      rxjs: '7.8.2',
    };
    const folder = await createConsumer(`nestjs-${nest}`, dependencies, ['nestjs']);
    const { code, output } = await node(['http-module.mjs'], { cwd: folder });
    report(code === 0 && output === 'done', `NestJS ${nest}, @nestjs/axios ${nestAxios}`, output);
  }
}
