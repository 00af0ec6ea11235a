// @ts-nocheck
import assert from 'assert';
import { createRequire } from 'module';

import axios from 'axios';
import * as main from 'axios-procore-company-id';

const require = createRequire(import.meta.url);
const { useMain, useTesting, useTwoCopies } = require('./use.cjs');
const { exports: entries } = require('axios-procore-company-id/package.json');

const nameOf = (entry) => `axios-procore-company-id${entry.slice(1)}`;

async function run() {
  for (const entry of Object.keys(entries).filter((name) => !name.endsWith('.json'))) {
    const [imported, required] = [await import(nameOf(entry)), require(nameOf(entry))];
    assert.deepStrictEqual(Object.keys(imported).sort(), Object.keys(required).sort());
    assert(!('default' in imported), `${entry} has a default export`);
  }
  await useMain(axios, main);
  if (entries['./testing']) await useTesting(axios, main, await import(nameOf('./testing')));
  const copy = require(nameOf('.'));
  assert(copy.attachProcoreCompanyId !== main.attachProcoreCompanyId, 'Both are the same copy.');
  await useTwoCopies(axios, main, copy);
  await useTwoCopies(axios, copy, main);
}

run().then(
  () => console.log('done'),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
