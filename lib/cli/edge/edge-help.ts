import { MISSING_HEADER_BODIES } from '../../testing/missing-header';

export const EDGE_HELP = `Usage: procore-company-id edge [options]

Starts a small Procore on 127.0.0.1 that rejects calls without the header
Procore-Company-Id. It works with clients in any language, and prints one line
per call. Ctrl+C or SIGTERM ends it. Its routes and companies are those of
axios-procore-company-id/testing.

Options:
      --port N           the port; default: any free one
      --status N         the status for a missing header, from 400 to 599;
                         default: 400, or 404 with --body not-found
      --body SHAPE       the response to a missing header: text (default, as
                         Procore documents), json, not-found (the 404 that
                         integrators report), or one of
                         ${MISSING_HEADER_BODIES.slice(2, 6).join(', ')},
                         ${MISSING_HEADER_BODIES.slice(6, 9).join(', ')}
      --service-account  treat the caller as a service account: me and
                         companies need the header too
      --require-token    answer 401 without a token from POST /oauth/token
      --cors             let web pages from any origin call it
      --json             print one JSON object per line, the address first
  -h, --help             show this text

Examples:
  npx procore-company-id edge --port 4000
  npx procore-company-id edge --body not-found
  npx procore-company-id edge --json | jq 'select(.outcome == "missing-header")'
`;
