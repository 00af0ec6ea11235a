import {
  InvalidCompanyIdError,
  type ProcoreRequest,
  type Resolution,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const URL_OF_7 = '/rest/v1.0/companies/7/users';

describe('the answer of a resolver', () => {
  test.each<[string, Resolution, string]>([
    ['a number', 3, '3'],
    ['a bigint', 3n, '3'],
    ['a string', ' 3', '3'],
  ])('may be %s, at once or later', async (_what, answer, id) => {
    const atOnce = attachedInstance({ resolver: () => answer });
    const later = attachedInstance({ resolver: async () => answer });

    for (const { instance, sentIds, events } of [atOnce, later]) {
      await instance.get('/rest/v1.0/users');

      expect(sentIds()).toEqual([id]);
      expect(events).toMatchObject([{ type: 'resolved', companyId: id, source: 'resolver' }]);
    }
  });

  test('may have a label', async () => {
    const atOnce = attachedInstance({ resolver: () => ({ companyId: 3, source: 'tenant' }) });
    const later = attachedInstance({ resolver: async () => ({ companyId: 3n, source: 'tenant' }) });

    for (const { instance, sentIds, events } of [atOnce, later]) {
      await instance.get('/rest/v1.0/users');

      expect(sentIds()).toEqual(['3']);
      expect(events).toMatchObject([{ companyId: '3', source: 'tenant' }]);
    }
  });

  test('is labelled with the source of its resolver where it has no label', async () => {
    const plain = attachedInstance({ resolver: Object.assign(() => 3, { source: 'tenant' }) });
    const object = attachedInstance({
      resolver: Object.assign(async () => ({ companyId: 3 }), { source: 'tenant' }),
    });
    const labelled = attachedInstance({
      resolver: Object.assign(() => ({ companyId: 3, source: 'job' }), { source: 'tenant' }),
    });
    const unlabelled = attachedInstance({ resolver: () => ({ companyId: 3 }) });

    const sources = [];
    for (const { instance, events } of [plain, object, labelled, unlabelled]) {
      await instance.get('/rest/v1.0/users');
      sources.push(events[0]?.source);
    }
    expect(sources).toEqual(['tenant', 'tenant', 'job', 'resolver']);
  });

  test.each<[string, Resolution]>([
    ['undefined', undefined],
    ['null', null],
    ['a label with undefined', { companyId: undefined, source: 'tenant' }],
    ['a label with null', { companyId: null, source: 'tenant' }],
  ])('may be %s: the path, then the default counts', async (_what, answer) => {
    const atOnce = attachedInstance({ resolver: () => answer, companyId: 42 });
    const later = attachedInstance({ resolver: async () => answer, companyId: 42 });

    for (const { instance, sentIds, events } of [atOnce, later]) {
      await instance.get(URL_OF_7);
      await instance.get('/rest/v1.0/users?company_id=8');
      await instance.post('/rest/v1.0/users', { company_id: 9 });
      await instance.get('/rest/v1.0/users');

      expect(sentIds()).toEqual(['7', '8', '9', '42']);
      expect(events.map(({ source }) => source)).toEqual(['path', 'query', 'body', 'default']);
    }
  });

  test.each<[unknown]>([
    [''],
    ['undefined'],
    ['007'],
    [0],
    [-1],
    [1.5],
    [NaN],
    [0n],
    [true],
    [false],
    [{}],
    [[]],
    [[3]],
    [{ id: 3 }],
    [{ companyId: '' }],
    [{ companyId: false, source: 'tenant' }],
    [{ companyId: { companyId: 3 } }],
    [() => 3],
    [new Date(3)],
  ])('rejects the request where it is unusable: %p', async (answer) => {
    const atOnce = attachedInstance({ resolver: () => answer as Resolution, companyId: 42 });
    const later = attachedInstance({ resolver: async () => answer as Resolution, companyId: 42 });

    for (const { instance, sent, events } of [atOnce, later]) {
      const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));

      expect(error).toBeInstanceOf(InvalidCompanyIdError);
      expect(error).toMatchObject({ method: 'GET', route: '/rest/v1.0/projects/:project_id/rfis' });
      expect(error.message).toContain('resolver');
      expect(sent).toEqual([]);
      expect(events).toMatchObject([{ type: 'failed', error }]);
    }
  });

  test('may come from any promise-like object', async () => {
    const thenable = {
      then(onFulfilled: (answer: number) => void) {
        onFulfilled(3);
      },
    };
    const { instance, sentIds } = attachedInstance({ resolver: () => thenable as never });

    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['3']);
  });
});

