import { aroundThePlugin } from '../support/around-the-plugin';
import { attachedInstance } from '../support/attached-instance';

const HEADER = 'Procore-Company-Id';
const URL_OF_7 = '/rest/v1.0/companies/7/users';
const UUID = '123e4567-e89b-12d3-a456-426614174000';
const GARBAGE = ['', 'undefined', 'null', 'abc', '0', '-1', '1.5', '007', '5, x', ',', '５', UUID];

const keptFrom5 = (conflict: boolean) => ({
  type: 'kept',
  method: 'GET',
  route: '/rest/v1.0/companies/:company_id/users',
  companyId: '5',
  source: 'header',
  conflict,
});

describe('a usable header by hand', () => {
  test.each([
    'Procore-Company-Id',
    'procore-company-id',
    'PROCORE-COMPANY-ID',
    'pROCORE-cOMPANY-iD',
  ])('is left alone as %j', async (name) => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get(URL_OF_7, { headers: { [name]: '5' } });

    expect(sentIds()).toEqual(['5']);
    expect(events).toEqual([keptFrom5(true)]);
  });

  test.each([[5], [5n], ['5'], [' 5'], ['5\t']])(
    'is left alone with the value %p',
    async (value) => {
      const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

      await instance.get(URL_OF_7, { headers: { [HEADER]: value as never } });

      expect(sentIds()).toEqual(['5']);
      expect(events).toEqual([keptFrom5(true)]);
    },
  );

  test('is found in the defaults of the instance', async () => {
    const asCommon = attachedInstance();
    asCommon.instance.defaults.headers.common['procore-company-id'] = '5';
    const asMethod = attachedInstance();
    asMethod.instance.defaults.headers.get[HEADER] = '5';
    const atCreate = attachedInstance(null, { headers: { [HEADER]: '5' } });

    for (const { instance, sentIds, events } of [asCommon, asMethod, atCreate]) {
      await instance.get(URL_OF_7);
      expect(sentIds()).toEqual(['5']);
      expect(events).toEqual([keptFrom5(true)]);
    }
  });

  test('is not found in the defaults of another method', async () => {
    const { instance, sentIds } = attachedInstance();
    instance.defaults.headers.post[HEADER] = '5';

    await instance.get(URL_OF_7);
    await instance.post(URL_OF_7);

    expect(sentIds()).toEqual(['7', '5']);
  });

  test('is found where an interceptor of the caller set it', async () => {
    const { instance, sentIds, events } = attachedInstance();
    instance.interceptors.request.use((config) => {
      config.headers.set(HEADER, 5);
      return config;
    });

    await instance.get(URL_OF_7);

    expect(sentIds()).toEqual(['5']);
    expect(events).toEqual([keptFrom5(true)]);
  });

  test('is not one whose name is merely similar', async () => {
    const { instance, sent, sentIds } = attachedInstance();
    const headers = {
      'X-Procore-Company-Id': '1',
      'Procore-Company': '2',
      Procore_Company_Id: '3',
    };

    await instance.get(URL_OF_7, { headers });

    expect(sentIds()).toEqual(['7']);
    expect(sent[0]?.headers).toMatchObject(headers);
  });

  test('is never corrected, only observed', async () => {
    const { instance, sentIds, events } = attachedInstance({ onConflict: 'reject' });

    await instance.get(URL_OF_7, { headers: { [HEADER]: '5' } });
    await instance.get(URL_OF_7, { headers: { [HEADER]: '7' } });
    await instance.get('/rest/v1.0/users', {
      headers: { [HEADER]: '5' },
      params: { company_id: 7 },
    });
    await instance.post('/rest/v1.0/users', { company_id: 7 }, { headers: { [HEADER]: '5' } });

    expect(sentIds()).toEqual(['5', '7', '5', '5']);
    expect(events.map(({ type, conflict }) => [type, conflict])).toEqual([
      ['kept', true],
      ['kept', false],
      ['kept', true],
      ['kept', true],
    ]);
  });

  test('spares the resolver', async () => {
    const resolver = jest.fn(() => 3);
    const { instance } = attachedInstance({ resolver });

    await instance.get('/rest/v1.0/users', { headers: { [HEADER]: '5' } });

    expect(resolver).not.toHaveBeenCalled();
  });
});

