import { AxiosHeaders } from 'axios';
import { toMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import { Agent } from 'https';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';

async function errorWith(config: unknown): Promise<any> {
  const error = await toMissingCompanyIdHeaderError({
    status: 400,
    data: MISSING_HEADER_TEXT,
    headers: { 'set-cookie': ['session=SECRET'] },
    config,
    request: { header: 'SECRET' },
  });
  if (!error) throw new Error('Expected an error.');
  return error;
}

const shownConfig = async (config: unknown): Promise<any> =>
  JSON.parse(JSON.stringify(await errorWith(config))).config;

class Credentials {
  token = 'SECRET';
}

const form = new FormData();
form.append('token', 'SECRET');
const circular: Record<string, unknown> = { token: 'SECRET' };
circular.self = circular;

test('the JSON leaves out a url that is no text', async () => {
  expect(await shownConfig({ url: new URL('https://api.procore.com/x?a=SECRET') })).toEqual({});
});

const RFIS = '/rest/v1.0/projects/3/rfis';

describe('the JSON of a MissingCompanyIdHeaderError', () => {
  test.each<[string, object]>([
    ['headers', { headers: { Authorization: 'Bearer SECRET', 'x-key': ['SECRET'] } }],
    ['headers of axios 1.x', { headers: new AxiosHeaders({ Authorization: 'Bearer SECRET' }) }],
    [
      'headers of axios 0.x',
      { headers: { common: { Authorization: 'SECRET' }, get: { a: 'SECRET' } } },
    ],
    ['fetch headers', { headers: new Headers({ authorization: 'SECRET' }) }],
    ['a map of headers', { headers: new Map([['authorization', 'SECRET']]) }],
    ['headers that are text', { headers: 'Authorization: SECRET' }],
    ['auth', { auth: { username: 'SECRET', password: 'SECRET' } }],
    ['auth that is text', { auth: 'SECRET:SECRET' }],
    ['params', { params: { access_token: 'SECRET', deep: { token: 'SECRET' } } }],
    ['params in URLSearchParams', { params: new URLSearchParams('access_token=SECRET') }],
    ['params that are text', { params: 'access_token=SECRET' }],
    ['params in a list', { params: ['SECRET'] }],
    ['a body', { data: { password: 'SECRET' } }],
    ['a body of text', { data: '{"password":"SECRET"}' }],
    ['a body of bytes', { data: Buffer.from('SECRET') }],
    ['a body of URLSearchParams', { data: new URLSearchParams('password=SECRET') }],
    ['a body of FormData', { data: form }],
    ['the query of the url', { url: `${RFIS}?access_token=SECRET` }],
    ['the fragment of the url', { url: `${RFIS}#SECRET` }],
    ['user info', { url: `https://SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info with an at sign', { url: `https://SECRET@x:SECRET@api.procore.com${RFIS}` }],
    ['user info of a protocol-relative url', { url: `//SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind backslashes', { url: `https:\\\\SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind one slash', { url: `https:/SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind no slash', { url: `https:SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind three slashes', { url: `https:///SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind a tab', { url: `https:/\t/SECRET:SECRET@api.procore.com${RFIS}` }],
    ['a URL object', { url: new URL(`https://SECRET:SECRET@api.procore.com${RFIS}?a=SECRET`) }],
    ['the base url', { baseURL: 'https://SECRET:SECRET@api.procore.com/?key=SECRET#SECRET' }],
    [
      'the proxy',
      { proxy: { host: 'p', port: 1, auth: { username: 'SECRET', password: 'SECRET' } } },
    ],
    ['the proxy as text', { proxy: 'http://SECRET:SECRET@p' }],
    ['an agent', { httpsAgent: new Agent({ key: 'SECRET', passphrase: 'SECRET' }) }],
    ['cookie names', { xsrfCookieName: 'SECRET', xsrfHeaderName: 'SECRET' }],
    ['a socket path', { socketPath: '/run/SECRET.sock' }],
    ['a key of the caller', { apiKey: 'SECRET' }],
    ['an object of the caller', { oauth: { refresh: { token: 'SECRET' } } }],
    ['an instance of the caller', { credentials: new Credentials() }],
    ['a list of the caller', { keys: ['SECRET'] }],
    ['something circular', { circular }],
    ['something with toJSON', { token: { toJSON: () => 'SECRET' } }],
    ['an error', { lastError: Object.assign(new Error('SECRET'), { token: 'SECRET' }) }],
    ['a function', { paramsSerializer: Object.assign(() => 'SECRET', { token: 'SECRET' }) }],
    ['a symbol', { key: Symbol('SECRET') }],
    [
      'env',
      {
        env: { FormData: class SECRET extends Map {} },
        fetchOptions: { headers: { a: 'SECRET' } },
      },
    ],
  ])('keeps a secret: %s', async (_where, config) => {
    const error = await errorWith({ url: RFIS, method: 'get', ...config });

    expect(JSON.stringify(error)).not.toContain('SECRET');
    expect(error.message).not.toContain('SECRET');
    expect(error.config).toMatchObject({ method: 'get' });
  });

  test('has a toJSON whose result holds no secret either', async () => {
    const error = await errorWith({ url: RFIS, headers: { a: 'SECRET' }, data: { b: 'SECRET' } });

    const { config, ...rest } = error.toJSON();

    expect(JSON.stringify([config, rest])).not.toContain('SECRET');
  });

  test('has method, baseURL and url of the config, and nothing else of it', async () => {
    const config = {
      url: `https://user:password@api.procore.com${RFIS}?page=2#top`,
      baseURL: 'https://api.procore.com/',
      method: 'post',
      responseType: 'stream',
      timeout: 5000,
      maxRedirects: 0,
      withCredentials: false,
    };

    expect(await shownConfig(config)).toEqual({
      method: 'post',
      baseURL: 'https://api.procore.com/',
      url: `https://api.procore.com${RFIS}`,
    });
  });

  test.each<[object, object]>([
    [{ url: 'http://user:password@localhost/x' }, { url: 'http://localhost/x' }],
    [{ headers: null, data: undefined }, {}],
    [{ urlOfToken: 'SECRET', methods: 'SECRET', callbackurl: 'SECRET' }, {}],
  ])('of %j shows %j', async (config, shown) => {
    expect(await shownConfig(config)).toEqual(shown);
  });

  test.each([undefined, null, 'SECRET', 7, () => 'SECRET'])(
    'can be made where the config is %p',
    async (config) => {
      expect(JSON.stringify(await errorWith(config))).not.toContain('SECRET');
    },
  );
});
