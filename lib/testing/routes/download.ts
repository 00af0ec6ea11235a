import { type Reply, redirectReply, reply } from '../reply';
import type { RouteCall } from './route';

/** A page with one line of text; viewers rebuild the table of offsets that it lacks. */
const pdf = (text: string): string =>
  [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R',
    '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj',
    '4 0 obj << >> stream',
    `BT /F1 12 Tf 20 50 Td (${text.replace(/[^\x20-\x7e]|[()\\]/g, '?')}) Tj ET`,
    'endstream endobj',
    'trailer << /Root 1 0 R >>',
    '%%EOF\n',
  ].join('\n');

/** Sends the client to a presigned url of the storage host, which serves a small PDF. */
export function downloadReply({ request, state }: RouteCall, path: string, text: string): Reply {
  const file = reply(200, 'ok', pdf(text), { 'Content-Type': 'application/pdf' });
  return redirectReply(state.presigned.sign(request.origin, 'GET', path, () => file).url);
}
