// @ts-nocheck
import { readFileSync } from 'node:fs';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The entries of the package as `exports` lists them, without `./package.json`. */
export const entries = Object.entries(exports)
  .filter(([, conditions]) => typeof conditions === 'object')
  .map(([subpath, conditions]) => ({ name: subpath.slice(2), ...conditions }));

/** Entries other than the main one: each has a stub directory of its name. */
export const subpaths = entries.filter(({ name }) => name !== '');
