import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { getEventListeners } from 'events';
import { attachedInstance } from './support/attached-instance';
import { rejection } from './support/rejection';

const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

const RESOLVERS: [string, () => Promise<number>][] = [
  [
    'answers',
    async () => {
      await turn();
      return 3;
    },
  ],
  [
    'fails',
    async () => {
      await turn();
      throw new Error('no tenant');
    },
  ],
];

describe.each(RESOLVERS)('where a resolver %s', (_how, resolver) => {
  test('no listener stays on a signal that many requests share', async () => {
    const { signal } = new AbortController();
    const { instance } = attachedInstance({ resolver });

    for (let count = 0; count < 20; count += 1) {
      await instance.get('/rest/v1.0/users', { signal }).catch(() => undefined);
    }

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('no listener stays on a token that many requests share', async () => {
    const { token } = axios.CancelToken.source();
    const { instance } = attachedInstance({ resolver });

    for (let count = 0; count < 20; count += 1) {
      await instance.get('/rest/v1.0/users', { cancelToken: token }).catch(() => undefined);
    }

    expect((token as unknown as { _listeners?: unknown[] })._listeners ?? []).toHaveLength(0);
  });
});

test('no listener stays on a signal that was aborted', async () => {
  const controller = new AbortController();
  const { instance } = attachedInstance({ resolver: () => new Promise(() => undefined) });
  const outcome = rejection(instance.get('/rest/v1.0/users', { signal: controller.signal }));

  await turn();
  controller.abort();
  await outcome;

  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});

test('a signal or token that is none is left to axios', async () => {
  const { instance, sentIds } = attachedInstance({ resolver: async () => 3 });

  await instance.get('/rest/v1.0/users', { signal: undefined, cancelToken: undefined } as never);
  await instance.get('/rest/v1.0/users', { signal: null as never, cancelToken: null as never });

  expect(sentIds()).toEqual(['3', '3']);
});

describe('whether axios itself cancels by a signal', () => {
  type Handler = (config: object) => unknown;

  /** What comes of a request whose signal is aborted and whose resolver answers later. */
  async function headerBehind(instance: object): Promise<unknown> {
    let handle: Handler | undefined;
    const request = { use: (handler: Handler) => ((handle = handler), 0), eject: () => undefined };
    const response = { use: () => 0, eject: () => undefined };
    attachProcoreCompanyId(
      { ...instance, interceptors: { request, response } },
      {
        resolver: async () => {
          await turn();
          return 3;
        },
      },
    );
    const controller = new AbortController();
    controller.abort();
    const config = { url: '/rest/v1.0/users', headers: {}, signal: controller.signal };
    return ((await handle?.(config)) as typeof config).headers;
  }

  const create = () => undefined;
  const CancelToken = () => undefined;

  test.each<[string, object]>([
    ['an instance', {}],
    ['the global one', { create, CancelToken }],
  ])('an axios before 0.22 does not, and its request gets the header: %s', async (_what, axios) => {
    expect(await headerBehind(axios)).toEqual({ 'Procore-Company-Id': '3' });
  });

  test.each<[string, object]>([
    ['an instance', { create }],
    ['the global one', { create, CancelToken, VERSION: '0.22.0' }],
  ])('a later one does, and its request is left to it: %s', async (_what, axios) => {
    expect(await headerBehind(axios)).toEqual({});
  });
});
