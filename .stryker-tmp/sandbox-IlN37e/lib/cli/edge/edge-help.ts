// @ts-nocheck
import { MISSING_HEADER_BODIES } from '../../testing/missing-header';

export const EDGE_HELP = `Usage: procore-company-id edge [options]

Starts a small Procore on 127.0.0.1 that enforces the rule of the header
Procore-Company-Id, for clients in any language, and prints a line per call. It ends
with Ctrl+C or SIGTERM. It is the same as axios-procore-company-id/testing, which says
what it answers.

Options:
      --port N           the port; default: any that is free
      --status N         the status of a missing header, from 400 to 599; default: 400,
                         with --body not-found 404
      --body SHAPE       how a missing header is answered: text (default, as documented),
                         json, not-found (the 404 that integrators report), or one of
                         ${MISSING_HEADER_BODIES.slice(2, 6).join(', ')},
                         ${MISSING_HEADER_BODIES.slice(6, 9).join(', ')}
      --service-account  the caller is a service account: me and companies need the
                         header too
      --require-token    answer 401 without a token of POST /oauth/token
      --cors             let pages of any origin call it
      --json             a JSON object per line, the address first
  -h, --help             this text

Examples:
  npx procore-company-id edge --port 4000
  npx procore-company-id edge --body not-found
  npx procore-company-id edge --json | jq 'select(.outcome == "missing-header")'
`;
