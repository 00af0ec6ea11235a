import axios, { AxiosError, type AxiosRequestConfig } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import {
  attachProcoreCompanyId,
  diagnoseProcoreError,
  type DiagnosisKind,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

const RFIS = '/rest/v1.0/projects/3/rfis';
const REQUEST = 'GET /rest/v1.0/projects/:project_id/rfis';
const NOT_FOUND = { message: 'Item not found' };
const INVALID = { error: { code: '400', message: 'invalid company id' } };
const PARAMETER = { error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' } };
const NOT_CONNECTED = { message: 'App is not connected to this company' };

/** What a request is rejected with, attached only where there are options. */
async function failed(
  status: number,
  body: unknown,
  config: AxiosRequestConfig = {},
  options?: ProcoreCompanyIdOptions,
): Promise<unknown> {
  const instance = axios.create({ baseURL: 'https://api.procore.com' });
  new AxiosMockAdapter(instance).onAny().reply(status, body);
  if (options) attachProcoreCompanyId(instance, options);
  return rejection(instance.request({ url: RFIS, ...config }));
}

test.each([
  'https://storage.procore.com/rest/v2.1/companies/1/x',
  'https://login.procore.com/oauth/token',
  'https://api.procore.com/oauth/token',
  'https://api.procore.com/fas/api/v5/files/01JEDGE0123',
])('a 404 of what is never the API says nothing about the header: %s', async (url) => {
  expect(diagnoseProcoreError(await failed(404, NOT_FOUND, { url }))).toBeUndefined();
});

test('a 404 of a relative url may be the missing header', () => {
  const config = { url: RFIS, method: 'get', headers: {} };
  const response = { status: 404, data: NOT_FOUND, headers: {}, config };

  expect(diagnoseProcoreError({ config, response })?.kind).toBe('sent-without-header');
});

test('a 404 of an API path with `oauth` further on may be the missing header', async () => {
  const error = await failed(404, NOT_FOUND, { url: '/rest/v1.0/oauth/clients' });

  expect(diagnoseProcoreError(error)?.kind).toBe('sent-without-header');
});

const HEADER = { headers: { 'procore-company-id': '5' } };

const KINDS: [DiagnosisKind, number, unknown, AxiosRequestConfig][] = [
  ['missing-header', 400, MISSING_HEADER_TEXT, {}],
  ['missing-header', 500, { errors: [MISSING_HEADER_TEXT] }, HEADER],
  ['missing-header', 404, Buffer.from(MISSING_HEADER_TEXT), {}],
  ['sent-without-header', 404, NOT_FOUND, {}],
  ['sent-without-header', 404, '', { method: 'post' }],
  ['sent-without-header', 404, NOT_FOUND, { headers: { 'Procore-Company-Id': 'undefined' } }],
  ['invalid-company-id', 400, INVALID, HEADER],
  ['invalid-company-id', 404, 'Invalid Company ID', HEADER],
  ['invalid-company-id', 400, { detail: 'invalid company id' }, HEADER],
  ['invalid-company-id', 400, { details: ['invalid company id'] }, HEADER],
  ['missing-parameter', 400, PARAMETER, HEADER],
  ['missing-parameter', 400, JSON.stringify(PARAMETER), {}],
  ['missing-parameter', 404, PARAMETER, {}],
  ['app-not-connected', 403, NOT_CONNECTED, HEADER],
  ['app-not-connected', 404, { errors: NOT_CONNECTED.message }, {}],
];

const ADVICE: Record<DiagnosisKind, RegExp> = {
  'missing-header': /Procore-Company-Id/,
  'sent-without-header': /404.*Procore-Company-Id/,
  'invalid-company-id': /no company/,
  'missing-parameter': /`company_id`.*`project_id`/,
  'app-not-connected': /connect/,
};

describe('diagnoseProcoreError', () => {
  test.each(KINDS)('tells %s: %i %j %j', async (kind, status, body, config) => {
    const diagnosis = diagnoseProcoreError(await failed(status, body, config));

    expect(diagnosis).toEqual({ kind, message: expect.stringMatching(ADVICE[kind]) });
    expect(Object.keys(diagnosis ?? {}).sort()).toEqual(['kind', 'message']);
    expect(diagnosis?.message).toContain('/rest/v1.0/projects/:project_id/rfis');
  });

  test.each<[number, unknown, AxiosRequestConfig]>([
    [404, NOT_FOUND, HEADER],
    [400, NOT_FOUND, {}],
    [401, { error: 'Unauthorized' }, {}],
    [403, { message: 'Forbidden' }, {}],
    [410, '', {}],
    [422, { errors: { subject: ['is invalid'] } }, {}],
    [429, '', {}],
    [500, '', {}],
  ])('has nothing to say about %i %j %j', async (status, body, config) => {
    expect(diagnoseProcoreError(await failed(status, body, config))).toBeUndefined();
  });

  test('knows the header that an attachment sent', async () => {
    expect(
      diagnoseProcoreError(await failed(404, NOT_FOUND, {}, { companyId: 42 })),
    ).toBeUndefined();
    expect(diagnoseProcoreError(await failed(404, NOT_FOUND, {}, {}))).toMatchObject({
      kind: 'sent-without-header',
    });
  });

  test('knows that a dry run sent none', async () => {
    const error = await failed(404, NOT_FOUND, {}, { companyId: 42, dryRun: true });

    expect(diagnoseProcoreError(error)).toMatchObject({ kind: 'sent-without-header' });
  });

  test('has nothing to say about a 404 that is out of scope', async () => {
    const error = await failed(404, NOT_FOUND, { url: 'https://storage.procore.com/x' }, {});

    expect(diagnoseProcoreError(error)).toBeUndefined();
  });

  test('tells of the typed error why the header was missing', async () => {
    const mapped = await failed(400, MISSING_HEADER_TEXT, {}, {});
    const exempt = await failed(400, MISSING_HEADER_TEXT, { url: '/rest/v1.0/me' }, {});

    expect(diagnoseProcoreError(mapped)).toMatchObject({
      kind: 'missing-header',
      message: expect.stringMatching(/procoreCompanyId/),
    });
    expect(diagnoseProcoreError(mapped)?.message).toContain(REQUEST);
    expect(diagnoseProcoreError(exempt)?.message).toContain('serviceAccount: true');
  });

  test('knows the typed error where its body can no longer be read', async () => {
    const mapped = (await failed(400, MISSING_HEADER_TEXT, {}, {})) as AxiosError;
    if (mapped.response) mapped.response.data = new Blob([MISSING_HEADER_TEXT]);

    expect(diagnoseProcoreError(mapped)).toMatchObject({ kind: 'missing-header' });
  });

  test('knows a response that is left on the cause', () => {
    const cause = { response: { status: 403, data: NOT_CONNECTED } };

    expect(diagnoseProcoreError(Object.assign(new Error('x'), { cause }))).toMatchObject({
      kind: 'app-not-connected',
    });
  });

  test('makes up no request where none is known', () => {
    const diagnosis = diagnoseProcoreError({ response: { status: 400, data: PARAMETER } });

    expect(diagnosis?.kind).toBe('missing-parameter');
    expect(diagnosis?.message).not.toMatch(/GET|undefined/);
    expect(diagnoseProcoreError({ response: { status: 404, data: '' } })).toBeUndefined();
  });

  test('tells no secret', async () => {
    const config = {
      url: `https://SECRET:SECRET@api.procore.com/rest/v1.0/files/SECRET0123456789?token=SECRET`,
      params: { a: 'SECRET' },
      headers: { Authorization: 'Bearer SECRET' },
      data: { password: 'SECRET' },
      method: 'post',
    };
    for (const body of [MISSING_HEADER_TEXT, INVALID, PARAMETER, NOT_CONNECTED, NOT_FOUND]) {
      const diagnosis = diagnoseProcoreError(await failed(404, body, config));
      expect(diagnosis?.message).toContain('POST /rest/v1.0/files/:id');
      expect(diagnosis?.message).not.toContain('SECRET');
    }
  });

  test('changes nothing', async () => {
    const error = (await failed(404, NOT_FOUND)) as AxiosError;
    const before = [
      Object.keys(error),
      Object.keys(error.config ?? {}),
      { ...error.config?.headers },
    ];

    diagnoseProcoreError(error);

    const after = [
      Object.keys(error),
      Object.keys(error.config ?? {}),
      { ...error.config?.headers },
    ];
    expect(after).toEqual(before);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', MISSING_HEADER_TEXT],
    ['a number', 404],
    ['an error', new Error(MISSING_HEADER_TEXT)],
    ['a network error', new AxiosError('connect ECONNREFUSED', 'ECONNREFUSED', {} as never)],
    ['a success', { response: { status: 200, data: MISSING_HEADER_TEXT } }],
    ['a function', () => undefined],
    ['a symbol', Symbol('x')],
  ])('has nothing to say about %s', (_what, value) => {
    expect(diagnoseProcoreError(value)).toBeUndefined();
  });

  test('has nothing to say about errors before the request was sent', async () => {
    const conflict = await failed(
      200,
      '',
      { url: '/rest/v1.0/companies/7', procoreCompanyId: 9 },
      {},
    );
    const unresolved = await failed(200, '', {}, { onUnresolved: 'reject' });
    const invalid = await failed(200, '', { procoreCompanyId: 'x' }, {});

    expect([conflict, unresolved, invalid].map(diagnoseProcoreError)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what generated clients make of an error of axios', () => {
  const PLACES = ['body', 'data', 'response'] as const;

  test.each(['status', 'statusCode'])('is read with its `%s`', (status) => {
    for (const place of PLACES) {
      const error = Object.assign(new Error('Bad Request'), {
        [status]: 403,
        [place]: JSON.stringify(NOT_CONNECTED),
      });

      expect(diagnoseProcoreError(error)?.kind).toBe('app-not-connected');
    }
  });

  test('is read where the body is parsed', () => {
    const body = { status: 400, body: INVALID };
    const data = { status: 400, data: PARAMETER };

    expect(diagnoseProcoreError(body)?.kind).toBe('invalid-company-id');
    expect(diagnoseProcoreError(data)?.kind).toBe('missing-parameter');
  });

  test('names the request where the config is on it', () => {
    const config = { url: RFIS, method: 'get', headers: {} };
    const error = { status: 404, body: NOT_FOUND, config };

    expect(diagnoseProcoreError(error)).toEqual({
      kind: 'sent-without-header',
      message: expect.stringMatching(
        /^GET \/rest\/v1.0\/projects\/:project_id\/rfis: Procore answered 404/,
      ),
    });
  });

  test.each<[unknown]>([
    [{ status: 200, body: NOT_CONNECTED }],
    [{ statusCode: '403', body: NOT_CONNECTED }],
    [{ status: 403, text: NOT_CONNECTED.message }],
    [{ status: 403, response: NOT_CONNECTED }],
    [{ body: NOT_CONNECTED }],
  ])('says nothing where it is something else: %j', (error) => {
    expect(diagnoseProcoreError(error)).toBeUndefined();
  });
});

test('a plain response is read too', () => {
  const config = { url: RFIS, method: 'get', headers: {} };

  expect(diagnoseProcoreError({ status: 400, data: MISSING_HEADER_TEXT, config })).toEqual({
    kind: 'missing-header',
    message: `${REQUEST}: Procore found no header Procore-Company-Id. The request did not go through an attached instance.`,
  });
});

test.each<[number, string, string | undefined]>([
  [404, 'https://newhost.procore.com/rest/v1.0/users', 'newhost.procore.com'],
  [400, 'https://newhost.procore.com/rest/v1.0/users', 'newhost.procore.com'],
  [403, 'https://newhost.procore.com/rest/v1.0/users', undefined],
  [404, 'https://newhost.procore.com.example/rest/v1.0/users', undefined],
  [404, 'https://storage.procore.com/rest/v1.0/users', undefined],
])('a %i of %s, which the plugin does not know: %s', async (status, url, host) => {
  const diagnosis = diagnoseProcoreError(await failed(status, NOT_FOUND, { url }, {}));

  expect(diagnosis).toEqual(
    host === undefined
      ? undefined
      : {
          kind: 'sent-without-header',
          message:
            `GET ${host}: Procore answered ${status} to a request that is out-of-scope for the plugin, so it went out without the header Procore-Company-Id. ` +
            `If ${host} serves the API, name it in \`apiHosts\`.`,
        },
  );
});

test('a 404 of a doubtful host may be the missing header, where nothing is attached', async () => {
  const url = 'https://api%2eprocore.com/rest/v1.0/users';

  expect(diagnoseProcoreError(await failed(404, NOT_FOUND, { url }))?.kind).toBe(
    'sent-without-header',
  );
  expect(diagnoseProcoreError(await failed(404, NOT_FOUND, { url }, {}))).toBeUndefined();
});

test('another error of a host that the plugin does not know is what it says', async () => {
  const url = 'https://newhost.procore.com/rest/v1.0/users';
  const diagnosis = diagnoseProcoreError(await failed(400, PARAMETER, { url }, {}));

  expect(diagnosis?.message).toContain('wants `company_id` or `project_id` as a parameter');
});

test('an error that cannot be read says nothing, and passes through an instance as it is', async () => {
  const unreadable = Object.defineProperty(new Error('x'), 'response', {
    get() {
      throw new Error('gone');
    },
  });
  const status = Object.defineProperty(new Error('x'), 'status', {
    get() {
      throw new Error('gone');
    },
  });
  const instance = axios.create({ adapter: () => Promise.reject(new Error('x')) });
  // It stands between axios and the plugin.
  instance.interceptors.response.use(undefined, () => Promise.reject(unreadable));
  attachProcoreCompanyId(instance);

  expect(diagnoseProcoreError(unreadable)).toBeUndefined();
  expect(diagnoseProcoreError(status)).toBeUndefined();
  expect(await rejection(instance.get('https://api.procore.com/rest/v1.0/users'))).toBe(unreadable);
});
