// @ts-nocheck
import axios, { type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, type ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { hasSignal } from '../support/axios-features';
import { type RecordingServer, startRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const NAMELESS = '/rest/v1.0/users';

let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
});

afterAll(() => server.close());

beforeEach(() => {
  server.requests.length = 0;
});

interface Cancellation {
  config: AxiosRequestConfig;
  cancel: () => void;
}

function byToken(): Cancellation {
  const { token, cancel } = axios.CancelToken.source();
  return { config: { cancelToken: token }, cancel: () => cancel('stop') };
}

function bySignal(): Cancellation {
  const controller = new AbortController();
  return { config: { signal: controller.signal }, cancel: () => controller.abort() };
}

const WAYS: [string, () => Cancellation][] = [
  ['a cancelToken', byToken],
  // axios 0.21 knows no signals
  ...(hasSignal ? [['a signal', bySignal] as [string, () => Cancellation]] : []),
];

function create(options: ProcoreCompanyIdOptions) {
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  attachProcoreCompanyId(instance, options);
  return instance;
}

const never = () => new Promise<never>(() => undefined);
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe.each(WAYS)('a request that is cancelled by %s', (_what, begin) => {
  test('while its resolver is pending is rejected at once, and not sent', async () => {
    const { config, cancel } = begin();
    const outcome = rejection(create({ resolver: never }).get(NAMELESS, config));

    await turn();
    cancel();

    expect(axios.isCancel(await outcome)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  test('before its resolver is asked is rejected at once, and not sent', async () => {
    const { config, cancel } = begin();
    cancel();

    const error = await rejection(create({ resolver: never }).get(NAMELESS, config));

    expect(axios.isCancel(error)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  test('while one of several resolvers is pending is rejected, too', async () => {
    const { config, cancel } = begin();
    const resolver = async () => {
      cancel();
      return never();
    };

    const error = await rejection(create({ resolver }).get(NAMELESS, config));

    expect(axios.isCancel(error)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  test('is not rejected for want of an id', async () => {
    const { config, cancel } = begin();
    const instance = create({ resolver: never, onUnresolved: 'reject' });
    const outcome = rejection(instance.get(NAMELESS, config));

    await turn();
    cancel();

    expect(axios.isCancel(await outcome)).toBe(true);
  });

  test('is cancelled in a dry run as well', async () => {
    const { config, cancel } = begin();
    const outcome = rejection(create({ resolver: never, dryRun: true }).get(NAMELESS, config));

    await turn();
    cancel();

    expect(axios.isCancel(await outcome)).toBe(true);
    expect(server.requests).toEqual([]);
  });

  test.each([
    ['answers', () => Promise.resolve(3)],
    ['fails', () => Promise.reject(new Error('too late'))],
    ['gives a bad answer', () => Promise.resolve('garbage')],
  ])('does not mind that its resolver %s later', async (_how, settle) => {
    const { config, cancel } = begin();
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const resolver = async () => {
      await turn();
      return settle();
    };
    const outcome = rejection(create({ resolver }).get(NAMELESS, config));

    cancel();
    const error = await outcome;
    await turn();
    await turn();
    process.off('unhandledRejection', unhandled);

    expect(axios.isCancel(error)).toBe(true);
    expect(unhandled).not.toHaveBeenCalled();
    expect(server.requests).toEqual([]);
  });

  test('leaves others alone that wait for the same resolver', async () => {
    const { config, cancel } = begin();
    let answer: (id: number) => void = () => undefined;
    const pending = new Promise<number>((resolve) => {
      answer = resolve;
    });
    const instance = create({ resolver: () => pending });
    const cancelled = rejection(instance.get(NAMELESS, config));
    const other = instance.get(NAMELESS);

    await turn();
    cancel();
    expect(axios.isCancel(await cancelled)).toBe(true);
    answer(3);
    await other;

    expect(server.requests).toMatchObject([{ companyId: '3' }]);
  });
});

describe.each(WAYS)('a request that could be cancelled by %s, but is not', (_what, begin) => {
  test('gets the answer of its resolver', async () => {
    const resolver = async () => {
      await turn();
      return 3;
    };

    await create({ resolver }).get(NAMELESS, begin().config);

    expect(server.requests).toMatchObject([{ companyId: '3' }]);
  });

  test('is rejected as its resolver was', async () => {
    const reason = new Error('no tenant');
    const instance = create({ resolver: () => Promise.reject(reason) });

    expect(await rejection(instance.get(NAMELESS, begin().config))).toBe(reason);
    expect(server.requests).toEqual([]);
  });
});

test('a signal never lets a request go out without the id that its resolver had', async () => {
  const { config, cancel } = bySignal();
  const resolver = async () => {
    cancel();
    await turn();
    return 3;
  };

  await create({ resolver })
    .get(NAMELESS, config)
    .catch(() => undefined);

  expect(server.requests.filter(({ companyId }) => companyId !== '3')).toEqual([]);
});
