import axios, { type AxiosInstance } from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { hasBeforeRedirect, resendsConfigs } from '../support/axios-features';
import { type RedirectingServer, startRedirectingServer } from '../support/redirecting-server';

const describeRedirects = hasBeforeRedirect ? describe : describe.skip; // axios up to 0.26 asks nobody at a redirect, and 1.0.0 follows none
const checkResend = resendsConfigs ? test : test.skip; // axios 1.1 cannot send a config twice

type Hook = (this: unknown, options: Record<string, any>, ...details: unknown[]) => void;

describeRedirects("the caller's own `beforeRedirect`", () => {
  let net: RedirectingServer;

  beforeAll(async () => {
    net = await startRedirectingServer();
  });
  afterAll(() => net.server.close());
  beforeEach(() => {
    net.reset();
    net.routes = {
      'api.procore.com/rest/start': 'https://storage.procore.com/a',
      'storage.procore.com/a': 'https://api.procore.com/rest/end',
    };
  });

  const START = 'https://api.procore.com/rest/start';
  const RIGHT = [
    'api.procore.com/rest/start 42',
    'storage.procore.com/a -',
    'api.procore.com/rest/end -',
  ];

  function create(defaults: object = {}): AxiosInstance {
    return axios.create({ ...net.agents.config, ...defaults });
  }

  function attached(defaults: object = {}): AxiosInstance {
    const instance = create(defaults);
    attachProcoreCompanyId(instance, { companyId: 42 });
    return instance;
  }

  function recorder(): { calls: unknown[]; hook: Hook } {
    const calls: unknown[] = [];
    const hook: Hook = function (this: unknown, options, ...details) {
      const shape = details.map((detail) => Object.keys(Object(detail) as object).sort());
      const self = this === options ? 'options' : Object.keys(Object(this) as object).sort();
      calls.push([options.href, self, shape]);
    };
    return { calls, hook };
  }

  async function without(use: (instance: AxiosInstance, hook: Hook) => Promise<unknown>) {
    const { calls, hook } = recorder();
    await use(create(), hook);
    net.server.requests.length = 0;
    return calls;
  }

  test('given with the call it runs once per hop, with the `this` and arguments it has without the plugin', async () => {
    const expected = await without((instance, hook) =>
      instance.get(START, { beforeRedirect: hook }),
    );
    const { calls, hook } = recorder();
    await attached().get(START, { beforeRedirect: hook });
    expect(calls).toStrictEqual(expected);
    expect(calls).toHaveLength(2);
    expect(net.hops()).toStrictEqual(RIGHT);
  });

  test('given to `create` it runs once per hop, for each of several requests', async () => {
    const { calls, hook } = recorder();
    const instance = attached({ beforeRedirect: hook });
    await instance.get(START);
    await instance.get(START);
    await Promise.all([instance.get(START), instance.get(START)]);
    expect(calls).toHaveLength(8);
    expect(net.hops().slice(0, 6)).toStrictEqual([...RIGHT, ...RIGHT]);
  });

  test('given with one call it does not run for the next', async () => {
    const first = recorder();
    const second = recorder();
    const instance = attached({ beforeRedirect: first.hook });
    await instance.get(START, { beforeRedirect: second.hook });
    expect([first.calls.length, second.calls.length]).toStrictEqual([0, 2]);
    await instance.get(START);
    expect([first.calls.length, second.calls.length]).toStrictEqual([2, 2]);
  });

  test('it sees the headers of each hop, and what it adds is sent', async () => {
    const seen: unknown[] = [];
    const hook: Hook = (options) => {
      seen.push(Object.keys(options.headers).some((name) => /^procore-company-id$/i.test(name)));
      options.headers['X-Hop'] = String(seen.length);
    };
    await attached().get(START, { beforeRedirect: hook });
    expect(seen).toStrictEqual([true, false]);
    expect(net.server.requests.map(({ headers }) => headers['x-hop'])).toStrictEqual([
      undefined,
      '1',
      '2',
    ]);
    expect(net.hops()).toStrictEqual(RIGHT);
  });

  test('a header that it takes off an API hop stays off', async () => {
    net.routes = { 'api.procore.com/rest/start': '/rest/end' };
    const hook: Hook = ({ headers }) => {
      for (const name of Object.keys(headers)) if (/^procore/i.test(name)) delete headers[name];
    };
    await attached().get(START, { beforeRedirect: hook });
    expect(net.hops()).toStrictEqual([
      'api.procore.com/rest/start 42',
      'api.procore.com/rest/end -',
    ]);
  });

  test('what it throws fails the request as it does without the plugin', async () => {
    const refuse = () => {
      throw new Error('No redirects, please.');
    };
    const facts = (error: any) => [error.name, error.code, error.message];
    const expected: unknown = await create().get(START, { beforeRedirect: refuse }).catch(facts);
    net.server.requests.length = 0;
    const actual: unknown = await attached().get(START, { beforeRedirect: refuse }).catch(facts);
    expect(actual).toStrictEqual(expected);
    expect(JSON.stringify(actual)).toContain('No redirects, please.');
    expect(net.hops()).toStrictEqual(['api.procore.com/rest/start 42']);
  });

  test('a header set by hand leaves it as it is', async () => {
    const { hook } = recorder();
    const config = { beforeRedirect: hook, headers: { 'Procore-Company-Id': '9' } };
    const response = await attached().get(START, config);
    expect(response.config.beforeRedirect).toBe(hook);
  });

  checkResend('it is not stacked when a config is sent again and again', async () => {
    const { calls, hook } = recorder();
    const instance = attached();
    let response = await instance.get(START, { beforeRedirect: hook });
    for (let attempt = 2; attempt <= 4; attempt++) {
      response = await instance(response.config);
      expect(calls).toHaveLength(attempt * 2);
      expect(net.hops().slice(-3)).toStrictEqual(RIGHT);
    }
  });

  checkResend(
    'it is not stacked when the config goes through another attached instance',
    async () => {
      const { calls, hook } = recorder();
      const { config } = await attached().get(START, { beforeRedirect: hook });
      const other = create();
      attachProcoreCompanyId(other, { companyId: 7, apiHosts: ['cdn.example'] });
      net.routes['api.procore.com/rest/start'] = 'https://cdn.example/a';
      net.routes['cdn.example/a'] = 'https://storage.procore.com/a';
      const response = await other(config);
      expect(calls).toHaveLength(2 + 3);
      expect(net.hops().slice(3, 6)).toStrictEqual([
        'api.procore.com/rest/start 42',
        'cdn.example/a 42',
        'storage.procore.com/a -',
      ]);
      expect(response.status).toBe(200);
    },
  );

  checkResend.each<[string, object]>([
    ['out of scope', { url: 'https://other.example/x' }],
    ['without a header', { procoreCompanyId: false }],
  ])('it is itself again in a config that is sent again %s', async (_, change) => {
    const { hook } = recorder();
    const instance = attached();
    const first = await instance.get(START, { beforeRedirect: hook });
    const again = await instance({ ...first.config, ...change });
    expect(again.config.beforeRedirect).toBe(hook);
  });

  checkResend(
    'where there is none, a config that is sent again out of scope has none',
    async () => {
      const instance = attached();
      const first = await instance.get(START);
      const again = await instance({ ...first.config, url: 'https://other.example/x' });
      expect(again.config.beforeRedirect).toBeUndefined();
    },
  );
});
