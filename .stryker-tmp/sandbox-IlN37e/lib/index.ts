// @ts-nocheck
export { type Attachment, attachProcoreCompanyId } from './attach';
export type { ProcoreCompanyIdConfig } from './axios-config';
export type {
  AxiosLike,
  InterceptorManagerLike,
  RequestConfigLike,
  ResponseLike,
} from './axios-types';
export { type CompanyId, normalizeCompanyId } from './company-id';
export { diagnoseProcoreError, type Diagnosis, type DiagnosisKind } from './diagnose';
export { CompanyIdConflictError } from './errors/company-id-conflict-error';
export {
  isCompanyIdConflictError,
  isInvalidCompanyIdError,
  isMissingCompanyIdHeaderError,
  isProcoreCompanyIdError,
  isUnresolvedCompanyIdError,
} from './errors/guards';
export { InvalidCompanyIdError } from './errors/invalid-company-id-error';
export { MissingCompanyIdHeaderError } from './errors/missing-company-id-header-error';
export type { ProcoreCompanyIdError } from './errors/procore-company-id-error';
export type { MissingHeaderReason } from './errors/reason';
export { UnresolvedCompanyIdError } from './errors/unresolved-company-id-error';
export type { CompanyIdEvent, CompanyIdEventType } from './event';
export type { ProcoreCompanyIdOptions } from './options';
export type { ProcoreRequest } from './procore-request';
export { firstOf } from './resolvers/first-of';
export { fromBody } from './resolvers/from-body';
export type { KindResolver } from './resolvers/from-kind';
export { fromPath } from './resolvers/from-path';
export { fromQuery } from './resolvers/from-query';
export type { CompanyIdResolver, Resolution } from './resolvers/resolver';
export type { ApiHosts } from './scope';
export { toMissingCompanyIdHeaderError } from './to-missing-company-id-header-error';
