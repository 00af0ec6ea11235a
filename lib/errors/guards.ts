import { readOwn } from '../own-properties';
import { COMPANY_ID_CONFLICT, type CompanyIdConflictError } from './company-id-conflict-error';
import { INVALID_COMPANY_ID, type InvalidCompanyIdError } from './invalid-company-id-error';
import {
  MISSING_COMPANY_ID,
  type MissingCompanyIdHeaderError,
} from './missing-company-id-header-error';
import type { ProcoreCompanyIdError } from './procore-company-id-error';
import {
  UNRESOLVED_COMPANY_ID,
  type UnresolvedCompanyIdError,
} from './unresolved-company-id-error';

const codeOf = (error: unknown): unknown => readOwn(error, 'procoreCode');

/**
 * Whether an error is Procore's "Missing Procore-Company-Id header!", mapped by any copy of this package.
 *
 * @example
 * ```ts
 * if (isMissingCompanyIdHeaderError(error)) console.error(error.reason, error.message);
 * ```
 *
 * @since 1.0.0
 */
export function isMissingCompanyIdHeaderError(
  error: unknown,
): error is MissingCompanyIdHeaderError {
  return codeOf(error) === MISSING_COMPANY_ID;
}

/**
 * Whether an error says that no company id was found, with `onUnresolved: 'reject'`.
 *
 * @example
 * ```ts
 * if (isUnresolvedCompanyIdError(error)) console.error('No company:', error.method, error.route);
 * ```
 *
 * @since 1.0.0
 */
export function isUnresolvedCompanyIdError(error: unknown): error is UnresolvedCompanyIdError {
  return codeOf(error) === UNRESOLVED_COMPANY_ID;
}

/**
 * Whether an error says that the given company id is not the one in path, query, body or header.
 *
 * @example
 * ```ts
 * if (isCompanyIdConflictError(error)) console.error(error.companyId, 'is not', error.namedCompanyId);
 * ```
 *
 * @since 1.0.0
 */
export function isCompanyIdConflictError(error: unknown): error is CompanyIdConflictError {
  return codeOf(error) === COMPANY_ID_CONFLICT;
}

/**
 * Whether an error says that a given company id is unusable.
 *
 * @example
 * ```ts
 * if (isInvalidCompanyIdError(error)) console.error(error.message);
 * ```
 *
 * @since 1.0.0
 */
export function isInvalidCompanyIdError(error: unknown): error is InvalidCompanyIdError {
  return codeOf(error) === INVALID_COMPANY_ID;
}

/**
 * Whether an error is one of this package's four, made by any copy of it.
 *
 * @example
 * ```ts
 * if (isProcoreCompanyIdError(error)) console.error(error.procoreCode, error.message);
 * ```
 *
 * @since 1.0.0
 */
export function isProcoreCompanyIdError(error: unknown): error is ProcoreCompanyIdError {
  return (
    isMissingCompanyIdHeaderError(error) ||
    isUnresolvedCompanyIdError(error) ||
    isCompanyIdConflictError(error) ||
    isInvalidCompanyIdError(error)
  );
}
