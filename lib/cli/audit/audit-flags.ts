import { FINDINGS } from '../../audit/finding';
import { integerOf, itemsOf, listOf, oneOf, parseFlags } from '../parse-flags';
import { UsageError } from '../usage-error';

const FORMATS = ['table', 'csv', 'json', 'markdown'] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** What `--only` takes: findings, and those of them that only Procore's documentation suggests. */
const SELECTORS = [...FINDINGS, 'documented'] as const;
export type Selector = (typeof SELECTORS)[number];

/** What `--fail-on` takes: the same, and what else CI may have to stop at. */
const CONDITIONS = [...SELECTORS, 'missing-header', 'broken'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The flags of `audit` after validation. */
export interface AuditFlags {
  readonly help: boolean;
  readonly files: readonly string[];
  readonly format: OutputFormat;
  readonly html: string | undefined;
  readonly failOn: readonly Condition[];
  readonly only: readonly Selector[];
  readonly top: number;
  readonly apiHosts: readonly string[];
  readonly serviceAccount: boolean;
}

const OPTIONS = {
  format: { type: 'string', short: 'f' },
  html: { type: 'string' },
  'fail-on': { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  top: { type: 'string' },
  'api-host': { type: 'string', multiple: true },
  'service-account': { type: 'boolean' },
} as const;

const MOST = 999_999_999;
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

function hostsOf(value: unknown): string[] {
  const hosts = itemsOf(value);
  if (hosts.every((host) => HOST.test(host))) return hosts;
  throw new UsageError('--api-host must be a host, such as gateway.example.com:8443.');
}

export function readAuditFlags(args: readonly string[]): AuditFlags {
  const { values, positionals } = parseFlags(args, OPTIONS);
  const { format = 'table', html, top } = values;
  if (html === '') throw new UsageError('--html needs the name of a file.');
  return {
    help: values.help === true,
    files: positionals,
    format: oneOf('format', format, FORMATS),
    html: html as string | undefined,
    failOn: listOf('fail-on', values['fail-on'], CONDITIONS),
    only: listOf('only', values.only, SELECTORS),
    top: top === undefined ? MOST : integerOf('top', top, 1, MOST),
    apiHosts: hostsOf(values['api-host']),
    serviceAccount: values['service-account'] === true,
  };
}
