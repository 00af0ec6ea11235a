import axios, { type AxiosInstance } from 'axios';
import { attachProcoreCompanyId, type CompanyIdEvent } from 'axios-procore-company-id';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { adapters } from '../support/adapters';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';

const PROJECT = '/rest/v1.0/projects/3';

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

describe.each(adapters)('after an interceptor that unwraps, over %s', (_name, adapter) => {
  const events: CompanyIdEvent[] = [];

  function unwrapping(unwrap: (response: any) => unknown): AxiosInstance {
    events.length = 0;
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    instance.interceptors.response.use(unwrap as never);
    attachProcoreCompanyId(instance, {
      companyId: 42,
      resolver: projectDirectory(),
      observe: (event) => events.push(event),
    });
    return instance;
  }

  test('a DELETE that is answered 204 without a body succeeds', async () => {
    server.listener = (_request, response) => response.writeHead(204).end();

    const result = await unwrapping((response) => response.data.data).delete(PROJECT);

    expect(result).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['resolved']);
  });

  test.each<unknown>([
    undefined,
    null,
    '',
    'text',
    0,
    false,
    [],
    [1],
    {},
    { status: 204 },
    { status: 200, config: null },
    { status: 200, config: 'x', data: null },
    { config: {} },
    Object.create(null),
  ])('%j goes through as it is', async (value) => {
    server.listener = answer(200, {});

    const result = await unwrapping(() => value).get(PROJECT);

    expect(result).toBe(value);
    expect(events.map(({ type }) => type)).toEqual(['resolved']);
  });
});
