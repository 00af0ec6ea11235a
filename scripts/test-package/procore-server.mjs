import { createServer } from 'node:http';

const MISSING = 'Missing Procore-Company-Id header!\n\nEach call must name a company.';
const OTHER = JSON.stringify({ errors: 'x'.repeat(64 * 1024) });

/** The error bodies that a path may ask for, sent as a stream is sent: in pieces. */
const BODIES = {
  'in-pieces': (response) => {
    response.write(MISSING.slice(0, 10));
    setImmediate(() => response.end(MISSING.slice(10)));
  },
  large: (response) => response.end(OTHER),
  // The client sees a connection that was reset in the middle of a body.
  broken: (response) => response.write(MISSING.slice(0, 10), () => response.socket.destroy()),
};

/**
 * A server on this machine that wants the header, as Procore does. It answers with the id that it got, and from a path that ends in a name of
 * {@link BODIES} with that error.
 */
export async function startProcore() {
  const server = createServer((request, response) => {
    const companyId = request.headers['procore-company-id'];
    const body = BODIES[request.url.split('/').pop()];
    response.setHeader('set-cookie', 'session=cookie-secret');
    if (companyId !== undefined && !body) {
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ companyId }));
    }
    response.writeHead(400, { 'content-type': 'text/plain' });
    return body ? body(response) : response.end(MISSING);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
