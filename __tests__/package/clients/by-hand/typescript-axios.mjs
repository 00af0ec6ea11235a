// What the generator `typescript-axios` of openapi-generator makes, without its types: that generator is a Java program.
import globalAxios from 'axios';

export const BASE_PATH = 'https://api.procore.com';

export class Configuration {
  constructor(parameters = {}) {
    this.accessToken = parameters.accessToken;
    this.basePath = parameters.basePath;
    this.baseOptions = parameters.baseOptions;
  }
}

class BaseAPI {
  constructor(configuration, basePath = BASE_PATH, axios = globalAxios) {
    this.configuration = configuration;
    this.basePath = configuration?.basePath ?? basePath;
    this.axios = axios;
  }
}

/** The url and the options of each operation. */
const projectsParameters = (configuration) => ({
  listCompanyProjects: (companyId, options) => ({
    url: `/rest/v1.0/companies/${encodeURIComponent(String(companyId))}/projects`,
    options: { method: 'GET', ...configuration?.baseOptions, ...options },
  }),
  listProjects: (companyId, options) => ({
    url: `/rest/v1.0/projects?${new URLSearchParams({ company_id: companyId })}`,
    options: { method: 'GET', ...configuration?.baseOptions, ...options },
  }),
});

const rfisParameters = (configuration) => ({
  listRfis: (projectId, options) => ({
    url: `/rest/v1.0/projects/${encodeURIComponent(String(projectId))}/rfis`,
    options: { method: 'GET', ...configuration?.baseOptions, ...options },
  }),
  createRfi: (projectId, newRfi, options) => ({
    url: `/rest/v1.0/projects/${encodeURIComponent(String(projectId))}/rfis`,
    options: {
      method: 'POST',
      ...configuration?.baseOptions,
      ...options,
      headers: { 'Content-Type': 'application/json', ...options?.headers },
      data: JSON.stringify(newRfi),
    },
  }),
});

/** The base path is put before the url, unless the instance has a `baseURL`. */
function send({ configuration, basePath, axios }, { url, options }) {
  const base = axios.defaults.baseURL ? '' : (configuration?.basePath ?? basePath);
  return axios.request({ ...options, url: base + url });
}

export class ProjectsApi extends BaseAPI {
  listCompanyProjects(companyId, options) {
    return send(
      this,
      projectsParameters(this.configuration).listCompanyProjects(companyId, options),
    );
  }

  listProjects(companyId, options) {
    return send(this, projectsParameters(this.configuration).listProjects(companyId, options));
  }
}

export class RfisApi extends BaseAPI {
  listRfis(projectId, options) {
    return send(this, rfisParameters(this.configuration).listRfis(projectId, options));
  }

  createRfi(projectId, newRfi, options) {
    return send(this, rfisParameters(this.configuration).createRfi(projectId, newRfi, options));
  }
}
