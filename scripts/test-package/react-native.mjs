// The package in a bundle that Metro makes with React Native's preset, run with React Native's own URL.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { createConsumer } from './consumer.mjs';
import { startProcore } from './procore-server.mjs';
import { node, npm, run } from './run.mjs';
import { reportSteps } from './steps.mjs';

const REACT_NATIVE = '0.83.10';

const TOOLS = { '@react-native/babel-preset': REACT_NATIVE, metro: '0.83.8' };

const TIMEOUT = 120_000;

async function runOrThrow(result) {
  const { code, output } = await result;
  if (code !== 0) throw new Error(output);
}

/** Of React Native only the files of its URL, as the rest of it would be 500 packages. */
async function unpackUrl(folder) {
  const pack = ['pack', `react-native@${REACT_NATIVE}`, '--silent'];
  await runOrThrow(npm(pack, { cwd: folder }));
  mkdirSync(path.join(folder, 'react-native'));
  const tarball = ['-xzf', `react-native-${REACT_NATIVE}.tgz`, '-C', 'react-native'];
  const files = ['URL.js', 'URLSearchParams.js'].map((file) => `package/Libraries/Blob/${file}`);
  await runOrThrow(run('tar', [...tarball, '--strip-components=1', ...files], { cwd: folder }));
  // An app without the native module for blobs.
  const module = path.join(folder, 'react-native/Libraries/Blob/NativeBlobModule.js');
  writeFileSync(module, 'export default null;\n');
}

export async function testReactNative(report) {
  const parts = ['portable', 'react-native'];
  const folder = await createConsumer('react-native', { axios: '1.21.1', ...TOOLS }, parts);
  await unpackUrl(folder);
  const file = path.join(folder, 'bundle.js');
  const procore = await startProcore();
  try {
    await runOrThrow(node(['bundle.cjs', file], { cwd: folder, timeout: TIMEOUT }));
    const result = await node(['run.cjs', file, procore.origin], { cwd: folder, timeout: TIMEOUT });
    reportSteps(report, `React Native ${REACT_NATIVE}`, result);
  } catch (error) {
    report(false, `React Native ${REACT_NATIVE}`, String(error));
  } finally {
    procore.close();
  }
}