describe('a resolver that fails', () => {
  test.each<[string, unknown]>([
    ['an error', new Error('no tenant')],
    ['a frozen error', Object.freeze(new TypeError('no tenant'))],
    ['a string', 'no tenant'],
    ['an object', { code: 'E_TENANT' }],
    ['null', null],
    ['undefined', undefined],
  ])('rejects the request with that very thing: %s', async (_what, thrown) => {
    const throwing = attachedInstance({
      resolver: () => {
        throw thrown;
      },
      companyId: 42,
    });
    const rejecting = attachedInstance({ resolver: () => Promise.reject(thrown), companyId: 42 });

    for (const { instance, sent, events } of [throwing, rejecting]) {
      expect(await rejection(instance.get(URL_OF_7))).toBe(thrown);
      expect(sent).toEqual([]);
      expect(events).toMatchObject([{ type: 'failed', method: 'GET' }]);
      expect(events[0]?.error).toBe(thrown);
    }
  });

  test('is heard by the response interceptors of the caller', async () => {
    const { instance } = attachedInstance({
      resolver: () => Promise.reject(new Error('no tenant')),
    });
    const onRejected = jest.fn((error: unknown) => Promise.reject(error));
    instance.interceptors.response.use(undefined, onRejected);

    await rejection(instance.get(URL_OF_7));

    expect(onRejected).toHaveBeenCalledTimes(1);
  });
});

describe('a resolver', () => {
  test('is asked once for each request, with what the request is', async () => {
    const asked: unknown[] = [];
    const resolver = ({ method, path, config }: ProcoreRequest) => {
      asked.push([method, path, config.tenant]);
      return 3;
    };
    const { instance } = attachedInstance({ resolver });

    await instance.get('/rest/v1.0/users', { tenant: 'a' } as never);
    await instance.post('/rest/v1.0/projects', {}, { tenant: 'b' } as never);

    expect(asked).toEqual([
      ['GET', '/rest/v1.0/users', 'a'],
      ['POST', '/rest/v1.0/projects', 'b'],
    ]);
  });

  test('is not asked where the call decides, or where the request is out of scope', async () => {
    const resolver = jest.fn(() => 3);
    const { instance, sentIds } = attachedInstance({ resolver });

    await instance.get(URL_OF_7, { procoreCompanyId: 7 });
    await instance.get(URL_OF_7, { procoreCompanyId: false });
    await instance.get(URL_OF_7, { headers: { 'Procore-Company-Id': '7' } });
    await instance.get(URL_OF_7, { headers: { 'Procore-Company-Id': false } });
    await instance.get('https://storage.procore.com/rest/v2.1/companies/7/projects/3/uploads/1');

    expect(resolver).not.toHaveBeenCalled();
    expect(sentIds()).toEqual(['7', undefined, '7', undefined, undefined]);
  });

  test.each([
    '/rest/v1.0/users?company_id=1&company_id=2',
    '/rest/v1.0/companies/1/companies/2/users',
    '/rest/v1.0/companies/1/../2/users',
  ])('must not guess where the request is ambiguous: %s', async (url) => {
    const resolver = jest.fn(() => 3);
    const { instance, sentIds, events } = attachedInstance({ resolver, companyId: 42 });

    await instance.get(url);

    expect(resolver).not.toHaveBeenCalled();
    expect(sentIds()).toEqual([undefined]);
    expect(events).toMatchObject([{ type: 'unresolved', reason: 'ambiguous' }]);
  });

  test('is asked for calls that need no header, too', async () => {
    const { instance, sentIds } = attachedInstance({ resolver: () => 3 });

    await instance.get('/rest/v1.0/me');
    await instance.get('/rest/v1.0/companies');

    expect(sentIds()).toEqual(['3', '3']);
  });

  test('may name the company that the request names', async () => {
    const resolver = ({ companyId }: ProcoreRequest) => companyId;
    const { instance, sentIds, events } = attachedInstance({ resolver });

    await instance.get(URL_OF_7);

    expect(sentIds()).toEqual(['7']);
    expect(events).toMatchObject([{ source: 'resolver', conflict: false }]);
  });

  test('answers each of several requests at a time for itself', async () => {
    const resolver = async ({ config }: ProcoreRequest) => {
      await new Promise((resolve) => setTimeout(resolve, Number(config.wait)));
      return config.tenant as number;
    };
    const { instance, sent } = attachedInstance({ resolver });

    await Promise.all(
      [30, 20, 10].map((wait) => instance.get('/rest/v1.0/users', { wait, tenant: wait } as never)),
    );

    for (const config of sent) {
      expect(config.headers.get('Procore-Company-Id')).toBe(
        String((config as unknown as { tenant: number }).tenant),
      );
    }
    expect(sent).toHaveLength(3);
  });
});
