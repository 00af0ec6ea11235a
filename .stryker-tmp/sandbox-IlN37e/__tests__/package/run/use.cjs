// @ts-nocheck
// Sends real requests with a copy of axios and a copy of this package. Runs on Node 12.
const assert = require('assert');
const { createServer } = require('http');

const MISSING = 'Missing Procore-Company-Id header!\n\nEach call must name a company.';

/** A server that wants the header, and records it. */
function start() {
  const ids = [];
  const server = createServer((request, response) => {
    const id = request.headers['procore-company-id'];
    ids.push(id);
    response.writeHead(id === undefined ? 400 : 200, { 'content-type': 'text/plain' });
    response.end(id === undefined ? MISSING : 'ok');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ ids, server, origin: `http://127.0.0.1:${server.address().port}` });
    });
  });
}

const rejection = (promise) =>
  promise.then(
    () => assert.fail('It was not rejected.'),
    (error) => error,
  );

async function useMain(axios, { attachProcoreCompanyId, ...plugin }) {
  const { ids, server, origin } = await start();
  try {
    const procore = axios.create({ baseURL: origin, proxy: false });
    const attachment = attachProcoreCompanyId(procore);
    await procore.get('/rest/v1.0/companies/7/projects');
    await procore.get('/rest/v1.0/projects/3/rfis', { procoreCompanyId: '9' });
    const error = await rejection(procore.get('/rest/v1.0/projects/3/rfis'));
    attachment.detach();
    const original = await rejection(procore.get('/rest/v1.0/companies/7/projects'));

    assert.deepStrictEqual(ids, ['7', '9', undefined, undefined]);
    assert(error instanceof plugin.MissingCompanyIdHeaderError);
    assert(plugin.isMissingCompanyIdHeaderError(error));
    assert(!plugin.isMissingCompanyIdHeaderError(original));
    assert.strictEqual(error.reason, 'unresolved');
    assert.strictEqual(error.response.data, MISSING);
    assert(error.message.startsWith('Request failed with status code 400'));
  } finally {
    server.close();
  }
}

async function useTesting(axios, { attachProcoreCompanyId }, { createProcoreEdge }) {
  const edge = await createProcoreEdge();
  try {
    const procore = axios.create({ baseURL: edge.url, proxy: false });
    await rejection(procore.get('/rest/v1.0/projects/1001'));
    attachProcoreCompanyId(procore, { companyId: 42 });
    await procore.get('/rest/v1.0/projects/1001');

    assert.deepStrictEqual(
      edge.requests.map(({ companyId }) => companyId),
      [undefined, '42'],
    );
  } finally {
    await edge.close();
  }
}

/** What two copies of the package, or two of its entries, have in common: attachments, guards, classes. */
async function useTwoCopies(axios, one, other) {
  const { ids, server, origin } = await start();
  try {
    const procore = axios.create({ baseURL: origin, proxy: false });
    const events = { one: 0, other: 0 };
    const first = one.attachProcoreCompanyId(procore, {
      companyId: 42,
      observe: () => events.one++,
    });
    const second = other.attachProcoreCompanyId(procore, { observe: () => events.other++ });
    await procore.get('/rest/v1.0/companies/7/projects');
    first.detach();
    await procore.get('/rest/v1.0/companies/7/projects');
    assert.deepStrictEqual(ids, ['7', '7']);
    assert.deepStrictEqual(events, { one: 0, other: 2 });

    const missing = await rejection(procore.get('/rest/v1.0/projects/3/rfis'));
    const conflict = await rejection(
      procore.get('/rest/v1.0/companies/7/projects', { procoreCompanyId: 9 }),
    );
    for (const plugin of [one, other]) {
      assert(plugin.isMissingCompanyIdHeaderError(missing));
      assert(missing instanceof plugin.MissingCompanyIdHeaderError);
      assert(plugin.isCompanyIdConflictError(conflict));
      assert(conflict instanceof plugin.CompanyIdConflictError);
      assert(!plugin.isCompanyIdConflictError(missing));
      assert(plugin.isProcoreCompanyIdError(missing));
    }
    second.detach();
    await rejection(procore.get('/rest/v1.0/companies/7/projects'));
    assert.strictEqual(ids[ids.length - 1], undefined);
  } finally {
    server.close();
  }
}

module.exports = { rejection, useMain, useTesting, useTwoCopies };
