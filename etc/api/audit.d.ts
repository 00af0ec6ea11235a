type DiagnosisKind =
  | 'missing-header'
  | 'sent-without-header'
  | 'invalid-company-id'
  | 'missing-parameter'
  | 'app-not-connected';
interface Diagnosis {
  kind: DiagnosisKind;
  message: string;
}
type CompanyIdEventType =
  | 'resolved'
  | 'kept'
  | 'unresolved'
  | 'exempt'
  | 'opted-out'
  | 'out-of-scope'
  | 'failed'
  | 'missing-header'
  | 'sent-without-header'
  | 'invalid-company-id';
interface CompanyIdEvent {
  type: CompanyIdEventType;
  method: string;
  route?: string;
  host?: string;
  companyId?: string;
  source?: string;
  conflict?: boolean;
  reason?: 'unresolved' | 'ambiguous';
  found?: string;
  error?: unknown;
  status?: number;
}
interface AuditOptions {
  maxRoutes?: number | null | undefined;
  serviceAccount?: boolean | null | undefined;
}
type AuditFinding =
  | 'not-the-api'
  | 'exempt'
  | 'given'
  | 'path'
  | 'query'
  | 'body'
  | 'project'
  | 'default'
  | 'ambiguous'
  | 'opted-out'
  | 'failed';
type AuditProblem =
  | 'missing-header'
  | 'sent-without-header'
  | 'invalid-company-id'
  | 'missing-parameter'
  | 'app-not-connected'
  | 'conflict'
  | 'unusable-id'
  | 'resolver-failed';
interface AuditAttempts {
  readonly type: CompanyIdEventType;
  readonly source?: string;
  readonly reason?: 'unresolved' | 'ambiguous';
  readonly found: AuditFinding;
  readonly count: number;
}
interface AuditRoute {
  readonly method: string;
  readonly route?: string;
  readonly host?: string;
  readonly calls: number;
  readonly withoutId: number;
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
  readonly attempts: readonly AuditAttempts[];
  readonly problems: Readonly<Partial<Record<AuditProblem, number>>>;
  readonly failures: Readonly<Partial<Record<string, number>>>;
  readonly companies: number;
  readonly first?: string;
  readonly last?: string;
  readonly advice: string;
}
interface AuditReport {
  readonly audit: 1;
  readonly calls: number;
  readonly withoutId: number;
  readonly companies: number;
  readonly first?: string;
  readonly last?: string;
  readonly found: Readonly<Partial<Record<AuditFinding, number>>>;
  readonly routes: readonly AuditRoute[];
}
interface Audit {
  readonly observe: (event: CompanyIdEvent) => void;
  readonly diagnose: (error: unknown) => Diagnosis | undefined;
  readonly merge: (reports: readonly AuditReport[]) => Audit;
  readonly report: () => AuditReport;
  readonly toTable: () => string;
  readonly toCsv: () => string;
  readonly toJSONLines: () => string;
}
declare function createAudit(options?: AuditOptions): Audit;
export { createAudit };
export type {
  Audit,
  AuditAttempts,
  AuditFinding,
  AuditOptions,
  AuditProblem,
  AuditReport,
  AuditRoute,
};
