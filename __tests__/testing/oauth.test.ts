import type { ProcoreEdge } from '../../lib/testing';
import { call, form, multipart } from './call';
import { startEdge } from './edges';

const UNSUPPORTED = 'The authorization grant type is not supported';

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await startEdge({ requireToken: true });
});

const tokenFor = (fields: Record<string, string>) =>
  call(`${edge.url}/oauth/token`, { method: 'POST', json: fields });

const newToken = async (): Promise<string> =>
  (await tokenFor({ grant_type: 'client_credentials' })).json.access_token;

const project = (authorization?: string, company: number | undefined = 42) =>
  call(`${edge.url}/rest/v1.0/projects/3`, {
    ...(company && { company }),
    headers: authorization === undefined ? {} : { Authorization: authorization },
  });

describe('the token endpoint', () => {
  test('issues a token for client credentials, without a refresh token', async () => {
    const { status, json } = await tokenFor({ grant_type: 'client_credentials' });

    expect(status).toBe(200);
    expect(json).toEqual({
      access_token: expect.stringMatching(/^edge-access-\d+$/),
      token_type: 'bearer',
      expires_in: 5400,
      created_at: expect.any(Number),
    });
    expect(Math.abs(json.created_at - Date.now() / 1000)).toBeLessThan(60);
  });

  test.each([
    ['JSON', { json: { grant_type: 'authorization_code', code: 'abc' } }],
    ['a form', form({ grant_type: 'authorization_code', code: 'abc' })],
    ['a multipart form', multipart({ grant_type: 'authorization_code', code: 'abc' })],
  ])('issues a token for an authorization code in %s', async (_what, body) => {
    const { json } = await call(`${edge.url}/oauth/token`, { method: 'POST', ...body });

    expect(json.refresh_token).toMatch(/^edge-refresh-\d+$/);
    expect((await project(`Bearer ${json.access_token}`)).status).toBe(200);
  });

  test('never issues the same token twice', async () => {
    expect(await newToken()).not.toBe(await newToken());
  });

  test('takes a refresh token once', async () => {
    const first = await tokenFor({ grant_type: 'authorization_code', code: 'abc' });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.json.refresh_token };

    const second = await tokenFor(refresh);
    const third = await tokenFor(refresh);

    expect((await project(`Bearer ${second.json.access_token}`)).status).toBe(200);
    expect(second.json.refresh_token).toMatch(/^edge-refresh-\d+$/);
    expect(second.json.refresh_token).not.toBe(first.json.refresh_token);
    expect(third).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant', error_description: 'The refresh token is invalid' },
    });
  });

  test.each([
    [{ grant_type: 'authorization_code' }, 'invalid_grant', 'The authorization code is invalid'],
    [{ grant_type: 'refresh_token' }, 'invalid_grant', 'The refresh token is invalid'],
    [{ grant_type: 'password' }, 'unsupported_grant_type', UNSUPPORTED],
    [{}, 'unsupported_grant_type', UNSUPPORTED],
  ])('refuses %j', async (fields: Record<string, string>, error, description) => {
    const { status, json } = await tokenFor(fields);

    expect(status).toBe(400);
    expect(json).toEqual({ error, error_description: description });
    expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('refused-grant');
  });

  test('takes no refresh token that it has not given out', async () => {
    const number = /\d+$/.exec(await newToken())?.[0];

    const { status } = await tokenFor({
      grant_type: 'refresh_token',
      refresh_token: `edge-refresh-${number}`,
    });

    expect(status).toBe(400);
  });

  test('refuses JSON that is none', async () => {
    const { status } = await call(`${edge.url}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"grant_type"',
    });

    expect(status).toBe(400);
  });

  test.each([
    ['GET', '/oauth/token'],
    ['GET', '/oauth/authorize'],
    ['POST', '/oauth/token/other'],
  ])('is alone: %s %s is not found', async (method, path) => {
    const { status } = await call(edge.url + path, { method });

    expect(status).toBe(404);
  });
});

test('the log says that all went well, from the first token to the last', async () => {
  edge.clear();

  const { json } = await tokenFor({ grant_type: 'authorization_code', code: 'abc' });
  await tokenFor({ grant_type: 'refresh_token', refresh_token: json.refresh_token });
  const authorization = `Bearer ${await newToken()}`;
  await call(`${edge.url}/oauth/token/info`, { headers: { Authorization: authorization } });
  await call(`${edge.url}/oauth/revoke`, { method: 'POST', json: { token: json.access_token } });

  expect(edge.requests.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
});

describe('a token', () => {
  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer edge-access-0',
    'Basic dXNlcjpwYXNz',
    'edge-access-1',
  ])('is needed: %p gets 401 before anything else is looked at', async (authorization) => {
    await newToken();

    const { status, json, headers } = await project(authorization, 0);

    expect(status).toBe(401);
    expect(json).toEqual({
      error: 'invalid_token',
      error_description: 'The access token is invalid',
    });
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
    expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('unauthorized');
  });

  test.each(['/rest/v1.0/me', '/vapid/companies'])('is needed for %s too', async (path) => {
    const without = await call(edge.url + path);
    const withToken = await call(edge.url + path, {
      headers: { Authorization: `Bearer ${await newToken()}` },
    });

    expect([without.status, withToken.status]).toEqual([401, 200]);
  });

  test('is not needed where the path only contains that of the API', async () => {
    const { status } = await call(`${edge.url}/somewhere/rest/v1.0/me`);

    expect(status).toBe(400);
  });

  test.each([
    ['Bearer  ', 200],
    ['X-Bearer ', 401],
  ])('is read after %j: %i', async (scheme, expected) => {
    expect((await project(scheme + (await newToken()))).status).toBe(expected);
  });

  test('does not stand in for the header', async () => {
    const { text } = await project(`bearer ${await newToken()}`, 0);

    expect(text).toContain('Missing Procore-Company-Id header!');
  });

  test('ends with expireTokens, while its refresh token still works', async () => {
    const { json } = await tokenFor({ grant_type: 'authorization_code', code: 'abc' });
    edge.expireTokens();

    const refreshed = await tokenFor({
      grant_type: 'refresh_token',
      refresh_token: json.refresh_token,
    });

    expect((await project(`Bearer ${json.access_token}`)).status).toBe(401);
    expect((await project(`Bearer ${refreshed.json.access_token}`)).status).toBe(200);
  });

  test('ends with its refresh token when revoked', async () => {
    const { json } = await tokenFor({ grant_type: 'authorization_code', code: 'abc' });
    const body = form({ token: json.access_token });

    const revoked = await call(`${edge.url}/oauth/revoke`, { method: 'POST', ...body });

    expect(revoked).toMatchObject({ status: 200, json: {} });
    expect((await project(`Bearer ${json.access_token}`)).status).toBe(401);
    expect(
      (await tokenFor({ grant_type: 'refresh_token', refresh_token: json.refresh_token })).status,
    ).toBe(400);
  });

  test('can be a refresh token that is revoked alone', async () => {
    const { json } = await tokenFor({ grant_type: 'authorization_code', code: 'abc' });

    await call(`${edge.url}/oauth/revoke`, { method: 'POST', json: { token: json.refresh_token } });

    expect((await project(`Bearer ${json.access_token}`)).status).toBe(200);
    expect(
      (await tokenFor({ grant_type: 'refresh_token', refresh_token: json.refresh_token })).status,
    ).toBe(400);
  });

  test('may be unknown when revoked: the answer is 200 nonetheless', async () => {
    const unknown = await call(`${edge.url}/oauth/revoke`, { method: 'POST', json: {} });

    expect(unknown.status).toBe(200);
  });

  test('tells about itself', async () => {
    const url = `${edge.url}/oauth/token/info`;
    const headers = { Authorization: `Bearer ${await newToken()}` };

    expect((await call(url, { headers })).json).toEqual({ resource_owner_id: 201, scope: [] });
    expect((await call(url)).status).toBe(401);
  });

  test('is not asked for unless the option says so', async () => {
    const open = await startEdge();

    const { status } = await call(`${open.url}/rest/v1.0/projects/3`, { company: 42 });

    expect(status).toBe(200);
  });
});
