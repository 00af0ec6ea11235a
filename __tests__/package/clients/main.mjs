// Sends requests with each client, to a gateway on this machine and to where api.procore.com would be: main.mjs ORIGIN
import * as plugin from 'axios-procore-company-id';

import { clients } from './clients.mjs';
import { equal, rejection, runSteps } from './steps.cjs';

const origin = process.argv[2];
const host = new URL(origin).host;

/** Answers in the place of Procore with the id that would be sent. */
const answerHere = async (config) => {
  const { url, baseURL } = config;
  equal(`${baseURL ?? ''}${url}`.startsWith('https://api.procore.com/rest/'), true);
  const companyId = config.headers['Procore-Company-Id'];
  return { status: 200, statusText: 'OK', data: { companyId }, headers: {}, config };
};

/** Calls with the plugin attached, and with it alone. */
async function whenAttached(instance, options, call) {
  const attachment = plugin.attachProcoreCompanyId(instance, options);
  try {
    return await call();
  } finally {
    attachment.detach();
  }
}

async function checkHeaders({ instance, setBase, byPath, byQuery, read, write }, base, options) {
  await whenAttached(instance, { companyId: 42, ...options }, async () => {
    setBase(base);
    equal((await byPath(7)).companyId, '7');
    equal((await byQuery(8)).companyId, '8');
    equal((await read(3)).companyId, '42');
    equal((await write(3, { subject: 'Beam' })).companyId, '42');
  });
}

function stepsOf(client) {
  const { instance, setBase, needsApiHosts, hasOwnErrors, read, byPath, byKey, returnsErrors } =
    client;
  const options = needsApiHosts ? { apiHosts: [host] } : {};
  // Some clients put other defaults in the place of those that the instance goes by.
  const { defaults } = instance;
  defaults.proxy = false;
  return {
    'the header at api.procore.com': async () => {
      const { adapter } = defaults;
      defaults.adapter = answerHere;
      await checkHeaders(client, 'https://api.procore.com').finally(
        () => (defaults.adapter = adapter),
      );
    },
    [`the header at a gateway ${needsApiHosts ? 'of' : 'without'} \`apiHosts\``]: async () => {
      await checkHeaders(client, origin, options);
      // The base may be set before the plugin is attached, too.
      setBase(origin);
      equal((await whenAttached(instance, options, () => byPath(7))).companyId, '7');
    },
    ...(needsApiHosts && {
      'no header at a gateway that `apiHosts` does not name': async () => {
        const error = await rejection(checkHeaders(client, origin));
        equal(plugin.isMissingCompanyIdHeaderError(error) || hasOwnErrors, true);
      },
    }),
    ...(byKey && {
      'the header of the key that is given with a call': async () => {
        const call = () => byKey(3, { procoreCompanyId: 9 });
        equal((await whenAttached(instance, options, call)).companyId, '9');
      },
    }),
    [`${hasOwnErrors ? 'its own' : 'the typed'} error`]: async () => {
      const error = await whenAttached(instance, options, () => rejection(read(3)));
      equal(error instanceof plugin.MissingCompanyIdHeaderError, !hasOwnErrors);
      equal(error.status ?? error.response.status, 400);
    },
    'what `diagnoseProcoreError` says of its error': async () => {
      const error = await whenAttached(instance, options, () => rejection(read(3)));
      equal(plugin.diagnoseProcoreError(error)?.kind, 'missing-header');
    },
    ...(returnsErrors && {
      'a typed error that is returned': async () => {
        const error = await whenAttached(instance, options, returnsErrors);
        equal(error instanceof plugin.MissingCompanyIdHeaderError, true);
        equal(plugin.diagnoseProcoreError(error)?.kind, 'missing-header');
      },
    }),
  };
}

for (const [name, client] of Object.entries(clients)) {
  for (const line of await runSteps(stepsOf(client))) {
    console.log(line.replace(' ', ` ${name}: `));
  }
  // Two of them share the global axios.
  client.setBase(undefined);
}
console.log('done');
