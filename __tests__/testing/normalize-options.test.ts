import { type ProcoreEdgeOptions, createProcoreEdge } from '../../lib/testing';
import { call } from './call';
import { startEdge } from './edges';

const start = (options: unknown) => createProcoreEdge(options as ProcoreEdgeOptions);

const company = (id: unknown, ...projectIds: unknown[]) => ({
  id,
  name: 'Dune Developers',
  projects: projectIds.map((projectId) => ({ id: projectId, name: 'Pier' })),
});

describe('createProcoreEdge refuses', () => {
  test.each([
    [null, '`options` must be an object, but it is null'],
    [[], '`options` must be an object, but it is an array'],
    ['8080', '`options` must be an object, but it is "8080"'],
    [{ port: '8080' }, '`port` must be an integer from 0 to 65535, but it is "8080"'],
    [{ port: -1 }, '`port` must be an integer from 0 to 65535, but it is -1'],
    [{ port: 65536 }, '`port` must be an integer from 0 to 65535, but it is 65536'],
    [{ port: 80.5 }, '`port` must be an integer from 0 to 65535, but it is 80.5'],
    [{ port: null }, '`port` must be an integer from 0 to 65535, but it is null'],
    [{ serviceAccount: 1 }, '`serviceAccount` must be `true` or `false`, but it is 1'],
    [{ requireToken: 'yes' }, '`requireToken` must be `true` or `false`, but it is "yes"'],
    [{ cors: {} }, '`cors` must be `true` or `false`, but it is an object'],
    [{ onRequest: 'log' }, '`onRequest` must be a function, but it is "log"'],
    [{ onRequest: null }, '`onRequest` must be a function, but it is null'],
    [{ missingHeader: 404 }, '`missingHeader` must be an object, but it is 404'],
    [{ missingHeader: null }, '`missingHeader` must be an object, but it is null'],
    [
      { missingHeader: { status: 399 } },
      '`missingHeader.status` must be an integer from 400 to 599, but it is 399',
    ],
    [
      { missingHeader: { status: 600 } },
      '`missingHeader.status` must be an integer from 400 to 599, but it is 600',
    ],
    [
      { missingHeader: { body: 'xml' } },
      '`missingHeader.body` must be one of text, json, json-text, error, errors, errors-list, reason, error-message, error-description, not-found, but it is "xml"',
    ],
    [
      { missingHeader: { contentType: 'text/plain\r\nX-Evil: 1' } },
      '`missingHeader.contentType` must be a content type such as "text/plain", but it is "text/plain\\r\\nX-Evil: 1"',
    ],
    [
      { missingHeader: { contentType: () => 'text/plain' } },
      '`missingHeader.contentType` must be a content type such as "text/plain", but it is a function',
    ],
    [
      { missingHeader: { code: 400 } },
      'unknown option `missingHeader.code`; the options here are `missingHeader.status`, `missingHeader.body`, `missingHeader.contentType`',
    ],
    [{ disconnectedCompanies: 7 }, '`disconnectedCompanies` must be an array, but it is 7'],
    [
      { disconnectedCompanies: [7, 'seven'] },
      '`disconnectedCompanies[1]` must be an id, a positive integer up to 2^63-1, but it is "seven"',
    ],
    [{ companies: 'all' }, '`companies` must be an array, but it is "all"'],
    [{ companies: [42] }, '`companies[0]` must be an object, but it is 42'],
    [
      { companies: [company(0)] },
      '`companies[0].id` must be an id, a positive integer up to 2^63-1, but it is 0',
    ],
    [
      { companies: [company(1), { id: 2 }] },
      '`companies[1].name` must be a text, but it is undefined',
    ],
    [{ companies: [{ id: 2, name: ' ' }] }, '`companies[0].name` must be a text, but it is " "'],
    [
      { companies: [{ ...company(1), projects: {} }] },
      '`companies[0].projects` must be an array, but it is an object',
    ],
    [
      { companies: [company(1, 5, '007')] },
      '`companies[0].projects[1].id` must be an id, a positive integer up to 2^63-1, but it is "007"',
    ],
    [
      { companies: [{ ...company(1), projects: [{ id: 5, name: 5 }] }] },
      '`companies[0].projects[0].name` must be a text, but it is 5',
    ],
    [
      { companies: [{ ...company(1), projects: [{ id: 5, name: 'A', company_id: 1 }] }] },
      'unknown option `companies[0].projects[0].company_id`',
    ],
    [
      { companies: [company(1), company('1')] },
      '`companies` must not give two companies the same id 1',
    ],
    [
      { companies: [company(1, 5), company(2, 5n)] },
      '`companies` must not give two projects the same id 5',
    ],
    [{ prot: 8080 }, 'unknown option `prot`; the options here are `port`, `missingHeader`,'],
  ])('%j', async (options, message) => {
    const error = await start(options).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toContain(`createProcoreEdge: ${message}`);
  });

  test('a long value without repeating all of it', async () => {
    await expect(start({ port: 'x'.repeat(5000) })).rejects.toThrow(/but it is "x{40}"$/);
  });

  test('a port that is taken, and leaves nothing running', async () => {
    const edge = await startEdge();
    const port = Number(new URL(edge.url).port);

    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('createProcoreEdge takes', () => {
  test('undefined for every option as its default', async () => {
    const edge = await startEdge({
      port: undefined,
      missingHeader: { status: undefined, body: undefined, contentType: undefined },
      serviceAccount: undefined,
      requireToken: undefined,
      disconnectedCompanies: undefined,
      companies: undefined,
      cors: undefined,
      onRequest: undefined,
    });

    expect((await call(`${edge.url}/rest/v1.0/projects/3`, { company: 42 })).status).toBe(200);
    expect((await call(`${edge.url}/rest/v1.0/projects/3`)).status).toBe(400);
  });

  test('the port that it is told', async () => {
    const first = await createProcoreEdge();
    const port = Number(new URL(first.url).port);
    await first.close();

    const second = await startEdge({ port });

    expect(second.url).toBe(`http://127.0.0.1:${port}`);
  });

  test('own properties only', async () => {
    const pollution = {
      port: 'x',
      serviceAccount: true,
      missingHeader: 5,
      status: 500,
      projects: 5,
    };
    const proto = Object.prototype as Record<string, unknown>;
    Object.assign(proto, pollution);
    let edge;
    try {
      edge = await startEdge({ missingHeader: {}, companies: [{ id: 1, name: 'Dune' }] });
    } finally {
      for (const key of Object.keys(pollution)) Reflect.deleteProperty(proto, key);
    }

    expect((await call(`${edge.url}/rest/v1.0/me`)).status).toBe(200);
    expect((await call(`${edge.url}/rest/v1.0/projects`)).status).toBe(400);
  });

  test('companies with ids as numbers, bigints and strings, of up to 63 bits, and no projects', async () => {
    const edge = await startEdge({
      companies: [
        {
          id: 9223372036854775807n,
          name: 'Largest',
          projects: [{ id: '9223372036854775806', name: 'P' }],
        },
        { id: 9, name: 'Empty' },
      ],
    });

    const companies = await call(`${edge.url}/rest/v1.0/companies`);
    const project = await call(`${edge.url}/rest/v1.0/projects/9223372036854775806`, {
      company: '9223372036854775807',
    });
    const none = await call(`${edge.url}/rest/v1.0/companies/9/projects`, { company: 9 });

    expect(companies.text).toContain('"id":9223372036854775807,');
    expect(project.text).toContain('"id":9223372036854775806,');
    expect(none.json).toEqual([]);
  });
});
