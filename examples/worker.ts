// A worker for jobs of several companies, as BullMQ runs them: new Worker('procore', createProcessor(client), { concurrency: 50 }).
import { runWithCompanyId } from 'axios-procore-company-id/context';
import type { ProcoreClient } from './procore-client';
import type { Job } from './queue';

export interface JobData {
  /** A string, because job data is JSON and ids need 64 bits. Jobs from before the header was required have none. */
  readonly companyId?: string;
  readonly projectId: string;
  readonly rfiId?: string;
}

/** The function that is called with each job, many at a time. */
export function createProcessor({
  procore,
}: Pick<ProcoreClient, 'procore'>): (job: Job<JobData>) => Promise<unknown> {
  async function listProjects({ companyId }: JobData): Promise<unknown> {
    // The directory learns of each project in the list, and writes it to the store.
    const { data } = await procore.get<unknown>(`/rest/v1.0/companies/${companyId}/projects`);
    return data;
  }

  async function countRfis({ projectId }: JobData): Promise<number> {
    const { data } = await procore.get<unknown[]>(`/rest/v1.0/projects/${projectId}/rfis`);
    return data.length;
  }

  async function readRfi({ projectId, rfiId }: JobData): Promise<unknown> {
    const { data } = await procore.get<unknown>(`/rest/v1.0/projects/${projectId}/rfis/${rfiId}`);
    return data;
  }

  const work = new Map(Object.entries({ listProjects, countRfis, readRfi }));

  return async ({ name, data }) => {
    const run = work.get(name);
    if (!run) throw new Error(`There is no job of the name ${name}.`);
    const { companyId } = data;
    // An old job runs outside of any company. Its project may be known from other jobs.
    return companyId === undefined ? run(data) : runWithCompanyId(companyId, () => run(data));
  };
}
