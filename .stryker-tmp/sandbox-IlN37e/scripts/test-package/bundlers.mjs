// @ts-nocheck
// The package bundled with axios and run, by bundlers that read `exports` and by one that does not.
import { createRequire } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';
import { rollup } from 'rollup';

import { createConsumer } from './consumer.mjs';
import { node } from './run.mjs';

// From a .mjs file webpack 4 sees nothing of a package but a default export.
const ENTRY = 'bundled.js';

async function withEsbuild(folder, outfile) {
  const options = { bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' };
  const banner = {
    js: "import { createRequire } from 'module'; const require = createRequire(import.meta.url);",
  };
  await build({ ...options, banner, absWorkingDir: folder, entryPoints: [ENTRY], outfile });
}

async function withRollup(folder, file) {
  const require = createRequire(path.join(folder, 'index.js'));
  const plugins = ['json', 'node-resolve', 'commonjs'].map((name) => {
    const plugin = require(`@rollup/plugin-${name}`);
    return plugin.default({ preferBuiltins: true });
  });
  const bundle = await rollup({
    input: path.join(folder, ENTRY),
    plugins,
    onwarn: (warning) => {
      if (warning.message.includes('axios-procore-company-id')) throw new Error(warning.message);
    },
  });
  await bundle.write({ file, format: 'es' });
}

function withWebpack(name) {
  return (folder, file) =>
    new Promise((resolve, reject) => {
      const webpack = createRequire(path.join(folder, 'index.js'))(name);
      const config = {
        mode: 'production',
        target: 'node',
        context: folder,
        entry: `./${ENTRY}`,
        // The default of webpack 4 is a hash that Node no longer has.
        output: { path: path.dirname(file), filename: path.basename(file), hashFunction: 'sha256' },
        performance: { hints: false },
      };
      webpack(config, (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors() || stats.hasWarnings()) reject(new Error(stats.toString()));
        else resolve();
      });
    });
}

const BUNDLERS = [
  { name: 'esbuild', axios: '1.21.1', out: 'esbuild.mjs', bundle: withEsbuild },
  { name: 'rollup', axios: '1.21.1', out: 'rollup.mjs', bundle: withRollup },
  // What axios 1 is written in, webpack 4 cannot read.
  { name: 'webpack 4', axios: '0.27.2', out: 'webpack-4.cjs', bundle: withWebpack('webpack-4') },
  { name: 'webpack 5', axios: '1.21.1', out: 'webpack-5.cjs', bundle: withWebpack('webpack-5') },
];

const TOOLS = {
  '@rollup/plugin-commonjs': '29.0.3',
  '@rollup/plugin-json': '6.1.0',
  '@rollup/plugin-node-resolve': '16.0.3',
  'webpack-4': 'npm:webpack@4.47.0',
  'webpack-5': 'npm:webpack@5.112.2',
};

export async function testBundlers(report) {
  const folders = {
    '1.21.1': await createConsumer('bundled-1', { axios: '1.21.1', ...TOOLS }, ['run']),
    '0.27.2': await createConsumer('bundled-0', { axios: '0.27.2', ...TOOLS }, ['run']),
  };
  for (const { name, axios, out, bundle } of BUNDLERS) {
    const folder = folders[axios];
    const file = path.join(folder, 'out', out);
    try {
      await bundle(folder, file);
      const { code, output } = await node([file]);
      report(code === 0 && output.split('\n').pop() === 'done', `${name}, axios ${axios}`, output);
    } catch (error) {
      report(false, `${name}, axios ${axios}`, String(error));
    }
  }
}
