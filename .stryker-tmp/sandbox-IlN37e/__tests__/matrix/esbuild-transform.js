// @ts-nocheck
// Strips the types of a test. ts-jest takes longer for that than the tests take to run, once for every project.
const { createHash } = require('crypto');

const { transformSync, version } = require('esbuild');

module.exports = {
  getCacheKey: (text, path) =>
    createHash('sha1').update(`${version} ${path} ${text}`).digest('hex'),
  process: (text, path) =>
    transformSync(text, {
      loader: 'ts',
      sourcefile: path,
      sourcemap: 'inline',
      format: 'cjs',
      target: 'node18',
    }),
};
