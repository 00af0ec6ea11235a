import { attachProcoreCompanyId, InvalidCompanyIdError } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const URL_OF_7 = '/rest/v1.0/companies/7/users';

describe('instance.defaults.procoreCompanyId', () => {
  test.each([[42], ['42'], [42n], [' 42 ']])('is a default: %p', async (procoreCompanyId) => {
    const { instance, sentIds, events } = attachedInstance(null, { procoreCompanyId });

    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([{ type: 'resolved', source: 'default', conflict: false }]);
  });

  test('comes after header, resolver, path, query and body', async () => {
    const withResolver = attachedInstance({ resolver: () => 3 }, { procoreCompanyId: 42 });
    const { instance, sentIds, events } = attachedInstance(null, { procoreCompanyId: 42 });

    await withResolver.instance.get('/rest/v1.0/users');
    await instance.get('/rest/v1.0/users', { headers: { 'Procore-Company-Id': '5' } });
    await instance.get(URL_OF_7);
    await instance.get('/rest/v1.0/users', { params: { company_id: 8 } });
    await instance.post('/rest/v1.0/users', { company_id: 9 });

    expect(withResolver.sentIds()).toEqual(['3']);
    expect(sentIds()).toEqual(['5', '7', '8', '9']);
    expect(events.map(({ source }) => source)).toEqual(['header', 'path', 'query', 'body']);
  });

  test.each([42, '42', 42n, ' 42'])(
    'is meant by a request that gives the same id, as axios merges the two: %p',
    async (procoreCompanyId) => {
      const { instance, sentIds, events } = attachedInstance(null, { procoreCompanyId: 42 });

      await instance.get(URL_OF_7, { procoreCompanyId });
      await instance.get('/rest/v1.0/users', { procoreCompanyId });

      expect(sentIds()).toEqual(['7', '42']);
      expect(events.map(({ source }) => source)).toEqual(['path', 'default']);
    },
  );

  test('gives way to another id in the request', async () => {
    const { instance, sentIds, events } = attachedInstance(null, { procoreCompanyId: 42 });

    await instance.get('/rest/v1.0/users', { procoreCompanyId: 9 });

    expect(sentIds()).toEqual(['9']);
    expect(events).toMatchObject([{ source: 'request' }]);
  });

  test('is what it is at the time of the request', async () => {
    const { instance, sentIds, events } = attachedInstance(null, { procoreCompanyId: 42 });

    await instance.get('/rest/v1.0/users');
    instance.defaults.procoreCompanyId = 43;
    await instance.get('/rest/v1.0/users');
    await instance.get(URL_OF_7);
    instance.defaults.procoreCompanyId = undefined;
    await instance.get('/rest/v1.0/users');
    instance.defaults.procoreCompanyId = 44;
    await instance.get('/rest/v1.0/users');
    delete instance.defaults.procoreCompanyId;
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42', '43', '7', undefined, '44', undefined]);
    expect(events.map(({ source }) => source)).toEqual([
      'default',
      'default',
      'path',
      undefined,
      'default',
      undefined,
    ]);
  });

  test('leaves nothing for a retry elsewhere after it has changed', async () => {
    const { instance, sentIds, events } = attachedInstance(null, { procoreCompanyId: 42 });

    const { config } = await instance.get('/rest/v1.0/projects/3');
    instance.defaults.procoreCompanyId = 43;
    await instance.request({ ...config, url: URL_OF_7 });
    await instance.request({ ...config, url: '/rest/v1.0/projects/4' });

    expect(sentIds()).toEqual(['42', '7', '43']);
    expect(events.map(({ source }) => source)).toEqual(['default', 'path', 'default']);
  });

  test('is none where it is null or undefined', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    instance.defaults.procoreCompanyId = null;
    await instance.get('/rest/v1.0/users');
    instance.defaults.procoreCompanyId = undefined;
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42', '42']);
  });

  test('gives way to the option companyId', async () => {
    const { instance, sentIds, events } = attachedInstance(
      { companyId: 42 },
      { procoreCompanyId: 43 },
    );

    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([{ source: 'default' }]);
  });

  test('sends no header where it is false, but for requests that give an id', async () => {
    const { instance, sentIds } = attachedInstance(null, { procoreCompanyId: false });

    await instance.get(URL_OF_7);
    await instance.get(URL_OF_7, { procoreCompanyId: 7 });

    expect(sentIds()).toEqual([undefined, '7']);
  });

  test.each([[''], ['undefined'], [0], [-1], [true], [{}]])(
    'rejects requests where it is no id: %p',
    async (procoreCompanyId) => {
      const { instance, sent, events } = attachedInstance(null, {
        procoreCompanyId: procoreCompanyId as never,
      });

      const error = await rejection(instance.get('/rest/v1.0/users'));

      expect(error).toBeInstanceOf(InvalidCompanyIdError);
      expect(error).toMatchObject({ method: 'GET', route: '/rest/v1.0/users' });
      expect(error.message).toContain('procoreCompanyId');
      expect(sent).toEqual([]);
      expect(events).toMatchObject([{ type: 'failed', error }]);
    },
  );

  test('is left alone', async () => {
    const { instance } = attachedInstance(null, { procoreCompanyId: 42n });

    await instance.get('/rest/v1.0/users');

    expect(instance.defaults.procoreCompanyId).toBe(42n);
  });
});

