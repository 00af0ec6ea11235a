import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  isMissingCompanyIdHeaderError,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { adapters } from '../support/adapters';
import { isAxiosError } from '../support/is-axios-error';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';

const RFIS = '/rest/v1.0/projects/3/rfis';
const TEXT = MISSING_HEADER_TEXT;
const FIRST_LINE = 'Missing Procore-Company-Id header!';

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Bodies that are Procore's error. */
const BODIES: [what: string, body: unknown][] = [
  ['the text', TEXT],
  ['its first line', FIRST_LINE],
  ['the text with CRLF', TEXT.replace(/\n/g, '\r\n')],
  ['the text after blanks', `\n  ${TEXT}`],
  ['the text before much else', TEXT + ' '.repeat(200_000)],
  ['a JSON text', JSON.stringify(TEXT)],
  ['message', { message: TEXT }],
  ['message beside exception', { message: TEXT, exception: 'MissingHeader' }],
  [
    'message in the flat shape',
    { code: 400, message: TEXT, fields: {}, reason: null, error: null },
  ],
  ['reason in the flat shape', { code: 400, message: 'Bad', fields: {}, reason: TEXT, error: '' }],
  ['error in the flat shape', { code: 400, message: 'Bad', fields: {}, reason: '', error: TEXT }],
  ['error', { error: TEXT }],
  ['error beside error_description', { error: 'invalid_request', error_description: TEXT }],
  ['error.message', { error: { message: TEXT } }],
  [
    'error.message of v2',
    { error: { code: 'BAD_REQUEST', message: FIRST_LINE, details: [{ a: 1 }] } },
  ],
  ['errors', { errors: TEXT }],
  ['errors in a list', { errors: ['Something else', TEXT] }],
  ['errors in a list of objects', { errors: [{ message: TEXT }] }],
  ['errors by field', { errors: { 'Procore-Company-Id': [TEXT] } }],
  ['errors by field, as text', { errors: { base: TEXT } }],
  ['reason', { reason: TEXT }],
];

/** Bodies that look like it and are something else. */
const NEAR_MISSES: [status: number, body: unknown][] = [
  [400, { error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' } }],
  [400, 'Missing Project or Company ID'],
  [400, { error: { code: '400', message: 'invalid company id' } }],
  [403, { message: 'App is not connected to this company' }],
  [404, { message: 'Item not found' }],
  [400, 'Missing Authorization header!'],
  [400, 'The Procore-Company-Id header is not valid'],
  [400, { message: 'Bad request', comment: TEXT }],
  [422, { errors: { subject: ['is too long'] }, rfi: { message: TEXT } }],
  [422, { request: { body: { message: TEXT } } }],
  [400, ['nothing']],
  [400, {}],
  [400, ''],
  [500, '<html><body>Internal Server Error</body></html>'],
  [500, 'null'],
];

const RESPONSE_TYPES: [what: string, config: AxiosRequestConfig][] = [
  ['no responseType', {}],
  ['text', { responseType: 'text' }],
  ['json', { responseType: 'json' }],
  ['arraybuffer', { responseType: 'arraybuffer' }],
  ['blob', { responseType: 'blob' }],
  ['stream', { responseType: 'stream' }],
  ['no forced JSON parsing', { transitional: { forcedJSONParsing: false } }],
  ['a transformResponse', { transformResponse: (data: unknown) => data }],
];

describe.each(adapters)('over the %s adapter', (_name, adapter) => {
  function attached(): { instance: AxiosInstance; originals: unknown[] } {
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    const originals: unknown[] = [];
    instance.interceptors.response.use(undefined, (error) => {
      originals.push(error);
      throw error;
    });
    attachProcoreCompanyId(instance);
    return { instance, originals };
  }

  describe.each(RESPONSE_TYPES)('with %s', (_type, config) => {
    test.each(BODIES)('the error is told by its content: %s', async (_what, body) => {
      // A stream is looked at only where it may be short.
      const length =
        asText(body).length < 4096 ? { 'content-length': `${asText(body).length}` } : {};
      server.listener = answer(400, body, length);

      const error = await rejection(attached().instance.get(RFIS, config));

      expect(isMissingCompanyIdHeaderError(error)).toBe(true);
      expect(error.reason).toBe('unresolved');
      error.response.data.destroy?.();
    });

    test.each(NEAR_MISSES)('what is no such error passes through: %i %j', async (status, body) => {
      server.listener = answer(status, body);
      const { instance, originals } = attached();

      const error = await rejection(instance.get(RFIS, config));

      expect(isMissingCompanyIdHeaderError(error)).toBe(false);
      expect(error).toBe(originals[0]);
      expect(isAxiosError(error)).toBe(true);
    });

    test.each([200, 201, 206])('a success that says so is a success: %i', async (status) => {
      server.listener = answer(status, { message: TEXT });

      const response = await attached().instance.get(RFIS, config);

      expect(response.status).toBe(status);
      expect(await toMissingCompanyIdHeaderError(response)).toBeUndefined();
      response.data.destroy?.();
    });

    test('what the caller lets pass is not mapped, and can be asked about', async () => {
      server.listener = answer(400, TEXT);

      const response = await attached().instance.get(RFIS, { ...config, validateStatus: null });

      expect(response.status).toBe(400);
      expect(isMissingCompanyIdHeaderError(response)).toBe(false);
      const error = await toMissingCompanyIdHeaderError(response);
      expect(error).toMatchObject({ name: 'MissingCompanyIdHeaderError', reason: 'unresolved' });
      expect(error?.response).toBe(response);
    });
  });

  test.each([400, 402, 403, 404, 405, 406, 409, 412, 415, 422, 428, 500, 501, 502, 503, 599])(
    'the status does not matter: %i',
    async (status) => {
      server.listener = answer(status, TEXT);

      const error = await rejection(attached().instance.get(RFIS));

      expect(isMissingCompanyIdHeaderError(error)).toBe(true);
      expect(error).toMatchObject({ response: { status, data: TEXT } });
    },
  );

  test.each([
    'text/plain',
    'text/html; charset=utf-8',
    'application/json',
    'application/json; charset=utf-8',
    'application/problem+json',
    'application/octet-stream',
  ])('the content type does not matter: %s', async (type) => {
    server.listener = answer(400, TEXT, { 'content-type': type });

    const error = await rejection(attached().instance.get(RFIS));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
  });

  test.each(['post', 'put', 'patch', 'delete', 'options'])(
    'the method does not matter: %s',
    async (method) => {
      server.listener = answer(400, TEXT);

      const error = await rejection(attached().instance.request({ method, url: RFIS }));

      expect(error).toMatchObject({ procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID' });
      expect(error.method).toBe(method.toUpperCase());
    },
  );

  test.each<[string, AxiosRequestConfig]>([
    ['text', {}],
    ['json', { responseType: 'json' }],
    ['arraybuffer', { responseType: 'arraybuffer' }],
  ])('the body stays as axios delivers it: %s', async (_type, config) => {
    server.listener = answer(400, { message: TEXT });
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    let delivered: unknown;
    instance.interceptors.response.use(undefined, (error) => {
      delivered = responseOf(error).data;
      throw error;
    });
    attachProcoreCompanyId(instance);

    const error = await rejection(instance.get(RFIS, config));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(error.response.data).toBe(delivered);
    const bytes = delivered instanceof ArrayBuffer ? Buffer.from(delivered) : delivered;
    const text = Buffer.isBuffer(bytes) ? bytes.toString() : asText(bytes);
    expect(JSON.parse(text)).toEqual({ message: TEXT });
  });
});
