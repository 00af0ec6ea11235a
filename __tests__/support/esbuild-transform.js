// Strips the types of a file for jest, many times as fast as the compiler does. `npm run typecheck` checks them.
const { createHash } = require('crypto');

const { transformSync, version } = require('esbuild');

const OPTIONS = {
  loader: 'ts',
  // In the code itself, where the coverage is counted: without it, what esbuild adds would count too.
  sourcemap: 'inline',
  format: 'cjs',
  // Newer syntax stays as it is: written out as branches, `?.` and `??` would have ones that no test can take.
  target: 'es2022',
  // As in tsconfig.json, which is not read here.
  tsconfigRaw: { compilerOptions: { alwaysStrict: true, useDefineForClassFields: false } },
};

/** What becomes of a file that holds types alone. */
const NOTHING = /\nvar (\w+) = \{\};\nmodule\.exports = __toCommonJS\(\1\);\n\/\/# .*\n$/;

module.exports = {
  // With `instrument`, or a run without coverage would get what a run with it has cached.
  getCacheKey: (text, path, { configString, instrument }) =>
    createHash('sha1')
      .update(JSON.stringify([version, OPTIONS, configString, instrument, path, text]))
      .digest('hex'),
  process(text, path) {
    const { code } = transformSync(text, { ...OPTIONS, sourcefile: path });
    // Nobody requires such a file when the program runs: its one statement would count as never covered.
    return NOTHING.test(code) ? { code: '' } : { code };
  },
};
