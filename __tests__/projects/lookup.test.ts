import axios, { type CancelToken } from 'axios';
import { InvalidCompanyIdError, type ProcoreRequest } from 'axios-procore-company-id';
import { type LookupAnswer, projectDirectory } from 'axios-procore-company-id/projects';
import { directoryInstance } from '../support/directory-instance';
import { rejection } from '../support/rejection';
import { requestSeen } from '../support/request-seen';

const RFIS_OF_3 = '/rest/v1.0/projects/3/rfis';
const RFIS_OF_4 = '/rest/v1.0/projects/4/rfis';

/** Questions that are answered by hand. */
function questions() {
  const asked: {
    projectId: string;
    resolve: (answer: LookupAnswer) => void;
    reject: (error: unknown) => void;
  }[] = [];
  const lookup = jest.fn(
    (projectId: string) =>
      new Promise<LookupAnswer>((resolve, reject) => {
        asked.push({ projectId, resolve, reject });
      }),
  );
  return { asked, lookup };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('`lookup`', () => {
  test.each<[string, LookupAnswer | Promise<LookupAnswer>]>([
    ['a number', 7],
    ['a bigint', 7n],
    ['a text', ' 7 '],
    ['a promise', Promise.resolve(7)],
  ])('may answer with %s, and is asked once', async (_what, answer) => {
    const lookup = jest.fn(() => answer);
    const { instance, sentIds, events, directory } = directoryInstance({ lookup });

    await instance.get(RFIS_OF_3);
    await instance.get(RFIS_OF_3);

    expect(sentIds()).toEqual(['7', '7']);
    expect(events[1]).toMatchObject({ type: 'resolved', companyId: '7', source: 'project' });
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(directory.entries()).toEqual([['3', '7']]);
  });

  test('that answers at once makes no promise of the answer', async () => {
    const request = await requestSeen({ url: RFIS_OF_3 });

    expect(projectDirectory({ lookup: () => 7 })(request)).toBe('7');
    expect(projectDirectory({ lookup: () => undefined })(request)).toBeUndefined();
  });

  test('may answer with any promise-like object', async () => {
    const thenable = { then: (onFulfilled: (answer: number) => void) => onFulfilled(7) };
    const { instance, sentIds } = directoryInstance({ lookup: () => thenable as never });

    await instance.get(RFIS_OF_3);

    expect(sentIds()).toEqual(['7']);
  });

  test('is given the project and the request', async () => {
    const lookup = jest.fn<LookupAnswer, [string, ProcoreRequest]>(() => 7);
    const { instance } = directoryInstance({ lookup });

    await instance.get(RFIS_OF_3, { tenant: 'a' } as object);

    const [projectId, request] = lookup.mock.calls[0] ?? [];
    expect(projectId).toBe('3');
    expect(request).toMatchObject({ method: 'GET', path: RFIS_OF_3, projectId: '3' });
    expect(request?.config.tenant).toBe('a');
  });

  test('is not asked about what is known, nor where a company is named, nor without a project', async () => {
    const lookup = jest.fn(() => 9);
    const { instance, sentIds } = directoryInstance({ lookup, entries: [[3, 7]] });

    await instance.get(RFIS_OF_3);
    await instance.get('/rest/v2.0/companies/8/projects/4/rfis');
    await instance.get('/rest/v1.0/users');
    await instance.get(RFIS_OF_4, { procoreCompanyId: 5 });

    expect(lookup).not.toHaveBeenCalled();
    expect(sentIds()).toEqual(['7', '8', undefined, '5']);
  });

  test('is asked once for all requests that wait', async () => {
    const { asked, lookup } = questions();
    const { instance, sentIds } = directoryInstance({ lookup });

    const requests = Array.from({ length: 100 }, () => instance.get(RFIS_OF_3));
    await turn();
    asked[0]?.resolve(7);
    await Promise.all(requests);

    expect(lookup).toHaveBeenCalledTimes(1);
    expect(sentIds()).toEqual(Array.from({ length: 100 }, () => '7'));
  });

  test('of two projects of two companies is not mixed up, in whatever order the answers come', async () => {
    const { asked, lookup } = questions();
    const { instance, directory } = directoryInstance({ lookup });
    const headers = (url: string) =>
      instance.get(url).then(({ config }) => config.headers.get('Procore-Company-Id'));

    const of3 = [headers(RFIS_OF_3), headers(RFIS_OF_3)];
    const of4 = [headers(RFIS_OF_4), headers(RFIS_OF_4)];
    await turn();
    expect(asked.map(({ projectId }) => projectId)).toEqual(['3', '4']);
    asked[1]?.resolve(8);
    asked[0]?.resolve(7);

    expect(await Promise.all(of3)).toEqual(['7', '7']);
    expect(await Promise.all(of4)).toEqual(['8', '8']);
    expect(Object.fromEntries(directory.entries())).toEqual({ 3: '7', 4: '8' });
  });

  test('is asked again for a project that gave way', async () => {
    const lookup = jest.fn(() => 7);
    const { instance } = directoryInstance({ lookup, maxProjects: 1 });

    await instance.get(RFIS_OF_3);
    await instance.get(RFIS_OF_4);
    await instance.get(RFIS_OF_3);

    expect(lookup).toHaveBeenCalledTimes(3);
  });
});

describe('the answer "no such project"', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000, doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  test.each<[string, LookupAnswer | Promise<LookupAnswer>]>([
    ['null', null],
    ['undefined', undefined],
    ['a promise of null', Promise.resolve(null)],
    ['a promise of undefined', Promise.resolve(undefined)],
  ])('as %s leaves the request to the default, and is remembered', async (_what, answer) => {
    const lookup = jest.fn(() => answer);
    const { instance, sentIds, directory } = directoryInstance({ lookup }, { companyId: 42 });

    await instance.get(RFIS_OF_3);
    await instance.get(RFIS_OF_3);

    expect(sentIds()).toEqual(['42', '42']);
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(directory.size).toBe(0);
  });

  test.each([
    [undefined, 60_000],
    [500, 500],
  ])('is remembered for `negativeTtl`: %p', async (negativeTtl, ms) => {
    const lookup = jest.fn((): LookupAnswer => null);
    const { instance, sentIds } = directoryInstance({ lookup, negativeTtl });

    await instance.get(RFIS_OF_3);
    jest.advanceTimersByTime(ms - 1);
    await instance.get(RFIS_OF_3);
    expect(lookup).toHaveBeenCalledTimes(1);
    lookup.mockReturnValue(7);
    jest.advanceTimersByTime(1);
    await instance.get(RFIS_OF_3);

    expect(lookup).toHaveBeenCalledTimes(2);
    expect(sentIds()).toEqual([undefined, undefined, '7']);
  });

  test('is not remembered where that is 0', async () => {
    const lookup = jest.fn(() => null);
    const { instance } = directoryInstance({ lookup, negativeTtl: 0 });

    await instance.get(RFIS_OF_3);
    await instance.get(RFIS_OF_3);

    expect(lookup).toHaveBeenCalledTimes(2);
  });

  test.each<[string, (directory: ReturnType<typeof projectDirectory>) => void]>([
    ['the project is deleted', (directory) => directory.delete(3)],
    ['everything is', (directory) => directory.clear()],
  ])('is not remembered once %s', async (_what, act) => {
    const lookup = jest.fn(() => null);
    const { instance, directory } = directoryInstance({ lookup });

    await instance.get(RFIS_OF_3);
    act(directory);
    await instance.get(RFIS_OF_3);

    expect(lookup).toHaveBeenCalledTimes(2);
  });

  test('does not count once the project is known', async () => {
    const { instance, directory, sentIds } = directoryInstance({ lookup: () => null });

    await instance.get(RFIS_OF_3);
    directory.set(3, 7);
    await instance.get(RFIS_OF_3);

    expect(sentIds()).toEqual([undefined, '7']);
  });

  test('is remembered of `maxProjects` projects at most', async () => {
    const lookup = jest.fn(() => null);
    const { instance } = directoryInstance({ lookup, maxProjects: 1 });

    await instance.get(RFIS_OF_3);
    await instance.get(RFIS_OF_4);
    await instance.get(RFIS_OF_4);
    await instance.get(RFIS_OF_3);

    expect(lookup).toHaveBeenCalledTimes(3);
  });
});

