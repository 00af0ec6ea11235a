// What NSwag makes with its template for axios, without its types: NSwag is a .NET program.
import axios, { isAxiosError } from 'axios';

export class ApiException extends Error {
  isApiException = true;

  constructor(message, status, response, headers, result) {
    super();
    this.message = message;
    this.status = status;
    this.response = response;
    this.headers = headers;
    this.result = result;
  }
}

function throwException(message, status, response, headers, result) {
  if (result !== null && result !== undefined) throw result;
  throw new ApiException(message, status, response, headers, null);
}

export class Client {
  constructor(baseUrl, instance) {
    this.instance = instance || axios.create();
    this.baseUrl = baseUrl ?? 'https://api.procore.com';
  }

  listCompanyProjects(companyId) {
    const path = `/rest/v1.0/companies/${encodeURIComponent(`${companyId}`)}/projects`;
    return this.#send({ method: 'GET', url: this.baseUrl + path });
  }

  listProjects(companyId) {
    const query = `?company_id=${encodeURIComponent(`${companyId}`)}`;
    return this.#send({ method: 'GET', url: `${this.baseUrl}/rest/v1.0/projects${query}` });
  }

  listRfis(projectId) {
    const path = `/rest/v1.0/projects/${encodeURIComponent(`${projectId}`)}/rfis`;
    return this.#send({ method: 'GET', url: this.baseUrl + path });
  }

  createRfi(projectId, body) {
    const path = `/rest/v1.0/projects/${encodeURIComponent(`${projectId}`)}/rfis`;
    const data = JSON.stringify(body);
    return this.#send({ method: 'POST', url: this.baseUrl + path, data });
  }

  async #send({ data, ...rest }) {
    const headers = {
      ...(data && { 'Content-Type': 'application/json' }),
      Accept: 'application/json',
    };
    const response = await this.instance.request({ ...rest, data, headers }).catch((error) => {
      if (isAxiosError(error) && error.response) return error.response;
      throw error;
    });
    return this.#process(response);
  }

  #process({ status, headers, data }) {
    if (status === 200) return data;
    return throwException('An unexpected server error occurred.', status, data, headers);
  }
}
