import { Agent, request } from 'http';
import { connect } from 'net';
import { once } from 'events';
import { type EdgeRequest, DEFAULT_COMPANIES, createProcoreEdge } from '../../lib/testing';
import { call } from './call';
import { startEdge } from './edges';

describe('the log', () => {
  test('has each request as it arrived and as it was answered', async () => {
    const edge = await startEdge();

    await call(`${edge.url}/rest/v1.0/projects/3/rfis?x=1`, {
      method: 'POST',
      company: 42,
      headers: { 'X-Trace': 'abc' },
      json: { rfi: { subject: 'Ünder' } },
    });

    expect(edge.requests).toEqual([
      {
        method: 'POST',
        path: '/rest/v1.0/projects/3/rfis?x=1',
        url: `${edge.url}/rest/v1.0/projects/3/rfis?x=1`,
        host: edge.url.slice('http://'.length),
        headers: expect.objectContaining({ 'x-trace': 'abc', 'procore-company-id': '42' }),
        companyId: '42',
        body: '{"rfi":{"subject":"Ünder"}}',
        status: 201,
        to: 'api',
        outcome: 'ok',
      },
    ]);
    expect(Object.isFrozen(edge.requests[0])).toBe(true);
  });

  test('says undefined where no header came', async () => {
    const edge = await startEdge();

    await call(`${edge.url}/rest/v1.0/me`);

    expect(edge.requests[0]).toHaveProperty('companyId', undefined);
  });

  test('keeps 16 KiB of a body', async () => {
    const edge = await startEdge();

    await call(`${edge.url}/rest/v1.0/me`, { method: 'POST', body: 'x'.repeat(20_000) });

    expect(edge.requests[0]?.body).toHaveLength(16 * 1024);
  });

  test('reads the target that a client of a proxy sends', async () => {
    const edge = await startEdge();

    const { status } = await call(edge.url, {
      target: 'http://api.procore.com/rest/v1.0/projects/3?company_id=42',
      company: 42,
      headers: { Host: 'api.procore.com' },
    });

    expect(status).toBe(200);
    expect(edge.requests[0]).toMatchObject({
      path: '/rest/v1.0/projects/3?company_id=42',
      url: 'http://api.procore.com/rest/v1.0/projects/3?company_id=42',
      host: 'api.procore.com',
    });
  });

  test('has a query with a url in it as it was sent', async () => {
    const edge = await startEdge();
    const path = '/rest/v1.0/me?from=http://example.com/page';

    await call(edge.url + path);

    expect(edge.requests[0]?.path).toBe(path);
  });

  test('is emptied by clear, with what was created left in place', async () => {
    const edge = await startEdge();
    const { requests } = edge;
    const post = { method: 'POST', company: 42, json: { rfi: { subject: 'New' } } };
    await call(`${edge.url}/rest/v1.0/projects/3/rfis`, post);

    edge.clear();

    expect(requests).toEqual([]);
    expect(edge.uploads).toEqual([]);
    expect((await call(`${edge.url}/rest/v1.0/projects/3/rfis/104`, { company: 42 })).status).toBe(
      200,
    );
    expect(requests).toHaveLength(1);
  });

  test('is told to onRequest, request by request, of both hosts', async () => {
    const seen: EdgeRequest[] = [];
    const edge = await startEdge({ onRequest: (each) => seen.push(each) });

    await call(`${edge.url}/rest/v1.0/me`);
    await call(edge.storageUrl);

    expect(seen).toEqual(edge.requests);
    expect(seen.map(({ to }) => to)).toEqual(['api', 'storage']);
  });

  test('answers as ever where onRequest throws', async () => {
    const edge = await startEdge({
      onRequest: () => {
        throw new Error('from the watcher');
      },
    });

    expect((await call(`${edge.url}/rest/v1.0/me`)).status).toBe(200);
  });
});