describe('a `lookup` that fails', () => {
  test('rejects those that wait with that very error, and is asked again', async () => {
    const { asked, lookup } = questions();
    const { instance, sentIds, events, directory } = directoryInstance({ lookup });
    const error = new Error('database is down');

    const first = rejection(instance.get(RFIS_OF_3));
    const second = rejection(instance.get(RFIS_OF_3));
    await turn();
    asked[0]?.reject(error);

    expect(await first).toBe(error);
    expect(await second).toBe(error);
    expect(events).toMatchObject([
      { type: 'failed', error },
      { type: 'failed', error },
    ]);
    expect(directory.size).toBe(0);

    const third = instance.get(RFIS_OF_3);
    await turn();
    asked[1]?.resolve(7);
    await third;
    expect(sentIds()).toEqual(['7']);
  });

  test('by throwing does the same', async () => {
    const error = new Error('database is down');
    const lookup = jest
      .fn((): LookupAnswer => 7)
      .mockImplementationOnce(() => {
        throw error;
      });
    const { instance, sentIds } = directoryInstance({ lookup });

    expect(await rejection(instance.get(RFIS_OF_3))).toBe(error);
    await instance.get(RFIS_OF_3);

    expect(sentIds()).toEqual(['7']);
  });

  test('for one project fails for that project only', async () => {
    const { asked, lookup } = questions();
    const { instance, sentIds } = directoryInstance({ lookup });

    const of3 = rejection(instance.get(RFIS_OF_3));
    const of4 = instance.get(RFIS_OF_4);
    await turn();
    asked[0]?.reject(new Error('no row'));
    asked[1]?.resolve(8);

    expect((await of3).message).toBe('no row');
    await of4;
    expect(sentIds()).toEqual(['8']);
  });

  test.each([0, -1, '', 'undefined', 1.5, 2 ** 53, true, false, {}, [7], { companyId: 7 }])(
    'by the answer %p rejects each request with an error of its own, and is not remembered',
    async (answer) => {
      for (const later of [false, true]) {
        const lookup = jest.fn(() => (later ? Promise.resolve(answer) : answer) as LookupAnswer);
        const { instance, sentIds, directory } = directoryInstance({ lookup }, { companyId: 42 });

        const errors = await Promise.all([
          rejection(instance.get(RFIS_OF_3)),
          rejection(instance.delete('/rest/v1.0/projects/3/links/5')),
        ]);

        expect(errors).toEqual([
          expect.any(InvalidCompanyIdError),
          expect.any(InvalidCompanyIdError),
        ]);
        expect(errors.map(({ method, route }) => `${method} ${route}`)).toEqual([
          'GET /rest/v1.0/projects/:project_id/rfis',
          'DELETE /rest/v1.0/projects/:project_id/links/:id',
        ]);
        expect(errors[0].message).toContain('(the answer of `lookup`)');
        expect(sentIds()).toEqual([]);
        expect(directory.size).toBe(0);
        lookup.mockReturnValue(7);
        await instance.get(RFIS_OF_3);
        expect(sentIds()).toEqual(['7']);
      }
    },
  );
});

