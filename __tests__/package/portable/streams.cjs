// Error bodies that arrive as streams, read by the caller after the plugin has looked at them.
const { equal, rejection, runSteps, textOf } = require('./steps.cjs');

const RFIS = '/rest/v1.0/projects/3/rfis';

/** What the caller gets of a body: its text, or that reading it failed. */
async function read(stream) {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
    return { text };
  } catch (error) {
    return { text, error };
  }
}

/**
 * @param {object} on `axios`, the `plugin`, the `origin` of a server, and the `adapter` that makes the streams
 * @returns {Promise<string[]>} a line for each step
 */
function checkStreams({ axios, plugin, origin, adapter }) {
  const config = { baseURL: origin, proxy: false, adapter, responseType: 'stream' };
  const plain = axios.create(config);
  const attached = axios.create(config);
  plugin.attachProcoreCompanyId(attached);

  async function bodyOf(instance, name) {
    const error = await rejection(instance.get(`${RFIS}/${name}`));
    return { error, ...(await read(error.response.data)) };
  }
  async function comparedWithPlainAxios(name) {
    const [expected, actual] = [await bodyOf(plain, name), await bodyOf(attached, name)];
    equal(actual.text, expected.text);
    return actual;
  }

  return runSteps({
    'a streamed error is typed, and its body is whole': async () => {
      const { error } = await comparedWithPlainAxios('in-pieces');
      equal(error instanceof plugin.MissingCompanyIdHeaderError, true);
    },
    'another streamed error passes as it is': async () => {
      const { error, text } = await comparedWithPlainAxios('large');
      equal(error instanceof plugin.MissingCompanyIdHeaderError, false);
      equal(text.length > 64 * 1024, true);
    },
    'a stream that breaks off fails for its reader, and ends nothing else': async () => {
      const outcome = async (instance) => {
        const { response, message } = await rejection(instance.get(`${RFIS}/broken`));
        if (!response) return `no response: ${message}`;
        const { error } = await read(response.data);
        return error ? 'the reader failed' : 'the reader saw an end';
      };
      equal(await outcome(attached), await outcome(plain));
    },
    'the text of a stream by `text()`, where streams have it': async () => {
      const { response } = await rejection(attached.get(`${RFIS}/in-pieces`));
      if (typeof response.data.text !== 'function') return;
      const text = await response.data.text().catch(textOf);
      equal(text.startsWith('Missing Procore-Company-Id header!'), true);
    },
  });
}

module.exports = { checkStreams };
