// Each client: the instance to attach to, how its base url is set, its operations, and what it makes of an error.
import axios from 'axios';

import { Client as NSwagClient } from './by-hand/nswag.mjs';
import { Configuration, ProjectsApi, RfisApi } from './by-hand/typescript-axios.mjs';
import { client as heyApi } from './generated/hey-api/client.gen';
import * as heyApiSdk from './generated/hey-api/sdk.gen';
import * as kubb from './generated/kubb/clients';
import { OpenAPI, ProjectsService, RfisService } from './generated/openapi-typescript-codegen';
import { getProcore } from './generated/orval/client';
import { getProcore as getProcoreByMutator } from './generated/orval-mutator/client';
import { Api } from './generated/swagger-typescript-api/Api';
import {
  axiosInstance as kubbInstance,
  setConfig as setKubbConfig,
} from '@kubb/plugin-client/clients/axios';
import { procore as orvalInstance } from './generated/mutator';

const dataOf = async (response) => (await response).data;

function typescriptAxios() {
  const instance = axios.create();
  let configuration;
  const projects = () => new ProjectsApi(configuration, undefined, instance);
  const rfis = () => new RfisApi(configuration, undefined, instance);
  return {
    instance,
    setBase: (basePath) => (configuration = new Configuration({ basePath })),
    needsApiHosts: true,
    byPath: (id) => dataOf(projects().listCompanyProjects(id)),
    byQuery: (id) => dataOf(projects().listProjects(id)),
    read: (id) => dataOf(rfis().listRfis(id)),
    byKey: (id, config) => dataOf(rfis().listRfis(id, config)),
    write: (id, body) => dataOf(rfis().createRfi(id, body)),
  };
}

function swaggerTypescriptApi() {
  const api = new Api();
  return {
    instance: api.instance,
    setBase: (baseURL) => (api.instance.defaults.baseURL = baseURL),
    byPath: (id) => dataOf(api.rest.listCompanyProjects(id)),
    byQuery: (id) => dataOf(api.rest.listProjects({ company_id: id })),
    read: (id) => dataOf(api.rest.listRfis(id)),
    byKey: (id, config) => dataOf(api.rest.listRfis(id, config)),
    write: (id, body) => dataOf(api.rest.createRfi(id, body)),
  };
}

const orval = (instance, operations) => ({
  instance,
  setBase: (baseURL) => (instance.defaults.baseURL = baseURL),
  byPath: (id) => dataOf(operations.listCompanyProjects(id)),
  byQuery: (id) => dataOf(operations.listProjects({ company_id: id })),
  read: (id) => dataOf(operations.listRfis(id)),
  byKey: (id, config) => dataOf(operations.listRfis(id, config)),
  write: (id, body) => dataOf(operations.createRfi(id, body)),
});

/** Its functions return an error, unless they are told to throw. */
const heyApiOperations = {
  byPath: (id) =>
    dataOf(heyApiSdk.listCompanyProjects({ path: { company_id: id }, throwOnError: true })),
  byQuery: (id) =>
    dataOf(heyApiSdk.listProjects({ query: { company_id: id }, throwOnError: true })),
  read: (id) => dataOf(heyApiSdk.listRfis({ path: { project_id: id }, throwOnError: true })),
  byKey: (id, config) =>
    dataOf(heyApiSdk.listRfis({ path: { project_id: id }, throwOnError: true, ...config })),
  write: (id, body) =>
    dataOf(heyApiSdk.createRfi({ path: { project_id: id }, body, throwOnError: true })),
};

function heyApiWithOwnInstance() {
  const instance = axios.create();
  return {
    instance,
    setBase: (baseURL) => heyApi.setConfig({ axios: instance, baseURL }),
    needsApiHosts: true,
    ...heyApiOperations,
  };
}

export const clients = {
  'openapi-generator typescript-axios (by hand)': typescriptAxios(),
  'swagger-typescript-api 13.13.0': swaggerTypescriptApi(),
  'orval 7.13.2': orval(axios, getProcore()),
  'orval 7.13.2 with a mutator': orval(orvalInstance, getProcoreByMutator()),
  '@hey-api/openapi-ts 0.95.0': {
    instance: heyApi.instance,
    setBase: (baseURL) => heyApi.setConfig({ baseURL }),
    returnsErrors: () => heyApiSdk.listRfis({ path: { project_id: 3 } }),
    ...heyApiOperations,
  },
  // After the one before, as the client then sends with this instance.
  '@hey-api/openapi-ts 0.95.0 with an own instance': heyApiWithOwnInstance(),
  'kubb 4.39.3': {
    instance: kubbInstance,
    setBase: (baseURL) => setKubbConfig({ baseURL }),
    needsApiHosts: true,
    byPath: (id) => kubb.listCompanyProjects(id),
    byQuery: (id) => kubb.listProjects({ company_id: id }),
    read: (id) => kubb.listRfis(id),
    byKey: (id, config) => kubb.listRfis(id, config),
    write: (id, body) => kubb.createRfi(id, body),
  },
  'openapi-typescript-codegen 0.30.0': {
    instance: axios,
    setBase: (base) => (OpenAPI.BASE = base),
    needsApiHosts: true,
    hasOwnErrors: true,
    byPath: (id) => ProjectsService.listCompanyProjects(id),
    byQuery: (id) => ProjectsService.listProjects(id),
    read: (id) => RfisService.listRfis(id),
    write: (id, body) => RfisService.createRfi(id, body),
  },
  'NSwag (by hand)': nswag(),
};

function nswag() {
  const client = new NSwagClient(undefined, axios.create());
  return {
    instance: client.instance,
    setBase: (baseUrl) => (client.baseUrl = baseUrl),
    needsApiHosts: true,
    hasOwnErrors: true,
    byPath: (id) => client.listCompanyProjects(id),
    byQuery: (id) => client.listProjects(id),
    read: (id) => client.listRfis(id),
    write: (id, body) => client.createRfi(id, body),
  };
}
