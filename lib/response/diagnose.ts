import { readId } from '../company-id';
import { isMissingCompanyIdHeaderError } from '../errors/guards';
import { adviceFor } from '../errors/missing-header-reason';
import { readOwn } from '../own-properties';
import { isElsewhere } from '../request/scope';
import { errorText, INVALID_COMPANY, MISSING_HEADER } from './error-text';
import { type Failure, failureOf, inWords, mayBeDisguised } from './failure';

/**
 * What {@link diagnoseProcoreError} can tell apart.
 *
 * @since 1.0.0
 */
export type DiagnosisKind =
  /** Procore says that the header is missing. */
  | 'missing-header'
  /** Procore answered 404 to a request without the header. The missing header may be the reason. */
  | 'sent-without-header'
  /** The header was sent, and its id names no company. */
  | 'invalid-company-id'
  /** The endpoint needs `company_id` or `project_id` as a parameter. The header does not replace it. */
  | 'missing-parameter'
  /** The app is not installed in this company. */
  | 'app-not-connected';

/**
 * What an error of the Procore API means, and what to do about it.
 *
 * @since 1.0.0
 */
export interface Diagnosis {
  /** Which error it is. */
  kind: DiagnosisKind;
  /** For a person: what happened to which request, and what to do. */
  message: string;
}

const HINTS: Record<Exclude<DiagnosisKind, 'missing-header'>, string> = {
  'sent-without-header':
    'answered 404 to a request without the header Procore-Company-Id. That may be the reason. Give the call a company id and see whether the record is found.',
  'invalid-company-id':
    'knows no company with the id in the header Procore-Company-Id. Check where the id comes from.',
  'missing-parameter':
    'wants `company_id` or `project_id` as a parameter of this endpoint. The header does not replace it.',
  'app-not-connected':
    'says that the app is not connected to this company. An administrator of the company has to connect it in App Management.',
};

/** What Procore's own words mean. The first that fits counts. */
const KINDS: readonly (readonly [DiagnosisKind, RegExp])[] = [
  ['missing-header', MISSING_HEADER],
  ['invalid-company-id', INVALID_COMPANY],
  ['missing-parameter', /missing (?:project or company|company|project) id/i],
  ['app-not-connected', /app is not connected to this company/i],
];

/** Whether a host of Procore's answered that the plugin does not know as one of the API. */
const isUnknownHost = ({ status, decision, request }: Failure): boolean =>
  (status === 404 || status === 400) &&
  decision.type === 'out-of-scope' &&
  String(request.host).endsWith('.procore.com');

function kindOf(failure: Failure): DiagnosisKind | undefined {
  const text = errorText(readOwn(failure.response, 'data'));
  const told = KINDS.find(([, pattern]) => pattern.test(text));
  if (told) return told[0];
  const { request } = failure;
  if (
    !failure.place.method ||
    readId(request.companyIdHeader) !== undefined ||
    isElsewhere(request.target)
  )
    return undefined;
  return mayBeDisguised(failure) || isUnknownHost(failure) ? 'sent-without-header' : undefined;
}

/** The errors that generated clients make of axios's have `status` or `statusCode`, and the body under one of three names. */
function fromGeneratedClient(error: unknown): unknown {
  const text = readOwn(error, 'response');
  return {
    status: readOwn(error, 'status') ?? readOwn(error, 'statusCode'),
    data:
      readOwn(error, 'body') ??
      readOwn(error, 'data') ??
      (typeof text === 'string' ? text : undefined),
    config: readOwn(error, 'config'),
  };
}

function hintOf(kind: DiagnosisKind, failure: Failure): string {
  const { reason, request, decision } = failure;
  if (kind === 'missing-header')
    return `found no header Procore-Company-Id. ${adviceFor(reason, decision)}`;
  if (!isUnknownHost(failure) || kind !== 'sent-without-header') return HINTS[kind];
  return (
    `answered ${failure.status} to a request that is out-of-scope for the plugin, so it went out without the header Procore-Company-Id. ` +
    `If ${request.host} serves the API, name it in \`apiHosts\`.`
  );
}

/**
 * Says whether an error of the Procore API is about the company id, and what to do about it. It needs no attachment and never throws.
 *
 * It takes what axios rejected with, a response, or the error that a generated client made of it (`status` or `statusCode`, with `body`, `data` or a
 * text `response`).
 *
 * A body that is a stream or Blob is not read. Such an error is recognised only if an attached instance has mapped it.
 *
 * @param error - what was caught, or a response
 * @returns what it means, or `undefined` where the error is about something else
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
    const failure = failureOf(error) ?? failureOf({ response: fromGeneratedClient(error) });
    const kind =
      failure && (isMissingCompanyIdHeaderError(error) ? 'missing-header' : kindOf(failure));
    return kind && { kind, message: `${inWords(failure)}: Procore ${hintOf(kind, failure)}` };
  } catch {
    return undefined;
  }
}
