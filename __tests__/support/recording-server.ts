import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'http';
import type { AddressInfo } from 'net';
import { type LoopbackAgents, loopbackAgents } from './loopback-agents';

/** A request as it came over the wire. */
export interface RecordedRequest {
  method: string;
  /** The request target: path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** The value of `Procore-Company-Id`. */
  companyId: string | undefined;
  body: string;
  /** The port of the client's socket. */
  clientPort: number;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface RecordingServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** What came in, in order; may be emptied with `requests.length = 0`. */
  readonly requests: RecordedRequest[];
  close(): Promise<void>;
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers, socket } = request;
  return {
    method,
    url,
    headers,
    companyId: headers['procore-company-id'] as string | undefined,
    body: Buffer.concat(chunks).toString(),
    clientPort: Number(socket.remotePort),
  };
}

/** A server on loopback that records every request before it answers: 200 with `{}` unless told otherwise. */
export async function startRecordingServer(
  answer: (request: RecordedRequest) => Answer | Promise<Answer> = () => ({}),
): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const recorded = await record(request);
      requests.push(recorded);
      const { status = 200, headers, body = '{}' } = await answer(recorded);
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface ServerOfFile extends Pick<RecordingServer, 'origin' | 'port' | 'requests'> {
  /** Agents that connect every request to this server, whatever its host. */
  readonly agents: LoopbackAgents;
  /** The company of each request that came in. */
  readonly sentIds: () => (string | undefined)[];
}

/** A recording server for the tests of a file. It is started before them, forgets between them, and is closed after them. */
export function useRecordingServer(
  ...options: Parameters<typeof startRecordingServer>
): ServerOfFile {
  let server: RecordingServer;
  let agents: LoopbackAgents;
  beforeAll(async () => {
    server = await startRecordingServer(...options);
    agents = loopbackAgents(server.port);
  });
  beforeEach(() => {
    server.requests.length = 0;
  });
  afterAll(() => server.close());
  return {
    get origin() {
      return server.origin;
    },
    get port() {
      return server.port;
    },
    get requests() {
      return server.requests;
    },
    get agents() {
      return agents;
    },
    sentIds: () => server.requests.map(({ companyId }) => companyId),
  };
}
