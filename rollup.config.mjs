import { existsSync, readFileSync } from 'node:fs';
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

/** The names that an entry, which only exports, exports as types. */
function typeOnlyNames(file) {
  const source = readFileSync(file, 'utf8');
  const lists = [...source.matchAll(/export type \{([^}]*)\}/g)].map(([, list]) => list);
  const single = [...source.matchAll(/\btype (\w+)/g)].map(([, name]) => name);
  return new Set([...lists.flatMap((list) => list.match(/\w+/g)), ...single]);
}

// rollup-plugin-dts exports a class as a value where its entry exports only the type: there would be nothing at run time.
const typeOnlyExports = {
  name: 'type-only-exports',
  renderChunk(code, { facadeModuleId }) {
    if (!facadeModuleId) return null;
    const types = typeOnlyNames(facadeModuleId);
    return code.replace(/^export \{ (.*) \}(.*);$/gm, (_, list, from) => {
      const names = list.split(', ');
      const isType = (name) => types.has(name.split(' ').pop());
      const kinds = {
        export: names.filter((name) => !isType(name)),
        'export type': names.filter(isType),
      };
      return Object.entries(kinds)
        .filter(([, each]) => each.length > 0)
        .map(([keyword, each]) => `${keyword} { ${each.join(', ')} }${from};`)
        .join('\n');
    });
  },
};

/** The entries that import a module, themselves or through others. */
function entriesOf(id, getModuleInfo, seen = new Set()) {
  if (seen.has(id)) return [];
  seen.add(id);
  const { isEntry, importers } = getModuleInfo(id);
  const others = importers.flatMap((each) => entriesOf(each, getModuleInfo, seen));
  return isEntry ? [id, ...others] : others;
}

/**
 * The file for a module that several entries use. There are few, as `require` takes a third of a millisecond for each. What the context entry
 * uses has its own, or a bundle with that small entry would hold each class of the rest that a bundler cannot prove to be unused.
 */
function sharedChunk(id, { getModuleInfo }) {
  const users = entriesOf(id, getModuleInfo);
  if (users.length < 2) return undefined;
  return users.includes(path.resolve(entries.context)) ? 'shared-with-context' : 'shared';
}

// What several entries use is in files of its own, so that its classes and WeakMaps exist once.
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
  // What Node has built in is used as it is: nothing needs a helper that copies its names.
  interop: 'esModule',
  externalLiveBindings: false,
  generatedCode: { preset: 'es2015', symbols: false },
  minifyInternalExports: false,
  manualChunks: sharedChunk,
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
    plugins: [dts({ tsconfig: 'tsconfig.build.json' }), typeOnlyExports],
    output: [shared('d.mts'), shared('d.ts')],
  },
];
