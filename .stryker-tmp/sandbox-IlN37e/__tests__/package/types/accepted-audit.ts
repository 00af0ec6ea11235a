// @ts-nocheck
// Compiled against the packed tarball with many versions of TypeScript and axios: must compile.
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { createAudit } from 'axios-procore-company-id/audit';
import type {
  Audit,
  AuditAttempts,
  AuditFinding,
  AuditOptions,
  AuditProblem,
  AuditReport,
  AuditRoute,
} from 'axios-procore-company-id/audit';

const options: AuditOptions = { maxRoutes: 500, serviceAccount: null };

export function tryOut(reports: AuditReport[]): string[] {
  const { observe, diagnose, ...audit }: Audit = createAudit(options);
  const procore = axios.create();
  attachProcoreCompanyId(procore, { observe, dryRun: true });
  procore.interceptors.response.use(undefined, (error: unknown) => diagnose(error)?.message);
  const merged: Audit = audit.merge(reports);
  const routes: readonly AuditRoute[] = merged.report().routes;
  const attempts: AuditAttempts[] = routes.flatMap((route) => [...route.attempts]);
  const found: AuditFinding[] = attempts.map((attempt) => attempt.found);
  const problem: AuditProblem = 'missing-header';
  const rejected: (number | undefined)[] = routes.map((route) => route.problems[problem]);
  return [
    merged.toTable(),
    merged.toCsv(),
    merged.toJSONLines(),
    ...found,
    ...rejected.map(String),
  ];
}
