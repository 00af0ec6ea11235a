import { EventEmitter } from 'events';
import { InvalidCompanyIdError, isInvalidCompanyIdError } from 'axios-procore-company-id';
import { currentCompanyId, runWithCompanyId } from 'axios-procore-company-id/context';
import type * as Context from 'axios-procore-company-id/context';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('runWithCompanyId', () => {
  test.each<[string, number | bigint | string, string]>([
    ['a number', 42, '42'],
    ['a bigint', 42n, '42'],
    ['a text', ' 42 ', '42'],
    ['a text of 64 bits', '9223372036854775807', '9223372036854775807'],
  ])('takes %s', (_what, companyId, expected) => {
    expect(runWithCompanyId(companyId, currentCompanyId)).toBe(expected);
  });

  test.each([
    0,
    -1,
    1.5,
    NaN,
    2 ** 53,
    '',
    ' ',
    'undefined',
    '007',
    null,
    undefined,
    false,
    {},
    [42],
  ])('throws at once for %p, and calls nothing', (companyId) => {
    const fn = jest.fn();
    const run = (): unknown => runWithCompanyId(companyId as number, fn);

    expect(run).toThrow(InvalidCompanyIdError);
    expect(run).toThrow('(`runWithCompanyId`)');
    expect(fn).not.toHaveBeenCalled();
  });

  test('does not keep an outer company for an unusable one', () => {
    runWithCompanyId(42, () => {
      expect(() => runWithCompanyId('', currentCompanyId)).toThrow(InvalidCompanyIdError);
      expect(currentCompanyId()).toBe('42');
    });
  });

  test.each([undefined, null, Promise.resolve(), {}, 'fn'])(
    'throws at once for %p as a function',
    (fn) => {
      expect(() => runWithCompanyId(42, fn as never)).toThrow(
        new TypeError('`runWithCompanyId` takes a company id and the function to call.'),
      );
    },
  );

  test('gives what the function gives, called without arguments', async () => {
    const fn = jest.fn(() => 'result');

    expect(runWithCompanyId(42, fn)).toBe('result');
    expect(fn.mock.calls).toEqual([[]]);
    await expect(runWithCompanyId(42, async () => 'later')).resolves.toBe('later');
  });

  test('throws and rejects with what the function does', async () => {
    const error = new Error('job failed');
    const fail = () => {
      throw error;
    };

    expect(() => runWithCompanyId(42, fail)).toThrow(error);
    await expect(runWithCompanyId(42, async () => fail())).rejects.toBe(error);
    expect(currentCompanyId()).toBeUndefined();
  });

  test('can be nested: the inner company counts within', async () => {
    const seen: unknown[] = [];

    await runWithCompanyId(1, async () => {
      seen.push(currentCompanyId());
      await runWithCompanyId(2, async () => {
        await wait(1);
        seen.push(currentCompanyId());
      });
      seen.push(currentCompanyId());
    });

    expect(seen).toEqual(['1', '2', '1']);
  });

  test('throws an error that the guards know', () => {
    let caught: unknown;
    try {
      runWithCompanyId('', () => undefined);
    } catch (error) {
      caught = error;
    }

    expect(isInvalidCompanyIdError(caught)).toBe(true);
  });
});

describe('currentCompanyId', () => {
  test('is undefined outside', () => {
    expect(currentCompanyId()).toBeUndefined();
    runWithCompanyId(42, () => undefined);
    expect(currentCompanyId()).toBeUndefined();
  });

  test.each<[string, (report: (id: unknown) => void) => void]>([
    ['a timer', (report) => setTimeout(() => report(currentCompanyId()), 1)],
    ['an immediate', (report) => setImmediate(() => report(currentCompanyId()))],
    ['a tick', (report) => process.nextTick(() => report(currentCompanyId()))],
    ['a microtask', (report) => queueMicrotask(() => report(currentCompanyId()))],
    ['a promise', (report) => void Promise.resolve().then(() => report(currentCompanyId()))],
    ['an awaited timer', (report) => void wait(1).then(() => report(currentCompanyId()))],
    [
      'a thenable',
      (report) =>
        void (async () => {
          await { then: (resolve: () => void) => void setTimeout(resolve, 1) };
          report(currentCompanyId());
        })(),
    ],
    [
      'an emitter that emits inside',
      (report) => {
        const emitter = new EventEmitter();
        emitter.on('done', () => report(currentCompanyId()));
        setTimeout(() => emitter.emit('done'), 1);
      },
    ],
  ])('goes along with %s', async (_what, start) => {
    const ids = await Promise.all(
      [1, 2, 3].map((id) => runWithCompanyId(id, () => new Promise(start))),
    );

    expect(ids).toEqual(['1', '2', '3']);
  });
});

/** Another copy of the entry. */
function copyOfContext(): typeof Context {
  let context: typeof Context | undefined;
  jest.isolateModules(() => {
    context = jest.requireActual<typeof Context>('axios-procore-company-id/context');
  });
  return context as typeof Context;
}

describe('where Node has no AsyncLocalStorage', () => {
  const contextOnOldNode = () => {
    jest.doMock('async_hooks', () => ({}));
    const context = copyOfContext();
    jest.dontMock('async_hooks');
    return context;
  };
  const KEY = Symbol.for('axios-procore-company-id@2');
  const holder = globalThis as Record<symbol, unknown>;
  let before: unknown;

  beforeEach(() => {
    before = holder[KEY];
    delete holder[KEY];
  });
  afterEach(() => {
    holder[KEY] = before;
  });

  test('runWithCompanyId says which Node has it', () => {
    const fn = jest.fn();

    expect(() => contextOnOldNode().runWithCompanyId(42, fn)).toThrow(
      'axios-procore-company-id/context needs AsyncLocalStorage of async_hooks: Node 12.17, or 13.10 and later. A browser has none: pass `procoreCompanyId` with each call there.',
    );
    expect(fn).not.toHaveBeenCalled();
  });

  test('an id is judged first, and nothing is known', () => {
    const context = contextOnOldNode();

    expect(() => context.runWithCompanyId('', () => 1)).toThrow(
      'A Procore company id is a positive integer',
    );
    expect(context.currentCompanyId()).toBeUndefined();
    expect(context.fromContext()).toBeUndefined();
  });
});

test('the first who asks makes the context', () => {
  const holder = globalThis as Record<symbol, unknown>;
  const key = Symbol.for('axios-procore-company-id@2');
  const before = holder[key];
  delete holder[key];
  try {
    expect(currentCompanyId()).toBeUndefined();
    expect(runWithCompanyId(42, currentCompanyId)).toBe('42');
  } finally {
    holder[key] = before;
  }
});

test('two copies of the package share one context', () => {
  const [one, other] = [copyOfContext(), copyOfContext()];

  expect(one.runWithCompanyId).not.toBe(other.runWithCompanyId);
  expect(one.runWithCompanyId(42, other.currentCompanyId)).toBe('42');
  expect(other.runWithCompanyId(7, one.fromContext)).toBe('7');
});
