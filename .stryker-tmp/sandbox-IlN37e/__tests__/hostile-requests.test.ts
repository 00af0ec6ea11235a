// @ts-nocheck
import {
  attachProcoreCompanyId,
  isProcoreCompanyIdError,
  type ProcoreCompanyIdOptions,
  type ProcoreRequest,
} from 'axios-procore-company-id';
import {
  fail,
  revokedProxy,
  throwingProxy,
  unreadable,
  withFixed,
  withGetter,
} from './support/hostile';

type Handler = (config: unknown) => any;

/** The handler that the plugin adds for requests: axios itself would stumble over hostile configs before it. */
function requestHandler(options?: ProcoreCompanyIdOptions, defaults: unknown = {}): Handler {
  let handler: Handler | undefined;
  const request = {
    use: (onFulfilled?: Handler | null) => {
      handler = onFulfilled ?? undefined;
      return 0;
    },
    eject: () => undefined,
  };
  const response = { use: () => 0, eject: () => undefined };
  const instance = { defaults, create: fail, interceptors: { request, response } };
  attachProcoreCompanyId(instance, options);
  return handler as Handler;
}

const CONFIG = { url: '/rest/v1.0/companies/7/users', method: 'post' };
const config = (facts: object = {}): object => ({ ...CONFIG, headers: {}, ...facts });

const KEYS = [
  'url',
  'baseURL',
  'method',
  'params',
  'paramsSerializer',
  'data',
  'headers',
  'allowAbsoluteUrls',
  'beforeRedirect',
  'procoreCompanyId',
  'procoreCompanyIdTrace',
  'signal',
  'cancelToken',
];

const cyclic: Record<string, unknown> = {};
cyclic.filters = cyclic;
let deep: unknown = 7;
for (let level = 0; level < 100_000; level++) deep = { company_id: deep };

const VALUES: [string, () => unknown][] = [
  ['a proxy that throws', throwingProxy],
  ['a revoked proxy', revokedProxy],
  ['an object that cannot be read as text', () => unreadable],
  ['an object with a getter that throws', () => withGetter('company_id')],
  ['an object that contains itself', () => cyclic],
  ['an object that is deep', () => deep],
  ['a symbol', () => Symbol('x')],
  ['a bigint', () => 7n],
  ['a function that throws', () => fail],
  ['a class that throws', () => new Proxy(fail, { get: fail, construct: fail })],
  ['a list of hostile things', () => [throwingProxy(), unreadable, Symbol('x')]],
  ['an empty object without a prototype', () => Object.create(null)],
  [
    'an object that looks like a form',
    () =>
      new (class {
        getAll = fail;
      })(),
  ],
  [
    'an object with a hostile form',
    () =>
      Object.create({
        get getAll() {
          return fail();
        },
      }),
  ],
  [
    'an object that looks like headers',
    () => ({ entries: fail, concat: fail, set: fail, toJSON: fail }),
  ],
  ['headers with hostile buckets', () => ({ common: throwingProxy(), post: revokedProxy() })],
  ['headers that throw when they are read', () => withGetter('entries')],
  [
    'parts that are no form',
    () => Object.assign(Object.create({}), { _streams: [unreadable, throwingProxy(), fail] }),
  ],
  ['something that looks like a signal', () => ({ aborted: false })],
  ['a signal that throws', () => withGetter('aborted')],
  ['a token that throws', () => withGetter('promise')],
];

const CONFIGS: [string, () => unknown][] = [
  ...KEYS.map((key): [string, () => unknown] => [
    `a ${key} that throws`,
    () => withGetter(key, config()),
  ]),
  ...KEYS.flatMap((key) =>
    VALUES.map(([what, make]): [string, () => unknown] => [
      `as ${key} ${what}`,
      () => config({ [key]: make() }),
    ]),
  ),
  ...KEYS.map((key): [string, () => unknown] => [
    `a ${key} that cannot be written`,
    () => withFixed(key, (config() as Record<string, unknown>)[key] ?? 9, config()),
  ]),
  ['everything frozen', () => Object.freeze(config({ headers: Object.freeze({}) }))],
  [
    'headers that are frozen',
    () => config({ headers: Object.freeze({ 'procore-company-id': 'x' }) }),
  ],
  [
    'headers that cannot be written',
    () => config({ headers: withFixed('Procore-Company-Id', 'x') }),
  ],
  ['headers that cannot be read', () => config({ headers: withGetter('procore-company-id') })],
  ['no prototype', () => Object.assign(Object.create(null), config())],
  ['nothing', () => ({})],
];

/** No promise can have one of these as its value, so that they reach the handler only by hand. */
const PROXIES: [string, () => unknown][] = [
  ['a prototype that throws', () => Object.setPrototypeOf(config(), throwingProxy())],
  ['a proxy that throws', throwingProxy],
  ['a revoked proxy', revokedProxy],
];

/** What the handler comes to: a config to go on with, or an error of this package. */
async function outcomeOf(handle: Handler, given: unknown): Promise<unknown> {
  let result: unknown;
  try {
    result = handle(given);
    if (result === given) return 'went on';
    result = await result;
  } catch (error) {
    return isProcoreCompanyIdError(error) ? 'refused' : error;
  }
  return typeof result === 'object' && result !== null ? 'went on' : result;
}

