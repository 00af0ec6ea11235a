import axios, { type AxiosInstance } from 'axios';
import axios021 from 'axios-0.21';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { companyIdIn } from './support/attached-instance';

const USERS = 'https://api.procore.com/rest/v1.0/users';
const OPTIONS: ProcoreCompanyIdOptions = { companyId: 42, includeCreated: true };

/** An instance that stands for the global `axios`, whose requests end in an adapter. */
function parent(): AxiosInstance {
  return axios.create({
    adapter: (config) =>
      Promise.resolve({ data: {}, status: 200, statusText: 'OK', headers: {}, config }),
  });
}

/** The id that goes out with a request of an instance. */
const idOf = async (instance: AxiosInstance): Promise<string | undefined> =>
  companyIdIn((await instance.get(USERS)).config);

describe('with `includeCreated`', () => {
  test('instances that are created from now on are attached, and so are theirs', async () => {
    const instance = parent();
    const before = instance.create();
    attachProcoreCompanyId(instance, OPTIONS);
    const child = instance.create();
    const grandchild = child.create();

    expect(await Promise.all([instance, before, child, grandchild].map(idOf))).toEqual([
      '42',
      undefined,
      '42',
      '42',
    ]);
  });

  test('`create` gets what it got before, and gives what it gave', async () => {
    const instance = parent();
    const create = jest.spyOn(instance, 'create');
    attachProcoreCompanyId(instance, OPTIONS);

    const child = instance.create({ baseURL: 'https://us02.procore.com' });

    expect(create.mock.calls).toEqual([[{ baseURL: 'https://us02.procore.com' }]]);
    expect(create.mock.contexts).toEqual([instance]);
    expect(create.mock.results[0]?.value).toBe(child);
    expect(child.defaults.baseURL).toBe('https://us02.procore.com');
  });

  test('`detach` ends it for all of them', async () => {
    const instance = parent();
    const { create } = instance;
    const attachment = attachProcoreCompanyId(instance, OPTIONS);
    const child = instance.create();
    const grandchild = child.create();

    attachment.detach();

    expect(await Promise.all([instance, child, grandchild].map(idOf))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(instance.create).toBe(create);
    expect(await idOf(instance.create())).toBeUndefined();
    expect(await idOf(child.create())).toBeUndefined();
  });

  test('attaching again replaces the options of what is created, and wraps `create` once', async () => {
    const instance = parent();
    const { create } = instance;
    attachProcoreCompanyId(instance, OPTIONS);
    const earlier = instance.create();
    const attachment = attachProcoreCompanyId(instance, { ...OPTIONS, companyId: 43 });

    expect(await idOf(instance.create())).toBe('43');
    expect(await idOf(earlier)).toBeUndefined();
    attachment.detach();
    expect(instance.create).toBe(create);
  });

  test('attaching again without it ends it', async () => {
    const instance = parent();
    attachProcoreCompanyId(instance, OPTIONS);
    attachProcoreCompanyId(instance, { companyId: 43 });

    expect(await idOf(instance.create())).toBeUndefined();
    expect(await idOf(instance)).toBe('43');
  });

  test('a child can be detached or attached by itself', async () => {
    const instance = parent();
    const attachment = attachProcoreCompanyId(instance, OPTIONS);
    const child = instance.create();

    attachProcoreCompanyId(child, { companyId: 9 });
    attachment.detach();

    expect(await idOf(child)).toBe('9');
  });

  test("somebody else's wrapper around `create` stays, and attaches nothing after `detach`", async () => {
    const instance = parent();
    const attachment = attachProcoreCompanyId(instance, OPTIONS);
    const { create } = instance;
    const wrapper = jest.fn((...args: Parameters<typeof create>) => create(...args));
    instance.create = wrapper;

    expect(await idOf(instance.create())).toBe('42');
    attachment.detach();

    expect(instance.create).toBe(wrapper);
    expect(await idOf(instance.create())).toBeUndefined();
  });

  test('an instance without `create` is refused, and nothing is attached', async () => {
    const instance = Object.assign(parent(), { create: undefined }) as unknown as AxiosInstance;
    attachProcoreCompanyId(instance, { companyId: 9 });

    expect(() => attachProcoreCompanyId(instance, OPTIONS)).toThrow(
      new TypeError(
        'Option `includeCreated` of attachProcoreCompanyId needs an instance that has `create`, such as the global `axios`.',
      ),
    );
    expect(await idOf(instance)).toBe('9');
  });

  test('created instances of axios 0.21, which have no `create`, are attached', async () => {
    const { create } = axios021;
    const attachment = attachProcoreCompanyId(axios021, OPTIONS);
    try {
      const child = axios021.create({
        adapter: (config) =>
          Promise.resolve({ data: {}, status: 200, statusText: 'OK', headers: {}, config }),
      });

      const { config } = await child.get(USERS);

      expect(config.headers?.['Procore-Company-Id']).toBe('42');
    } finally {
      attachment.detach();
    }
    expect(axios021.create).toBe(create);
  });
});

test('without `includeCreated` nothing is attached beside the instance', async () => {
  const instance = parent();
  const { create } = instance;
  attachProcoreCompanyId(instance, { companyId: 42 });

  expect(instance.create).toBe(create);
  expect(await idOf(instance.create())).toBeUndefined();
});

describe('attachments of created instances', () => {
  const holder = globalThis as { WeakRef?: unknown };
  const { WeakRef: original } = globalThis;
  afterEach(() => {
    holder.WeakRef = original;
  });

  /** Weak references whose targets are collected when a test says so. */
  function fakeWeakRef() {
    const state = { asked: 0, isCollected: false };
    holder.WeakRef = class<T> {
      constructor(private readonly target: T) {}
      deref(): T | undefined {
        state.asked += 1;
        return state.isCollected ? undefined : this.target;
      }
    };
    return state;
  }

  const makeMany = (instance: AxiosInstance, count: number) =>
    Array.from({ length: count }, () => instance.create());

  test('are forgotten once they are collected, so that an instance per call leaks nothing', () => {
    const state = fakeWeakRef();
    const instance = parent();
    const attachment = attachProcoreCompanyId(instance, OPTIONS);
    state.isCollected = true;

    makeMany(instance, 1000);
    const askedOnTheWay = state.asked;
    attachment.detach();

    expect(state.asked - askedOnTheWay).toBeLessThanOrEqual(64);
    // Each is asked about once.
    expect(askedOnTheWay).toBeLessThanOrEqual(1000);
  });

  test('are all found again as long as they are alive, and not asked about each time', async () => {
    const state = fakeWeakRef();
    const instance = parent();
    const attachment = attachProcoreCompanyId(instance, OPTIONS);

    const instances = makeMany(instance, 500);
    expect(state.asked).toBeLessThan(1000);
    attachment.detach();

    expect(await Promise.all(instances.map(idOf))).toEqual(instances.map(() => undefined));
  });

  test('stay where there is no WeakRef, as before Node 14.6', async () => {
    delete holder.WeakRef;
    const instance = parent();
    const attachment = attachProcoreCompanyId(instance, OPTIONS);
    const child = instance.create();

    attachment.detach();

    expect(await idOf(child)).toBe('42');
    expect(await idOf(instance.create())).toBeUndefined();
  });
});

test('the options are read once, at attach, for created instances too', async () => {
  const options = { ...OPTIONS };
  const instance = parent();
  attachProcoreCompanyId(instance, options);

  options.companyId = 43;

  expect(await idOf(instance.create())).toBe('42');
});

test('what `create` makes that is no instance is refused, as a mock of axios would fail later', () => {
  const instance = Object.assign(parent(), { create: () => undefined as never });
  attachProcoreCompanyId(instance, OPTIONS);

  expect(() => instance.create()).toThrow(/expects an axios instance.* and got undefined/);
});
