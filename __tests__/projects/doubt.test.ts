import { type LookupAnswer, projectDirectory } from 'axios-procore-company-id/projects';
import { projectRequest } from '../support/project-request';
import { laterStore } from '../support/stores';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000, doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

type Directory = ReturnType<typeof projectDirectory>;
const notFound = (directory: Directory, companyId = '7', projectId = '3') =>
  directory.doubt(projectRequest(projectId), { status: 404 }, companyId);

describe('a 404', () => {
  test('forgets nothing, but has the store asked again for the next request', async () => {
    const { store, data } = laterStore([['3', '8']]);
    const onChange = jest.fn();
    const directory = projectDirectory({ store, entries: [[3, 7]], onChange });

    notFound(directory);
    expect(directory.get(3)).toBe('7');
    expect(await directory(projectRequest('3'))).toBe('8');

    expect(directory.get(3)).toBe('8');
    expect(onChange.mock.calls).toEqual([
      [{ projectId: '3', companyId: '8', previousCompanyId: '7' }],
    ]);
    expect([...data]).toEqual([['3', '8']]);
    expect(store.set).not.toHaveBeenCalled();
  });

  test('has `lookup` asked again, and what it says is shared', async () => {
    const { store, data } = laterStore([['3', '7']]);
    const onLearn = jest.fn();
    const lookup = jest.fn(() => 8);
    const directory = projectDirectory({ store, lookup, onLearn, entries: [[3, 7]] });

    notFound(directory);
    expect(await directory(projectRequest('3'))).toBe('8');
    await directory.flush();

    expect([...data]).toEqual([['3', '8']]);
    expect(onLearn.mock.calls).toEqual([['3', '8']]);
    expect(store.get).toHaveBeenCalledTimes(1);
  });

  test('does the same without a store', async () => {
    const directory = projectDirectory({ lookup: () => 8, entries: [[3, 7]] });

    notFound(directory);

    expect(directory(projectRequest('3'))).toBe('8');
    expect(directory.get(3)).toBe('8');
  });

  test('asks nobody else where the store knows better', async () => {
    const lookup = jest.fn(() => 9);
    const directory = projectDirectory({
      store: laterStore([['3', '8']]).store,
      lookup,
      entries: [[3, 7]],
    });

    notFound(directory);

    expect(await directory(projectRequest('3'))).toBe('8');
    expect(lookup).not.toHaveBeenCalled();
  });

  test('asks at most once a minute', async () => {
    const lookup = jest.fn(() => 7);
    const directory = projectDirectory({ lookup, entries: [[3, 7]] });
    const asked = async () => {
      notFound(directory);
      expect(await directory(projectRequest('3'))).toBe('7');
      expect(await directory(projectRequest('3'))).toBe('7');
      return lookup.mock.calls.length;
    };

    expect(await asked()).toBe(1);
    expect(await asked()).toBe(1);
    jest.advanceTimersByTime(59_999);
    expect(await asked()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await asked()).toBe(2);
    expect(await asked()).toBe(2);
  });

  test('is remembered until the next request, however late that comes', async () => {
    const directory = projectDirectory({ lookup: () => 8, entries: [[3, 7]] });

    notFound(directory);
    jest.advanceTimersByTime(86_400_000);

    expect(directory(projectRequest('3'))).toBe('8');
  });

  test('for one project says nothing of another', () => {
    const lookup = jest.fn(() => 8);
    const directory = projectDirectory({
      lookup,
      entries: [
        [3, 7],
        [4, 7],
      ],
    });

    notFound(directory, '7', '4');

    expect(directory(projectRequest('3'))).toBe('7');
    expect(lookup).not.toHaveBeenCalled();
  });

  test.each<[string, (directory: Directory) => void]>([
    ['a company that is no longer the known one', (directory) => notFound(directory, '6')],
    [
      'a request without a project',
      (directory) => directory.doubt({ ...projectRequest('3'), projectId: undefined }, {}, '7'),
    ],
    [
      'a project that has been learned anew since',
      (directory) => {
        notFound(directory);
        directory.set(3, 7);
      },
    ],
  ])('casts no doubt for %s', (_what, act) => {
    const lookup = jest.fn(() => 8);
    const directory = projectDirectory({ lookup, entries: [[3, 7]] });

    act(directory);

    expect(directory(projectRequest('3'))).toBe('7');
    expect(lookup).not.toHaveBeenCalled();
  });

  test.each<[string, () => LookupAnswer]>([
    ['knows no such project', () => null],
    [
      'fails',
      () => {
        throw new Error('down');
      },
    ],
    ['answers garbage', () => 'garbage'],
    ['says the same', () => 7],
  ])('keeps the known company where `lookup` %s', async (_how, lookup) => {
    const directory = projectDirectory({ lookup, entries: [[3, 7]] });

    notFound(directory);

    expect(directory(projectRequest('3'))).toBe('7');
    jest.advanceTimersByTime(60_000);
    expect(directory.entries()).toEqual([['3', '7']]);
  });

  test('keeps the known company where the store fails, and the observer is told', async () => {
    const { store } = laterStore();
    store.get.mockRejectedValue(new Error('down'));
    const directory = projectDirectory({ store, entries: [[3, 7]] });
    const request = projectRequest('3');

    notFound(directory);

    expect(await directory(request)).toBe('7');
    expect(request.reported).toMatchObject([{ cause: new Error('down') }]);
  });

  test('tells the observer where `lookup` fails', async () => {
    const directory = projectDirectory({
      lookup: async () => {
        throw new Error('down');
      },
      entries: [[3, 7]],
    });
    const request = projectRequest('3');

    notFound(directory);

    expect(await directory(request)).toBe('7');
    expect(request.reported).toEqual([new Error('down')]);
  });

  test('keeps the company that the store confirms or has lost', async () => {
    for (const stored of [[['3', '7']], []] as [string, string][][]) {
      const directory = projectDirectory({ store: laterStore(stored).store, entries: [[3, 7]] });
      notFound(directory);
      expect(await directory(projectRequest('3'))).toBe('7');
      expect(directory.get(3)).toBe('7');
    }
  });

  test('changes nothing where there is nobody to ask', () => {
    const directory = projectDirectory({ entries: [[3, 7]] });

    notFound(directory);

    expect(directory(projectRequest('3'))).toBe('7');
  });
});
