// @ts-nocheck
import { createServer, type RequestListener } from 'http';
import type { AddressInfo } from 'net';

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** How many requests came in; may be set to 0. */
  hits: number;
  /** Answers the next requests; may be replaced at any time. */
  listener: RequestListener;
  close(): Promise<void>;
}

/** A server on loopback whose answers are written by hand: to stall, to break off, to compress. */
export async function startLoopbackServer(
  listener: RequestListener = (_request, response) => response.end(),
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    loopback.hits += 1;
    request.resume();
    loopback.listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const loopback: LoopbackServer = {
    origin: `http://127.0.0.1:${port}`,
    hits: 0,
    listener,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return loopback;
}

/** Answers at once with a status, a body and its type: JSON for an object, plain text for text. */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): RequestListener {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  return (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(isText ? body : JSON.stringify(body));
  };
}