/** Reads all that a request shows. */
const nosy = (request: ProcoreRequest): undefined => {
  const { method, url, path, route, companyId, projectId } = request;
  if ([method, url, path, route, companyId, projectId].length === 0) throw new Error('no facts');
};

const ATTACHMENTS: [string, ProcoreCompanyIdOptions][] = [
  ['an attachment', {}],
  ['an attachment that rejects what is unresolved', { onUnresolved: 'reject' }],
  ['an observed attachment with a default', { companyId: 42, observe: () => undefined }],
  ['an attachment with a resolver', { resolver: nosy, companyId: 42 }],
  ['an attachment with a slow resolver', { resolver: async (request) => nosy(request) }],
  ['a dry run', { dryRun: true, observe: () => undefined }],
];

describe.each(ATTACHMENTS)('a hostile config makes no error of %s', (_what, options) => {
  test.each(CONFIGS)('with %s', async (_which, make) => {
    const handle = requestHandler({ apiHosts: () => true, ...options });

    expect(['went on', 'refused']).toContain(await outcomeOf(handle, make()));
  });

  test.each(PROXIES)('with %s', async (_which, make) => {
    expect(await outcomeOf(requestHandler({ ...options, resolver: null }), make())).toMatch(
      /^(?:went on|refused)$/,
    );
  });

  test.each(VALUES)('nor do defaults with %s', async (_which, make) => {
    for (const key of ['baseURL', 'procoreCompanyId', 'headers']) {
      const handle = requestHandler(options, { [key]: make() });

      expect(['went on', 'refused']).toContain(await outcomeOf(handle, config()));
    }
  });
});

describe('a config that refuses to be written to', () => {
  const handle = requestHandler({});
  const header = (result: any): unknown => result.headers['Procore-Company-Id'];

  test.each<[string, () => object]>([
    ['is frozen', () => Object.freeze(config())],
    ['has a fixed beforeRedirect', () => withFixed('beforeRedirect', null, config())],
    ['has a beforeRedirect that throws', () => withGetter('beforeRedirect', config())],
    ['has a fixed marker', () => withFixed('procoreCompanyIdTrace', null, config())],
    ['has headers that throw', () => withGetter('headers', config())],
    ['has a prototype that throws', () => Object.setPrototypeOf(config(), throwingProxy())],
  ])('is copied where it %s', (_which, make) => {
    const given = make();
    const result = handle(given);

    expect(result).not.toBe(given);
    expect(result).toMatchObject({ ...CONFIG, beforeRedirect: expect.any(Function) });
    expect(header(result)).toBe('7');
  });

  test('keeps its symbols, and gets no other prototype by a key of that name', () => {
    const key = Symbol('key');
    const given = JSON.parse('{"__proto__":{"polluted":1}}') as object;
    const result = handle(Object.freeze(Object.assign(given, config({ [key]: 1 }))));

    expect(result[key]).toBe(1);
    expect(result.polluted).toBeUndefined();
  });

  test('gives up the company of an attempt before, too', () => {
    const first = handle(config());
    const second = handle(Object.freeze({ ...first, url: '/rest/v1.0/companies/8/users' }));

    expect(header(second)).toBe('8');
  });

  test('has its id as text', () => {
    const given = Object.freeze({ url: '/rest/v1.0/users', procoreCompanyId: 9n });

    expect(handle(given).procoreCompanyId).toBe('9');
  });
});

test('headers that cannot be read are left to axios', () => {
  const headers = revokedProxy();

  expect(requestHandler({})(config({ headers })).headers).toBe(headers);
});

test('a marker of somebody else is no marker', () => {
  const given = config({
    procoreCompanyIdTrace: { companyId: '7' },
    headers: { 'Procore-Company-Id': '7' },
  });
  const events: unknown[] = [];
  requestHandler({ observe: ({ type }) => events.push(type) })(given);

  expect(events).toEqual(['kept']);
});

test.each<[string, object]>([
  ['a token', { cancelToken: { promise: { then: fail } } }],
  ['a token to take back', { cancelToken: { promise: { then: () => ({ cancel: fail }) } } }],
  ['a signal', { signal: { aborted: false } }],
  ['a signal to take back', { signal: { aborted: false, addEventListener: () => undefined } }],
])(
  '%s that is none keeps nobody from an answer, and leaves no rejection behind',
  async (_what, facts) => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const handle = requestHandler({ resolver: async () => 5 });
    const result = await handle(config({ url: '/rest/v1.0/users', ...facts }));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);

    expect(result.headers['Procore-Company-Id']).toBe('5');
    expect(unhandled).not.toHaveBeenCalled();
  },
);

test('a re-send that has lost its headers gets the one of its company', () => {
  const first = { ...requestHandler({})(config()), headers: undefined };

  expect(requestHandler({})(first).headers).toEqual({ 'Procore-Company-Id': '7' });
});

test('params that only look like a URLSearchParams are read as an object', () => {
  const params = { getAll: () => ['8'], company_id: 7 };
  const result = requestHandler({})(config({ url: '/rest/v1.0/users', params }));

  expect(result.headers['Procore-Company-Id']).toBe('7');
});
