import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

import { transform } from 'esbuild';
import { dts } from 'rollup-plugin-dts';

/** Every entry of the package: its file name in dist, and its source. */
const entries = {
  index: 'lib/index.ts',
  projects: 'lib/projects/index.ts',
  context: 'lib/context/index.ts',
  audit: 'lib/audit/index.ts',
  testing: 'lib/testing/index.ts',
};

// esbuild, as it keeps the pure annotations that bundlers need, which TypeScript drops with the comments,
// and as it writes `?.` and `??` in half the bytes.
const typescript = {
  name: 'typescript',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return null;
    const target = path.resolve(path.dirname(importer), source);
    return [`${target}.ts`, path.join(target, 'index.ts')].find((file) => existsSync(file)) ?? null;
  },
  async transform(source, sourcefile) {
    const { code, warnings } = await transform(source, {
      loader: 'ts',
      sourcefile,
      target: 'es2019',
      legalComments: 'none',
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    });
    for (const { text } of warnings) this.warn(text);
    return code;
  },
};

// A module that several entries use becomes a chunk, so that its classes and WeakMaps exist once.
const shared = (extension) => ({
  dir: 'dist',
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
});

const javascript = (format, extension) => ({
  ...shared(extension),
  format,
  exports: 'named',
  esModule: false,
  externalLiveBindings: false,
  generatedCode: { preset: 'es2015', symbols: false },
  minifyInternalExports: false,
});

const common = {
  input: entries,
  external: builtinModules,
  onLog: (level, log, handler) => handler(level === 'warn' ? 'error' : level, log),
};

export default [
  {
    ...common,
    plugins: [typescript],
    output: [javascript('es', 'mjs'), javascript('cjs', 'js')],
  },
  {
    ...common,
    plugins: [dts({ tsconfig: 'tsconfig.build.json' })],
    output: [shared('d.mts'), shared('d.ts')],
  },
];
