import { spawnSync } from 'node:child_process';

import { medianWithInterval } from './paired-blocks.mjs';

/** In a process of its own: loads axios, then the package, and prints the milliseconds of each. */
const PROGRAM = `
const { performance } = require('perf_hooks');
const start = performance.now();
require('axios');
const between = performance.now();
require('axios-procore-company-id');
console.log(JSON.stringify([between - start, performance.now() - between]));
`;

function loadOnce() {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', PROGRAM], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The time that `require` of the package takes, as a multiple of the time that axios takes in the same process. */
export function timeRequire(processes) {
  const times = Array.from({ length: processes }, loadOnce);
  const { ratio: milliseconds } = medianWithInterval(times.map(([, own]) => own));
  return {
    ...medianWithInterval(times.map(([ofAxios, own]) => own / ofAxios)),
    microseconds: milliseconds * 1000,
  };
}
