// @ts-nocheck
// Compiled against the packed tarball: each marked line, and no other, must be refused with its code.
import axios from 'axios';
import { ProcoreCompanyIdError, attachProcoreCompanyId, firstOf } from 'axios-procore-company-id';
import type { CompanyIdEvent, CompanyIdResolver } from 'axios-procore-company-id';

const procore = axios.create();

export const requests = [
  procore.get('/x', { procoreCompanyId: true }), // TS2322
  procore.post('/x', {}, { procoreCompanyId: {} }), // TS2322
  procore.request({ procoreCompanyId: [42] }), // TS2322
  axios.get('/x', { procoreCompanyId: new Date() }), // TS2322
];
axios.create({ procoreCompanyId: Symbol() }); // TS2322
procore.defaults.procoreCompanyId = true; // TS2322
procore.interceptors.request.use((config) => {
  config.procoreCompanyId = true; // TS2322
  const id: string = config.procoreCompanyId; // TS2322
  return id ? config : config;
});

attachProcoreCompanyId({}); // TS2345 or TS2741
attachProcoreCompanyId(procore.defaults); // TS2345 or TS2741
attachProcoreCompanyId(procore, { companyId: true }); // TS2322
attachProcoreCompanyId(procore, { companyID: 42 }); // TS2561 or TS2345
attachProcoreCompanyId(procore, { company: 42 }); // TS2353 or TS2561 or TS2345
attachProcoreCompanyId(procore, { onUnresolved: 'ignore' }); // TS2322
attachProcoreCompanyId(procore, { onConflict: 'warn' }); // TS2322
attachProcoreCompanyId(procore, { apiHosts: 'example.com' }); // TS2322
attachProcoreCompanyId(procore, { serviceAccount: 'yes' }); // TS2322
attachProcoreCompanyId(procore, { resolver: () => true }); // TS2322
attachProcoreCompanyId(procore, { resolver: async () => new Date() }); // TS2322
attachProcoreCompanyId(procore).detach('now'); // TS2554

export const resolver: CompanyIdResolver = () => ({ companyId: false }); // TS2322
firstOf(() => Symbol()); // TS2322
firstOf(({ nothing }) => nothing); // TS2339

export function look(event: CompanyIdEvent, error: ProcoreCompanyIdError): unknown {
  if (event.type === 'sent') return null; // TS2367
  if (error.procoreCode) return error.reason; // TS2339
  return error instanceof ProcoreCompanyIdError; // TS1362
}
