// Installs the packed tarball into projects of its users: compiled, run, bundled, tested. Names of parts may be given: see PARTS.
import { testBrowser } from './browser.mjs';
import { testBundlers } from './bundlers.mjs';
import { testClients } from './clients.mjs';
import { removeScratch } from './consumer.mjs';
import { testEs5 } from './es5.mjs';
import { testJest27, testMocked, testNestjs } from './frameworks.mjs';
import { testLoggers } from './loggers.mjs';
import { testNodes } from './nodes.mjs';
import { testPeers } from './peers.mjs';
import { testReactNative } from './react-native.mjs';
import { testBun, testDeno } from './runtimes.mjs';
import { testTypes } from './types.mjs';
import { testWorkerd } from './workerd.mjs';

const PARTS = {
  peers: testPeers,
  nodes: testNodes,
  bundlers: testBundlers,
  jest27: testJest27,
  mocked: testMocked,
  nestjs: testNestjs,
  bun: testBun,
  deno: testDeno,
  workerd: testWorkerd,
  browser: testBrowser,
  'react-native': testReactNative,
  es5: testEs5,
  loggers: testLoggers,
  clients: testClients,
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
  await removeScratch();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
