/**
 * Why a request went out without the header, or `'sent'` where it carried one.
 *
 * @since 1.0.0
 */
// @ts-nocheck

export type MissingHeaderReason =
  /** Nothing named a company. */
  | 'unresolved'
  /** The url, query or body can be read as naming different companies, so none was chosen. */
  | 'ambiguous'
  /** `me` or `companies`, which need the header only with a service account. */
  | 'exempt'
  /** The url is not known as Procore's API. */
  | 'out-of-scope'
  /** `procoreCompanyId: false`, or the header itself set to `false`. */
  | 'opted-out'
  /** The option `dryRun` is on. */
  | 'dry-run'
  /** The header was sent, and Procore still says that it is missing. */
  | 'sent'
  /** The response went through no attached instance. */
  | 'unknown';

const PASS_IT = 'pass `procoreCompanyId`';

/** What to do about each reason, in one sentence. */
export const ADVICE: Record<MissingHeaderReason, string> = {
  unresolved: `Nothing names the company: ${PASS_IT}, or set \`companyId\` or \`resolver\`.`,
  ambiguous: `It may name several companies: ${PASS_IT}.`,
  exempt: `A service account needs it here: set \`serviceAccount: true\` and ${PASS_IT}.`,
  'out-of-scope': 'Its url is not known as the API: name the host in `apiHosts`.',
  'opted-out': 'It opted out with `false`.',
  'dry-run': '`dryRun` is on.',
  sent: 'It was sent: a proxy, redirect or later interceptor may drop it.',
  unknown: 'It went through no attached instance.',
};
