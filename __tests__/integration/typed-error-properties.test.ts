import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import express from 'express';
import type { Server } from 'http';
import type { AddressInfo } from 'net';
import { inspect } from 'util';
import { adapters } from '../support/adapters';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';
import { responseOf } from '../support/response-of';

const RFIS = '/rest/v1.0/projects/3/rfis';
const TOKEN = 'SECRET-TOKEN';
/** What the plugin puts beside what the original has. */
const ADDED = ['procoreCode', 'reason', 'isCertain', 'method', 'route', 'companyId', 'source'];

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.listener = answer(400, MISSING_HEADER_TEXT);
});

/** All that can be reached from a value through own properties, whether they are enumerable or not. */
function reachable(value: unknown, seen = new Set<unknown>()): Set<unknown> {
  if (seen.has(value)) return seen;
  seen.add(value);
  if (Object(value) !== value) return seen;
  for (const key of Reflect.ownKeys(value as object)) {
    const { value: inner } = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    reachable(inner, seen);
  }
  return seen;
}

describe.each(adapters)('the typed error, over the %s adapter', (_name, adapter) => {
  interface Pair {
    error: any;
    original: any;
    /** The own properties of the original, as they were when the plugin got it. */
    before: Record<PropertyKey, PropertyDescriptor>;
  }

  async function failed(
    config: AxiosRequestConfig = {},
    change: (error: any) => void = () => undefined,
  ): Promise<Pair> {
    const instance: AxiosInstance = axios.create({ baseURL: server.origin, ...adapter });
    let original: any;
    let before = {};
    instance.interceptors.response.use(undefined, (error) => {
      change(error);
      original = error;
      before = Object.getOwnPropertyDescriptors(error);
      throw error;
    });
    attachProcoreCompanyId(instance, { companyId: 42 });
    const error = await rejection(instance.get(RFIS, config));
    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    return { error, original, before };
  }

  test('has all that the original has, as it has it', async () => {
    const { error, original, before } = await failed();

    for (const key of Reflect.ownKeys(before)) {
      if (key === 'stack' || key === 'cause') continue;
      const isOurs = ['name', 'message', 'toJSON'].includes(String(key));
      const { value, ...flags } = before[key] as PropertyDescriptor;
      expect([key, Object.getOwnPropertyDescriptor(error, key)]).toEqual([
        key,
        { ...flags, value: isOurs ? error[key] : value },
      ]);
    }
    expect(Object.getOwnPropertyDescriptors(original)).toEqual(before);
  });

  test('has nothing else but what the plugin adds', async () => {
    const { error, original } = await failed();

    const added = Object.keys(error).filter((key) => !(key in original));

    expect(added.filter((key) => !ADDED.includes(key))).toEqual(
      // The fetch adapter of 1.13.3 and 1.13.4 has no response.
      'response' in original ? [] : ['response'],
    );
    expect('status' in error).toBe('status' in original);
  });

  test('has what the caller has put on the original', async () => {
    const attempt = Symbol('attempt');

    const { error } = await failed({}, (each) =>
      Object.defineProperty(Object.assign(each, { [attempt]: 2, tenant: 'x' }), 'hidden', {
        value: 3,
      }),
    );

    expect(error[attempt]).toBe(2);
    expect(Object.keys(error)).toContain('tenant');
    expect(Object.getOwnPropertyDescriptor(error, 'hidden')).toMatchObject({
      value: 3,
      enumerable: false,
    });
  });

  test('is copied to what the original is copied to', async () => {
    const { error, original } = await failed();

    const [copy, expected] = [{ ...error }, { ...original }];

    const keys = Object.keys(expected).filter((key) => key !== 'cause');
    expect(Object.keys(copy)).toEqual(expect.arrayContaining(keys));
    expect(copy.cause).toBeUndefined();
    // Both are enumerable in 0.27 and later.
    expect([copy.name, copy.message]).toEqual([
      'name' in expected ? 'MissingCompanyIdHeaderError' : undefined,
      'message' in expected ? error.message : undefined,
    ]);
  });

  test('is enumerated with `toJSON` where the original is, as it inherits one in 0.27 to 1.6', async () => {
    const { error, original } = await failed();

    const enumerated = (value: object): string[] => {
      const keys = [];
      for (const key in value) keys.push(key);
      return keys;
    };

    expect(enumerated(error).includes('toJSON')).toBe(enumerated(original).includes('toJSON'));
    expect(error.toJSON()).toMatchObject({ companyId: '42' });
  });

  test('as a copy still serialises without a secret, where the original could be serialised', async () => {
    const { error, original } = await failed({ headers: { Authorization: TOKEN } });

    // Up to 0.26 the original has a `toJSON` of its own, which copies take along.
    const shown = JSON.stringify('toJSON' in { ...original } ? { ...error } : error);

    expect(JSON.parse(shown)).toMatchObject({ method: 'GET', status: 400, companyId: '42' });
    expect(shown).not.toContain(TOKEN);
  });

  test.each<[string, (error: any) => void]>([
    ['of its own', () => undefined],
    [
      'that is enumerable',
      (error) => {
        const value = { token: TOKEN, response: error.cause?.response };
        // Over fetch axios defines it as one that cannot be assigned.
        Object.defineProperty(error, 'cause', { value, enumerable: true, configurable: true });
      },
    ],
  ])(
    'has a bare cause, which is not enumerable, for an original with one %s',
    async (_what, change) => {
      const { error, original } = await failed({}, change);

      const { value: cause, enumerable } = Object.getOwnPropertyDescriptor(error, 'cause') ?? {};

      expect(enumerable).toBe(false);
      expect(Object.keys(cause)).toEqual([]);
      expect(cause).toBeInstanceOf(Error);
      expect([cause.name, cause.message, cause.code, cause.stack]).toEqual([
        original.name,
        original.message,
        original.code,
        // 0.27 has none.
        original.stack ?? cause.stack,
      ]);
    },
  );

  test('holds no token where config, request and response are deleted', async () => {
    const { error } = await failed({
      headers: { Authorization: `Bearer ${TOKEN}` },
      params: { token: TOKEN },
    });
    expect(inspect(error, { depth: 9 })).toContain(TOKEN);

    delete error.config;
    delete error.request;
    delete error.response;

    const texts = [...reachable(error)].filter((value) => typeof value === 'string');
    expect(texts.filter((text) => text.includes(TOKEN))).toEqual([]);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(TOKEN);
    expect(JSON.stringify(error)).not.toContain(TOKEN);
    expect(JSON.stringify({ ...error })).not.toContain(TOKEN);
    expect(String(error.stack)).not.toContain(TOKEN);
  });

  describe('in an express app', () => {
    let app: Server;
    let origin: string;
    let thrown: unknown;

    beforeAll(async () => {
      app = express()
        .get('/', () => {
          throw thrown;
        })
        .listen(0, '127.0.0.1');
      await new Promise((resolve) => app.once('listening', resolve));
      origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((resolve) => app.close(resolve)));

    test.each([400, 403, 404, 500])('is answered as the original is: %i', async (status) => {
      server.listener = answer(status, MISSING_HEADER_TEXT);
      const { error, original } = await failed();

      const statuses: number[] = [];
      for (thrown of [error, original])
        statuses.push((await axios.get(origin, { validateStatus: () => true })).status);

      expect(statuses[0]).toBe(statuses[1]);
      expect(error.response.status).toBe(responseOf(original).status);
    });
  });
});
