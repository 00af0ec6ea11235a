// @ts-nocheck
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import {
  type ProjectDirectory,
  projectDirectory,
  type ProjectDirectoryOptions,
} from 'axios-procore-company-id/projects';
import { companyIdIn } from './attached-instance';

export interface DirectoryInstance {
  instance: AxiosInstance;
  directory: ProjectDirectory;
  events: CompanyIdEvent[];
  /** The header that went out, `undefined` where there was none. */
  sentIds: () => (string | undefined)[];
  /** Sends a request that is answered with this body and status, and gives what the directory knows then. */
  answered: (
    config: AxiosRequestConfig,
    body: unknown,
    status?: number,
  ) => Promise<[string, string][]>;
}

/** An instance on which a directory stands behind path, query and body. All requests are answered 200 with `{}` at first. */
export function directoryInstance(
  options?: ProjectDirectoryOptions,
  more?: ProcoreCompanyIdOptions,
): DirectoryInstance {
  const directory = projectDirectory(options);
  const instance = axios.create({ baseURL: 'https://api.procore.com' });
  const events: CompanyIdEvent[] = [];
  attachProcoreCompanyId(instance, {
    resolver: firstOf(fromPath, fromQuery, fromBody, directory),
    observe: (event) => events.push(event),
    ...more,
  });
  const mock = new AxiosMockAdapter(instance);
  mock.onAny().reply(200, {});
  const sent = (): { headers?: unknown }[] => Object.values(mock.history).flat();
  return {
    instance,
    directory,
    events,
    sentIds: () => sent().map((config) => companyIdIn(config as never)),
    async answered(config, body, status = 200) {
      mock.resetHandlers();
      mock.onAny().reply(status, body);
      await instance.request(config).catch(() => undefined);
      return directory.entries();
    },
  };
}
