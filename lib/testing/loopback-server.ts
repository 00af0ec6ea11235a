import { type IncomingMessage, type ServerResponse, createServer } from 'http';
import type { AddressInfo, Socket } from 'net';
import type { ReceivedRequest } from './api-request';
import { originOf } from './procore-hosts';
import type { Reply } from './reply';

const HOST = '127.0.0.1';
const LARGEST_BODY = 10 * 1024 * 1024;

/** A server that only this machine can reach. */
export interface LoopbackServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Reads all of a body, so that a client can always finish sending before it is answered. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
    });
    request.on('end', () => {
      resolve(size <= LARGEST_BODY ? Buffer.concat(chunks) : undefined);
    });
    request.on('error', reject);
    request.on('close', () => {
      reject(new Error('The client hung up'));
    });
  });
}

const ABSOLUTE_FORM = /^(https?:\/\/[^/?]*)(.*)$/i;

/** `url`, `method` and, in HTTP/1.1, the `Host` header are always there on the request of a server. */
function received(request: IncomingMessage, body: Buffer | undefined): ReceivedRequest {
  const url = String(request.url);
  const host = String(request.headers.host);
  const [, origin = originOf(host), target = url] = ABSOLUTE_FORM.exec(url) ?? [];
  return { method: String(request.method), target, origin, host, headers: request.headers, body };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}

/** Starts a server on 127.0.0.1; rejects if the port is taken. */
export function startLoopbackServer(
  port: number,
  answer: (request: ReceivedRequest) => Reply,
): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => {
        send(response, answer(received(request, body)));
      },
      () => response.destroy(),
    );
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function close(): Promise<void> {
    const closed = new Promise<void>((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
    // Connections that clients keep alive would keep the server open.
    for (const socket of sockets) socket.destroy();
    return closed;
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      resolve({ url: `http://${HOST}:${(server.address() as AddressInfo).port}`, close });
    });
  });
}