describe('a request that is aborted while `lookup` is under way', () => {
  test('leaves the answer to the others', async () => {
    const { asked, lookup } = questions();
    const { instance, sentIds, directory } = directoryInstance({ lookup });
    const abort = new AbortController();

    const first = rejection(instance.get(RFIS_OF_3, { signal: abort.signal }));
    const second = instance.get(RFIS_OF_3);
    await turn();
    abort.abort();
    asked[0]?.resolve(7);
    expect(axios.isCancel(await first)).toBe(true);
    await second;

    expect(lookup).toHaveBeenCalledTimes(1);
    expect(sentIds()).toEqual(['7']);
    expect(directory.get(3)).toBe('7');
  });

  /** A lookup that hands the request's own signal or token on, as a database client may. */
  const cancellable = jest.fn(
    (projectId: string, { config: { signal, cancelToken } }: ProcoreRequest) =>
      new Promise<LookupAnswer>((resolve, reject) => {
        const fail = () => reject(new Error('query cancelled'));
        signal?.addEventListener('abort', fail);
        void (cancelToken as CancelToken | undefined)?.promise.then(fail);
        setTimeout(resolve, 20, projectId === '3' ? 7 : null);
      }),
  );
  beforeEach(() => cancellable.mockClear());

  test.each<[string, () => [object, () => void]]>([
    [
      'its signal',
      () => {
        const abort = new AbortController();
        return [{ signal: abort.signal }, () => abort.abort()];
      },
    ],
    [
      'its token',
      () => {
        const { token, cancel } = axios.CancelToken.source();
        return [{ cancelToken: token }, () => cancel()];
      },
    ],
  ])('and which ends the lookup with %s, has it asked again for the others', async (_how, make) => {
    const { instance, sentIds } = directoryInstance({ lookup: cancellable });
    const [config, cancel] = make();

    const first = rejection(instance.get(RFIS_OF_3, config));
    const others = [instance.get(RFIS_OF_3), instance.get(RFIS_OF_3)];
    await turn();
    cancel();
    await first;
    await Promise.all(others);

    expect(cancellable).toHaveBeenCalledTimes(2);
    expect(sentIds()).toEqual(['7', '7']);
  });

  test('has nothing asked again where the others have what they need', async () => {
    const { instance, directory, sentIds } = directoryInstance({ lookup: cancellable });
    const abort = new AbortController();

    const first = rejection(instance.get(RFIS_OF_3, { signal: abort.signal }));
    const second = instance.get(RFIS_OF_3);
    await turn();
    directory.set(3, 8);
    abort.abort();
    await Promise.all([first, second]);

    expect(cancellable).toHaveBeenCalledTimes(1);
    expect(sentIds()).toEqual(['8']);
  });

  test('together with the others has nothing asked again', async () => {
    const { instance } = directoryInstance({ lookup: cancellable });
    const abort = new AbortController();

    const all = [1, 2, 3].map(() => rejection(instance.get(RFIS_OF_3, { signal: abort.signal })));
    await turn();
    abort.abort();
    await Promise.all(all);
    await turn();

    expect(cancellable).toHaveBeenCalledTimes(1);
  });
});

