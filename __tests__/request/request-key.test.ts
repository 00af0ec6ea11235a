import { type CompanyId, InvalidCompanyIdError } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const URL_OF_7 = '/rest/v1.0/companies/7/users';

describe('procoreCompanyId in the config of a request', () => {
  test.each<[CompanyId, string]>([
    [9, '9'],
    [9n, '9'],
    ['9', '9'],
    [' 9\t', '9'],
    [9223372036854775807n, '9223372036854775807'],
  ])('sends %p', async (procoreCompanyId, id) => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get('/rest/v1.0/projects/3/rfis', { procoreCompanyId });

    expect(sentIds()).toEqual([id]);
    expect(events).toMatchObject([{ type: 'resolved', companyId: id, source: 'request' }]);
  });

  test.each(['get', 'delete', 'head', 'options', 'post', 'put', 'patch'])(
    'counts for %s requests',
    async (method) => {
      const { instance, sentIds } = attachedInstance();

      await instance.request({ method, url: '/rest/v1.0/users', procoreCompanyId: 9 });

      expect(sentIds()).toEqual(['9']);
    },
  );

  test('is not asked of a resolver as well', async () => {
    const resolver = jest.fn(() => 3);
    const { instance } = attachedInstance({ resolver });

    await instance.get('/rest/v1.0/users', { procoreCompanyId: 9 });
    await instance.get('/rest/v1.0/users', { procoreCompanyId: false });

    expect(resolver).not.toHaveBeenCalled();
  });

  test('decides where path or query are ambiguous', async () => {
    const { instance, sentIds } = attachedInstance();

    await instance.get('/rest/v1.0/users?company_id=1&company_id=2', { procoreCompanyId: 9 });
    await instance.get('/rest/v1.0/companies/1/companies/2', { procoreCompanyId: 9 });

    expect(sentIds()).toEqual(['9', '9']);
  });

  test('belongs to one request only', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    await instance.get('/rest/v1.0/users', { procoreCompanyId: 9 });
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['9', '42']);
  });

  test('does not change the object that the caller passed', async () => {
    const { instance } = attachedInstance();
    const config = Object.freeze({ procoreCompanyId: 9n, headers: Object.freeze({}) });

    await instance.get('/rest/v1.0/users', config);

    expect(config).toEqual({ procoreCompanyId: 9n, headers: {} });
  });

  test('takes the place of a header by hand', async () => {
    const { instance, sentIds } = attachedInstance();
    instance.defaults.headers.common['procore-company-id'] = '5';

    await instance.get('/rest/v1.0/users', {
      procoreCompanyId: 9,
      headers: { 'PROCORE-COMPANY-ID': '6' },
    });

    expect(sentIds()).toEqual(['9']);
  });
});

describe('procoreCompanyId: false', () => {
  test('sends no header, whatever else names a company', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42, resolver: () => 3 });
    instance.defaults.headers.common['Procore-Company-Id'] = '5';

    await instance.get(URL_OF_7, {
      procoreCompanyId: false,
      headers: { 'procore-company-id': '6' },
      params: { company_id: 8 },
    });

    expect(sentIds()).toEqual([undefined]);
    expect(events).toEqual([
      { type: 'opted-out', method: 'GET', route: '/rest/v1.0/companies/:company_id/users' },
    ]);
  });

  test('is not complained about', async () => {
    const { instance, sentIds } = attachedInstance({ onUnresolved: 'reject' });

    await instance.get('/rest/v1.0/users', { procoreCompanyId: false });
    await instance.get(URL_OF_7, { procoreCompanyId: false });

    expect(sentIds()).toEqual([undefined, undefined]);
  });

  test('holds for a retry, until it is taken back', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get(URL_OF_7, { procoreCompanyId: false });
    await instance.request(config);
    await instance.request({ ...config, procoreCompanyId: null });

    expect(sentIds()).toEqual([undefined, undefined, '7']);
  });

  test('opts a single request out of the default of the instance', async () => {
    const { instance, sentIds } = attachedInstance(null, { procoreCompanyId: 8 });

    await instance.get('/rest/v1.0/users', { procoreCompanyId: false });
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual([undefined, '8']);
  });
});

describe('an unusable procoreCompanyId', () => {
  test.each<[unknown]>([
    [''],
    [' '],
    ['undefined'],
    ['007'],
    ['9\n'],
    [0],
    [-1],
    [1.5],
    [NaN],
    [2 ** 53],
    [0n],
    [true],
    [{}],
    [[9]],
    [() => 9],
    ['９'],
  ])('rejects the request: %p', async (value) => {
    const { instance, sent, events } = attachedInstance({ companyId: 42, onConflict: 'send' });

    const error = await rejection(instance.get(URL_OF_7, { procoreCompanyId: value as never }));

    expect(error).toBeInstanceOf(InvalidCompanyIdError);
    expect(error).toMatchObject({
      method: 'GET',
      route: '/rest/v1.0/companies/:company_id/users',
      code: 'ERR_PROCORE_INVALID_COMPANY_ID',
    });
    expect(error.message).toContain('procoreCompanyId');
    expect(error.message).toContain('GET /rest/v1.0/companies/:company_id/users');
    expect(sent).toEqual([]);
    expect(events).toEqual([
      {
        type: 'failed',
        method: 'GET',
        route: '/rest/v1.0/companies/:company_id/users',
        error,
      },
    ]);
    expect(events[0]?.error).toBe(error);
  });

  test('is no reason to reject a request that is out of scope', async () => {
    const { instance, sentIds } = attachedInstance();

    await instance.get('https://login.procore.com/oauth/token', { procoreCompanyId: 'garbage' });

    expect(sentIds()).toEqual([undefined]);
  });
});

test('a trace that somebody cut down keeps no id', async () => {
  const { instance, sentIds } = attachedInstance({ companyId: 42 });
  const procoreCompanyIdTrace = { outcome: 'sent', companyId: '7', source: 'path' };

  await instance.get('/rest/v1.0/projects/3', { procoreCompanyIdTrace } as never);

  expect(sentIds()).toEqual(['42']);
});
