// @ts-nocheck
// Writes what TypeScript sees of each entry, without comments, to etc/api. With --check it fails instead where that has changed, so that no
// change of the public interface goes unnoticed.
import { builtinModules } from 'node:module';
import path from 'node:path';

import { format, resolveConfig } from 'prettier';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import ts from 'typescript';

import { entries } from './entries.mjs';
import { keep } from './kept-files.mjs';

const printer = ts.createPrinter({ removeComments: true });

/** All declarations of an entry in one text. */
async function rollUp(input) {
  const bundle = await rollup({
    input,
    external: builtinModules,
    plugins: [dts({ tsconfig: 'tsconfig.build.json' })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}

async function report({ name }) {
  const source = ts.createSourceFile(
    'api.d.ts',
    await rollUp(path.posix.join('lib', name, 'index.ts')),
    ts.ScriptTarget.Latest,
  );
  const options = await resolveConfig('package.json');
  return format(printer.printFile(source), { ...options, parser: 'typescript' });
}

const made = new Map();
for (const entry of entries) made.set(`${entry.name || 'index'}.d.ts`, await report(entry));
keep('etc/api', made, 'npm run api:update');
