/** One call of the program, as its author knows it. */
interface CallSite {
  readonly path: string;
  /** As they stand in the text of the call. */
  readonly params?: string;
  readonly headers?: string;
  /** Where the list is in the body: version 2 wraps it. */
  readonly list?: string;
  /** The path as the plugin names it. */
  readonly route: string;
  /** The ids of the list that Procore answers with the right header. */
  readonly ids: readonly number[];
  /** Whether the request names its company itself. */
  readonly namesCompany?: true;
  /** Whether Procore answers it without the plugin, too. */
  readonly isRightBefore?: true;
}

const PROJECTS = [3, 1001, 1002, 1003];
const RFIS = [101, 102, 103];
const ofProject = (project: number, things: string, ids: readonly number[]): CallSite => ({
  path: `/rest/v1.0/projects/${project}/${things}`,
  route: `/rest/v1.0/projects/:project_id/${things}`,
  ids,
});

/** What needs the header: by a project, by a company in the query or path, and by version 2. */
const needing = (project: number): readonly CallSite[] => [
  ofProject(project, 'rfis', RFIS),
  ofProject(project, 'users', [201, 202]),
  ofProject(project, 'submittals', [301, 302]),
  {
    path: '/rest/v1.0/observations/items',
    params: `{ project_id: ${project} }`,
    route: '/rest/v1.0/observations/items',
    ids: [401, 402, 403],
  },
  {
    path: '/rest/v1.0/projects',
    params: '{ company_id: 7 }',
    route: '/rest/v1.0/projects',
    ids: [2001, 2002],
    namesCompany: true,
  },
  {
    path: '/rest/v1.0/companies/7/projects',
    route: '/rest/v1.0/companies/:company_id/projects',
    ids: [2001, 2002],
    namesCompany: true,
  },
  {
    path: `/rest/v2.0/companies/42/projects/${project}/rfis`,
    list: '.data',
    route: '/rest/v2.0/companies/:company_id/projects/:project_id/rfis',
    ids: RFIS,
    namesCompany: true,
  },
];

/** What goes well as it is: an exempt call, and one that somebody has given the header by hand. */
const rightBefore = (project: number): readonly CallSite[] => [
  {
    path: '/rest/v1.0/companies',
    route: '/rest/v1.0/companies',
    ids: [42, 7, 562_949_953_443_325],
    isRightBefore: true,
  },
  {
    ...ofProject(project, 'rfis', RFIS),
    headers: "{ 'Procore-Company-Id': '42' }",
    isRightBefore: true,
  },
];

const INSTANCE_CALLS = 270;

/** 270 calls through one instance, and 30 through the global axios. Every tenth of them is right without the plugin. */
export const callSites: readonly CallSite[] = Array.from({ length: 300 }, (_, index) => {
  const project = PROJECTS[index % PROJECTS.length] ?? 0;
  const kinds = index % 10 === 9 ? rightBefore(project) : needing(project);
  return kinds[(index % 10 === 9 ? (index - 9) / 10 : index) % kinds.length] as CallSite;
});

/** The fields of a call's config, as they stand in the program. */
const fieldsOf = ({ params, headers }: CallSite): string[] => [
  ...(params === undefined ? [] : [`params: ${params}`]),
  ...(headers === undefined ? [] : [`headers: ${headers}`]),
];

/** The arguments of `get`. */
function argumentsOf(url: string, site: CallSite): string {
  const fields = fieldsOf(site);
  return fields.length === 0 ? `'${url}'` : `'${url}', { ${fields.join(', ')} }`;
}

/** The same call in three ways that legacy code has, each of which takes a 404 for an empty list. */
const STYLES: readonly ((name: string, client: string, url: string, site: CallSite) => string)[] = [
  (name, client, url, site) => `
async function ${name}() {
  try {
    const response = await ${client}.get(${argumentsOf(url, site)});
    return response.data${site.list ?? ''};
  } catch (error) {
    if (error.response && error.response.status === 404) return [];
    throw error;
  }
}`,
  (name, client, url, site) => `
function ${name}() {
  return ${client}
    .get(${argumentsOf(url, site)})
    .then(function (response) {
      return response.data${site.list ?? ''};
    })
    .catch(emptyIfNotFound);
}`,
  (name, client, url, site) => `
const ${name} = () =>
  ${client}({ ${["method: 'GET'", `url: '${url}'`, ...fieldsOf(site)].join(', ')} }).then(
    ({ data }) => data${site.list ?? ''},
    emptyIfNotFound,
  );`,
];

const API = 'https://api.procore.com';

/**
 * The text of a program in CommonJS that lists things of Procore's, and exports a function for each of its calls.
 *
 * @param added - lines that come directly after the instance is made
 */
export function legacyProgram(added: readonly string[] = []): string {
  const names = callSites.map((_, index) => `list${index}`);
  const functions = callSites.map((site, index) => {
    const isGlobal = index >= INSTANCE_CALLS;
    const url = isGlobal ? API + site.path : site.path;
    const style = STYLES[index % STYLES.length] as (typeof STYLES)[number];
    return style(names[index] ?? '', isGlobal ? 'axios' : 'procore', url, site);
  });
  return `const axios = require('axios');
const procore = axios.create({ baseURL: '${API}' });
${added.join('\n')}

function emptyIfNotFound(error) {
  if (error.response && error.response.status === 404) return [];
  throw error;
}
${functions.join('\n')}

module.exports = [${names.join(', ')}];
`;
}
