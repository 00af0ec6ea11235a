import type { RequestListener } from 'http';
import { gzipSync } from 'zlib';
import { MISSING_HEADER_TEXT } from './missing-header-text';

/** An error body that cannot be read to its end. */
export interface BreakingBody {
  what: string;
  config?: object;
  /** How it is sent; what `later` is given to breaks it. */
  send: (later: (call: () => void) => void) => RequestListener;
}

const PLAIN = { 'content-type': 'text/plain' };
const GZIP = { ...PLAIN, 'content-encoding': 'gzip' };

const damaged = (): Buffer => {
  const bytes = gzipSync(MISSING_HEADER_TEXT);
  bytes.fill(0xff, 12, 40);
  return bytes;
};

const whole =
  (headers: Record<string, string>, body: string | Buffer): BreakingBody['send'] =>
  () =>
  (_request, response) =>
    response.writeHead(400, headers).end(body);

export const brokenGzip: BreakingBody = {
  what: 'whose gzip is broken',
  send: whole(GZIP, damaged()),
};

export const breakingBodies: BreakingBody[] = [
  brokenGzip,
  { what: 'that says gzip and is none', send: whole(GZIP, 'something else') },
  {
    what: 'longer than maxContentLength',
    config: { maxContentLength: 10 },
    send: whole(PLAIN, 'something else'),
  },
  {
    what: 'whose connection is reset',
    send: (later) => (_request, response) => {
      response.writeHead(400, PLAIN).write('Missing');
      later(() => response.socket?.resetAndDestroy());
    },
  },
  {
    what: 'that is cut off',
    send: (later) => (_request, response) => {
      response.writeHead(400, { ...PLAIN, 'content-length': '100' }).write('Missing');
      later(() => response.destroy());
    },
  },
];
