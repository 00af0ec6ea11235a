// Sends real requests from whatever runs this, compiled by whatever compiled it.
const { equal, rejection, runSteps } = require('./steps.cjs');

const RFIS = '/rest/v1.0/projects/3/rfis';
const COMPANY_7 = '/rest/v1.0/companies/7/projects';

/**
 * @param {object} on `axios`, the `plugin`, the `origin` of a server that answers with the id that it got, and a `config` for all requests
 * @returns {Promise<string[]>} a line for each step
 */
function check({ axios, plugin, origin, config = {} }) {
  const attached = (options, more) => {
    const instance = axios.create({ baseURL: origin, proxy: false, ...config, ...more });
    plugin.attachProcoreCompanyId(instance, options);
    return instance;
  };
  const sent = async (promise) => (await promise).data.companyId;

  return runSteps({
    'a header by path, by query, by key and by default': async () => {
      const procore = attached({ companyId: 42 });
      equal(await sent(procore.get(COMPANY_7)), '7');
      equal(await sent(procore.get('/rest/v1.0/projects', { params: { company_id: 8 } })), '8');
      equal(await sent(procore.get(RFIS, { procoreCompanyId: 9 })), '9');
      equal(await sent(procore.post(RFIS, { subject: 'Beam' })), '42');
    },
    'a header on a host of `apiHosts`': async () => {
      const host = origin.replace('http://', '');
      const procore = attached({ apiHosts: [host] }, { baseURL: undefined });
      equal(await sent(procore.get(`${origin}${COMPANY_7}`)), '7');
    },
    'a header by the host, however the url writes it': async () => {
      // It gives back what would go out, so that nothing leaves this machine.
      const adapter = async (config) => ({ data: {}, status: 200, headers: {}, config });
      const idOf = async (baseURL, url) => {
        const { config: sent } = await attached({}, { baseURL, adapter }).get(url);
        return sent.headers['Procore-Company-Id'];
      };
      equal(await idOf(undefined, `HTTPS://API.Procore.com:443${COMPANY_7}`), '7');
      equal(await idOf('HTTPS://Gateway.example:443', `https://gateway.example${COMPANY_7}`), '7');
      equal(await idOf('HTTPS://Login.Procore.com', COMPANY_7), undefined);
    },
    'a resolver that is asked for the project': async () => {
      const resolver = async ({ projectId }) => (projectId === '3' ? 42 : undefined);
      equal(await sent(attached({ resolver }).get(RFIS)), '42');
    },
    'a typed error that is an instance of its class': async () => {
      const error = await rejection(attached().get(RFIS));
      equal(error instanceof plugin.MissingCompanyIdHeaderError, true);
      equal(plugin.isMissingCompanyIdHeaderError(error), true);
      equal(error.reason, 'unresolved');
      equal(error.response.data.startsWith('Missing Procore-Company-Id header!'), true);
      equal(error.message.startsWith('Request failed with status code 400'), true);
      equal(error instanceof Error, true);
      if (axios.AxiosError) equal(error instanceof axios.AxiosError, true);
      equal(error instanceof plugin.UnresolvedCompanyIdError, false);
    },
    'the other errors, each an instance of its own class': async () => {
      const procore = attached({ onUnresolved: 'reject' });
      const unresolved = await rejection(procore.get(RFIS));
      equal(unresolved instanceof plugin.UnresolvedCompanyIdError, true);
      equal(unresolved instanceof plugin.MissingCompanyIdHeaderError, false);
      const conflict = await rejection(procore.get(COMPANY_7, { procoreCompanyId: 9 }));
      equal(conflict instanceof plugin.CompanyIdConflictError, true);
      const invalid = await rejection(procore.get(RFIS, { procoreCompanyId: 'seven' }));
      equal(invalid instanceof plugin.InvalidCompanyIdError, true);
    },
    "axios's own error, when nothing is attached": async () => {
      const plain = axios.create({ baseURL: origin, proxy: false, ...config });
      const error = await rejection(plain.get(RFIS));
      equal(error instanceof plugin.MissingCompanyIdHeaderError, false);
      equal(error.response.status, 400);
    },
  });
}

module.exports = { check };
