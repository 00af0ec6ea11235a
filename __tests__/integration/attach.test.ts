import axios, { type AxiosInstance } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  type CompanyIdResolver,
} from 'axios-procore-company-id';
import { useRecordingServer } from '../support/recording-server';

const USERS = '/rest/v1.0/users';

const server = useRecordingServer();

const create = (): AxiosInstance => axios.create({ baseURL: server.origin });
const { sentIds } = server;

/** How many pairs of handlers an instance has, on the request and on the response side. */
function handlerCounts(instance: AxiosInstance): number[] {
  return [instance.interceptors.request, instance.interceptors.response].map((manager) => {
    let count = 0;
    (manager as unknown as { forEach(call: () => void): void }).forEach(() => count++);
    return count;
  });
}

/** What `clear()` does, which axios has from 0.28 on. */
function clear(instance: AxiosInstance): void {
  const { request, response } = instance.interceptors;
  for (const manager of [request, response]) {
    if (typeof manager.clear === 'function') manager.clear();
    else (manager as unknown as { handlers: unknown[] }).handlers = [];
  }
}

describe('attachProcoreCompanyId', () => {
  test('returns a handle with detach and nothing else', () => {
    const attachment = attachProcoreCompanyId(create());

    expect(attachment).toEqual({ detach: expect.any(Function) });
  });

  test('gives axios no function to call for a success, unless the resolver learns', () => {
    const onSuccess = (resolver?: CompanyIdResolver): unknown => {
      const instance = create();
      attachProcoreCompanyId(instance, { resolver });
      const { response } = instance.interceptors;
      return (response as unknown as { handlers: { fulfilled: unknown }[] }).handlers[0]?.fulfilled;
    };
    const learn = jest.fn();

    expect(onSuccess()).toBeUndefined();
    expect(onSuccess(() => 42)).toBeUndefined();
    expect(onSuccess(Object.assign(() => 42, { learn }))).toEqual(expect.any(Function));
  });

  test('works on the global axios, and on no instance made from it', async () => {
    const attachment = attachProcoreCompanyId(axios, { companyId: 42, apiHosts: () => true });
    try {
      await axios.get(server.origin + USERS);
      await axios(server.origin + USERS);
      await create().get(USERS);
    } finally {
      attachment.detach();
    }
    await axios.get(server.origin + USERS);

    expect(sentIds()).toEqual(['42', '42', undefined, undefined]);
  });

  test('works on an instance of the class', async () => {
    const instance = new axios.Axios({ ...axios.defaults, baseURL: server.origin } as never);
    attachProcoreCompanyId(instance, { companyId: 42 });

    await instance.get(USERS);
    await instance.request({ method: 'post', url: '/rest/v1.0/companies/7/users' });

    expect(sentIds()).toEqual(['42', '7']);
  });

  test('keeps instances apart', async () => {
    const [one, two, three] = [create(), create(), create()];
    attachProcoreCompanyId(one, { companyId: 1 });
    const second = attachProcoreCompanyId(two, { companyId: 2 });

    await one.get(USERS);
    await two.get(USERS);
    await three.get(USERS);
    second.detach();
    await one.get(USERS);
    await two.get(USERS);

    expect(sentIds()).toEqual(['1', '2', undefined, '1', undefined]);
  });

  test.each<unknown>([
    undefined,
    null,
    'axios',
    7,
    {},
    () => undefined,
    axios.Axios,
    { interceptors: null },
    { interceptors: {} },
    { interceptors: { request: { use: () => 0 } } },
    { interceptors: { response: { use: () => 0 } } },
    { interceptors: { request: { use: () => 0 }, response: { use: 'x' } } },
  ])('throws a TypeError that names what it wants: %p', (value) => {
    expect(() => attachProcoreCompanyId(value as never)).toThrow(TypeError);
    expect(() => attachProcoreCompanyId(value as never)).toThrow(/axios\.create\(\)/);
  });
});

describe('attaching again', () => {
  test('replaces the earlier attachment: one header, one event', async () => {
    const instance = create();
    const events: [string, CompanyIdEvent][] = [];
    for (const name of ['first', 'second']) {
      attachProcoreCompanyId(instance, {
        companyId: name === 'first' ? 1 : 2,
        observe: (event) => events.push([name, event]),
      });
    }

    await instance.get(USERS);

    expect(sentIds()).toEqual(['2']);
    expect(events).toMatchObject([['second', { type: 'resolved', companyId: '2' }]]);
  });

  test('leaves no handlers behind', () => {
    const instance = create();

    for (let count = 0; count < 100; count++) attachProcoreCompanyId(instance);

    expect(handlerCounts(instance)).toEqual([1, 1]);
  });

  test('after detaching leaves no handlers behind', () => {
    const instance = create();
    const before = instance.interceptors.request.use((config) => config);
    attachProcoreCompanyId(instance).detach();
    instance.interceptors.request.eject(before);
    instance.interceptors.response.use((response) => response);

    for (let count = 0; count < 10; count++) attachProcoreCompanyId(instance).detach();

    expect(handlerCounts(instance)).toEqual([0, 1]);
  });

  test('with unusable options keeps the earlier attachment', async () => {
    const instance = create();
    attachProcoreCompanyId(instance, { companyId: 1 });

    expect(() => attachProcoreCompanyId(instance, { companyId: 'x' })).toThrow(/companyId/);
    await instance.get(USERS);

    expect(sentIds()).toEqual(['1']);
  });

  test('is not undone by the handle of the earlier attachment', async () => {
    const instance = create();
    const first = attachProcoreCompanyId(instance, { companyId: 1 });
    attachProcoreCompanyId(instance, { companyId: 2 });

    first.detach();
    await instance.get(USERS);

    expect(sentIds()).toEqual(['2']);
    expect(handlerCounts(instance)).toEqual([1, 1]);
  });
});

