import { MISSING_HEADER_BODIES } from '../../testing/missing-header';
import type { ProcoreEdgeOptions } from '../../testing/options';
import { integerOf, oneOf, parseFlags } from '../parse-flags';
import { UsageError } from '../usage-error';

/** The flags of `edge` after validation. */
export interface EdgeFlags {
  readonly help: boolean;
  readonly json: boolean;
  readonly edge: ProcoreEdgeOptions;
}

const OPTIONS = {
  port: { type: 'string' },
  status: { type: 'string' },
  body: { type: 'string' },
  'service-account': { type: 'boolean' },
  'require-token': { type: 'boolean' },
  cors: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export function readEdgeFlags(args: readonly string[]): EdgeFlags {
  const { values, positionals } = parseFlags(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError('edge takes flags, but no other arguments.');
  const { port, status, body } = values;
  return {
    help: values.help === true,
    json: values.json === true,
    edge: {
      port: port === undefined ? 0 : integerOf('port', port, 0, 65_535),
      missingHeader: {
        status: status === undefined ? undefined : integerOf('status', status, 400, 599),
        body: body === undefined ? undefined : oneOf('body', body, MISSING_HEADER_BODIES),
      },
      serviceAccount: values['service-account'] === true,
      requireToken: values['require-token'] === true,
      cors: values.cors === true,
    },
  };
}
