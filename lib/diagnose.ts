import { readId } from './company-id';
import { isMissingCompanyIdHeaderError } from './errors/guards';
import { ADVICE } from './errors/reason';
import { readHeader } from './headers';
import { errorText, INVALID_COMPANY, MISSING_HEADER } from './missing-header-body';
import { own } from './own';
import { type Failure, failureOf, mayBeDisguised, nameOf } from './response-facts';
import { isElsewhere } from './scope';

/**
 * What {@link diagnoseProcoreError} can tell apart.
 *
 * @since 1.0.0
 */
export type DiagnosisKind =
  /** Procore says that the header is missing. */
  | 'missing-header'
  /** A 404 on a request that went out without the header: perhaps the same in disguise. */
  | 'sent-without-header'
  /** The header was there, and names no company. */
  | 'invalid-company-id'
  /** The endpoint wants `company_id` or `project_id` as a parameter; the header does not replace it. */
  | 'missing-parameter'
  /** The app is not installed in this company. */
  | 'app-not-connected';

/**
 * A finding and what to do about it.
 *
 * @since 1.0.0
 */
export interface Diagnosis {
  /** Which of the answers that look alike it is. */
  kind: DiagnosisKind;
  /** For a person: what happened to which request, and what to do. */
  message: string;
}

const HINTS: Record<Exclude<DiagnosisKind, 'missing-header'>, string> = {
  'sent-without-header':
    'answered 404 to a request without the header Procore-Company-Id, which may be why: give it a company id and see whether the record is found.',
  'invalid-company-id':
    'knows no company of the id in the header Procore-Company-Id: check where the id comes from.',
  'missing-parameter':
    'wants `company_id` or `project_id` as a parameter of this endpoint: the header adds to it and does not replace it.',
  'app-not-connected':
    'says that the app is not connected to this company: its administrator has to connect the app in App Management.',
};

/** What Procore's own words tell, the first that fits. */
const KINDS: readonly (readonly [DiagnosisKind, RegExp])[] = [
  ['missing-header', MISSING_HEADER],
  ['invalid-company-id', INVALID_COMPANY],
  ['missing-parameter', /missing project or company id/i],
  ['app-not-connected', /app is not connected to this company/i],
];

function kindOf(failure: Failure): DiagnosisKind | undefined {
  const text = errorText(own(failure.response, 'data'));
  const told = KINDS.find(([, pattern]) => pattern.test(text));
  if (told) return told[0];
  const { request } = failure;
  const hadHeader = !request.config || readId(readHeader(request.fields)) !== undefined;
  return mayBeDisguised(failure) && !hadHeader && !request.readings.some(isElsewhere)
    ? 'sent-without-header'
    : undefined;
}

/**
 * Tells what is behind an error of the Procore API, as far as the company id goes. It needs no attachment, and never throws.
 *
 * A body that is a stream or Blob is not read: such an error is known only by its type, if an attached instance has mapped it.
 *
 * @param error - what axios rejected with
 * @returns a finding, or `undefined` where the error is about something else
 *
 * @see {@link https://procore.github.io/documentation/error-reference | Procore: error code reference}
 *
 * @example
 * ```ts
 * const diagnosis = diagnoseProcoreError(error);
 * if (diagnosis) console.error(diagnosis.kind, diagnosis.message);
 * ```
 *
 * @since 1.0.0
 */
export function diagnoseProcoreError(error: unknown): Diagnosis | undefined {
  try {
    const failure = failureOf(error);
    const kind =
      failure && (isMissingCompanyIdHeaderError(error) ? 'missing-header' : kindOf(failure));
    if (!kind) return undefined;
    const hint =
      kind === 'missing-header'
        ? `found no header Procore-Company-Id. ${ADVICE[failure.reason]}`
        : HINTS[kind];
    return { kind, message: `${nameOf(failure)}: Procore ${hint}` };
  } catch {
    return undefined;
  }
}
