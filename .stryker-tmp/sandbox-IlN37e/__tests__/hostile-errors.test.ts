// @ts-nocheck
import {
  attachProcoreCompanyId,
  diagnoseProcoreError,
  isMissingCompanyIdHeaderError,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { fail, revokedProxy, throwingProxy, unreadable, withGetter } from './support/hostile';
import { MISSING_HEADER_TEXT } from './support/missing-header-text';

type Handler = (value: any) => unknown;

/** The handler that the plugin adds for rejected responses: axios itself would stumble over hostile errors before it. */
function rejectionHandler(options?: object): Handler {
  let handler: Handler | undefined;
  const response = {
    use: (_onFulfilled: unknown, onRejected?: Handler | null) => {
      handler = onRejected ?? undefined;
      return 0;
    },
    eject: () => undefined,
  };
  const request = { use: () => 0, eject: () => undefined };
  attachProcoreCompanyId({ interceptors: { request, response } }, options);
  return handler as Handler;
}

/** What the handler throws at once or later. It must not become the value of a promise, which would look for its `then`. */
async function thrownBy(handle: Handler, value: unknown): Promise<{ error: any }> {
  try {
    await handle(value);
  } catch (error) {
    return { error };
  }
  throw new Error('Expected the handler to throw.');
}

const CONFIG = { url: '/rest/v1.0/projects/3/rfis', method: 'get' };
const response = (facts: object = {}): object => ({
  status: 400,
  data: MISSING_HEADER_TEXT,
  headers: {},
  config: CONFIG,
  ...facts,
});
const error = (facts: object = {}, more: object = {}): object =>
  Object.assign(new Error('x'), { config: CONFIG, response: response(facts), ...more });

const endless: unknown[] = [];
endless.push(endless, { errors: endless, message: endless });
let deep: unknown = MISSING_HEADER_TEXT;
for (let level = 0; level < 100_000; level++) deep = { errors: deep };

const RESPONSES: [string, object][] = [
  ['a status that throws', withGetter('status', response())],
  ['a status that is unreadable', response({ status: unreadable })],
  ['a status that is a symbol', response({ status: Symbol('400') })],
  ['a status that is a bigint', response({ status: 400n })],
  ['a body that throws', withGetter('data', response())],
  ['a body that is a proxy', response({ data: throwingProxy() })],
  ['a body that is revoked', response({ data: revokedProxy() })],
  ['a body with fields that throw', response({ data: withGetter('message') })],
  ['a body with errors that throw', response({ data: { errors: withGetter('base') } })],
  ['a body with errors that are a proxy', response({ data: { errors: throwingProxy() } })],
  ['a body that contains itself', response({ data: endless })],
  ['a body that is deep', response({ data: deep })],
  ['a body with many errors', response({ data: { errors: new Array(1_000_000).fill({}) } })],
  ['a body that is a function', response({ data: fail })],
  ['a body that is a symbol', response({ data: Symbol('x') })],
  ['a body that only looks like a stream', response({ data: { read: fail, unshift: fail } })],
  ['a body that only looks like a blob', response({ data: { slice: fail, text: fail } })],
  [
    'a blob that rejects',
    response({ data: { slice: () => ({ text: () => Promise.reject(new Error()) }), text: fail } }),
  ],
  ['a body that only looks like a web stream', response({ data: { tee: fail } })],
  ['a body with a getter where a stream has read', response({ data: withGetter('read') })],
  ['headers that throw', response({ data: new Blob(['x']), headers: throwingProxy() })],
  ['headers that are null', response({ data: new Blob(['x']), headers: null })],
  [
    'headers that are unreadable',
    response({ data: new Blob(['x']), headers: { 'content-type': unreadable } }),
  ],
  [
    'headers that are a symbol',
    response({ data: new Blob(['x']), headers: { 'content-length': Symbol('x') } }),
  ],
  ['a config that throws', response({ config: throwingProxy() })],
  ['a config that is revoked', response({ config: revokedProxy() })],
  ['a config that is text', response({ config: 'x' })],
  [
    'a config with an unreadable url',
    response({ config: { url: unreadable, baseURL: unreadable } }),
  ],
  ['a config with an unreadable method', response({ config: { ...CONFIG, method: unreadable } })],
  ['a config with unreadable params', response({ config: { ...CONFIG, params: throwingProxy() } })],
  ['a config that throws by key', response({ config: withGetter('url') })],
  ['a trace of somebody else', response({ config: { ...CONFIG, procoreCompanyIdTrace: 'x' } })],
  ['a request that throws', withGetter('request', response())],
  ['a request that is hostile', response({ request: throwingProxy() })],
  ['everything frozen', Object.freeze(response({ data: Object.freeze({ message: 'x' }) }))],
  ['nothing', {}],
  ['no prototype', Object.assign(Object.create(null) as object, response())],
];

const ERRORS: [string, unknown][] = [
  ...RESPONSES.map(([what, value]): [string, unknown] => [
    `a response with ${what}`,
    Object.assign(new Error('x'), { response: value }),
  ]),
  ['a proxy that throws', throwingProxy()],
  ['a revoked proxy', revokedProxy()],
  ['a response that throws', withGetter('response', new Error('x'))],
  ['a cause that throws', withGetter('cause', new Error('x'))],
  ['a response of a cause that throws', { cause: withGetter('response') }],
  ['a config that throws', withGetter('config', error())],
  ['a message that throws', withGetter('message', error())],
  ['a message that is unreadable', error({}, { message: unreadable })],
  ['a message that is a symbol', error({}, { message: Symbol('x') })],
  ['a code that throws', withGetter('code', error())],
  ['a request that throws', withGetter('request', error())],
  ['a frozen error', Object.freeze(error())],
  [
    'an error without prototype',
    Object.assign(Object.create(null) as object, { response: response() }),
  ],
  ['an error with a proxy as prototype', Object.setPrototypeOf(error(), throwingProxy())],
  ['a function', Object.assign(() => undefined, { response: response() })],
  ['a response that is text', { response: 'x' }],
  ['a response that is a proxy', { response: throwingProxy() }],
  [
    'itself as its cause',
    (() => {
      const value: { cause?: unknown } = {};
      value.cause = value;
      return value;
    })(),
  ],
];

describe.each<[string, object | undefined]>([
  ['an attachment', undefined],
  ['an observed attachment', { observe: () => undefined }],
  ['a dry run', { dryRun: true, observe: () => undefined }],
])('a hostile error never makes an error of %s', (_what, options) => {
  const handle = rejectionHandler(options);

  test.each(ERRORS)('%s', async (_which, value) => {
    const { error: result } = await thrownBy(handle, value);

    const isMapped = isMissingCompanyIdHeaderError(result);
    expect((isMapped ? result.cause : result) === value).toBe(true);
  });
});

test.each(ERRORS)('diagnoseProcoreError never throws: %s', (_what, value) => {
  const { kind, message } = diagnoseProcoreError(value) ?? {};

  expect([undefined, 'missing-header', 'sent-without-header']).toContain(kind);
  expect(typeof message).toBe(kind ? 'string' : 'undefined');
});

test.each(RESPONSES)('toMissingCompanyIdHeaderError never rejects: %s', async (_what, value) => {
  const result = await toMissingCompanyIdHeaderError(value);

  expect(result === undefined || isMissingCompanyIdHeaderError(result)).toBe(true);
});

test.each([undefined, null, '', 'x', 400, true, 400n, Symbol('x'), [], () => 400])(
  'toMissingCompanyIdHeaderError never rejects: %p',
  async (value) => {
    expect(await toMissingCompanyIdHeaderError(value as never)).toBeUndefined();
  },
);

test('an error that is frozen is mapped, and stays as it was', async () => {
  const frozen = Object.freeze(error(Object.freeze(response()))) as { message: string };

  const { error: mapped } = await thrownBy(rejectionHandler(), frozen);

  expect(isMissingCompanyIdHeaderError(mapped)).toBe(true);
  expect(mapped.cause).toBe(frozen);
  expect(frozen.message).toBe('x');
});

test('an error whose config throws is mapped all the same', async () => {
  const hostile = withGetter('config', error());

  const { error: mapped } = await thrownBy(rejectionHandler(), hostile);

  expect(isMissingCompanyIdHeaderError(mapped)).toBe(true);
});

test('a web stream stays readable where its response cannot be changed', async () => {
  const data = new Response(MISSING_HEADER_TEXT).body;
  const hostile = Object.assign(new Error('x'), { response: Object.freeze(response({ data })) });

  const { error: result } = await thrownBy(rejectionHandler(), hostile);

  expect(await new Response(result.response.data).text()).toBe(MISSING_HEADER_TEXT);
});

test.each<[string, object]>([
  ['reads nothing', { read: () => null, unshift: fail, readableLength: 5, listenerCount: () => 0 }],
  ['has ended', { read: fail, unshift: fail, readableEnded: true, listenerCount: () => 0 }],
])('a stream that %s says nothing', async (_what, data) => {
  const value = error({ data: { ...data, complete: true } });

  expect((await thrownBy(rejectionHandler(), value)).error).toBe(value);
});
