// The package bundled for Cloudflare's Workers, and run by their runtime.
import path from 'node:path';

import { build } from 'esbuild';

import { createConsumer } from './consumer.mjs';
import { startProcore } from './procore-server.mjs';
import { node } from './run.mjs';
import { reportSteps } from './steps.mjs';

const WORKERS = [
  { entry: 'worker.mjs', flags: [] },
  { entry: 'context-worker.mjs', flags: ['nodejs_compat'] },
];

/** As Cloudflare's own tool does: what Node has built in is left to the runtime. */
const nodeBuiltins = {
  name: 'node-builtins',
  setup({ onResolve }) {
    onResolve({ filter: /^async_hooks$/ }, () => ({ path: 'node:async_hooks', external: true }));
  },
};

async function bundle(folder, entry) {
  const outfile = path.join(folder, 'out', entry);
  await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    plugins: [nodeBuiltins],
    logLevel: 'silent',
  });
  return outfile;
}

export async function testWorkerd(report) {
  const dependencies = { axios: '1.21.1', miniflare: '4.20251217.0' };
  const folder = await createConsumer('workerd', dependencies, ['portable', 'workerd']);
  const procore = await startProcore();
  try {
    for (const { entry, flags } of WORKERS) {
      const args = ['serve.mjs', await bundle(folder, entry), procore.origin, ...flags];
      const result = await node(args, { cwd: folder, timeout: 60_000 });
      reportSteps(report, ['workerd', ...flags].join(' with '), result);
    }
  } finally {
    procore.close();
  }
}
