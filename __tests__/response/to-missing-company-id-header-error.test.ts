import axios, { AxiosError, type AxiosRequestConfig, isAxiosError } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
  MissingCompanyIdHeaderError,
  type ProcoreCompanyIdOptions,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { Readable } from 'stream';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';

const CONFIG = { url: '/rest/v1.0/projects/3/rfis', method: 'get' };
const BYTES = Buffer.from(MISSING_HEADER_TEXT);

/** The bytes in the middle of a longer buffer. */
function within(bytes: Buffer): Buffer {
  const longer = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]);
  return longer.subarray(6, 6 + bytes.length);
}

const toArrayBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

const BODIES: [string, () => unknown][] = [
  ['text', () => MISSING_HEADER_TEXT],
  ['JSON text', () => JSON.stringify({ message: MISSING_HEADER_TEXT })],
  ['JSON text with blanks', () => ` \n${JSON.stringify(MISSING_HEADER_TEXT)}\n`],
  ['JSON text of a list', () => JSON.stringify([{ message: MISSING_HEADER_TEXT }])],
  ['an object with the text five objects deep', () => nested(5)],
  ['a list in a list', () => [[MISSING_HEADER_TEXT]]],
  ['an object with a description', () => ({ error_description: MISSING_HEADER_TEXT })],
  ['an object with a detail', () => ({ detail: MISSING_HEADER_TEXT })],
  ['an object with details', () => ({ details: [{ message: MISSING_HEADER_TEXT }] })],
  ['an object with fields that are null', () => ({ errors: null, reason: MISSING_HEADER_TEXT })],
  ['an object', () => ({ errors: { base: [MISSING_HEADER_TEXT] } })],
  [
    'an object without prototype',
    () => Object.assign(Object.create(null) as object, { error: MISSING_HEADER_TEXT }),
  ],
  ['a list', () => [MISSING_HEADER_TEXT]],
  ['a Buffer', () => BYTES],
  ['a Buffer of JSON', () => Buffer.from(JSON.stringify({ reason: MISSING_HEADER_TEXT }))],
  ['a Buffer within another', () => within(BYTES)],
  ['a Uint8Array', () => new Uint8Array(BYTES)],
  ['a DataView', () => new DataView(toArrayBuffer(BYTES))],
  ['an ArrayBuffer', () => toArrayBuffer(BYTES)],
  ['a Blob', () => new Blob([BYTES])],
  ['a Blob of JSON', () => new Blob([JSON.stringify({ error: { message: MISSING_HEADER_TEXT } })])],
  ['a Node stream', () => Readable.from([BYTES], { objectMode: false })],
  ['a web stream', () => new Blob([BYTES]).stream()],
];

/** An object in an object, and so on, with a text in the innermost. */
const nested = (depth: number): unknown =>
  depth ? { error: nested(depth - 1) } : MISSING_HEADER_TEXT;

const FAR = ' '.repeat(4096);
const inUnknownField = (more: object) => JSON.stringify({ title: MISSING_HEADER_TEXT, ...more });

const OTHERS: [string, unknown][] = [
  ['the text after 4096 characters', FAR + MISSING_HEADER_TEXT],
  ['a field with the text after 8192 characters', { message: FAR + FAR + MISSING_HEADER_TEXT }],
  ['a Buffer with the text after 4096 bytes', Buffer.from(FAR + MISSING_HEADER_TEXT)],
  ['the text in two pieces', { message: 'Missing Procore-Company', error: '-Id header' }],
  ['JSON text with the text in another field', inUnknownField({})],
  ['another text', 'Missing Project or Company ID'],
  ['another object', { error: { code: '400', message: 'invalid company id' } }],
  ['the text in another field', { comment: MISSING_HEADER_TEXT }],
  ['the text as a name', { [MISSING_HEADER_TEXT]: 'x' }],
  ['an inherited message', Object.create({ message: MISSING_HEADER_TEXT })],
  ['nothing', undefined],
  ['null', null],
  ['a number', 400],
  ['a function', () => MISSING_HEADER_TEXT],
  ['another Buffer', Buffer.from('Item not found')],
  ['an empty Buffer', Buffer.alloc(0)],
  ['an empty ArrayBuffer', new ArrayBuffer(0)],
  ['an empty Blob', new Blob([])],
  ['a stream of objects', Readable.from([{ message: MISSING_HEADER_TEXT }])],
  ['a stream of text', Readable.from([MISSING_HEADER_TEXT])],
];

