import type { AxiosRequestConfig } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import { type CompanyIdResolver, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const INVALID = { error: { code: '400', message: 'invalid company id' } };

/** A resolver that answers 3, on an instance whose requests are all answered alike. */
function learning(
  status: number,
  body: unknown = {},
  { answer = () => 3, ...options }: ProcoreCompanyIdOptions & { answer?: CompanyIdResolver } = {},
) {
  const learn = jest.fn();
  const forget = jest.fn();
  const doubt = jest.fn();
  const ask: CompanyIdResolver = (request) => answer(request);
  const resolver = Object.assign(ask, { learn, forget, doubt });
  const { instance, events } = attachedInstance({ resolver, ...options });
  new AxiosMockAdapter(instance).onAny().reply(status, body);
  return { instance, learn, forget, doubt, events };
}

describe('learn', () => {
  test('gets the request and the response', async () => {
    const { instance, learn } = learning(200, { id: 5 });

    const response = await instance.get('/rest/v1.0/projects/5', { params: { company_id: 3 } });

    expect(learn).toHaveBeenCalledTimes(1);
    const [request, answer] = learn.mock.calls[0];
    expect(answer).toBe(response);
    expect(request).toMatchObject({
      method: 'GET',
      path: '/rest/v1.0/projects/5',
      route: '/rest/v1.0/projects/:project_id',
      companyId: '3',
      projectId: '5',
    });
    expect(request.config).toBe(response.config);
  });

  test('is told no company where the request names two', async () => {
    const { instance, learn } = learning(200);

    await instance.get('/rest/v1.0/projects/5?company_id=3&company_id=4');

    expect(learn.mock.calls[0][0]).toMatchObject({ companyId: undefined, projectId: '5' });
  });

  test('is not called for a response without a status', async () => {
    const { instance, learn } = learning(200);
    instance.defaults.adapter = (config) => Promise.resolve({ data: {}, config } as never);

    await instance.get('/rest/v1.0/projects');

    expect(learn).not.toHaveBeenCalled();
  });

  test.each([200, 201, 202, 204, 299])('is called for a status of %i', async (status) => {
    const { instance, learn } = learning(status);

    await instance.get('/rest/v1.0/projects');

    expect(learn).toHaveBeenCalledTimes(1);
  });

  test.each([199, 300, 304, 400, 404, 500])('is not called for a status of %i', async (status) => {
    const { instance, learn } = learning(status);

    await instance.get('/rest/v1.0/projects', { validateStatus: null });
    await instance.get('/rest/v1.0/projects').catch(() => undefined);

    expect(learn).not.toHaveBeenCalled();
  });

  test.each([
    'https://storage.procore.com/rest/v2.1/companies/7/projects/3/uploads/1',
    'https://login.procore.com/oauth/token',
    'https://api.procore.com/oauth/token',
    'https://bucket.s3.amazonaws.com/companies/7',
  ])('is not called out of scope: %s', async (url) => {
    const { instance, learn } = learning(200);

    await instance.get(url);

    expect(learn).not.toHaveBeenCalled();
  });

  test.each<[string, AxiosRequestConfig]>([
    ['the request', { procoreCompanyId: 3 }],
    ['a header', { headers: { 'Procore-Company-Id': '3' } }],
    ['nobody, as it opted out', { procoreCompanyId: false }],
  ])('is called where the id comes from %s', async (_whom, config) => {
    const { instance, learn } = learning(200);

    await instance.get('/rest/v1.0/projects', config);

    expect(learn).toHaveBeenCalledTimes(1);
  });

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
  ])('breaks no request where it %s', async (_how, fail) => {
    const { instance, learn } = learning(200, { id: 5 });
    learn.mockImplementation(fail);

    const { data } = await instance.get('/rest/v1.0/projects/5');

    expect(data).toEqual({ id: 5 });
    expect(learn).toHaveBeenCalledTimes(1);
  });

  test('is not called once the plugin is detached', async () => {
    const learn = jest.fn();
    const resolver = Object.assign(() => 3, { learn });
    const { instance, attachment } = attachedInstance({ resolver });

    attachment.detach();
    await instance.get('/rest/v1.0/projects');

    expect(learn).not.toHaveBeenCalled();
  });
});

