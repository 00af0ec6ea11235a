// A worker for jobs of several companies, as BullMQ runs them: new Worker('procore', createProcessor(url), { concurrency: 50 }).
import axios from 'axios';
import { attachProcoreCompanyId, firstOf } from 'axios-procore-company-id';
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { projectDirectory } from 'axios-procore-company-id/projects';

/** What this worker uses of a BullMQ job. */
interface Job {
  readonly data: {
    /** A string, because job data is JSON and ids need 64 bits. */
    readonly companyId?: string;
    readonly projectId: string;
  };
}

/** The function that processes jobs, many at a time. */
export function createProcessor(procoreUrl: string): (job: Job) => Promise<number> {
  const procore = axios.create({ baseURL: procoreUrl });
  // Older jobs name no company. The directory may know their projects from other jobs.
  const resolver = firstOf(fromContext, projectDirectory());
  attachProcoreCompanyId(procore, { resolver, onUnresolved: 'reject' });

  const countRfis = async ({ data: { companyId, projectId } }: Job): Promise<number> => {
    if (companyId !== undefined) await procore.get(`/rest/v1.0/companies/${companyId}/projects`);
    const { data } = await procore.get<unknown[]>(`/rest/v1.0/projects/${projectId}/rfis`);
    return data.length;
  };

  return (job) => {
    const { companyId } = job.data;
    return companyId === undefined
      ? countRfis(job)
      : runWithCompanyId(companyId, () => countRfis(job));
  };
}