describe('what comes in while `lookup` is under way', () => {
  async function during(
    act: (directory: ReturnType<typeof projectDirectory>) => void,
    answer: LookupAnswer,
  ) {
    const { asked, lookup } = questions();
    const onChange = jest.fn();
    const { instance, sentIds, directory } = directoryInstance({ lookup, onChange });
    const request = instance.get(RFIS_OF_3);
    await turn();
    act(directory);
    asked[0]?.resolve(answer);
    await request;
    return { known: directory.entries(), ids: sentIds(), onChange, directory, instance, lookup };
  }

  test.each<[string, LookupAnswer]>([
    ['another company', 7],
    ['nothing', null],
    ['what is no id', 'undefined'],
  ])('is newer than its answer, be that %s', async (_what, answer) => {
    const { known, ids, onChange } = await during((directory) => directory.set(3, 8), answer);

    expect(ids).toEqual(['8']);
    expect(known).toEqual([['3', '8']]);
    expect(onChange).not.toHaveBeenCalled();
  });

  test.each<[string, (directory: ReturnType<typeof projectDirectory>) => void]>([
    ['a deletion', (directory) => directory.delete(3)],
    ['the deletion of everything', (directory) => directory.clear()],
  ])('may be %s: the answer is for those that wait, and is not remembered', async (_what, act) => {
    const { known, ids, instance, lookup } = await during(act, 7);
    expect(ids).toEqual(['7']);
    expect(known).toEqual([]);

    lookup.mockResolvedValue(9);
    const { config } = await instance.get(RFIS_OF_3);
    expect(config.headers.get('Procore-Company-Id')).toBe('9');
  });

  test('does not count where it concerns another project', async () => {
    const { ids, known } = await during((directory) => {
      directory.set(4, 8);
      directory.delete(5);
    }, 7);

    expect(ids).toEqual(['7']);
    expect(Object.fromEntries(known)).toEqual({ 3: '7', 4: '8' });
  });

  test('does not end the question that was asked after a deletion', async () => {
    const { asked, lookup } = questions();
    const { instance, directory, sentIds } = directoryInstance({ lookup });

    const before = instance.get(RFIS_OF_3);
    await turn();
    directory.delete(3);
    const after = instance.get(RFIS_OF_3);
    await turn();
    asked[0]?.resolve(7);
    await before;
    expect(directory.size).toBe(0);
    const third = instance.get(RFIS_OF_3);
    await turn();
    asked[1]?.resolve(8);
    await Promise.all([after, third]);

    expect(lookup).toHaveBeenCalledTimes(2);
    expect(sentIds()).toEqual(['7', '8', '8']);
    expect(directory.get(3)).toBe('8');
  });
});
