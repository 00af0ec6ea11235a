import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { npm } from './run.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARBALL = path.join(ROOT, '.pack/package.tgz');
const TESTS = path.join(ROOT, '__tests__/package');

/** A folder outside of this one, whose `node_modules` nobody finds by going up. */
const scratch = mkdtempSync(path.join(tmpdir(), 'axios-procore-company-id-'));

/** Not the synchronous function: with 100,000 files that one takes ten times as long. */
export const removeScratch = () => rm(scratch, { recursive: true, force: true });

/**
 * A project that has installed packages of exact versions.
 *
 * @param {string} name of its folder
 * @param {Record<string, string>} dependencies
 * @returns {Promise<string>} its folder
 */
export async function createProject(name, dependencies) {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  const facts = JSON.stringify({ name, private: true, dependencies }, null, 2);
  writeFileSync(path.join(folder, 'package.json'), facts);
  const flags = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
  const { code, output } = await npm(['install', ...flags, '--loglevel=error'], { cwd: folder });
  if (code !== 0) throw new Error(`npm install failed in the project ${name}:\n${output}`);
  return folder;
}

/**
 * A project that has installed the tarball, too, with copies of folders of `__tests__/package` in it.
 */
export async function createConsumer(name, dependencies, files = []) {
  if (!existsSync(TARBALL))
    throw new Error('Run `npm run test:package`: it packs the package first.');
  const tarball = { 'axios-procore-company-id': `file:${TARBALL}` };
  const folder = await createProject(name, { ...tarball, ...dependencies });
  for (const file of files) cpSync(path.join(TESTS, file), folder, { recursive: true });
  return folder;
}
