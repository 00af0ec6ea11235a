import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { type RecordingServer, startRecordingServer } from '../support/recording-server';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const NAME = 'procore-company-id';

let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
});

afterAll(() => server.close());

beforeEach(() => {
  server.requests.length = 0;
});

/** What an interceptor of the caller may make of the headers. */
const CONTAINERS: [string, (headers: object, extra: Record<string, string>) => unknown][] = [
  ['the same object', (headers, extra) => Object.assign(headers, extra)],
  ['a copy', (headers, extra) => ({ ...headers, ...extra })],
  ['a frozen copy', (headers, extra) => Object.freeze({ ...headers, ...extra })],
  ['a new object', (_headers, extra) => ({ ...extra })],
  ['an object without a prototype', (_headers, extra) => Object.assign(Object.create(null), extra)],
  ['a Map', (_headers, extra) => new Map(Object.entries(extra))],
  ['a Headers', (_headers, extra) => new Headers(extra)],
  ['undefined', () => undefined],
  ['null', () => null],
];

function create(container: (headers: object) => unknown) {
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  attachProcoreCompanyId(instance);
  instance.interceptors.request.use((config) => {
    config.headers = container(config.headers) as never;
    return config;
  });
  return instance;
}

describe.each(CONTAINERS)('headers that an interceptor left as %s', (_what, container) => {
  test('get the header', async () => {
    await create((headers) => container(headers, { 'x-trace': 'a' })).get(PATH_OF_7);

    expect(server.requests).toMatchObject([{ companyId: '7' }]);
  });

  test('get the header for an unusable one', async () => {
    await create((headers) => container(headers, { [NAME]: 'undefined' })).get(PATH_OF_7);

    expect(server.requests).toMatchObject([{ companyId: '7' }]);
  });

  test('get none where the call opts out', async () => {
    const instance = create((headers) => container(headers, { [NAME]: '5' }));

    await instance.get(PATH_OF_7, { procoreCompanyId: false });

    expect(server.requests).toMatchObject([{ companyId: undefined }]);
  });
});

test.each(CONTAINERS.slice(0, 7))(
  'a usable header in %s is sent with the others',
  async (_what, container) => {
    const lines = { 'x-trace': 'a', [NAME]: '5' };

    await create((headers) => container(headers, lines)).get(PATH_OF_7);

    expect(server.requests[0]?.headers).toMatchObject(lines);
  },
);

test.each(CONTAINERS.slice(0, 5))('the other headers in %s stay', async (_what, container) => {
  await create((headers) => container(headers, { 'x-trace': 'a' })).get(PATH_OF_7);

  expect(server.requests[0]?.headers).toMatchObject({ 'x-trace': 'a', [NAME]: '7' });
});
