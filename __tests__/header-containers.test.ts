import { AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { aroundThePlugin } from './support/around-the-plugin';
import { attachedInstance, companyIdIn } from './support/attached-instance';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';
const HEADER = 'Procore-Company-Id';

type Headers_ = InternalAxiosRequestConfig['headers'];

/** Containers that an interceptor of the caller may leave behind, with the given headers in them. */
const CONTAINERS: [string, (lines: [string, string][]) => unknown][] = [
  ['a plain object', (lines) => Object.fromEntries(lines)],
  [
    'an object without a prototype',
    (lines) => Object.assign(Object.create(null), Object.fromEntries(lines)),
  ],
  ['a frozen object', (lines) => Object.freeze(Object.fromEntries(lines))],
  ['a sealed object', (lines) => Object.seal(Object.fromEntries(lines))],
  ['an AxiosHeaders', (lines) => new AxiosHeaders(Object.fromEntries(lines))],
  ['a Map', (lines) => new Map(lines)],
  ['a Headers', (lines) => new Headers(lines)],
];

async function send(headers: unknown, url = PATH_OF_7) {
  const { instance, sent, events } = attachedInstance();
  instance.interceptors.request.use((config) => {
    config.headers = headers as Headers_;
    return config;
  });
  await instance.get(url);
  const [config] = sent as [InternalAxiosRequestConfig];
  return { id: companyIdIn(config), config, type: events[0]?.type };
}

describe.each(CONTAINERS)('%s of headers', (_what, containing) => {
  test('gets the header, and keeps the others', async () => {
    const { id, config } = await send(
      containing([
        ['x-trace', 'a'],
        ['accept', 'text/plain'],
      ]),
    );

    expect(id).toBe('7');
    expect(AxiosHeaders.from(config.headers).get('X-Trace')).toBe('a');
    expect(AxiosHeaders.from(config.headers).get('Accept')).toBe('text/plain');
  });

  test.each([HEADER, 'procore-company-id', 'PROCORE-COMPANY-ID'])(
    'keeps a usable header by hand: %s',
    async (name) => {
      expect(await send(containing([[name, '5']]))).toMatchObject({ id: '5', type: 'kept' });
    },
  );

  test.each([HEADER, 'procore-company-id', 'PROCORE-COMPANY-ID'])(
    'gets another header for an unusable one: %s',
    async (name) => {
      expect(await send(containing([[name, 'undefined']]))).toMatchObject({
        id: '7',
        type: 'resolved',
      });
    },
  );

  test('is left alone where no id is found', async () => {
    const headers = containing([['x-trace', 'a']]);

    const { id, config } = await send(headers, '/rest/v1.0/users');

    expect(id).toBeUndefined();
    expect(AxiosHeaders.from(config.headers).get('X-Trace')).toBe('a');
  });
});

test('a frozen AxiosHeaders gets the header, and keeps the others', async () => {
  const { id, config } = await send(Object.freeze(new AxiosHeaders({ 'x-trace': 'a' })));

  expect(id).toBe('7');
  expect(AxiosHeaders.from(config.headers).get('X-Trace')).toBe('a');
});

test.each<[string, object]>([
  ['a frozen object', Object.freeze({ 'x-trace': 'a' })],
  ['a Map', new Map([['x-trace', 'a']])],
  ['a Headers', new Headers({ 'x-trace': 'a' })],
])(
  '%s of headers is replaced and not written to, as other requests may have it',
  async (_what, headers) => {
    await send(headers);
    await send(headers, '/rest/v1.0/companies/8/users');

    const lines = Symbol.iterator in headers ? headers : Object.entries(headers);
    expect([...(lines as Iterable<unknown>)]).toEqual([['x-trace', 'a']]);
  },
);

test('a Map of headers stays in its place where no id is found', async () => {
  const headers = new Map([['x-trace', 'a']]);
  const { instance, after } = aroundThePlugin({}, (config) =>
    Object.assign(config, { headers: headers as never }),
  );

  await instance.get('/rest/v1.0/users').catch(() => undefined);

  expect(after[0]?.copy.headers).toBe(headers);
});

test.each([Map, Headers])(
  'a usable header by hand is taken out of a %p, which not every axios reads',
  async (Container) => {
    const headers = new Container([[HEADER.toLowerCase(), '5']]);
    const { instance, after } = aroundThePlugin({}, (config) =>
      Object.assign(config, { headers: headers as never }),
    );

    await instance.get(PATH_OF_7);

    expect(after[0]?.copy.headers).toEqual({ [HEADER]: '5' });
  },
);

test('null in the call hides a default of axios 0.x, and is replaced', async () => {
  const headers = { [HEADER]: null, common: { [HEADER]: '5' } };

  expect(await send(headers)).toMatchObject({ id: '7', type: 'resolved' });
});

describe('no headers at all', () => {
  test.each<[unknown]>([[undefined], [null]])('as %p get the header', async (headers) => {
    expect(await send(headers)).toMatchObject({ id: '7', type: 'resolved' });
  });

  test('as a missing key get the header', async () => {
    const { instance, sentIds } = attachedInstance();
    instance.interceptors.request.use((config) => {
      const copy: Partial<InternalAxiosRequestConfig> = { ...config };
      delete copy.headers;
      return copy as InternalAxiosRequestConfig;
    });

    await instance.get(PATH_OF_7);

    expect(sentIds()).toEqual(['7']);
  });
});

describe('several spellings in one object', () => {
  test('are all replaced by one header', async () => {
    const headers = { 'procore-company-id': 'x', [HEADER]: 'y', ' PROCORE-COMPANY-ID': 'z' };

    const { id, config } = await send(headers);

    expect(id).toBe('7');
    expect(config.headers.toJSON()).toEqual({ [HEADER]: '7' });
  });

  test('count as the last usable one says that is not undefined', async () => {
    const headers = { 'procore-company-id': '5', [HEADER]: '6', 'PROCORE-COMPANY-ID': undefined };

    expect(await send(headers)).toMatchObject({ type: 'kept', id: '6' });
  });
});
