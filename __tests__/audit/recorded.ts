import {
  type Audit,
  type AuditReport,
  type AuditRoute,
  createAudit,
} from 'axios-procore-company-id/audit';

/** An audit of nothing but a report by another process, of one route. */
export function mergedAudit(route: Partial<AuditRoute>): Audit {
  const recorded = {
    ...{ method: 'GET', attempts: [], problems: {}, failures: {}, companies: 0 },
    ...route,
  };
  const report = { audit: 1, companies: 0, routes: [recorded] };
  return createAudit().merge([report as unknown as AuditReport]);
}
