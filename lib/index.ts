export { type Attachment, attachProcoreCompanyId } from './attach';
export type {
  AxiosLike,
  InterceptorManagerLike,
  ProcoreCompanyIdConfig,
  RequestConfigLike,
  ResponseLike,
} from './axios-types';
export { type CompanyId, normalizeCompanyId } from './company-id';
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
export type { MissingHeaderReason } from './errors/missing-header-reason';
export type { ProcoreCompanyIdError } from './errors/procore-company-id-error';
export { UnresolvedCompanyIdError } from './errors/unresolved-company-id-error';
export type { CompanyIdEvent, CompanyIdEventType } from './observe';
export type { ProcoreCompanyIdOptions } from './options';
export type { ApiHosts } from './request/scope';
export { allAgree } from './resolvers/all-agree';
export { firstOf } from './resolvers/first-of';
export { fromBody } from './resolvers/from-body';
export type { KindResolver } from './resolvers/from-kind';
export { fromPath } from './resolvers/from-path';
export { fromQuery } from './resolvers/from-query';
export type { ProcoreRequest } from './resolvers/procore-request';
export type { CompanyIdResolver, Resolution } from './resolvers/resolver';
export { diagnoseProcoreError, type Diagnosis, type DiagnosisKind } from './response/diagnose';
export { toMissingCompanyIdHeaderError } from './response/to-missing-company-id-header-error';
export { warnOnce } from './warn-once';