describe('a header by hand with several values', () => {
  test.each<[unknown, string]>([
    [['5'], '5'],
    [[' 5 '], '5'],
    [[5], '5'],
    ['5,5', '5,5'],
    ['5, 5', '5, 5'],
    [['5', '5'], '5,5'],
  ])('is that company where it is one: %j', async (value, written) => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get(URL_OF_7, { headers: { [HEADER]: value as never } });

    expect(sentIds().map((id) => id?.trim())).toEqual([written]);
    expect(events).toEqual([keptFrom5(true)]);
  });

  test.each<[unknown, string]>([
    ['7, 9', '7, 9'],
    ['7,9', '7,9'],
    ['7,7,9', '7,7,9'],
    [['7', '9'], '7,9'],
  ])('is left alone and told as a conflict where they differ: %j', async (value, written) => {
    const resolver = jest.fn(() => 3);
    const { instance, sentIds, events } = attachedInstance({ companyId: 42, resolver });

    await instance.get(URL_OF_7, { headers: { [HEADER]: value as never } });

    expect(sentIds()).toEqual([written]);
    expect(resolver).not.toHaveBeenCalled();
    expect(events).toStrictEqual([
      {
        type: 'kept',
        method: 'GET',
        route: '/rest/v1.0/companies/:company_id/users',
        source: 'header',
        conflict: true,
      },
    ]);
  });

  test.each<[unknown]>([['5, x'], ['5,'], [','], [['5', '']], [[]]])(
    'is no id where one of them is none: %j',
    async (value) => {
      const { instance, sentIds } = attachedInstance();

      await instance.get(URL_OF_7, { headers: { [HEADER]: value as never } });

      expect(sentIds()).toEqual(['7']);
    },
  );

  test('gives way to `procoreCompanyId`', async () => {
    const { instance, sentIds } = attachedInstance({ checkHeader: true });

    await instance.get('/rest/v1.0/users', {
      headers: { [HEADER]: '7, 9' },
      procoreCompanyId: 5,
    });

    expect(sentIds()).toEqual(['5']);
  });
});

describe('an unusable header by hand', () => {
  test.each(GARBAGE)('is replaced where an id is found: %j', async (value) => {
    const { instance, sentIds, events } = attachedInstance();

    await instance.get(URL_OF_7, { headers: { 'procore-company-id': value } });

    expect(sentIds()).toEqual(['7']);
    expect(events).toMatchObject([{ type: 'resolved', companyId: '7', source: 'path' }]);
  });

  test('is replaced by whatever source has an id', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });
    const headers = { [HEADER]: 'undefined' };
    const resolving = attachedInstance({ resolver: async () => 3 });

    await instance.get('/rest/v1.0/users', { headers });
    await instance.get('/rest/v1.0/users', { headers, procoreCompanyId: 9 });
    await resolving.instance.get('/rest/v1.0/users', { headers });

    expect(sentIds()).toEqual(['42', '9']);
    expect(resolving.sentIds()).toEqual(['3']);
  });

  test('is replaced among the defaults of the instance, for this request only', async () => {
    const { instance, sentIds } = attachedInstance();
    instance.defaults.headers.common['PROCORE-COMPANY-ID'] = 'undefined';

    await instance.get(URL_OF_7);

    expect(sentIds()).toEqual(['7']);
    expect(instance.defaults.headers.common['PROCORE-COMPANY-ID']).toBe('undefined');
  });

  test.each(GARBAGE)('is left where no id is found: %j', async (value) => {
    const { instance, sent, events } = attachedInstance();

    await instance.get('/rest/v1.0/users', { headers: { 'procore-company-id': value } });

    expect(sent[0]?.headers.get(HEADER)).toBe(value);
    expect(Object.keys(sent[0]?.headers ?? {})).toContain('procore-company-id');
    expect(events).toMatchObject([{ type: 'unresolved' }]);
  });

  test('is unresolved, and rejected where that is wanted', async () => {
    const { instance, sent } = attachedInstance({ onUnresolved: 'reject' });

    await expect(
      instance.get('/rest/v1.0/users', { headers: { [HEADER]: 'undefined' } }),
    ).rejects.toMatchObject({ code: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID' });
    expect(sent).toEqual([]);
  });

  test('is removed where it is undefined', async () => {
    const { instance, sent } = attachedInstance();
    instance.interceptors.request.use((config) => {
      config.headers['procore-company-id'] = undefined;
      return config;
    });

    await instance.get('/rest/v1.0/users');

    expect(Object.keys(sent[0]?.headers ?? {})).not.toContain('procore-company-id');
  });

  test.each([null, undefined])('counts as none where it is %p', async (value) => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get('/rest/v1.0/users', { headers: { [HEADER]: value } });

    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([{ type: 'resolved', source: 'default' }]);
  });
});

