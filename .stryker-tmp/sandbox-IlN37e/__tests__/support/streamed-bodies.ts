// @ts-nocheck
import type { RequestListener } from 'http';
import { gzipSync } from 'zlib';
import { MISSING_HEADER_TEXT } from './missing-header-text';

export interface StreamedBody {
  what: string;
  /** How it is sent; what `later` is given to happens once the client has its error. */
  send: (later: (call: () => void) => void) => RequestListener;
  /** What the client can read in the end. */
  text: string;
  isMissingHeader: boolean;
  method?: string;
}

const TEXT = MISSING_HEADER_TEXT;
const NOT_FOUND = '{"message":"Item not found"}';
const LONG = 'x'.repeat(200_000);
const PLAIN = { 'content-type': 'text/plain' };
const PAUSE = 25;

const withLength = (text: string): Record<string, string> => ({
  ...PLAIN,
  'content-length': `${Buffer.byteLength(text)}`,
});

const whole =
  (text: string, headers: Record<string, string>): StreamedBody['send'] =>
  () =>
  (_request, response) =>
    response.writeHead(400, headers).end(text);

const dribbled =
  (text: string): StreamedBody['send'] =>
  () =>
  (_request, response) => {
    response.writeHead(400, PLAIN);
    const pieces = text.match(/[^]{1,60}/g) ?? [];
    const next = (): void => {
      const piece = pieces.shift();
      if (piece === undefined) return void response.end();
      response.write(piece);
      setTimeout(next, PAUSE);
    };
    next();
  };

const stalled =
  (first: string, rest: string, headers: Record<string, string> = PLAIN): StreamedBody['send'] =>
  (later) =>
  (_request, response) => {
    response.writeHead(400, headers);
    if (first) response.write(first);
    else response.flushHeaders();
    later(() => response.end(rest));
  };

const gzipped =
  (text: string): StreamedBody['send'] =>
  () =>
  (_request, response) =>
    response.writeHead(400, { ...PLAIN, 'content-encoding': 'gzip' }).end(gzipSync(text));

/** Error bodies in all the ways in which they come over the wire. */
export const streamedBodies: StreamedBody[] = [
  { what: 'with a content-length', send: whole(TEXT, withLength(TEXT)), text: TEXT },
  { what: 'in chunks', send: whole(TEXT, PLAIN), text: TEXT },
  { what: 'without a content type', send: whole(TEXT, {}), text: TEXT },
  {
    what: 'as JSON',
    send: whole(JSON.stringify({ errors: [TEXT] }), { 'content-type': 'application/json' }),
    text: JSON.stringify({ errors: [TEXT] }),
  },
  { what: 'with gzip', send: gzipped(TEXT), text: TEXT },
  { what: 'piece by piece', send: dribbled(TEXT), text: TEXT },
  { what: 'that stalls after its beginning', send: stalled(TEXT, LONG), text: TEXT + LONG },
  { what: 'before 200 kB more', send: whole(TEXT + LONG, PLAIN), text: TEXT + LONG },
  { what: 'before 200 kB more, with gzip', send: gzipped(TEXT + LONG), text: TEXT + LONG },
]
  .map((body): StreamedBody => ({ ...body, isMissingHeader: true }))
  .concat(
    [
      { what: 'that says something else', send: whole(NOT_FOUND, PLAIN), text: NOT_FOUND },
      {
        what: 'that says something else, with its length',
        send: whole(NOT_FOUND, withLength(NOT_FOUND)),
        text: NOT_FOUND,
      },
      { what: 'that says something else, with gzip', send: gzipped(NOT_FOUND), text: NOT_FOUND },
      {
        what: 'that says something else, piece by piece',
        send: dribbled(NOT_FOUND.repeat(8)),
        text: NOT_FOUND.repeat(8),
      },
      {
        what: 'that stalls before it says anything',
        send: stalled('', NOT_FOUND),
        text: NOT_FOUND,
      },
      {
        what: 'that stalls in the middle',
        send: stalled(TEXT.slice(0, 12), TEXT.slice(12), withLength(TEXT)),
        text: TEXT,
      },
      { what: 'of 200 kB', send: whole(LONG, withLength(LONG)), text: LONG },
      { what: 'of 200 kB in chunks', send: whole(LONG, PLAIN), text: LONG },
      { what: 'of 200 kB with gzip', send: gzipped(LONG), text: LONG },
      {
        what: 'that is a picture',
        send: whole('\u0000PNG', { 'content-type': 'image/png' }),
        text: '\u0000PNG',
      },
      { what: 'that is empty', send: whole('', { ...PLAIN, 'content-length': '0' }), text: '' },
      {
        what: 'that is empty, in chunks',
        send: whole('', { ...PLAIN, 'transfer-encoding': 'chunked' }),
        text: '',
      },
      { what: 'that is empty, with gzip', send: gzipped(''), text: '' },
      {
        what: 'that is not there, to HEAD',
        send: whole('', withLength(TEXT)),
        text: '',
        method: 'head',
      },
    ].map((body): StreamedBody => ({ ...body, isMissingHeader: false })),
  );