describe('forget', () => {
  test('gets the request, the response and the id', async () => {
    const { instance, forget, learn } = learning(400, INVALID);

    const error = await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(forget).toHaveBeenCalledTimes(1);
    const [request, response, companyId] = forget.mock.calls[0];
    expect(request).toMatchObject({ method: 'GET', path: '/rest/v1.0/projects/5', projectId: '5' });
    expect(response).toBe(error.response);
    expect(companyId).toBe('3');
    expect(error.response.data).toEqual(INVALID);
    expect(learn).not.toHaveBeenCalled();
  });

  test.each<[number, unknown]>([
    [400, 'invalid company id'],
    [404, 'Invalid Company ID'],
    [400, { message: 'invalid company id' }],
    [400, { errors: 'invalid company id' }],
    [400, { errors: ['invalid company id'] }],
    [400, { reason: 'The request has an invalid company id.' }],
    [400, { error: { code: '400', message: 'invalid company id' } }],
    [400, Buffer.from(JSON.stringify(INVALID))],
    [400, JSON.stringify(INVALID)],
  ])('is called where the error itself says so: %i %j', async (status, body) => {
    const { instance, forget, doubt } = learning(status, body);

    await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(forget).toHaveBeenCalledTimes(1);
    expect(doubt).not.toHaveBeenCalled();
  });

  test('is called for ids that come later, and with a label', async () => {
    const answer = async () => ({ companyId: 9n, source: 'tenant' });
    const { instance, forget } = learning(400, INVALID, { answer });

    await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(forget.mock.calls[0][2]).toBe('9');
  });

  test('is called where the resolver and the request name the same company', async () => {
    const { instance, forget } = learning(400, INVALID);

    await rejection(instance.get('/rest/v1.0/companies/3/projects'));

    expect(forget).toHaveBeenCalledTimes(1);
  });

  test.each<[string, string, AxiosRequestConfig]>([
    ['the request', '/rest/v1.0/projects/5', { procoreCompanyId: 3 }],
    ['a header', '/rest/v1.0/projects/5', { headers: { 'Procore-Company-Id': '3' } }],
    ['nobody', '/rest/v1.0/projects/5', { procoreCompanyId: false }],
  ])('is not called for an id from %s', async (_whom, url, config) => {
    const { instance, forget } = learning(400, INVALID);

    await rejection(instance.get(url, config));

    expect(forget).not.toHaveBeenCalled();
  });

  test.each([
    ['the path', '/rest/v1.0/companies/7/projects'],
    ['the query', '/rest/v1.0/projects?company_id=7'],
    ['the default', '/rest/v1.0/projects'],
  ])('is not called for an id from %s', async (_what, url) => {
    const options = { answer: () => undefined, companyId: 3 };
    const { instance, forget } = learning(400, INVALID, options);

    await rejection(instance.get(url));

    expect(forget).not.toHaveBeenCalled();
  });

  test.each<[number, unknown]>([
    [400, { error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' } }],
    [400, 'Missing Procore-Company-Id header!'],
    [401, { error: 'invalid_token' }],
    [403, { message: 'App is not connected to this company' }],
    [404, { message: 'Item not found' }],
    [200, INVALID],
    [400, { errors: { vendor_id: ['invalid company id'] } }],
    [422, { errors: { vendor_id: 'invalid company id' } }],
    [400, { vendor: { message: 'invalid company id' } }],
    [400, { errors: { base: ['The name is taken'], vendor: ['invalid company id'] } }],
  ])('is not called for another answer: %i %j', async (status, body) => {
    const { instance, forget } = learning(status, body);

    await instance.get('/rest/v1.0/projects/5').catch(() => undefined);

    expect(forget).not.toHaveBeenCalled();
  });

  test('is not called in a dry run, as the id was not sent', async () => {
    const { instance, forget } = learning(400, INVALID, { dryRun: true });

    await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(forget).not.toHaveBeenCalled();
  });

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
  ])('does not hide the error of Procore where it %s', async (_how, fail) => {
    const { instance, forget, events } = learning(400, INVALID);
    forget.mockImplementation(fail);

    const error = await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(error.response.data).toEqual(INVALID);
    expect(forget).toHaveBeenCalledTimes(1);
    expect(events.slice(2)).toEqual([
      {
        type: 'failed',
        method: 'GET',
        route: '/rest/v1.0/projects/:project_id',
        error: new Error('disk full'),
      },
    ]);
  });

  test('need not be there', async () => {
    const { instance, events } = attachedInstance({ resolver: () => 3 });
    new AxiosMockAdapter(instance).onAny().reply(400, INVALID);

    await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(events.map(({ type }) => type)).toEqual(['resolved', 'invalid-company-id']);
  });

  test('leaves a retry to the resolver, which may know better by now', async () => {
    let id = 3;
    const { instance, forget, events } = learning(400, INVALID, { answer: () => id });
    forget.mockImplementation(() => {
      id = 4;
    });

    const { config } = await rejection(instance.get('/rest/v1.0/projects/5'));
    await rejection(instance.request(config));

    expect(
      events.flatMap(({ type, companyId }) => (type === 'resolved' ? [companyId] : [])),
    ).toEqual(['3', '4']);
  });
});

