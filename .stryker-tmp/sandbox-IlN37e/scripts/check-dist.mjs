// @ts-nocheck
// Fails when the build holds what must not be published: compiler helpers, an import of axios at run
// time, a default export, a `node:` import (unknown to older Node), or an entry that differs by format.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { entries } from './entries.mjs';

const HELPER =
  /\b(?:var|let|const|function\*?)\s+(__\w+|_interop\w+|_mergeNamespaces|_namespace\w+)/g;
const IMPORT = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"]+)\1/g;

const problems = new Set();
const complain = (file, problem) => problems.add(`${file}: ${problem}`);

function checkCode(file) {
  const code = readFileSync(file, 'utf8');
  for (const [, helper] of code.matchAll(HELPER)) complain(file, `compiler helper ${helper}`);
  for (const [, , source] of code.matchAll(IMPORT)) {
    if (source.startsWith('node:')) complain(file, `imports ${source}, unknown to Node 12`);
    if (/^axios(\/|$)/.test(source)) complain(file, 'imports axios at run time');
  }
}

/** What a declaration file promises to be there at run time. */
function declaredValues(file) {
  const lists = [...readFileSync(file, 'utf8').matchAll(/^export \{(.*)\}/gm)];
  const names = lists.flatMap(([, list]) => list.split(','));
  return names.map((name) => name.trim().split(' ').pop());
}

async function checkEntry(entry) {
  const name = entry.name || '(main)';
  const files = [
    entry.import.types,
    entry.import.default,
    entry.require.types,
    entry.require.default,
  ];
  const missing = files.filter((file) => !existsSync(file));
  for (const file of missing) complain(name, `${file} is missing`);
  if (missing.length > 0) return;

  const load = async (file) => Object.keys(await import(pathToFileURL(file).href)).sort();
  const fromImport = await load(entry.import.default);
  const fromRequire = Object.keys(
    createRequire(import.meta.url)(path.resolve(entry.require.default)),
  );
  // What `import { name } from` finds in the CommonJS file is what Node's lexer detects in its text.
  const detected = (await load(entry.require.default)).filter(
    (key) => key !== 'default' && key !== 'module.exports',
  );
  for (const file of [entry.import.types, entry.require.types]) {
    const declared = declaredValues(file);
    for (const key of declared.filter((each) => !fromImport.includes(each))) {
      complain(file, `declares ${key}, which is not there at run time`);
    }
    for (const key of fromImport.filter((each) => !declared.includes(each))) {
      complain(file, `does not declare ${key}`);
    }
  }
  if (fromImport.includes('default')) complain(name, 'has a default export');
  if (fromImport.length === 0) complain(name, 'exports nothing');
  if (`${fromRequire.sort()}` !== `${fromImport}`) complain(name, 'exports differ by format');
  if (`${detected}` !== `${fromImport}`) complain(name, 'CommonJS exports are not all detectable');
}

/** The text of a declaration file and of all that it imports from the package. */
function declarations(file, seen = new Set()) {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(IMPORT)].map(([, , source]) => source);
  const next = imported
    .filter((source) => source.startsWith('.'))
    .map((source) => path.join(path.dirname(file), source))
    .map((target) => target.replace(/\.(m?)js$/, '.d.$1ts'));
  return text + next.map((target) => declarations(target, seen)).join('');
}

function checkDeclarations(file) {
  if (!declarations(file).includes("declare module 'axios'")) {
    complain(file, 'does not declare `procoreCompanyId` on the request config of axios');
  }
}

// The command runs on newer Node only, and is a program of its own: nothing of it is imported.
const code = readdirSync('dist', { recursive: true }).filter(
  (file) => /\.m?js$/.test(file) && !file.startsWith('cli'),
);
for (const file of code) checkCode(path.join('dist', file));
if (problems.size === 0) for (const entry of entries) await checkEntry(entry);
if (problems.size === 0) {
  const [main] = entries;
  for (const file of [main.import.types, main.require.types]) checkDeclarations(file);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.size > 0 ? 1 : 0;
