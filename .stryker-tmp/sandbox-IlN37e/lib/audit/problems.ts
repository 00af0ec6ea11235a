// @ts-nocheck
import type { AuditProblem } from './report';

/** All problems, those first that Procore tells of. */
export const AUDIT_PROBLEMS = [
  'missing-header',
  'sent-without-header',
  'invalid-company-id',
  'missing-parameter',
  'app-not-connected',
  'conflict',
  'unusable-id',
  'resolver-failed',
] as const satisfies readonly AuditProblem[];
