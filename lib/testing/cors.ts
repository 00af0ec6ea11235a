import type { IncomingHttpHeaders } from 'http';
import { type Reply, reply } from './reply';

const ALLOWED_HEADERS = 'Accept, Authorization, Content-Type, Procore-Company-Id, X-Requested-With';

/** The headers with which a browser lets any page read an answer. */
export const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link, Per-Page, Total',
} as const;

/** The answer to a browser's preflight. It is never cached, so each test sees its own. */
export function preflight(headers: IncomingHttpHeaders): Reply {
  const requested = headers['access-control-request-headers'];
  return reply(204, 'preflight', '', {
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': requested
      ? `${ALLOWED_HEADERS}, ${requested}`
      : ALLOWED_HEADERS,
    'Access-Control-Max-Age': '0',
  });
}