describe('toMissingCompanyIdHeaderError', () => {
  test.each(BODIES)('makes an error from %s', async (_what, body) => {
    const response = { status: 400, headers: {}, data: body(), config: CONFIG, request: {} };
    const { data } = response;

    const error = await toMissingCompanyIdHeaderError(response);

    expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
    expect(error?.response).toBe(response);
    expect(error?.config).toBe(CONFIG);
    expect(error?.request).toBe(response.request);
    expect(response.data === data || data instanceof ReadableStream).toBe(true);
  });

  test.each(OTHERS)('makes none from %s', async (_what, data) => {
    expect(await toMissingCompanyIdHeaderError({ status: 400, data })).toBeUndefined();
  });

  test.each([undefined, null, 0, 100, 200, 201, 204, 304, 399, NaN, '200', 'x'])(
    'makes none where the status is %p',
    async (status) => {
      const response = { status: status as number, data: MISSING_HEADER_TEXT };

      expect(await toMissingCompanyIdHeaderError(response)).toBeUndefined();
    },
  );

  test('makes an axios error that no axios has thrown', async () => {
    const error = await toMissingCompanyIdHeaderError({ status: 422, data: MISSING_HEADER_TEXT });

    expect(isAxiosError(error)).toBe(true);
    expect(error).not.toBeInstanceOf(AxiosError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'MissingCompanyIdHeaderError',
      procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID',
      code: 'ERR_BAD_REQUEST',
      status: 422,
      reason: 'unknown',
    });
    expect(error?.message).toMatch(/^Request failed with status code 422: /);
    expect(error).not.toHaveProperty('cause');
    expect(error?.stack).toContain('MissingCompanyIdHeaderError: Request failed');
  });

  test.each([
    [499, 'ERR_BAD_REQUEST'],
    [500, 'ERR_BAD_RESPONSE'],
  ])('has the code that axios has for %i', async (status, code) => {
    const error = await toMissingCompanyIdHeaderError({ status, data: MISSING_HEADER_TEXT });

    expect(error?.code).toBe(code);
  });

  test('tells the request where it is known', async () => {
    const error = await toMissingCompanyIdHeaderError({
      status: 400,
      data: MISSING_HEADER_TEXT,
      config: { ...CONFIG, method: 'patch', baseURL: 'https://api.procore.com' },
    });

    expect(error).toMatchObject({
      method: 'PATCH',
      route: '/rest/v1.0/projects/:project_id/rfis',
      reason: 'unknown',
    });
  });

  test('makes up no request where none is known', async () => {
    const error = await toMissingCompanyIdHeaderError({ status: 400, data: MISSING_HEADER_TEXT });

    expect(error).not.toHaveProperty('method');
    expect(error).not.toHaveProperty('route');
    expect(error).not.toHaveProperty('config');
    expect(error?.message).not.toContain('GET');
  });

  test('makes the errors of a dry run', async () => {
    const instance = axios.create({ baseURL: 'https://api.procore.com' });
    new AxiosMockAdapter(instance).onAny().reply(400, MISSING_HEADER_TEXT);
    attachProcoreCompanyId(instance, { companyId: 42, dryRun: true });

    const response = await instance.get('/rest/v1.0/users', { validateStatus: () => true });
    const error = await toMissingCompanyIdHeaderError(response);

    expect(error).toMatchObject({ reason: 'dry-run', companyId: '42', source: 'default' });
  });

  test.each<[string, string, AxiosRequestConfig, ProcoreCompanyIdOptions]>([
    [
      'unresolved',
      'Nothing names the company. Pass `procoreCompanyId` with the call, or set the option `companyId` or `resolver`.',
      {},
      {},
    ],
    [
      'unresolved',
      'The header says `undefined`. Pass `procoreCompanyId` with the call, or set the option `companyId` or `resolver`.',
      { headers: { 'Procore-Company-Id': 'undefined' } },
      {},
    ],
    [
      'ambiguous',
      'The request can be read as naming different companies. Pass `procoreCompanyId` with the call.',
      { url: '/rest/v1.0/users?company_id=7&company_id=8' },
      {},
    ],
    [
      'exempt',
      'A service account needs it here. Set `serviceAccount: true`. Pass `procoreCompanyId` with the call.',
      { url: '/rest/v1.0/me' },
      {},
    ],
    [
      'out-of-scope',
      'The plugin does not know this host. Name it in `apiHosts`.',
      { url: 'https://example.com/' },
      {},
    ],
    ['opted-out', 'The call opted out with `false`. Remove that.', { procoreCompanyId: false }, {}],
    [
      'dry-run',
      '`dryRun` is on. Turn it off to send the header.',
      { procoreCompanyId: 7 },
      { dryRun: true },
    ],
    [
      'sent',
      'It was sent. A proxy, a redirect or a later interceptor may have dropped it.',
      { headers: { 'Procore-Company-Id': '7' } },
      { dryRun: true },
    ],
    [
      'sent',
      'It was sent. A proxy, a redirect or a later interceptor may have dropped it.',
      { procoreCompanyId: 7 },
      {},
    ],
  ])('says why, and what to do: %s', async (reason, advice, config, options) => {
    const instance = axios.create({ baseURL: 'https://api.procore.com' });
    new AxiosMockAdapter(instance).onAny().reply(400, MISSING_HEADER_TEXT);
    attachProcoreCompanyId(instance, options);
    const url = '/rest/v1.0/users';

    const response = await instance.request({ url, validateStatus: () => true, ...config });
    const error = await toMissingCompanyIdHeaderError(response);

    expect(error?.reason).toBe(reason);
    expect(error?.message).toBe(
      `Request failed with status code 400: Procore found no header Procore-Company-Id on GET ${error?.route ?? 'example.com'}. ${advice}`,
    );
  });

  test('says so where nobody knows the request', async () => {
    const error = await toMissingCompanyIdHeaderError({ status: 400, data: MISSING_HEADER_TEXT });

    expect(error?.message).toBe(
      'Request failed with status code 400: Procore found no header Procore-Company-Id on the request. The request did not go through an attached instance.',
    );
  });

  test('is no different for a response that it has seen before', async () => {
    const response = { status: 400, data: MISSING_HEADER_TEXT, config: CONFIG };

    const errors = [
      await toMissingCompanyIdHeaderError(response),
      await toMissingCompanyIdHeaderError(response),
    ];

    expect(errors.every(isMissingCompanyIdHeaderError)).toBe(true);
    expect(errors[0]).not.toBe(errors[1]);
  });

  test('leaves streams of objects and of text as they were', async () => {
    const streams = [Readable.from([{ a: 1 }]), Readable.from(['text'])];

    for (const data of streams) await toMissingCompanyIdHeaderError({ status: 400, data });

    const read = await Promise.all(streams.map((stream) => stream.toArray()));
    expect(read).toEqual([[{ a: 1 }], ['text']]);
  });
});
