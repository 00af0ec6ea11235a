// The `context` entry in bundles for browsers: it fails where it is used, and says why in one line.
import { createRequire } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';
import { rollup } from 'rollup';

import { createConsumer } from './consumer.mjs';
import { node } from './run.mjs';

const ENTRY = 'context.js';

async function withEsbuild(folder, outfile) {
  const options = { bundle: true, platform: 'browser', format: 'iife', logLevel: 'silent' };
  const { warnings } = await build({
    ...options,
    absWorkingDir: folder,
    entryPoints: [ENTRY],
    outfile,
  });
  if (warnings.length > 0) throw new Error(warnings[0].text);
}

async function withRollup(folder, file) {
  const requireThere = createRequire(path.join(folder, 'index.js'));
  const { nodeResolve } = requireThere('@rollup/plugin-node-resolve');
  const bundle = await rollup({
    input: path.join(folder, ENTRY),
    plugins: [nodeResolve({ browser: true, preferBuiltins: false })],
    // It warns of what the page says in more words: that there is no AsyncLocalStorage.
    onwarn: ({ code, message }) => {
      if (code !== 'MISSING_EXPORT') throw new Error(message);
    },
  });
  await bundle.write({ file, format: 'iife' });
}

function withWebpack(folder, file) {
  const webpack = createRequire(path.join(folder, 'index.js'))('webpack');
  const config = {
    mode: 'production',
    target: 'web',
    context: folder,
    entry: `./${ENTRY}`,
    output: { path: path.dirname(file), filename: path.basename(file) },
    performance: { hints: false },
  };
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors() || stats.hasWarnings()) reject(new Error(stats.toString()));
      else resolve();
    });
  });
}

const BUNDLERS = { esbuild: withEsbuild, rollup: withRollup, webpack: withWebpack };

const TOOLS = { '@rollup/plugin-node-resolve': '16.0.3', webpack: '5.112.2' };

/** What the page prints: that nothing is found, and one line that says what is missing and what to do. */
const isRight = (output) => {
  const [found, message, ...more] = output.split('\n');
  return (
    found === 'ok nothing is found' &&
    /^Error: axios-procore-company-id\/context .*browser.*`procoreCompanyId`/.test(message) &&
    more.length === 0
  );
};

export async function testBrowser(report) {
  const folder = await createConsumer('browser', { axios: '1.21.1', ...TOOLS }, ['browser']);
  for (const [name, bundle] of Object.entries(BUNDLERS)) {
    const title = `${name} for browsers, the \`context\` entry says what is missing`;
    try {
      const file = path.join(folder, 'out', `${name}.js`);
      await bundle(folder, file);
      const { code, output } = await node(['run.cjs', file], { cwd: folder, timeout: 30_000 });
      report(code === 0 && isRight(output), title, output);
    } catch (error) {
      report(false, title, String(error));
    }
  }
}
