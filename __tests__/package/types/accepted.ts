// Compiled against the packed tarball with many versions of TypeScript and axios: must compile.
import axios from 'axios';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import {
  CompanyIdConflictError,
  MissingCompanyIdHeaderError,
  attachProcoreCompanyId,
  diagnoseProcoreError,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  isCompanyIdConflictError,
  isInvalidCompanyIdError,
  isMissingCompanyIdHeaderError,
  isProcoreCompanyIdError,
  isUnresolvedCompanyIdError,
  normalizeCompanyId,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import type {
  Attachment,
  AxiosLike,
  CompanyId,
  CompanyIdEvent,
  CompanyIdResolver,
  Diagnosis,
  MissingHeaderReason,
  ProcoreCompanyIdConfig,
  ProcoreCompanyIdError,
  ProcoreCompanyIdOptions,
  ProcoreRequest,
} from 'axios-procore-company-id';

interface Project {
  id: number;
}

const tenants: Record<string, CompanyId> = { acme: 42 };

const fromTenant: CompanyIdResolver = (request: ProcoreRequest) => {
  const tenant: unknown = request.config.tenant;
  return typeof tenant === 'string' ? tenants[tenant] : null;
};

const fromSession: CompanyIdResolver = Object.assign(
  async ({ projectId }: ProcoreRequest) =>
    projectId === undefined ? undefined : { companyId: projectId, source: 'session' },
  { source: 'session', forget: (request: ProcoreRequest) => console.log(request.route) },
);

export const events: CompanyIdEvent[] = [];
export const lines: string[] = [];

const observe = (event: CompanyIdEvent): void => {
  events.push(event);
  if (event.type === 'unresolved' && event.reason === 'ambiguous') lines.push(event.route || '');
  if (event.type === 'failed') lines.push(String(event.error));
  if (event.status !== undefined && event.status >= 400) lines.push(event.companyId || 'none');
};

export const options: ProcoreCompanyIdOptions = {
  companyId: '42',
  resolver: firstOf(fromPath, fromQuery, fromBody, fromTenant, fromSession),
  apiHosts: ['gateway.example.com:8443'],
  serviceAccount: true,
  onUnresolved: 'reject',
  onConflict: 'send',
  observe,
  dryRun: false,
};

export const procore: AxiosInstance = axios.create({
  baseURL: 'https://api.procore.com',
  procoreCompanyId: 42,
});
procore.defaults.procoreCompanyId = '42';
axios.defaults.procoreCompanyId = null;

const attachment: Attachment = attachProcoreCompanyId(procore, options);
attachment.detach();
attachProcoreCompanyId(procore);
attachProcoreCompanyId(procore, null).detach();
attachProcoreCompanyId(axios, { apiHosts: (url) => url.hostname.endsWith('.example.com') });
attachProcoreCompanyId(procore, { companyId: undefined, resolver: null });
attachProcoreCompanyId(procore, { resolver: async ({ config }) => String(config.tenant) });

/** Parts of a request config that are written apart from it. */
export const config: AxiosRequestConfig = { url: '/x', procoreCompanyId: BigInt(42) };
const optedOut: AxiosRequestConfig & ProcoreCompanyIdConfig = { procoreCompanyId: false };

procore.interceptors.request.use((request) => {
  const id: CompanyId | false | null | undefined = request.procoreCompanyId;
  if (id !== undefined && id !== false && id !== null) lines.push(normalizeCompanyId(id));
  request.procoreCompanyId = 9;
  return request;
});

procore.interceptors.response.use((response) => {
  lines.push(String(response.config.procoreCompanyId));
  return response;
});

export async function requests(instance: AxiosInstance): Promise<number> {
  const found = await instance.get<Project[]>('/x', { procoreCompanyId: '9' });
  const made = await instance.post<Project>('/x', { name: 'x' }, { procoreCompanyId: 9 });
  await instance.patch('/x', {}, { procoreCompanyId: BigInt(9) });
  await instance.put('/x', {}, { procoreCompanyId: null });
  await instance.delete('/x', { procoreCompanyId: undefined });
  await instance.head('/x', optedOut);
  await instance.request<Project>({ url: '/x', procoreCompanyId: false });
  await instance({ url: '/x', procoreCompanyId: 9 });
  await axios.get('/x', { procoreCompanyId: 9 });
  return found.data.length + made.data.id;
}

export function explain(error: unknown): string {
  if (isMissingCompanyIdHeaderError(error)) {
    const reason: MissingHeaderReason = error.reason;
    const status: number | undefined = error.status;
    return [reason, status, error.response.data, error.config?.url, error.procoreCode].join();
  }
  if (isCompanyIdConflictError(error)) return error.namedCompanyId + error.namedBy;
  if (isUnresolvedCompanyIdError(error)) return error.reason === 'ambiguous' ? 'two' : 'none';
  if (isInvalidCompanyIdError(error)) return error.message + String(error.code);
  if (isProcoreCompanyIdError(error)) return JSON.stringify(error.toJSON());
  const diagnosis: Diagnosis | undefined = diagnoseProcoreError(error);
  return diagnosis && diagnosis.kind === 'app-not-connected' ? diagnosis.message : '';
}

export function explainByClass(error: unknown): string {
  if (error instanceof MissingCompanyIdHeaderError) return error.reason + error.message;
  if (error instanceof CompanyIdConflictError) return error.namedBy;
  return '';
}

export async function typedError(): Promise<ProcoreCompanyIdError | undefined> {
  const response = await procore.get('/x', { validateStatus: () => true });
  return toMissingCompanyIdHeaderError(response);
}

/** What passes instances on may name their structure. */
export const wrap = (instance: AxiosLike): Attachment => attachProcoreCompanyId(instance, options);
wrap(procore);