describe('HTTP', () => {
  test('answers HEAD with the headers of GET and no body', async () => {
    const edge = await startEdge();
    const url = `${edge.url}/rest/v1.0/projects/3/rfis`;

    const get = await call(url, { company: 42 });
    const head = await call(url, { company: 42, method: 'HEAD' });

    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers).toMatchObject({
      total: '3',
      'content-length': get.headers['content-length'],
    });
  });

  test('takes 10 MB and refuses more, after reading all of it', async () => {
    const edge = await startEdge();
    const post = (size: number) =>
      call(`${edge.url}/rest/v1.0/projects/3/rfis`, {
        method: 'POST',
        company: 42,
        body: Buffer.alloc(size),
      });

    expect((await post(10 * 1024 * 1024)).status).toBe(422);
    expect(await post(10 * 1024 * 1024 + 1)).toMatchObject({
      status: 413,
      json: { message: 'The request body is larger than 10 MB' },
    });
    expect(edge.requests[1]).toMatchObject({ outcome: 'too-large', body: '' });
  });

  test('survives a client that hangs up in the middle', async () => {
    const edge = await startEdge();
    const socket = connect(Number(new URL(edge.url).port), '127.0.0.1');
    socket.write('POST /rest/v1.0/me HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
    await once(socket, 'connect');
    socket.destroy();

    expect((await call(`${edge.url}/rest/v1.0/me`)).status).toBe(200);
    expect(edge.requests).toHaveLength(1);
  });

  test('keeps a connection for several requests', async () => {
    const edge = await startEdge();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = [];
    for (const path of ['/rest/v1.0/me', '/rest/v1.0/companies']) {
      const outgoing = request(edge.url + path, { agent }).end();
      const [response] = await once(outgoing, 'response');
      ports.push(response.socket.localPort);
      response.resume();
      await once(response, 'end');
    }
    agent.destroy();

    expect(ports[0]).toBe(ports[1]);
  });
});

describe('CORS', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: {
      Origin: 'http://localhost:3000',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'procore-company-id,x-own',
    },
  };

  test('is permitted where the option says so', async () => {
    const edge = await startEdge({ cors: true });

    const { status, headers, text } = await call(`${edge.url}/rest/v1.0/projects/3`, preflight);

    expect(status).toBe(204);
    expect(text).toBe('');
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': expect.stringMatching(/Procore-Company-Id.*x-own/),
      'access-control-max-age': '0',
    });
    expect(edge.requests[0]?.outcome).toBe('preflight');
  });

  test('is permitted for the usual headers where none are asked for', async () => {
    const edge = await startEdge({ cors: true });

    const { headers } = await call(`${edge.url}/rest/v1.0/projects/3`, { method: 'OPTIONS' });

    expect(headers['access-control-allow-headers']).toBe(
      'Accept, Authorization, Content-Type, Procore-Company-Id, X-Requested-With',
    );
  });

  test('lets pages read answers and their Link, errors included', async () => {
    const edge = await startEdge({ cors: true });

    const answers = [
      await call(`${edge.url}/rest/v1.0/projects/3/rfis`, { company: 42 }),
      await call(`${edge.url}/rest/v1.0/projects/3/rfis`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Link, Per-Page, Total',
      });
    }
  });

  test('is not permitted by default, nor ever by the storage host', async () => {
    const [closed, open] = [await startEdge(), await startEdge({ cors: true })];

    const atApi = await call(`${closed.url}/rest/v1.0/projects/3`, preflight);
    const atStorage = await call(`${open.storageUrl}/file`, preflight);

    expect([atApi.status, atStorage.status]).toEqual([400, 403]);
    expect(atApi.headers).not.toHaveProperty('access-control-allow-origin');
    expect(atStorage.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('an edge', () => {
  test('listens on loopback, at two ports', async () => {
    const edge = await startEdge();

    expect(edge.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(edge.storageUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(edge.storageUrl).not.toBe(edge.url);
  });

  test('closes at once, whatever is still open, and more than once', async () => {
    const edge = await createProcoreEdge();
    const agent = new Agent({ keepAlive: true });
    const [response] = await once(request(`${edge.url}/rest/v1.0/me`, { agent }).end(), 'response');
    response.resume();
    await once(response, 'end');
    const idle = connect(Number(new URL(edge.storageUrl).port), '127.0.0.1');
    await once(idle, 'connect');
    idle.on('error', () => undefined);

    await Promise.all([edge.close(), edge.close()]);
    await edge.close();

    agent.destroy();
    await expect(call(`${edge.url}/rest/v1.0/me`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(call(edge.storageUrl)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('shares nothing with another one', async () => {
    const [one, two] = [await startEdge(), await startEdge()];

    await call(`${one.url}/rest/v1.0/projects/3/rfis`, {
      method: 'POST',
      company: 42,
      json: { rfi: { subject: 'New' } },
    });

    expect(two.requests).toEqual([]);
    expect(two.uploads).toEqual([]);
    expect((await call(`${two.url}/rest/v1.0/projects/3/rfis/104`, { company: 42 })).status).toBe(
      404,
    );
  });

  test('has the default companies, all of them as documented', async () => {
    const edge = await startEdge();

    for (const { id, projects = [] } of DEFAULT_COMPANIES) {
      const url = `${edge.url}/rest/v1.0/companies/${id}/projects`;
      const { json } = await call(url, { company: String(id) });
      expect(json.map((project: { id: number }) => String(project.id))).toEqual(
        projects.map((project) => String(project.id)),
      );
    }
  });
});
