/**
 * Why a request went out without the header, or `'sent'` if it carried one.
 *
 * @since 1.0.0
 */
export type MissingHeaderReason =
  /** Nothing named a company. */
  | 'unresolved'
  /** The url, query or body can be read as naming different companies, so none was chosen. */
  | 'ambiguous'
  /** `me` or `companies`, which need the header only with a service account. */
  | 'exempt'
  /** The url does not belong to Procore's API, as far as the plugin knows. */
  | 'out-of-scope'
  /** `procoreCompanyId: false`, or the header itself set to `false`. */
  | 'opted-out'
  /** The option `dryRun` is on. */
  | 'dry-run'
  /** The header was sent, and Procore still says that it is missing. */
  | 'sent'
  /** The response did not come through an attached instance. */
  | 'unknown';

/** What is known about a request without an id. */
export interface AdviceFacts {
  /** What was found in place of an id, in words. */
  readonly found?: string | undefined;
  /** The project that the request names. */
  readonly projectId?: string | undefined;
  /** The label of the option `resolver`, if there is one. */
  readonly resolver?: string | undefined;
}

const PASS_IT = 'Pass `procoreCompanyId` with the call';

/** What to do about each reason. */
const ADVICE: Record<MissingHeaderReason, string> = {
  unresolved: `${PASS_IT}, or set the option \`companyId\` or \`resolver\`.`,
  ambiguous: `The request can be read as naming different companies. ${PASS_IT}.`,
  exempt: `A service account needs it here. Set \`serviceAccount: true\`. ${PASS_IT}.`,
  'out-of-scope': 'The plugin does not know this host. Name it in `apiHosts`.',
  'opted-out': 'The call opted out with `false`. Remove that.',
  'dry-run': '`dryRun` is on. Turn it off to send the header.',
  sent: 'It was sent. A proxy, a redirect or a later interceptor may have dropped it.',
  unknown: 'The request did not go through an attached instance.',
};

/** Why there is no header, and what to do about it. */
export function adviceFor(
  reason: MissingHeaderReason,
  { found, projectId, resolver }: AdviceFacts,
): string {
  let why = '';
  if (found) why = `${found.charAt(0).toUpperCase()}${found.slice(1)}. `;
  else if (reason === 'unresolved' && resolver)
    why = `The resolver (source: ${resolver}) knew no company for ${projectId ? `project ${projectId}` : 'this request'}. `;
  else if (reason === 'unresolved') why = 'Nothing names the company. ';
  return why + ADVICE[reason];
}
