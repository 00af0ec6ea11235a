// @ts-nocheck
// Builds the command `procore-company-id` into a folder: bin.js, which any Node can parse, main.js, which holds the libraries that it
// uses, and their licences.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build } from 'esbuild';

const [folder = 'dist/cli'] = process.argv.slice(2);

const common = { bundle: true, write: false, legalComments: 'none', logLevel: 'warning' };

/** One file of the page of `audit --html`, as short as it gets. */
async function pageFile(file) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [`lib/cli/audit/page/${file}`],
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
  });
  const text = outputFiles[0].text.trim();
  if (/<\/(?:script|style)/i.test(text)) throw new Error(`${file} would end its own element.`);
  return JSON.stringify(text);
}

async function commandFile(name, options) {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [`lib/cli/${name}.ts`],
    platform: 'node',
    format: 'cjs',
    metafile: true,
    ...options,
  });
  writeFileSync(path.join(folder, `${name}.js`), outputFiles[0].text);
  return Object.keys(metafile.inputs);
}

/** The packages that bundled files come from. */
function packagesOf(files) {
  const names = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function licenceOf(name) {
  const home = path.join('node_modules', name);
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no licence text.`);
  return `${name} ${version}\n\n${readFileSync(path.join(home, file), 'utf8').trim()}\n`;
}

if (!existsSync('lib/cli')) throw new Error('Start this in the root of the project.');
mkdirSync(folder, { recursive: true });
await commandFile('bin', {
  target: 'es2015',
  external: ['./main'],
  banner: { js: '#!/usr/bin/env node' },
});
const inputs = await commandFile('main', {
  target: 'node18',
  minify: true,
  define: {
    PAGE_SCRIPT: await pageFile('script.ts'),
    PAGE_STYLE: await pageFile('style.css'),
  },
});
const notices = ['main.js holds code of these packages.\n', ...packagesOf(inputs).map(licenceOf)];
writeFileSync(
  path.join(folder, 'THIRD-PARTY-NOTICES.txt'),
  notices.join(`\n${'-'.repeat(80)}\n\n`),
);