describe('the option companyId', () => {
  test.each([[42], ['42'], [42n], ['\t42']])('is a default: %p', async (companyId) => {
    const { instance, sentIds, events } = attachedInstance({ companyId });

    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([
      { type: 'resolved', companyId: '42', source: 'default', conflict: false },
    ]);
  });

  test('never meets a conflict, as what the request names comes first', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get(URL_OF_7);
    await instance.get('/rest/v1.0/users?company_id=8');

    expect(sentIds()).toEqual(['7', '8']);
    expect(events.map(({ conflict }) => conflict)).toEqual([false, false]);
  });

  test('is an id in the request as much as any other', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42, onConflict: 'send' });

    await instance.get(URL_OF_7, { procoreCompanyId: 42 });

    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([{ source: 'request', conflict: true }]);
  });

  test('is read once, at attach', async () => {
    const options = { companyId: 42 };
    const { instance, sentIds } = attachedInstance(options);

    options.companyId = 43;
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['42']);
  });
});

test('false as the default of the instance is no id where the call says null', async () => {
  const { instance, sentIds } = attachedInstance();
  Object.assign(instance.defaults, { procoreCompanyId: false });

  await instance.get('/rest/v1.0/users', { procoreCompanyId: null });

  expect(sentIds()).toEqual([undefined]);
});

test('an unusable default is named as such where the call says nothing', async () => {
  const { instance } = attachedInstance();
  Object.assign(instance.defaults, { procoreCompanyId: 'x' });

  const error = await rejection(instance.get('/rest/v1.0/users', { procoreCompanyId: null }));

  expect(error.message).toContain(
    'Not sent: GET /rest/v1.0/users. A Procore company id is a positive integer up to 2^63-1, not the string "x" (`defaults.procoreCompanyId`).',
  );
  expect(error.source).toBe('default');
});

test('a retry keeps the company that its call gave, even when the instance has another', async () => {
  const { instance, sentIds } = attachedInstance();
  Object.assign(instance.defaults, { procoreCompanyId: 42 });

  const { config } = await instance.get('/rest/v1.0/users', { procoreCompanyId: 9 });
  await instance.request({ ...config, url: '/rest/v1.0/vendors' });

  expect(sentIds()[1]).toBe('9');
});

describe('`instance.defaults` of another make', () => {
  const RFIS = '/rest/v1.0/projects/3/rfis';
  const GATEWAY = 'https://gateway.example/procore';

  test('is read where a generated client has replaced it', async () => {
    const { instance, sentIds, events } = attachedInstance();

    instance.defaults = { ...instance.defaults, procoreCompanyId: 43, baseURL: GATEWAY };
    await instance.get(`${GATEWAY}${RFIS}`);

    expect(sentIds()).toEqual(['43']);
    expect(events).toMatchObject([{ source: 'default' }]);
  });

  test('is read where it is a getter of a class around an instance', async () => {
    const { instance, sentIds } = attachedInstance(null, { baseURL: GATEWAY });
    class Client {
      readonly interceptors = instance.interceptors;
      get defaults() {
        return { ...instance.defaults, procoreCompanyId: 43 };
      }
    }

    attachProcoreCompanyId(new Client());
    await instance.get(RFIS);
    instance.defaults.baseURL = 'https://elsewhere.example';
    await instance.get(`${GATEWAY}${RFIS}`);

    expect(sentIds()).toEqual(['43', undefined]);
  });

  test('need not be there', async () => {
    const { instance, sentIds } = attachedInstance();

    attachProcoreCompanyId({ interceptors: instance.interceptors }, { companyId: 42 });
    await instance.get(RFIS);

    expect(sentIds()).toEqual(['42']);
  });
});
