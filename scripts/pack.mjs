// Packs the package into .pack/package.tgz, and fails if the tarball lacks a file or has one too many.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { entries, subpaths } from './entries.mjs';

const folder = '.pack';

function pack() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const npm = [
    process.env.npm_execpath,
    'pack',
    '--json',
    '--silent',
    '--pack-destination',
    folder,
  ];
  const output = execFileSync(process.execPath, npm, { encoding: 'utf8' });
  return Object.values(JSON.parse(output))[0];
}

const packed = pack();
renameSync(path.join(folder, packed.filename), path.join(folder, 'package.tgz'));

const files = packed.files.map((file) => file.path);
const stubs = subpaths.map(({ name }) => `${name}/package.json`);
const command = ['bin.js', 'main.js', 'THIRD-PARTY-NOTICES.txt'].map((file) => `dist/cli/${file}`);
const documents = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'SECURITY.md'];
const expected = [
  ...documents,
  ...stubs,
  ...command,
  ...entries.flatMap((entry) => [entry.import, entry.require]).flatMap(Object.values),
].map((file) => path.posix.normalize(file));
/** Parts of the build, and the pages for users with what they link to: __tests__/docs/package.test.ts follows the links. */
const OTHERS = /^(?:dist\/chunks|docs|examples)\//;
const problems = [
  ...expected.filter((file) => !files.includes(file)).map((file) => `lacks ${file}`),
  ...files
    .filter((file) => !expected.includes(file) && !OTHERS.test(file))
    .map((file) => `should not hold ${file}`),
];

for (const problem of problems) console.error(`The tarball ${problem}`);
console.log(
  `${packed.filename}: ${files.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
