import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';

export const procore = axios.create({ baseURL: 'https://api.procore.com' });
attachProcoreCompanyId(procore, { companyId: 42 });

export async function rfiSubjects(projectId) {
  const { data } = await procore.get(`/rest/v1.0/projects/${projectId}/rfis`);
  return data.map(({ subject }) => subject);
}
