// The client of the server (express.ts) and of the worker (worker.ts). Each process makes its own, and all give it the same store.
import axios, { type AxiosInstance } from 'axios';
import { allAgree, attachProcoreCompanyId } from 'axios-procore-company-id';
import { fromContext } from 'axios-procore-company-id/context';
import {
  type ProjectDirectory,
  projectDirectory,
  type ProjectStore,
} from 'axios-procore-company-id/projects';

export interface ProcoreClient {
  readonly procore: AxiosInstance;
  readonly directory: ProjectDirectory;
}

interface Settings {
  /** `https://api.procore.com` */
  readonly procoreUrl: string;
  /** A Keyv with Redis, or your own table. A `Map` is enough while there is only one process. */
  readonly store: ProjectStore;
}

export function createProcoreClient({ procoreUrl, store }: Settings): ProcoreClient {
  const procore = axios.create({ baseURL: procoreUrl });
  const directory = projectDirectory({ store });
  attachProcoreCompanyId(procore, {
    // A call that goes from the company of one customer into a project of another is rejected before it is sent.
    resolver: allAgree(fromContext, directory),
    // So is a call for which neither knows a company.
    onUnresolved: 'reject',
  });
  return { procore, directory };
}
