import { projectDirectory } from 'axios-procore-company-id/projects';
import { directoryInstance } from '../support/directory-instance';
import { projectRequest } from '../support/project-request';
import { rejection } from '../support/rejection';
import { laterStore, manualStore } from '../support/stores';

const forever = () => new Promise<never>(() => undefined);
const RFIS = '/rest/v1.0/projects/3/rfis';
const turn = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

describe.each<[number | undefined, number]>([
  [undefined, 10_000],
  [50, 50],
])('with `lookupTimeout` %p', (lookupTimeout, ms) => {
  test('a `lookup` that hangs rejects the requests in time, each by name, and is asked again', async () => {
    const lookup = jest.fn<Promise<number>, []>(forever);
    const { instance, sentIds } = directoryInstance({ lookup, lookupTimeout }, { companyId: 42 });

    const errors = [rejection(instance.get(RFIS)), rejection(instance.delete(RFIS))];
    await turn();
    jest.advanceTimersByTime(ms - 1);
    await turn();
    expect(lookup).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    const [first, second] = await Promise.all(errors);

    expect(first.message).toBe(
      `Not sent: GET /rest/v1.0/projects/:project_id/rfis needs the company of project 3, and \`lookup\` of projectDirectory did not answer within ${ms} ms (\`lookupTimeout\`). Make it answer sooner, or set a longer \`lookupTimeout\`.`,
    );
    expect(second.message).toContain('DELETE ');
    expect(sentIds()).toEqual([]);
    lookup.mockResolvedValue(7);
    await instance.get(RFIS);
    expect(sentIds()).toEqual(['7']);
  });

  test('a store that hangs leaves the question to `lookup`', async () => {
    const { store } = laterStore();
    store.get.mockImplementation(forever);
    const request = projectRequest('3');

    const answer = projectDirectory({ store, lookup: () => 7, lookupTimeout })(request);
    jest.advanceTimersByTime(ms);

    expect(await answer).toBe('7');
    expect(request.reported).toMatchObject([
      {
        name: 'TimeLimitError',
        message: `\`store.get\` of projectDirectory did not answer within ${ms} ms (\`lookupTimeout\`).`,
      },
    ]);
  });

  test('a store that hangs rejects the request where there is none', async () => {
    const { store } = laterStore();
    store.get.mockImplementation(forever);
    const { instance, sentIds } = directoryInstance({ store, lookupTimeout }, { companyId: 42 });

    const error = rejection(instance.get(RFIS));
    await turn();
    jest.advanceTimersByTime(ms);

    expect((await error).message).toContain(
      `\`store.get\` of projectDirectory did not answer within ${ms} ms`,
    );
    expect(sentIds()).toEqual([]);
  });
});

test('an answer in time leaves no timer', async () => {
  const directory = projectDirectory({ store: laterStore().store, lookup: async () => 7 });

  expect(await directory(projectRequest('3'))).toBe('7');
  await directory.flush();
  // It would keep the process alive.
  expect(jest.getTimerCount()).toBe(0);
});

test.each([Infinity, 2 ** 31])(
  '`lookupTimeout: %p` sets no timer, which would fire at once',
  async (lookupTimeout) => {
    let answer: (companyId: number) => void = () => undefined;
    const lookup = () => new Promise<number>((resolve) => (answer = resolve));
    const found = projectDirectory({ lookup, lookupTimeout })(projectRequest('3'));

    expect(jest.getTimerCount()).toBe(0);
    answer(7);
    expect(await found).toBe('7');
  },
);

test('a store that hangs at writes is given up for the batch, and tried again with the next', async () => {
  const { store, calls } = manualStore();
  const { answered, events, directory } = directoryInstance({ store });

  await answered(
    { url: '/rest/v1.0/companies/7/projects' },
    Array.from({ length: 1000 }, (_, index) => ({ id: index + 1 })),
  );
  directory.set(2000, 8);
  jest.advanceTimersByTime(10_000);
  await turn();

  expect(calls.slice(8).map(({ method, args }) => [method, ...args])).toEqual([
    ['set', '2000', '8'],
  ]);
  expect(events.filter(({ type }) => type === 'failed')).toMatchObject([
    { error: { name: 'TimeLimitError' } },
  ]);
  expect(directory.get(1000)).toBe('7');
  calls[8]?.answer();
  await directory.flush();

  // What was not tried is told when it is seen again.
  await answered({ url: '/rest/v1.0/companies/7/projects' }, [{ id: 1000 }]);
  expect(calls[9]).toMatchObject({ method: 'set', args: ['1000', '7'] });
  calls[9]?.answer();
  await directory.flush();
});

test('a read that waits for a write that hangs ends in time, too', async () => {
  const { store, calls } = manualStore();
  const directory = projectDirectory({ store, maxProjects: 1 });
  directory.set(3, 7);
  directory.set(4, 7);

  const error = rejection(Promise.resolve(directory(projectRequest('3'))));
  jest.advanceTimersByTime(10_000);
  expect((await error).message).toContain('did not answer within 10000 ms');

  for (const call of calls) call.answer();
  await turn();
  for (const call of calls) call.answer();
  await directory.flush();
});