describe('detach', () => {
  test('takes the plugin off', async () => {
    const instance = create();
    const attachment = attachProcoreCompanyId(instance, { companyId: 1, onUnresolved: 'reject' });

    attachment.detach();
    await instance.get(USERS);
    await instance.get('/rest/v1.0/companies/7/users', { procoreCompanyId: 9 });

    expect(sentIds()).toEqual([undefined, undefined]);
    expect(handlerCounts(instance)).toEqual([0, 0]);
  });

  test('does nothing the second time', async () => {
    const instance = create();
    const attachment = attachProcoreCompanyId(instance, { companyId: 1 });
    attachment.detach();
    const seen: string[] = [];
    instance.interceptors.request.use((config) => {
      seen.push('request');
      return config;
    });
    instance.interceptors.response.use((response) => {
      seen.push('response');
      return response;
    });

    attachment.detach();
    attachment.detach();
    await instance.get(USERS);

    expect(seen).toEqual(['request', 'response']);
  });

  test('can be followed by another attachment', async () => {
    const instance = create();
    const first = attachProcoreCompanyId(instance, { companyId: 1 });
    first.detach();
    attachProcoreCompanyId(instance, { companyId: 2 });

    first.detach();
    await instance.get(USERS);
    attachProcoreCompanyId(instance, { companyId: 3 });
    await instance.get(USERS);

    expect(sentIds()).toEqual(['2', '3']);
    expect(handlerCounts(instance)).toEqual([1, 1]);
  });

  test('works without its object', async () => {
    const instance = create();
    const { detach } = attachProcoreCompanyId(instance, { companyId: 1 });

    detach();
    await instance.get(USERS);

    expect(sentIds()).toEqual([undefined]);
  });

  test("leaves others' interceptors alone", async () => {
    const instance = create();
    const seen: string[] = [];
    const watch = (name: string): void => {
      instance.interceptors.request.use((config) => {
        seen.push(name);
        return config;
      });
      instance.interceptors.response.use((response) => {
        seen.push(name);
        return response;
      });
    };
    watch('before');
    const attachment = attachProcoreCompanyId(instance, { companyId: 1 });
    watch('after');

    attachment.detach();
    await instance.get(USERS);

    expect(seen).toEqual(['after', 'before', 'before', 'after']);
    expect(handlerCounts(instance)).toEqual([2, 2]);
  });

  test.each([0, 1, 2])(
    "leaves others' interceptors alone after clear(), which makes ids start again: %i before",
    async (count) => {
      const instance = create();
      const { request, response } = instance.interceptors;
      for (let index = 0; index < count; index++) request.use((config) => config);
      const attachment = attachProcoreCompanyId(instance, { companyId: 1 });
      clear(instance);
      const seen: string[] = [];
      for (let index = 0; index < 4; index++) {
        request.use((config) => (seen.push('request'), config));
        response.use((answer) => (seen.push('response'), answer));
      }

      attachment.detach();
      await instance.get(USERS);

      expect(seen.sort()).toEqual([...Array(4).fill('request'), ...Array(4).fill('response')]);
      expect(sentIds()).toEqual([undefined]);
    },
  );

  test('and attach work after clear()', async () => {
    const instance = create();
    attachProcoreCompanyId(instance, { companyId: 1 });
    clear(instance);
    const events: CompanyIdEvent[] = [];

    const again = attachProcoreCompanyId(instance, {
      companyId: 2,
      observe: (event) => events.push(event),
    });
    await instance.get(USERS);
    again.detach();
    await instance.get(USERS);

    expect(sentIds()).toEqual(['2', undefined]);
    expect(events).toHaveLength(1);
    expect(handlerCounts(instance)).toEqual([0, 0]);
  });
});

test('an instance that fails to be attached is as it was', () => {
  const instance = create();

  expect(() => attachProcoreCompanyId(instance, { companyId: 0 })).toThrow(/companyId/);

  expect(handlerCounts(instance)).toEqual([0, 0]);
});

test('an instance without `create`, as before axios 0.22, may be created with `includeCreated`', async () => {
  const parent = axios.create();
  parent.create = ((config: object) =>
    Object.assign(axios.create(config), { create: undefined })) as never;
  const attachment = attachProcoreCompanyId(parent, { companyId: 42, includeCreated: true });

  const created = parent.create({ baseURL: server.origin });
  await created.get(USERS);
  attachment.detach();
  await created.get(USERS);

  expect(sentIds()).toEqual(['42', undefined]);
});
