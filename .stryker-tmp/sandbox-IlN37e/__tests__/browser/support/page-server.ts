// @ts-nocheck
import { readFileSync } from 'fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';
import { join } from 'path';
import { bundle, BUNDLE_NAMES } from './bundle';

const DIST = join(__dirname, '../../../dist');

/** As strict as a policy gets that lets the page call other origins: nothing may be evaluated. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  'connect-src *',
  'img-src data:',
].join('; ');

const html = (body: string): string =>
  `<!doctype html><title>Page</title><link rel="icon" href="data:,">${body}`;

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, url: string): void {
  const { method, headers } = incoming;
  const onward = request(url, { method, headers }, (answer) => {
    outgoing.writeHead(Number(answer.statusCode), answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(onward);
}

/**
 * Serves a page with all bundles (`/`), one without (`/blank`), the build as it is (`/dist/`), and the API behind a proxy (`/api/`, and
 * `/rest/` itself); `/moved/` redirects to the API.
 */
export async function startPageServer(apiUrl: string): Promise<PageServer> {
  const files = new Map([['/blank', html('')]]);
  for (const name of BUNDLE_NAMES) files.set(`/${name}.js`, await bundle(name));
  const scripts = BUNDLE_NAMES.map((name) => `<script src="/${name}.js"></script>`);
  files.set('/', html(scripts.join('')));

  const server = createServer((incoming, outgoing) => {
    const path = String(incoming.url);
    const [, folder = '', rest = ''] = /^\/(\w+)(\/.*)$/.exec(path) ?? [];
    if (folder === 'api') return forward(incoming, outgoing, apiUrl + rest);
    if (folder === 'rest') return forward(incoming, outgoing, apiUrl + path);
    if (folder === 'moved') return void outgoing.writeHead(302, { location: apiUrl + rest }).end();
    const file = folder === 'dist' ? readFileSync(join(DIST, rest), 'utf8') : files.get(path);
    const type = /\.m?js$/.test(path) ? 'text/javascript' : 'text/html';
    outgoing.writeHead(file === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
    });
    outgoing.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
