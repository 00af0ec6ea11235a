// @ts-nocheck
export { companyIdFromWebhook } from './company-id-from-webhook';
export { fromContext } from './from-context';
export { currentCompanyId, runWithCompanyId } from './run-with-company-id';
