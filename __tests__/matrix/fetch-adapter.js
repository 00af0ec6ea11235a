// Makes the fetch adapter of axios the default, and lets it connect as `httpAgent` and `httpsAgent` say.
// Without the second, requests to the hosts of Procore would leave this machine.
const { connect } = require('net');

const axios = require('axios');
const { Agent } = require('undici');

process.env.AXIOS_ADAPTER = 'fetch';

const LOOPBACK = /^(localhost|127\.0\.0\.1|::1)$/;
const dispatchers = new WeakMap();
const withoutAgents = {};

function socketTo({ httpAgent, httpsAgent }, protocol, host, port) {
  const agent = protocol === 'https:' ? httpsAgent : httpAgent;
  if (agent) return agent.createConnection({ host, port });
  if (!LOOPBACK.test(host)) throw new Error(`A test may not connect to ${host}.`);
  return connect(port, host);
}

function createDispatcher(config) {
  return new Agent({
    connect({ protocol, hostname, port }, done) {
      try {
        const defaultPort = protocol === 'https:' ? 443 : 80;
        const socket = socketTo(config, protocol, hostname, Number(port || defaultPort));
        socket.once('connect', () => done(null, socket)).once('error', done);
      } catch (error) {
        done(error, null);
      }
    },
  });
}

/** One for all requests with the same agents, so that connections are reused. */
function dispatcherFor({ httpAgent, httpsAgent }) {
  const key = httpAgent ?? httpsAgent ?? withoutAgents;
  if (!dispatchers.has(key)) dispatchers.set(key, createDispatcher({ httpAgent, httpsAgent }));
  return dispatchers.get(key);
}

axios.defaults.adapter = (config) => {
  const given = Object.getOwnPropertyDescriptor(config, 'fetchOptions');
  // A test that gives one, or intercepts the instance, knows where it leads.
  if (given?.value?.dispatcher) return axios.getAdapter('fetch', config)(config);
  config.fetchOptions = { ...given?.value, dispatcher: dispatcherFor(config) };
  try {
    // It has read the config when it returns its promise.
    return axios.getAdapter('fetch', config)(config);
  } finally {
    if (given) Object.defineProperty(config, 'fetchOptions', given);
    else delete config.fetchOptions;
  }
};
