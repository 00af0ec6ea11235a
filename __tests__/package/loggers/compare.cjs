// What a logger or tracker prints of the typed error, beside what it prints of axios's own error for the same answer.
const { dependencies } = require('./package.json');

const {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
} = require('axios-procore-company-id');

const { rejection, runSteps } = require('./steps.cjs');

const SECRETS = ['token-secret', 'query-secret', 'body-secret', 'cookie-secret'];

/** What may be printed in addition: what the typed error's `toJSON` has, the mark of an attempt on its config, and a cause that is bare. */
const ALLOWED = [
  /(^|\.)(status|stack|procoreCode|reason|isCertain|method|route|companyId|source)$/,
  /(^|\.)config\.procoreCompanyId\w*(\.\w+)?$/,
  /(^|\.)cause\.(name|type|message|code|stack)$/,
  // Sentry numbers an error and its cause.
  /^\[\]\.exception\.values\.\[\]\.mechanism\.(exception_id|parent_id)$/,
];

/** A message that says what to do, in a stack too, and the lines of that stack. */
const MORE_CHARACTERS = 4096;

/** Of text that is no JSON: its own fields, and the stack of the cause. */
const MORE_LINES = 25;

/** The error of a request with secrets in all of its parts, typed or as axios makes it. */
function fail(axios, origin, isTyped) {
  const instance = axios.create({ baseURL: origin, proxy: false });
  instance.defaults.headers.common.Authorization = 'Bearer token-secret';
  if (isTyped) attachProcoreCompanyId(instance);
  const params = { access_token: 'query-secret' };
  const url = '/rest/v1.0/projects/3/rfis';
  return rejection(instance.post(url, { client_secret: 'body-secret' }, { params }));
}

/** The places of all values in JSON, whatever the length of its lists. */
function places(value, place = '') {
  if (value === null || typeof value !== 'object') return [place];
  return Object.entries(value).flatMap(([key, each]) => {
    // Sentry names a context after the class of the error.
    const name = Array.isArray(value) ? '[]' : key.replace(/^[A-Z]\w*Error$/, 'Error');
    return places(each, place ? `${place}.${name}` : name);
  });
}

/** Trackers print what is there twice, as `config` is, in one of its places only. */
const ending = (place) => place.split('.').slice(-2).join('.');

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function compareJson(before, after) {
  const known = new Set(places(before).map(ending));
  const isNew = (place) =>
    !known.has(ending(place)) && !ALLOWED.some((allowed) => allowed.test(place));
  const added = [...new Set(places(after))].filter(isNew);
  if (added.length > 0) throw new Error(`it also prints ${added.slice(0, 20).join(', ')}`);
}

function compare(before, after) {
  if (!before || !after) throw new Error('nothing was printed');
  for (const secret of SECRETS) {
    const [was, is] = [before, after].map((text) => text.split(secret).length - 1);
    if (is > was) throw new Error(`${secret}: ${is} times instead of ${was}`);
  }
  const more = after.length - before.length;
  if (more > MORE_CHARACTERS) throw new Error(`it prints ${more} characters more`);
  const json = [before, after].map(parse);
  if (json.every(Boolean)) return compareJson(...json);
  const [was, is] = [before, after].map((text) => text.split('\n').length);
  if (is > was + MORE_LINES) throw new Error(`${is} lines instead of ${was}`);
}

/**
 * @param {Record<string, (error: Error) => string | Promise<string>>} ways - of printing an error
 * @param {(send: () => Promise<Error>) => Promise<Error>} around - in which a request is sent
 */
async function compareWays(ways, origin, around = (send) => send()) {
  const aliases = Object.keys(dependencies).filter((name) => /^axios-[\d.]+$/.test(name));
  const steps = {};
  for (const alias of aliases) {
    for (const [way, print] of Object.entries(ways)) {
      steps[`${way}, ${alias.replace('-', ' ')}`] = async () => {
        const printed = [];
        for (const isTyped of [false, true]) {
          printed.push(
            await around(async () => {
              const error = await fail(require(alias), origin, isTyped);
              if (isMissingCompanyIdHeaderError(error) !== isTyped) throw error;
              return print(error);
            }),
          );
        }
        compare(...printed);
      };
    }
  }
  for (const line of await runSteps(steps)) console.log(line);
  console.log('done');
}

module.exports = { compareWays };
