import {
  MissingCompanyIdHeaderError,
  toMissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';

const RFIS = '/rest/v1.0/projects/3/rfis';

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

const shownConfig = async (config: unknown): Promise<unknown> =>
  JSON.parse(JSON.stringify(await errorWith(config))).config;

describe('the JSON of a MissingCompanyIdHeaderError', () => {
  test('has what is worth logging, and of the config three fields', async () => {
    const error = await errorWith({
      url: RFIS,
      baseURL: 'https://api.procore.com',
      method: 'post',
      timeout: 5000,
      params: { company_id: 'x' },
      headers: { Authorization: 'Bearer SECRET' },
    });

    expect(error.toJSON()).toStrictEqual({
      name: 'MissingCompanyIdHeaderError',
      message: error.message,
      code: 'ERR_BAD_REQUEST',
      status: 400,
      stack: error.stack,
      procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID',
      reason: 'unknown',
      isCertain: true,
      method: 'POST',
      route: '/rest/v1.0/projects/:project_id/rfis',
      config: { method: 'post', baseURL: 'https://api.procore.com', url: RFIS },
    });
  });

  test.each<[string, object]>([
    ['headers', { headers: { Authorization: 'Bearer SECRET', 'x-key': ['SECRET'] } }],
    ['auth', { auth: { username: 'SECRET', password: 'SECRET' } }],
    ['params', { params: { access_token: 'SECRET', deep: { token: 'SECRET' } } }],
    ['a body', { data: { password: 'SECRET' } }],
    ['the proxy', { proxy: { host: 'p', port: 1, auth: { username: 'SECRET' } } }],
    ['a key of the caller', { apiKey: 'SECRET' }],
    ['the query of the url', { url: `${RFIS}?access_token=SECRET` }],
    ['the query of the url behind a line break', { url: `${RFIS}?access_token=a\nSECRET` }],
    ['the fragment of the url', { url: `${RFIS}#SECRET` }],
    ['user info', { url: `https://SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info with an at sign', { url: `https://SECRET@x:SECRET@api.procore.com${RFIS}` }],
    ['user info without a scheme', { url: `//SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind backslashes', { url: `https:\\\\SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind one slash', { url: `https:/SECRET:SECRET@api.procore.com${RFIS}` }],
    ['user info behind no slash', { url: `https:SECRET:SECRET@api.procore.com${RFIS}` }],
    ['a URL object', { url: new URL(`https://SECRET:SECRET@api.procore.com${RFIS}?a=SECRET`) }],
    ['the base url', { baseURL: 'https://SECRET:SECRET@api.procore.com/?key=SECRET#SECRET' }],
  ])('keeps a secret: %s', async (_where, config) => {
    const error = await errorWith({ url: RFIS, method: 'get', ...config });

    expect(JSON.stringify(error)).not.toContain('SECRET');
    expect(error.message).not.toContain('SECRET');
    expect(error.config).toMatchObject({ method: 'get' });
  });

  test.each<[object, object]>([
    [
      { url: `https://user:password@api.procore.com${RFIS}?page=2#top` },
      { url: `https://api.procore.com${RFIS}` },
    ],
    [{ url: 'http://user:password@localhost/x' }, { url: 'http://localhost/x' }],
    [{ baseURL: '//user@gateway.example/v1' }, { baseURL: '//gateway.example/v1' }],
    [{ url: 7, baseURL: null, method: undefined }, {}],
  ])('of %j shows %j', async (config, shown) => {
    expect(await shownConfig(config)).toEqual(shown);
  });

  test.each([undefined, null, 'SECRET', 7, () => 'SECRET'])(
    'can be made where the config is %p',
    async (config) => {
      expect(JSON.stringify(await errorWith(config))).not.toContain('SECRET');
    },
  );

  test('does not need a response', () => {
    const error = new MissingCompanyIdHeaderError('Name', 'CODE', 'message', {});

    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'Name', config: {} });
  });
});
