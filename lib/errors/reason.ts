/**
 * Why a request went out without the header, or `'sent'` where it carried one.
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

const GIVE_IT = 'pass `procoreCompanyId` with the request';

/** What to do about each reason, in one sentence. */
export const ADVICE: Record<MissingHeaderReason, string> = {
  unresolved: `Nothing names the company: ${GIVE_IT}, or set the option \`companyId\` or \`resolver\`.`,
  ambiguous: `It can be read as naming different companies: ${GIVE_IT}.`,
  exempt: `A service account needs it here too: set the option \`serviceAccount: true\` and ${GIVE_IT}.`,
  'out-of-scope': 'Its url is not known as the API: name the host in the option `apiHosts`.',
  'opted-out': 'The request asked for none with `false`.',
  'dry-run': 'The option `dryRun` is on.',
  sent: 'It was sent: look for a proxy, redirect or later interceptor that drops it.',
  unknown: 'The request went through no attached instance: attach the plugin to it.',
};
