// @ts-nocheck
export { type Audit, createAudit } from './audit';
export type { AuditFinding } from './finding';
export type { AuditOptions } from './options';
export type { AuditAttempts, AuditProblem, AuditReport, AuditRoute } from './report';
