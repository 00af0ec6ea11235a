// Installs the packed tarball into projects of its users: compiled, run, bundled, tested. Names of parts may be given: see PARTS.
import { testBundlers } from './bundlers.mjs';
import { removeScratch } from './consumer.mjs';
import { testJest27, testMocked, testNestjs } from './frameworks.mjs';
import { testNodes } from './nodes.mjs';
import { testTypes } from './types.mjs';

const PARTS = {
  nodes: testNodes,
  bundlers: testBundlers,
  jest27: testJest27,
  mocked: testMocked,
  nestjs: testNestjs,
  types: testTypes,
};

let passed = 0;
let failed = 0;

/** Counts a check, and shows what it printed if it failed. */
function report(isRight, name, output) {
  if (isRight) passed += 1;
  else failed += 1;
  console.log(`${isRight ? 'ok    ' : 'FAILED'}  ${name}`);
  if (!isRight) console.log(output.replace(/^/gm, '    '));
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.keys(PARTS).includes(name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}.`);

try {
  for (const [name, test] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const before = passed + failed;
    const start = Date.now();
    await test(report);
    const seconds = Math.round((Date.now() - start) / 1000);
    console.log(`${name}: ${passed + failed - before} checks in ${seconds} s`);
  }
} finally {
  removeScratch();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
