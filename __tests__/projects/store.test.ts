import { InvalidCompanyIdError } from 'axios-procore-company-id';
import { type ProjectChange, projectDirectory } from 'axios-procore-company-id/projects';
import { Keyv } from 'keyv';
import { directoryInstance } from '../support/directory-instance';
import { projectRequest } from '../support/project-request';
import { rejection } from '../support/rejection';
import { HidingStore, laterStore, manualStore } from '../support/stores';

const LIST = { url: '/rest/v1.0/companies/7/projects' };
const turn = () => new Promise((resolve) => setImmediate(resolve));
const down = () => Promise.reject(new Error('connection refused'));

/** A thousand projects, as a list of them is answered. */
const THOUSAND = Array.from({ length: 1000 }, (_, index) => ({ id: index + 1 }));

beforeEach(() => jest.useFakeTimers({ now: 1_000_000, doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

describe('a store', () => {
  test.each<
    [string, () => { get(id: string): any; set(...args: any): any; delete(id: string): any }]
  >([
    ['a Map', () => new Map<string, string>()],
    ['a Keyv', () => new Keyv<string>({ throwOnErrors: true })],
    ['an object of functions', () => laterStore().store],
  ])('may be %s, and is shared by two directories', async (_what, make) => {
    const store = make();
    const one = projectDirectory({ store });
    const two = projectDirectory({ store });

    one.set(3, 7);
    await one.flush();

    expect(await two(projectRequest('3'))).toBe('7');
    expect(two.entries()).toEqual([['3', '7']]);
    expect(await store.get('3')).toBe('7');
    one.delete(3);
    await one.flush();
    expect(await store.get('3')).toBeUndefined();
  });

  test('that answers at once makes no promise of the answer', () => {
    const directory = projectDirectory({ store: new Map([['3', '7']]) });

    expect(directory(projectRequest('3'))).toBe('7');
    expect(directory(projectRequest('4'))).toBeUndefined();
  });

  test.each<[string, any, string]>([
    ['a number', 7, '7'],
    ['a bigint', 7n, '7'],
    ['a text with spaces', ' 7 ', '7'],
  ])('may hold %s', async (_what, value, companyId) => {
    expect(
      await projectDirectory({ store: laterStore([['3', value]]).store })(projectRequest('3')),
    ).toBe(companyId);
  });

  test('is asked once for all requests that wait, and not for what is known', async () => {
    const { store } = laterStore([['3', '7']]);
    const { instance, sentIds } = directoryInstance({ store, entries: [[4, 8]] });

    await Promise.all(
      Array.from({ length: 100 }, () => instance.get('/rest/v1.0/projects/3/rfis')),
    );
    await instance.get('/rest/v1.0/projects/3/rfis');
    await instance.get('/rest/v1.0/projects/4/rfis');

    expect(store.get.mock.calls).toEqual([['3']]);
    expect(new Set(sentIds().slice(0, 101))).toEqual(new Set(['7']));
    expect(sentIds()[101]).toBe('8');
  });

  test('is asked before `lookup`, which is asked only for what the store does not have', async () => {
    const { store } = laterStore([
      ['3', '7'],
      ['5', null],
    ]);
    const lookup = jest.fn(() => 8);
    const directory = projectDirectory({ store, lookup });

    const answers = [
      await directory(projectRequest('3')),
      await directory(projectRequest('4')),
      await directory(projectRequest('5')),
    ];

    expect(answers).toEqual(['7', '8', '8']);
    expect(lookup.mock.calls).toEqual([
      ['4', expect.anything()],
      ['5', expect.anything()],
    ]);
  });

  test('is told of each fact that is new here, once: learned, looked up and set', async () => {
    const { store } = laterStore([['6', '9']]);
    const onLearn = jest.fn();
    const { answered, directory, instance } = directoryInstance({
      store,
      onLearn,
      lookup: (id) => (id === '5' ? 8 : null),
      entries: [[2, 7]],
    });

    for (let round = 0; round < 2; round++) {
      await answered(LIST, [{ id: 3 }, { id: 2 }]);
      directory.set(4, 7);
      directory.learnFromWebhook({ company_id: 7, project_id: 1 });
      await instance.get('/rest/v1.0/projects/5/rfis');
      await instance.get('/rest/v1.0/projects/6/rfis');
      await directory.flush();
    }

    const facts = [
      ['3', '7'],
      ['4', '7'],
      ['1', '7'],
      ['5', '8'],
    ];
    expect(store.set.mock.calls).toEqual(facts);
    expect(onLearn.mock.calls).toEqual(facts);
  });

  test('is told of a fact that differs from what is known here', async () => {
    const { store, data } = laterStore([['3', '7']]);
    const onLearn = jest.fn();
    const directory = projectDirectory({ store, entries: [[3, 7]], onLearn });

    directory.set(3, 8);
    await directory.flush();

    expect([...data]).toEqual([['3', '8']]);
    expect(onLearn.mock.calls).toEqual([['3', '8']]);
  });

  test('is told of every project that is forgotten', async () => {
    const { store, data } = laterStore([
      ['3', '7'],
      ['4', '7'],
      ['5', '7'],
      ['6', '7'],
    ]);
    const directory = projectDirectory({
      store,
      entries: [
        [3, 7],
        [4, 7],
      ],
    });

    expect(directory.delete(3)).toBe(true);
    expect(directory.delete(5)).toBe(false);
    directory.delete('no id');
    await directory.flush();
    expect([...data.keys()]).toEqual(['4', '6']);
    directory.clear();
    await directory.flush();

    expect([...data.keys()]).toEqual(['6']);
    expect(directory.size).toBe(0);
  });

  test('is not asked by `get`, `size` and `entries`', () => {
    const { store, calls } = manualStore();
    const directory = projectDirectory({ store });

    expect([directory.get(3), directory.size, directory.entries()]).toEqual([undefined, 0, []]);
    expect(calls).toEqual([]);
  });

  test('whose answer comes after a deletion is not remembered', async () => {
    const { store, calls } = manualStore();
    const directory = projectDirectory({ store });

    const answer = directory(projectRequest('3'));
    directory.clear();
    calls[0]?.answer('7');

    expect(await answer).toBe('7');
    expect(directory.size).toBe(0);
  });

  test('whose answer comes after a newer fact does not count', async () => {
    const { store, calls } = manualStore();
    const onChange = jest.fn();
    const directory = projectDirectory({ store, onChange });

    const answer = directory(projectRequest('3'));
    directory.set(3, 8);
    calls[0]?.answer('7');

    expect(await answer).toBe('8');
    expect(directory.get(3)).toBe('8');
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('"no such project" with a store', () => {
  test('is not remembered from the store', async () => {
    const { store, data } = laterStore();
    const directory = projectDirectory({ store });

    expect(await directory(projectRequest('3'))).toBeUndefined();
    data.set('3', '7');

    expect(await directory(projectRequest('3'))).toBe('7');
  });

  test('from `lookup` does not keep the store from being asked', async () => {
    const { store, data } = laterStore();
    const lookup = jest.fn(() => null);
    const directory = projectDirectory({ store, lookup });

    expect(await directory(projectRequest('3'))).toBeUndefined();
    expect(await directory(projectRequest('3'))).toBeUndefined();
    data.set('3', '7');

    expect(await directory(projectRequest('3'))).toBe('7');
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  test('from `lookup` is forgotten once this process learns of the project', async () => {
    const lookup = jest.fn<number | null, []>(() => null);
    const directory = projectDirectory({
      store: laterStore().store,
      lookup,
      negativeTtl: Infinity,
    });
    await directory(projectRequest('3'));
    directory.set(3, 7);
    await directory.flush();
    jest.advanceTimersByTime(60_000);
    directory.delete(3);
    lookup.mockReturnValue(8);

    expect(await directory(projectRequest('3'))).toBe('8');
  });
});

describe('the local copy of a fact', () => {
  test.each<[number | undefined, number]>([
    [undefined, 60_000],
    [500, 500],
    [120_000, 120_000],
  ])(
    'lives for `ttl` %p, counted from when it was new, and the store is asked again then',
    async (ttl, ms) => {
      const { store, data } = laterStore([['3', '7']]);
      const changes: ProjectChange[] = [];
      const directory = projectDirectory({
        store,
        ttl,
        onChange: (change) => changes.push(change),
      });

      await directory(projectRequest('3'));
      data.set('3', '8');
      jest.advanceTimersByTime(ms - 1);
      expect(directory(projectRequest('3'))).toBe('7');
      jest.advanceTimersByTime(1);

      expect(await directory(projectRequest('3'))).toBe('8');
      expect(changes).toEqual([{ projectId: '3', previousCompanyId: '7', companyId: '8' }]);
    },
  );

  test('tells `onChange` of a moved project even when somebody counts in between', async () => {
    const { store, data } = laterStore([['3', '7']]);
    const onChange = jest.fn();
    const directory = projectDirectory({ store, onChange });

    await directory(projectRequest('3'));
    data.set('3', '8');
    jest.advanceTimersByTime(60_000);
    expect([directory.size, directory.entries(), directory.get(3)]).toEqual([0, [], undefined]);
    await directory(projectRequest('3'));

    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('is written again after `ttl`, so that a store that lost it gets it back', async () => {
    const { store, data } = laterStore();
    const { answered, directory } = directoryInstance({ store });

    await answered(LIST, [{ id: 3 }]);
    await directory.flush();
    data.clear();
    jest.advanceTimersByTime(59_999);
    await answered(LIST, [{ id: 3 }]);
    await directory.flush();
    expect([...data]).toEqual([]);
    jest.advanceTimersByTime(1);
    await answered(LIST, [{ id: 3 }]);
    await directory.flush();

    expect([...data]).toEqual([['3', '7']]);
  });
});

describe('a list of a thousand projects', () => {
  test('is written with one `setMany`', async () => {
    const { store, method, named } = manualStore();
    const { answered } = directoryInstance({ store: { ...store, setMany: method('setMany') } });

    await answered(LIST, THOUSAND);
    await answered(LIST, THOUSAND);

    expect(named()).toEqual([
      ['setMany', THOUSAND.map(({ id }) => ({ key: String(id), value: '7' }))],
    ]);
  });

  test('is written in several where there are more', async () => {
    const { store, calls, method } = manualStore();
    const directory = projectDirectory({ store: { ...store, setMany: method('setMany') } });
    const data = Array.from({ length: 2001 }, (_, index) => ({ id: index + 1 }));

    void directory.learn({ ...projectRequest('3'), ...{ config: LIST } }, { status: 200, data });

    expect(calls.map(({ args: [entries] }) => (entries as unknown[]).length)).toEqual([
      1000, 1000, 1,
    ]);
  });

  test('is written by eight at a time where there is no `setMany`, and does not hold the response', async () => {
    const { store, calls } = manualStore();
    const { answered, directory } = directoryInstance({ store });

    await answered(LIST, THOUSAND);
    expect(calls).toHaveLength(8);
    for (let index = 0; index < 1000; index++) {
      calls[index]?.answer();
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
      expect(calls.length).toBeLessThanOrEqual(index + 9);
    }
    await directory.flush();

    expect(calls.map(({ method, args }) => [method, ...args])).toEqual(
      THOUSAND.map(({ id }) => ['set', String(id), '7']),
    );
  });

  test('a single fact is written with `set`, whatever else the store has', async () => {
    const { store, method, named } = manualStore();
    projectDirectory({ store: { ...store, setMany: method('setMany') } }).set(3, 7);

    expect(named()).toEqual([['set', '3', '7']]);
  });

  test('has what the store does not know yet answered once it does', async () => {
    const { store } = laterStore();
    const { answered, directory } = directoryInstance({ store, maxProjects: 1 });

    await answered(LIST, THOUSAND);

    expect(await directory(projectRequest('999'))).toBe('7');
  });
});

describe('what the store is told', () => {
  test('comes one after the other for a project, and the newest is what counts', async () => {
    const { store, calls, named } = manualStore();
    const directory = projectDirectory({ store });

    directory.set(3, 7);
    directory.set(3, 8);
    directory.set(4, 7);
    directory.set(3, 9);
    expect(named()).toEqual([['set', '3', '7']]);
    calls[0]?.answer();
    await turn();
    expect(named().slice(1)).toEqual([
      ['set', '3', '9'],
      ['set', '4', '7'],
    ]);
    directory.delete(3);
    calls[1]?.answer();
    await turn();
    expect(calls).toHaveLength(3);
    calls[2]?.answer();
    await turn();

    expect(named().slice(3)).toEqual([['delete', '3']]);
  });

  test('is read after it was written', async () => {
    const { store, calls, named } = manualStore();
    const directory = projectDirectory({ store, maxProjects: 1 });

    directory.set(3, 7);
    directory.set(4, 7);
    const answers = Promise.all([directory(projectRequest('3')), directory(projectRequest('5'))]);
    expect(named()).toEqual([
      ['set', '3', '7'],
      ['get', '5'],
    ]);
    calls[0]?.answer();
    await turn();
    expect(named().slice(2)).toEqual([
      ['set', '4', '7'],
      ['get', '3'],
    ]);
    calls[1]?.answer(undefined);
    calls[3]?.answer('7');

    expect(await answers).toEqual(['7', undefined]);
  });

  test('of a project in the batch that waits is read after that', async () => {
    const { store, calls, named } = manualStore();
    const directory = projectDirectory({ store, maxProjects: 1 });
    directory.set(3, 7);
    directory.set(4, 8);
    directory.set(5, 9);

    const answer = directory(projectRequest('4'));
    calls[0]?.answer();
    await turn();
    calls[1]?.answer();
    calls[2]?.fail(new Error('full'));
    await turn();
    expect(named()[3]).toEqual(['get', '4']);
    calls[3]?.answer('8');

    expect(await answer).toBe('8');
  });

  test('`flush` waits for, what waits included, and rejects where a write failed', async () => {
    const { store, calls } = manualStore();
    const directory = projectDirectory({ store });
    await directory.flush();
    directory.set(3, 7);
    directory.set(4, 7);
    const ended = jest.fn();

    const flushed = directory.flush().then(ended, ended);
    calls[0]?.answer();
    await turn();
    expect(ended).not.toHaveBeenCalled();
    calls[1]?.fail(new Error('full'));
    await flushed;

    expect(ended).toHaveBeenCalledWith(new Error('full'));
    await expect(projectDirectory().flush()).resolves.toBeUndefined();
  });

  test('and fails breaks nothing, and is tried for the other projects', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const set = jest.fn(async (projectId: string) => {
      if (Number(projectId) % 2 === 1) throw new Error('constraint');
    });
    const { answered, directory, events } = directoryInstance({
      store: { ...laterStore().store, set },
    });

    await answered(LIST, THOUSAND);
    await rejection(directory.flush());
    await turn();
    directory.set(1001, 7);
    directory.delete(1);
    await turn();
    process.off('unhandledRejection', unhandled);

    expect(set).toHaveBeenCalledTimes(1001);
    expect(directory.get(999)).toBe('7');
    expect(events.filter(({ type }) => type === 'failed')).toMatchObject([
      { error: new Error('constraint') },
    ]);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.each<[string, object]>([
    ['one by one', {}],
    ['with `setMany`', { setMany: true }],
  ])(
    'and failed is told again when it is seen again, %s, and only that',
    async (_how, { setMany }: { setMany?: true }) => {
      const { store, data } = laterStore();
      const many = jest.fn((entries: { key: string; value: string }[]) =>
        Promise.all(entries.map(({ key, value }) => store.set(key, value))),
      );
      const onLearn = jest.fn();
      const options = { store: setMany ? { ...store, setMany: many } : store, onLearn };
      const { answered, directory } = directoryInstance(options);
      if (setMany) many.mockImplementationOnce(down);
      else store.set.mockImplementationOnce(down);

      await answered(LIST, [{ id: 3 }, { id: 4 }]);
      await turn();
      const toldAtFirst = [...data.keys()];
      store.set.mockClear();
      await answered(LIST, [{ id: 3 }, { id: 4 }]);
      await turn();
      await answered(LIST, [{ id: 3 }, { id: 4 }]);
      await directory.flush();

      expect(toldAtFirst).toEqual(setMany ? [] : ['4']);
      expect([...data].sort()).toEqual([
        ['3', '7'],
        ['4', '7'],
      ]);
      expect(store.set).toHaveBeenCalledTimes(setMany ? 2 : 1);
      expect(onLearn).toHaveBeenCalledTimes(2);
    },
  );

  test('by throwing at once breaks nothing either', async () => {
    const boom = () => {
      throw new Error('closed');
    };
    const { answered, directory, events } = directoryInstance({
      store: { get: boom, set: boom, delete: boom },
    });

    await answered(LIST, THOUSAND);
    directory.set(2000, 8);
    directory.delete(1);
    directory.clear();
    await turn();

    expect(events.map(({ type }) => type)).toEqual(['resolved', 'failed']);
  });

  test('what was looked up and could not be written is told to the observer', async () => {
    const { store } = laterStore();
    store.set.mockImplementation(down);
    const request = projectRequest('3');

    expect(await projectDirectory({ store, lookup: () => 7 })(request)).toBe('7');
    await turn();

    expect(request.reported).toEqual([new Error('connection refused')]);
  });
});

describe('an invalid company', () => {
  const forget = async (stored: unknown, known: number | undefined, companyId = '7') => {
    const { store, data } = laterStore([['3', stored]]);
    const directory = projectDirectory({ store, entries: known === undefined ? [] : [[3, known]] });
    await directory.forget(projectRequest('3'), {}, companyId);
    return { data: [...data], known: directory.entries(), store };
  };

  test('is deleted here and from the store where both have it', async () => {
    expect(await forget('7', 7)).toMatchObject({ data: [], known: [] });
    expect(await forget(7, 7)).toMatchObject({ data: [], known: [] });
  });

  test('is deleted where only one of them has it, and a newer fact stays', async () => {
    expect(await forget('8', 7)).toMatchObject({ data: [['3', '8']], known: [] });
    expect(await forget('7', 8)).toMatchObject({ data: [], known: [['3', '8']] });
    expect(await forget('7', undefined)).toMatchObject({ data: [], known: [] });
    const { store } = await forget('garbage', 8);
    expect(store.delete).not.toHaveBeenCalled();
  });

  test('waits for what is being written, and a newer fact that waits makes it pointless', async () => {
    const { store, calls, named } = manualStore();
    const directory = projectDirectory({ store });

    directory.set(3, 7);
    void directory.forget(projectRequest('3'), {}, '7');
    calls[0]?.answer();
    await turn();
    expect(named()).toEqual([
      ['set', '3', '7'],
      ['get', '3'],
    ]);
    directory.set(3, 8);
    expect(directory.forget(projectRequest('3'), {}, '7')).toBeUndefined();
    calls[1]?.answer('7');
    await turn();
    calls[2]?.answer();
    await turn();

    expect(named().slice(2)).toEqual([
      ['delete', '3'],
      ['set', '3', '8'],
    ]);
    expect(directory.forget(projectRequest('3'), {}, '7')).toBeUndefined();
  });

  test('is not put back by what is being read from the store', async () => {
    const { store, calls } = manualStore();
    const directory = projectDirectory({ store });

    const answer = directory(projectRequest('3'));
    void directory.forget(projectRequest('3'), {}, '7');
    calls[0]?.answer('7');
    await answer;

    expect(directory.size).toBe(0);
  });

  test('of a request without a project forgets nothing', () => {
    const { store, calls } = manualStore();

    expect(
      projectDirectory({ store }).forget({ ...projectRequest('3'), projectId: undefined }, {}, '7'),
    ).toBeUndefined();
    expect(calls).toEqual([]);
  });

  test('that cannot be deleted is told to the observer', async () => {
    const { store } = laterStore([['3', '7']]);
    store.delete.mockImplementation(down);
    const { answered, events } = directoryInstance({ store, entries: [[3, 7]] });

    await answered(
      { url: '/rest/v1.0/projects/3/rfis' },
      { error: { code: '400', message: 'invalid company id' } },
      400,
    );
    await turn();

    expect(events.map(({ type }) => type)).toEqual(['resolved', 'invalid-company-id', 'failed']);
  });
});

describe('a store that fails to answer', () => {
  test.each<[string, () => any]>([
    ['rejects', down],
    [
      'throws',
      () => {
        throw new Error('connection refused');
      },
    ],
  ])(
    'leaves the question to `lookup` where it %s, and the observer hears of it',
    async (_how, get) => {
      const { store } = laterStore();
      store.get.mockImplementation(get);
      const request = projectRequest('3');

      expect(await projectDirectory({ store, lookup: () => 7 })(request)).toBe('7');
      expect(request.reported).toEqual([new Error('connection refused')]);
    },
  );

  test('rejects the request where there is no `lookup`, and no default answers', async () => {
    const { store, data } = laterStore([['3', '7']]);
    store.get.mockImplementationOnce(down);
    const { instance, sentIds, events } = directoryInstance({ store }, { companyId: 42 });

    const error = await rejection(
      instance.get('/rest/v1.0/projects/3/rfis', { params: { token: 'secret' } }),
    );

    expect(error.message).toBe(
      'Not sent: GET /rest/v1.0/projects/:project_id/rfis needs the company of project 3, and `store.get` of projectDirectory failed, see `cause`. Repair the store, or set the option `lookup`, which is called when the store cannot answer.',
    );
    expect(error.cause).toEqual(new Error('connection refused'));
    expect(Object.keys(error)).not.toContain('cause');
    expect(events).toMatchObject([{ type: 'failed', error }]);
    expect(sentIds()).toEqual([]);
    expect(data.size).toBe(1);
    await instance.get('/rest/v1.0/projects/3/rfis');
    expect(sentIds()).toEqual(['7']);
  });

  test('rejects each request that waits with an error of its own', async () => {
    const { store, calls } = manualStore();
    const { instance } = directoryInstance({ store });
    const errors = [
      rejection(instance.get('/rest/v1.0/projects/3/rfis')),
      rejection(instance.delete('/rest/v1.0/projects/3/links/5')),
    ];
    await turn();
    calls[0]?.fail(new Error('down'));

    const messages = (await Promise.all(errors)).map(({ message }) => message);
    expect(messages[0]).toContain('GET /rest/v1.0/projects/:project_id/rfis');
    expect(messages[1]).toContain('DELETE /rest/v1.0/projects/:project_id/links/:id');
    expect(calls).toHaveLength(1);
  });

  test('does not have "no such project" of `lookup` remembered', async () => {
    const { store } = laterStore();
    store.get.mockImplementationOnce(down);
    const lookup = jest.fn<number | null, []>(() => null);
    const directory = projectDirectory({ store, lookup });

    expect(await directory(projectRequest('3'))).toBeUndefined();
    lookup.mockReturnValue(7);

    expect(await directory(projectRequest('3'))).toBe('7');
  });

  test('does not touch what is known', async () => {
    const directory = projectDirectory({
      store: { get: down, set: down, delete: down },
      entries: [[3, 7]],
    });

    expect(directory(projectRequest('3'))).toBe('7');
  });

  test('has the company used that came in meanwhile', async () => {
    const { store, calls } = manualStore();
    const directory = projectDirectory({ store });
    const answer = directory(projectRequest('3'));
    directory.set(3, 8);
    calls[0]?.fail(new Error('down'));

    expect(await answer).toBe('8');
  });
});

describe('a stored value that is no company id', () => {
  test.each<[unknown]>([
    ['undefined'],
    [''],
    [0],
    [-1],
    [1.5],
    [true],
    [{}],
    [['7']],
    [{ companyId: 7 }],
    [Buffer.from('7')],
  ])(
    'as %j counts as absent: `lookup` is asked, the observer is told, and it is replaced',
    async (value) => {
      const { store, data } = laterStore([['3', value]]);
      const request = projectRequest('3');
      const directory = projectDirectory({ store, lookup: () => 7 });

      expect(await directory(request)).toBe('7');
      await directory.flush();

      expect(request.reported).toEqual([expect.any(InvalidCompanyIdError)]);
      expect(String(request.reported[0])).toContain('(the answer of `store.get`)');
      expect([...data]).toEqual([['3', '7']]);
    },
  );

  test('rejects the request where there is no `lookup`: no default answers', async () => {
    const { instance, sentIds } = directoryInstance(
      { store: laterStore([['3', 'garbage']]).store },
      { companyId: 42 },
    );

    const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));

    expect(error).toBeInstanceOf(InvalidCompanyIdError);
    expect(error.message).toMatch(
      /^Not sent: GET \/rest\/v1\.0\/projects\/:project_id\/rfis\. .*\(the answer of `store\.get`\)/,
    );
    expect(sentIds()).toEqual([]);
  });
});

describe('a store that hides its errors behind an `error` event', () => {
  test('is not taken for one that does not know the project', async () => {
    const store = new HidingStore();
    store.data.set('3', '7');
    store.failure = new Error('connection lost');
    const directory = projectDirectory({ store });

    const error = await rejection(Promise.resolve(directory(projectRequest('3'))));
    expect(error.cause).toBe(store.failure);
    store.failure = undefined;

    expect(await directory(projectRequest('3'))).toBe('7');
    expect(await directory(projectRequest('4'))).toBeUndefined();
  });

  test('has the failure of a write told', async () => {
    const store = new HidingStore();
    const { answered, events } = directoryInstance({ store });
    store.failure = new Error('connection lost');

    await answered(LIST, THOUSAND);
    await turn();

    expect(events.filter(({ type }) => type === 'failed')).toMatchObject([
      { error: store.failure },
    ]);
  });

  test('is believed where it answers with an id', async () => {
    const store = new HidingStore();
    store.data.set('3', '7');
    const directory = projectDirectory({ store });

    const answer = directory(projectRequest('3'));
    store.emit('error', new Error('another node is down'));

    expect(await answer).toBe('7');
  });

  test('whose `on` is something else is no problem', async () => {
    const { store } = laterStore([['3', '7']]);
    const directory = projectDirectory({
      store: {
        ...store,
        on: () => {
          throw new Error('no emitter');
        },
      } as never,
    });

    expect(await directory(projectRequest('3'))).toBe('7');
  });
});
