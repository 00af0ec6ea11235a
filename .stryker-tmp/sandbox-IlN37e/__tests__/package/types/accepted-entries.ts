// @ts-nocheck
// Compiled against the packed tarball with many versions of TypeScript and axios: must compile.
import axios from 'axios';
import { attachProcoreCompanyId, firstOf, fromPath } from 'axios-procore-company-id';
import type { CompanyIdResolver } from 'axios-procore-company-id';
import {
  companyIdFromWebhook,
  currentCompanyId,
  fromContext,
  runWithCompanyId,
} from 'axios-procore-company-id/context';
import { projectDirectory } from 'axios-procore-company-id/projects';
import type {
  LookupAnswer,
  ProjectChange,
  ProjectDirectory,
  ProjectDirectoryOptions,
  ProjectId,
} from 'axios-procore-company-id/projects';

const found: Record<string, LookupAnswer> = { '3': 42, '4': '7', '5': BigInt(8), '6': null };

const options: ProjectDirectoryOptions = {
  lookup: async (projectId, request) => (request.method === 'GET' ? found[projectId] : undefined),
  negativeTtl: 0,
  maxProjects: 1,
  ttl: Infinity,
  entries: new Map<ProjectId, string>([[3, '42']]),
  onChange: (change: ProjectChange) => console.log(change.projectId, change.previousCompanyId),
};

const directory: ProjectDirectory = projectDirectory(options);
const resolver: CompanyIdResolver = firstOf(fromPath, fromContext, directory);
attachProcoreCompanyId(axios.create(), { resolver });
attachProcoreCompanyId(axios.create(), { resolver: directory });
attachProcoreCompanyId(axios.create(), { resolver: fromContext });

directory.set(BigInt(3), '42');
directory.learnFromWebhook({ company_id: 42 });
projectDirectory({ entries: directory.entries(), lookup: () => 42 });
projectDirectory({ entries: [[3, 42]], lookup: null });
projectDirectory(null);

export const label: 'project' | 'context' =
  Math.random() > 2 ? directory.source : fromContext.source;
export const known: string | undefined = directory.get(3);
export const count: number = directory.size;
export const done: boolean = directory.delete('3');
export const text: string = runWithCompanyId(42, () => 'text');
export const later: Promise<number> = runWithCompanyId('42', async () => 3);
export const current: string | undefined = currentCompanyId();
export const fromHook: string | undefined = companyIdFromWebhook(JSON.parse('{}'));
