// @ts-nocheck
export { DEFAULT_COMPANIES } from './default-companies';
export { createProcoreEdge } from './edge';
export type { ProcoreEdge } from './edge';
export { MISSING_HEADER_TEXT } from './missing-header';
export type { MissingHeaderBody } from './missing-header';
export type { EdgeCompany, EdgeProject, MissingHeaderOptions, ProcoreEdgeOptions } from './options';
export type { EdgeOutcome, EdgeRequest } from './request-log';
export type { EdgeUpload } from './upload-store';