describe('doubt', () => {
  const NOT_FOUND = { message: 'Item not found' };

  test('gets the request, the response and the id of a 404', async () => {
    const { instance, doubt, forget, learn } = learning(404, NOT_FOUND);

    const error = await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(doubt).toHaveBeenCalledTimes(1);
    const [request, response, companyId] = doubt.mock.calls[0];
    expect(request).toMatchObject({ path: '/rest/v1.0/projects/5', projectId: '5' });
    expect(response).toBe(error.response);
    expect(companyId).toBe('3');
    expect(forget).not.toHaveBeenCalled();
    expect(learn).not.toHaveBeenCalled();
  });

  test.each<[string, AxiosRequestConfig, ProcoreCompanyIdOptions]>([
    ['the request', { procoreCompanyId: 3 }, {}],
    ['a header', { headers: { 'Procore-Company-Id': '3' } }, {}],
    ['nobody', { procoreCompanyId: false }, {}],
    ['a dry run', {}, { dryRun: true }],
    ['a url out of scope', { url: 'https://example.com/' }, {}],
  ])('is not called for an id from %s', async (_whom, config, options) => {
    const { instance, doubt } = learning(404, NOT_FOUND, options);

    await rejection(instance.request({ url: '/rest/v1.0/projects/5', ...config }));

    expect(doubt).not.toHaveBeenCalled();
  });

  test.each([
    ['the path', '/rest/v1.0/companies/7/projects'],
    ['the default', '/rest/v1.0/projects'],
  ])('is not called for an id from %s', async (_whom, url) => {
    const options = { answer: () => undefined, companyId: 3 };
    const { instance, doubt } = learning(404, NOT_FOUND, options);

    await rejection(instance.get(url));

    expect(doubt).not.toHaveBeenCalled();
  });

  test.each([400, 403, 410, 500])('is not called for a status of %i', async (status) => {
    const { instance, doubt } = learning(status, NOT_FOUND);

    await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(doubt).not.toHaveBeenCalled();
  });

  test('breaks no request where it fails, and leaves the id to a retry', async () => {
    let id = 3;
    const { instance, doubt, events } = learning(404, NOT_FOUND, { answer: () => id });
    doubt.mockRejectedValue(new Error('disk full'));

    const { config } = await rejection(instance.get('/rest/v1.0/projects/5'));
    id = 4;
    await rejection(instance.request(config));

    expect(events.map(({ type, companyId, error }) => [type, companyId ?? error])).toEqual([
      ['resolved', '3'],
      ['failed', new Error('disk full')],
      ['resolved', '3'],
      ['failed', new Error('disk full')],
    ]);
  });

  test('need not be there', async () => {
    const { instance, events } = attachedInstance({ resolver: () => 3 });
    new AxiosMockAdapter(instance).onAny().reply(404, NOT_FOUND);

    await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(events.map(({ type }) => type)).toEqual(['resolved']);
  });
});
