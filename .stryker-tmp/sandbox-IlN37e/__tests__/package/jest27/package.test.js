// @ts-nocheck
const { expect, test } = require('@jest/globals');
const axios = require('axios');
const main = require('axios-procore-company-id');
const testing = require('axios-procore-company-id/testing');

const { useMain, useTesting } = require('./use.cjs');

test('the package works in jest 27', () => useMain(axios, main));

test('the testing entry is found without `exports`', () => useTesting(axios, main, testing));

test('the typed error passes the matchers of jest', async () => {
  const edge = await testing.createProcoreEdge();
  const procore = axios.create({ baseURL: edge.url, proxy: false });
  main.attachProcoreCompanyId(procore);
  try {
    await expect(procore.get('/rest/v1.0/projects/1001')).rejects.toThrow(
      main.MissingCompanyIdHeaderError,
    );
  } finally {
    await edge.close();
  }
});
