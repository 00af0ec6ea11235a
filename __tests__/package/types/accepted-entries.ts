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
  ProjectStore,
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

/** The functions of a Keyv, as versions 5 and 6 declare them. */
declare class Keyv<Kept = any> {
  throwOnErrors: boolean;
  get<Value = Kept>(key: string, options?: { raw: false }): Promise<Value | undefined>;
  get<Value = Kept>(key: string[], options?: { raw: false }): Promise<(Value | undefined)[]>;
  set<Value = Kept>(key: string, value: Value, ttl?: number): Promise<boolean>;
  setMany<Value = Kept>(entries: { key: string; value: any; ttl?: number }[]): Promise<boolean[]>;
  delete(key: string | string[]): Promise<boolean>;
}
declare const keyv: Keyv;
declare const keyvOfTexts: Keyv<string>;

const rows: Record<string, number> = {};
const table: ProjectStore = {
  get: async (projectId) => rows[projectId],
  set: async (projectId, companyId) => {
    rows[projectId] = Number(companyId);
  },
  delete: (projectId) => delete rows[projectId],
  setMany: (entries) => entries.forEach(({ key, value }) => (rows[key] = Number(value))),
};

projectDirectory({ store: new Map<string, string>(), lookupTimeout: 500 });
projectDirectory({ store: keyv, onLearn: (projectId, companyId) => projectId + companyId });
projectDirectory({ store: keyvOfTexts, ttl: 60000 });
projectDirectory({ store: table });
projectDirectory({ store: null, lookupTimeout: null, onLearn: null });

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
export const told: Promise<void> = directory.flush();
export const done: boolean = directory.delete('3');
export const text: string = runWithCompanyId(42, () => 'text');
export const later: Promise<number> = runWithCompanyId('42', async () => 3);
export const current: string | undefined = currentCompanyId();
export const fromHook: string | undefined = companyIdFromWebhook(JSON.parse('{}'));
