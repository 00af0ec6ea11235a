// @ts-nocheck
const assert = require('assert');

const axios = require('axios');
const { exports: entries } = require('axios-procore-company-id/package.json');

const { useMain, useTesting } = require('./use.cjs');

const load = (entry) => require(`axios-procore-company-id${entry.slice(1)}`);

async function run() {
  for (const entry of Object.keys(entries).filter((name) => !name.endsWith('.json'))) {
    assert(Object.keys(load(entry)).length > 0, `${entry} exports nothing`);
  }
  await useMain(axios, load('.'));
  if (entries['./testing']) await useTesting(axios, load('.'), load('./testing'));
}

run().then(
  () => console.log('done'),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
