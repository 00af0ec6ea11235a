// @ts-nocheck
// Runs on the built package: one part of a program loads its ES modules, another its CommonJS files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import axios from 'axios';
import * as esmMain from 'axios-procore-company-id';
import * as esmContext from 'axios-procore-company-id/context';
import * as esmProjects from 'axios-procore-company-id/projects';

const require = createRequire(import.meta.url);
const cjsMain = require('axios-procore-company-id');
const cjsContext = require('axios-procore-company-id/context');
const cjsProjects = require('axios-procore-company-id/projects');

const esm = { name: 'ESM', ...esmMain, ...esmContext, ...esmProjects };
const cjs = { name: 'CommonJS', ...cjsMain, ...cjsContext, ...cjsProjects };
const mixtures = [
  [esm, cjs],
  [cjs, esm],
];

/** An instance that answers with these data, and remembers the header of each request. */
function instanceWith({ attachProcoreCompanyId }, resolver, data = {}) {
  const sent = [];
  const instance = axios.create({
    baseURL: 'https://api.procore.com',
    adapter: async (config) => {
      sent.push([config.url, config.headers.get('Procore-Company-Id')]);
      await wait(1);
      return { data, status: 200, statusText: 'OK', headers: {}, config };
    },
  });
  attachProcoreCompanyId(instance, { resolver });
  return { instance, sent };
}

test('the two copies are not one', () => {
  assert.notEqual(esmContext.runWithCompanyId, cjsContext.runWithCompanyId);
  assert.notEqual(esmMain.InvalidCompanyIdError, cjsMain.InvalidCompanyIdError);
});

for (const [one, other] of mixtures) {
  test(`a company that ${one.name} runs with is known to ${other.name}`, async () => {
    const { instance, sent } = instanceWith(other, other.fromContext);
    assert.equal(one.runWithCompanyId(42, other.currentCompanyId), '42');

    await one.runWithCompanyId(42, () => instance.get('/rest/v1.0/users'));
    assert.deepEqual(sent, [['/rest/v1.0/users', '42']]);
  });

  test(`companies of ${one.name} and ${other.name} do not mix when nested and interleaved`, async () => {
    const { instance, sent } = instanceWith(one, other.fromContext);
    const job = async (id) => {
      const outer = id % 2 === 0 ? one : other;
      const inner = id % 2 === 0 ? other : one;
      await outer.runWithCompanyId(id, async () => {
        await wait(id % 7);
        await inner.runWithCompanyId(id + 1000, async () => {
          await wait(id % 5);
          await instance.get(`/rest/v1.0/${id + 1000}`);
        });
        await instance.get(`/rest/v1.0/${id}`);
      });
    };

    await Promise.all(Array.from({ length: 200 }, (_, index) => job(index + 1)));
    assert.equal(sent.length, 400);
    for (const [url, id] of sent) assert.equal(url, `/rest/v1.0/${id}`);
  });

  test(`a directory of ${one.name} learns and answers on an instance of ${other.name}`, async () => {
    const directory = one.projectDirectory();
    const resolver = other.firstOf(other.fromPath, one.fromQuery, directory);
    const { instance, sent } = instanceWith(other, resolver, [{ id: 3 }, { id: 4 }]);

    await instance.get('/rest/v1.0/companies/7/projects');
    await instance.get('/rest/v1.0/projects/3/rfis');
    assert.deepEqual(directory.entries(), [
      ['4', '7'],
      ['3', '7'],
    ]);
    assert.equal(sent[1][1], '7');
  });

  test(`an error of ${one.name} is known to ${other.name}`, () => {
    const isInvalid = (error) =>
      other.isInvalidCompanyIdError(error) && error instanceof other.InvalidCompanyIdError;

    assert.throws(() => one.runWithCompanyId('', () => 1), isInvalid);
    assert.throws(() => one.projectDirectory().set(3, 'x'), isInvalid);
  });
}

/** What a built file imports, and what that imports. */
function importsOf(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, , source] of readFileSync(file, 'utf8').matchAll(
    /\b(?:from|require)\s*\(?\s*(['"])([^'"]+)\1/g,
  )) {
    if (source.startsWith('.')) importsOf(path.join(path.dirname(file), source), seen);
    else seen.add(source);
  }
  return seen;
}

test('only the context needs Node', () => {
  const modules = (file) => [...importsOf(file)].filter((name) => !name.startsWith('dist'));

  for (const extension of ['js', 'mjs']) {
    assert.deepEqual(modules(`dist/index.${extension}`), []);
    assert.deepEqual(modules(`dist/projects.${extension}`), []);
    assert.deepEqual(modules(`dist/context.${extension}`), ['async_hooks']);
  }
});
