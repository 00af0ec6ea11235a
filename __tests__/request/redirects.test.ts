import type { AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';

type Hook = (options: object) => void;

/** Where redirects lead, asked as the http adapter asks. */
const BACK = 'https://api.procore.com/rest/v1.0/users';
const ELSEWHERE = 'https://storage.procore.com/file';

async function hooks(count = 1): Promise<Hook[]> {
  const { instance, sent } = attachedInstance({ companyId: 42 });
  for (let each = 0; each < count; each++) await instance.get('/rest/v1.0/users');
  return sent.map(({ beforeRedirect }) => beforeRedirect as unknown as Hook);
}

test('a redirect out of scope takes the header off in any spelling, and no other', async () => {
  const [hook] = await hooks();
  for (const name of ['Procore-Company-Id', 'procore-company-id', 'PROCORE-COMPANY-ID']) {
    const headers = { 'X-Procore-Company-Id': '1', 'Procore-Company-Id-Hash': '2', [name]: '42' };

    hook?.({ headers, href: ELSEWHERE });

    expect(headers).toEqual({ 'X-Procore-Company-Id': '1', 'Procore-Company-Id-Hash': '2' });
  }
});

test('a redirect back does not put the header in again', async () => {
  const [hook] = await hooks();
  const options = { headers: { 'procore-company-id': '42' }, href: ELSEWHERE };

  hook?.(options);
  hook?.(Object.assign(options, { href: BACK }));

  expect(options.headers).toEqual({});
});

test('a redirect within the API leaves the headers alone', async () => {
  const [hook] = await hooks();
  const options = { headers: { 'procore-company-id': '42' }, href: BACK };

  hook?.(options);

  expect(options.headers).toEqual({ 'procore-company-id': '42' });
});

test('requests of one instance share a hook', async () => {
  const [first, second] = await hooks(2);

  expect(first).toBeInstanceOf(Function);
  expect(second).toBe(first);
});

describe('on axios 0.27, which has one place for the own hook and that of its proxies', () => {
  const PROXIES = /^https?_proxy$/i;
  const environment = { ...process.env };
  const clear = () => {
    for (const name of Object.keys(process.env).filter((each) => PROXIES.test(each)))
      Reflect.deleteProperty(process.env, name);
  };
  beforeEach(clear);
  afterEach(() => {
    clear();
    for (const name of Object.keys(environment).filter((each) => PROXIES.test(each)))
      process.env[name] = environment[name];
  });

  const callersHook = () => undefined;
  const PROXY = { host: 'proxy.example', port: 3128 };

  /** The hook on a request, where `defaults.env` looks like this. */
  async function hookOf(config: AxiosRequestConfig, env: object | null = { FormData }) {
    const { instance, sent } = attachedInstance();
    Object.assign(instance.defaults, { env });
    attachProcoreCompanyId(instance, { companyId: 42 });
    await instance.get('/rest/v1.0/users', config);
    return sent[0]?.beforeRedirect;
  }

  test.each<[string, AxiosRequestConfig, object]>([
    ['a proxy', { proxy: PROXY }, {}],
    ['a proxy in the environment', {}, { HTTPS_PROXY: 'http://proxy.example' }],
    ['a proxy in the environment', {}, { http_proxy: 'http://proxy.example' }],
  ])('there is no hook beside %s, so that redirects go through it too', async (_, config, env) => {
    Object.assign(process.env, env);

    expect(await hookOf(config)).toBeUndefined();
    expect(await hookOf({ ...config, beforeRedirect: callersHook })).toBe(callersHook);
  });

  test.each<[string, AxiosRequestConfig, object]>([
    ['there is no proxy', {}, { no_proxy: '*', my_https_proxy: 'x', https_proxy_user: 'x' }],
    ['the call wants none', { proxy: false }, { https_proxy: 'http://proxy.example' }],
  ])('there is one where %s', async (_why, config, env) => {
    Object.assign(process.env, env);

    expect(await hookOf(config)).toBeInstanceOf(Function);
  });

  test('other versions have one beside a proxy', async () => {
    const both = { FormData, Blob };

    for (const env of [both, {}, null])
      expect(await hookOf({ proxy: PROXY }, env)).toBeInstanceOf(Function);
  });
});

test("the caller's own hook is called first, and what it does is judged", async () => {
  const { instance, sent } = attachedInstance({ companyId: 42 });
  const calls: unknown[][] = [];
  const own = function (this: unknown, ...details: unknown[]) {
    calls.push([this, ...details]);
    Object.assign(details[0] as object, { href: ELSEWHERE });
  };
  await instance.get('/rest/v1.0/users', { beforeRedirect: own });
  const hook = sent[0]?.beforeRedirect as unknown as (...details: unknown[]) => void;
  const options = { headers: { 'Procore-Company-Id': '42' }, href: BACK };
  const self = {};

  hook.call(self, options, 'response', 'request');

  expect(calls).toEqual([[self, options, 'response', 'request']]);
  expect(calls[0]?.[0]).toBe(self);
  expect(options.headers).toEqual({});
});

test("a retry carries the caller's own hook in one of its own, however often", async () => {
  const { instance, sent } = attachedInstance({ companyId: 42 });
  const own = jest.fn();
  let { config } = await instance.get('/rest/v1.0/users', { beforeRedirect: own });
  for (let count = 0; count < 3; count++) ({ config } = await instance.request(config));

  (sent[3]?.beforeRedirect as unknown as Hook)({ headers: {}, href: BACK });

  expect(own).toHaveBeenCalledTimes(1);
});

test('a hop over a socket keeps the header, as it goes to the same server', async () => {
  const [hook] = await hooks();
  const headers = { 'Procore-Company-Id': '42' };

  hook?.({ headers, href: ELSEWHERE, socketPath: '/run/gateway.sock' });

  expect(headers).toEqual({ 'Procore-Company-Id': '42' });
});

test('where there is no process, as in a browser, no environment names a proxy', () => {
  const { process } = globalThis;
  const use = jest.fn(() => 0);
  const manager = { use, eject: () => undefined };
  attachProcoreCompanyId(
    {
      interceptors: { request: manager, response: manager },
      defaults: { env: { FormData } },
    } as never,
    { companyId: 42 },
  );
  const [onRequest] = use.mock.calls[0] as unknown as [(config: object) => object];

  for (const without of [undefined, {}]) {
    globalThis.process = without as never;
    let config: object;
    try {
      config = onRequest({ url: BACK });
    } finally {
      globalThis.process = process;
    }
    expect(config).toMatchObject({ beforeRedirect: expect.any(Function) });
  }
});
