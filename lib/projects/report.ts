import type { ProcoreRequest } from '../resolvers/procore-request';

/** Tells the observer of an error that does not stop the request. */
export function report(request: ProcoreRequest, error: unknown): void {
  (request as { report?: (error: unknown) => void }).report?.(error);
}
