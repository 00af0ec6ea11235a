import axios, { type InternalAxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, type AxiosLike } from 'axios-procore-company-id';
import AxiosMockAdapter from 'axios-mock-adapter';
import { attachedInstance } from './support/attached-instance';
import { MISSING_HEADER_TEXT } from './support/missing-header-text';
import { rejection } from './support/rejection';

const USERS = '/rest/v1.0/users';
const use = () => 0;

describe('what is no instance', () => {
  const ADVICE =
    'If axios is mocked in this test, give the mock both interceptors (axios-procore-company-id, docs/testing.md).';

  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [false, 'false'],
    ['https://api.procore.com', 'https://api.procore.com'],
    [{}, 'a value without `interceptors.request.use`'],
    [{ get: jest.fn() }, 'a value without `interceptors.request.use`'],
    [jest.fn(), 'a value without `interceptors.request.use`'],
    [{ interceptors: undefined }, 'a value without `interceptors.request.use`'],
    [{ interceptors: null }, 'a value without `interceptors.request.use`'],
    [{ interceptors: {} }, 'a value without `interceptors.request.use`'],
    [{ interceptors: { response: { use } } }, 'a value without `interceptors.request.use`'],
    [{ interceptors: { request: { use: true } } }, 'a value without `interceptors.request.use`'],
    [{ interceptors: { request: { use } } }, 'a value without `interceptors.response.use`'],
    [
      { interceptors: { request: { use }, response: {} } },
      'a value without `interceptors.response.use`',
    ],
  ])('is refused by an error that says what it is: %p', (value, got) => {
    expect(() => attachProcoreCompanyId(value as AxiosLike)).toThrow(
      new TypeError(
        `attachProcoreCompanyId expects an axios instance, such as \`axios.create()\`, and got ${got}. ${ADVICE}`,
      ),
    );
  });

  test('is refused before the options are looked at, and uses nothing', () => {
    const request = { use: jest.fn() };

    expect(() =>
      attachProcoreCompanyId({ interceptors: { request } } as never, { companyId: 'x' }),
    ).toThrow(/expects an axios instance/);
    expect(request.use).not.toHaveBeenCalled();
  });
});

describe('a mock of axios', () => {
  /** Interceptor managers that a test has made up. */
  const mocked = (more: object = {}) => {
    const manager = () => ({ use: jest.fn(() => 3), ...more });
    return { interceptors: { request: manager(), response: manager() } };
  };

  test('needs no `eject`, `defaults` or `create`', () => {
    const instance = mocked();

    const attachment = attachProcoreCompanyId(instance as never, { companyId: 42 });

    expect(instance.interceptors.request.use).toHaveBeenCalledTimes(1);
    expect(instance.interceptors.response.use).toHaveBeenCalledTimes(1);
    expect(() => {
      attachment.detach();
    }).not.toThrow();
  });

  test('gives the header to a config that is passed to its handler', () => {
    const instance = mocked();
    attachProcoreCompanyId(instance as never, { companyId: 42 });
    const [onRequest] = instance.interceptors.request.use.mock.calls[0] as unknown as [
      (config: object) => unknown,
    ];

    expect(onRequest({ url: 'https://api.procore.com/rest/v1.0/users' })).toMatchObject({
      headers: { 'Procore-Company-Id': '42' },
    });
  });

  test('with an `eject` and nothing to look into is asked to eject', () => {
    const eject = jest.fn();
    const attachment = attachProcoreCompanyId(mocked({ eject }) as never);

    attachment.detach();
    attachment.detach();

    expect(eject.mock.calls).toEqual([[3], [3]]);
  });
});

describe('detach', () => {
  test("leaves another's interceptor alone that got the id after `clear()`", async () => {
    const { instance, attachment, sent } = attachedInstance({ companyId: 42 });
    instance.interceptors.request.clear();
    instance.interceptors.request.use((config: InternalAxiosRequestConfig) => {
      config.headers.set('X-Other', 'here');
      return config;
    });

    attachment.detach();
    await instance.get(USERS);

    expect(sent[0]?.headers.get('X-Other')).toBe('here');
  });

  test('of an earlier attachment does nothing to a later one', async () => {
    const { instance, attachment, sentIds } = attachedInstance({ companyId: 42 });
    attachProcoreCompanyId(instance, { companyId: 43 });

    attachment.detach();
    await instance.get(USERS);

    expect(sentIds()).toEqual(['43']);
  });
});

describe('a call that has begun', () => {
  test('finishes with the plugin, though it is detached at once', async () => {
    const { instance, attachment, sentIds, events } = attachedInstance({ companyId: 42 });

    const call = instance.get(USERS);
    attachment.detach();
    await call;
    await instance.get(USERS);

    expect(sentIds()).toEqual(['42', undefined]);
    expect(events).toHaveLength(1);
  });

  test('finishes with the options that it began with, request and response side', async () => {
    const { instance, events } = attachedInstance({ companyId: 42 });
    new AxiosMockAdapter(instance).onAny().reply(400, MISSING_HEADER_TEXT);
    const later = jest.fn();
    // What waits for a token, for instance.
    instance.interceptors.request.use(async (config) => Promise.resolve(config));

    const call = instance.get(USERS);
    attachProcoreCompanyId(instance, { companyId: 43, observe: later });
    const error = await rejection(call);

    expect(error).toMatchObject({
      name: 'MissingCompanyIdHeaderError',
      companyId: '42',
      reason: 'sent',
    });
    expect(error.message.match(/Procore found no header/g)).toHaveLength(1);
    expect(events.map(({ type, companyId }) => [type, companyId])).toEqual([
      ['resolved', '42'],
      ['missing-header', '42'],
    ]);
    expect(later).not.toHaveBeenCalled();
  });
});

test('attaching again replaces the earlier attachment', async () => {
  const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

  attachProcoreCompanyId(instance, { companyId: 43 });
  await instance.get(USERS);

  expect(sentIds()).toEqual(['43']);
  expect(events).toEqual([]);
});

test('two instances have nothing to do with each other', async () => {
  const first = attachedInstance({ companyId: 42 });
  const second = attachedInstance({ companyId: 43 });
  const bare = axios.create({ adapter: first.instance.defaults.adapter as never });

  first.attachment.detach();
  await second.instance.get(USERS);
  await first.instance.get(USERS);
  await bare.get(USERS);

  expect(second.sentIds()).toEqual(['43']);
  expect(first.sentIds()).toEqual([undefined, undefined]);
});
