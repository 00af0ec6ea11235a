// A company for each asynchronous context, with two of them at the same time.
const { equal, runSteps } = require('./steps.cjs');

function checkContext({ axios, plugin, context, origin, config = {} }) {
  const procore = axios.create({ baseURL: origin, proxy: false, ...config });
  plugin.attachProcoreCompanyId(procore, { resolver: context.fromContext });
  const sent = async () => (await procore.get('/rest/v1.0/projects/3/rfis')).data.companyId;

  return runSteps({
    'the company of the asynchronous context': async () => {
      const both = [7, 42].map((companyId) => context.runWithCompanyId(companyId, sent));
      equal(await Promise.all(both), ['7', '42']);
    },
  });
}

module.exports = { checkContext };