describe('a header set to false', () => {
  test.each(['Procore-Company-Id', 'procore-company-id'])('opts out as %s', async (name) => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42, resolver: () => 3 });

    await instance.get(URL_OF_7, { headers: { [name]: false } });

    expect(sentIds()).toEqual([undefined]);
    expect(events).toEqual([
      { type: 'opted-out', method: 'GET', route: '/rest/v1.0/companies/:company_id/users' },
    ]);
  });

  test('opts out over a default header of the instance', async () => {
    const { instance, sentIds } = attachedInstance();
    instance.defaults.headers.common[HEADER] = '5';

    await instance.get(URL_OF_7, { headers: { [HEADER]: false } });

    expect(sentIds()).toEqual([undefined]);
  });

  test('opts out as a default of the instance', async () => {
    const { instance, sentIds, events } = attachedInstance();
    instance.defaults.headers.common[HEADER] = false;

    await instance.get(URL_OF_7);

    expect(sentIds()).toEqual([undefined]);
    expect(events).toMatchObject([{ type: 'opted-out' }]);
  });

  test('gives way to procoreCompanyId', async () => {
    const { instance, sentIds } = attachedInstance();

    await instance.get(URL_OF_7, { headers: { [HEADER]: false }, procoreCompanyId: 7 });

    expect(sentIds()).toEqual(['7']);
  });

  test('is not complained about', async () => {
    const { instance, sentIds } = attachedInstance({ onUnresolved: 'reject' });

    await instance.get('/rest/v1.0/users', { headers: { [HEADER]: false } });

    expect(sentIds()).toEqual([undefined]);
  });
});

test('an unusable header in another spelling makes way for the one of the plugin', async () => {
  const { instance, after } = aroundThePlugin({});

  await instance.get(URL_OF_7, { headers: { 'procore-company-id': 'undefined' } });

  const names = Object.keys(after[0]?.config.headers ?? {});
  expect(names.filter((name) => /procore/i.test(name))).toEqual([HEADER]);
});

describe('a retry', () => {
  test('keeps all other headers', async () => {
    const { instance, sent, sentIds } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get('/rest/v1.0/users', { headers: { 'X-Trace': 'a' } });
    await instance.request(config);

    expect(sent.map(({ headers }) => headers.get('x-trace'))).toEqual(['a', 'a']);
    expect(sentIds()).toEqual(['42', '42']);
  });

  test('keeps a header that somebody has set since', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get(URL_OF_7);
    expect(sentIds()).toEqual(['7']);
    config.headers.set(HEADER, '5');
    await instance.request(config);

    expect(sentIds()[1]).toBe('5');
    expect(events.map(({ type }) => type)).toEqual(['resolved', 'kept']);
  });

  test('stays opted out by its header, though the instance has one by default', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });
    instance.defaults.headers.common[HEADER] = '5';

    const { config } = await instance.get(URL_OF_7, { headers: { [HEADER]: false } });
    await instance.request(config);

    expect(sentIds()).toEqual([undefined, undefined]);
    expect(events.map(({ type }) => type)).toEqual(['opted-out', 'opted-out']);
  });

  test('keeps its header by hand', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get('/rest/v1.0/users', { headers: { [HEADER]: '5' } });
    await instance.request(config);

    expect(sentIds()).toEqual(['5', '5']);
    expect(events.map(({ type }) => type)).toEqual(['kept', 'kept']);
  });

  test('does not keep the id of a header by hand that is gone', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get('/rest/v1.0/users', { headers: { [HEADER]: '5' } });
    config.headers.delete(HEADER);
    await instance.request(config);

    expect(sentIds()[1]).toBe('42');
  });

  test('has no longer opted out where somebody has set its header since', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    const { config } = await instance.get('/rest/v1.0/users', { headers: { [HEADER]: false } });
    config.headers.set(HEADER, '5', true);
    await instance.request(config);

    expect(sentIds()[1]).toBe('5');
  });
});

test('a header in another spelling makes way for the one of `procoreCompanyId`', async () => {
  const { instance, after } = aroundThePlugin({});

  await instance.get('/rest/v1.0/users', {
    headers: { 'procore-company-id': '5' },
    procoreCompanyId: 9,
  });

  const { headers } = after[0]?.config ?? {};
  expect(Object.entries(headers ?? {}).filter(([name]) => /procore/i.test(name))).toEqual([
    [HEADER, '9'],
  ]);
});

test('a header out of scope stays as it is, even one that is undefined', async () => {
  const headers = { [HEADER]: undefined };
  const { instance, after } = aroundThePlugin({}, (config) =>
    Object.assign(config, { headers: headers as never }),
  );

  await instance.get('https://example.com/').catch(() => undefined);

  expect(after).toHaveLength(1);
  expect(Object.keys(headers)).toEqual([HEADER]);
});
