import { AxiosError } from 'axios';
import {
  isMissingCompanyIdHeaderError,
  MissingCompanyIdHeaderError,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

/** An instance whose adapter rejects with this, and with the answer on it. */
const refusing = (reason: object) =>
  attachedInstance(null, {
    adapter: (config) => {
      const response = { status: 400, data: MISSING_HEADER_TEXT, headers: {}, config };
      return Promise.reject(Object.assign(reason, { config, response }));
    },
  });

/** What becomes of an error. */
const mapped = (reason: object, url = '/rest/v1.0/users') =>
  rejection(refusing(reason).instance.get(url));

test('the message begins with the one of the original, whatever it is', async () => {
  const error = await mapped(new Error('Refused'));

  expect(error.message).toMatch(/^Refused: Procore found no header Procore-Company-Id on GET /);
});

test('an object that an adapter rejects with, which is no error, becomes one', async () => {
  const error = await mapped({});

  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
  expect(String(error)).toMatch(
    /^MissingCompanyIdHeaderError: Request failed with status code 400: /,
  );
});

test('the JSON of one for a url out of scope does not show its path', async () => {
  const error = await mapped(new Error('Refused'), 'https://files.example/SECRET');
  const within = await mapped(new Error('Refused'));

  expect(error).toMatchObject({ reason: 'out-of-scope' });
  expect(JSON.stringify(error)).not.toContain('SECRET');
  expect(within.toJSON().config).toMatchObject({ url: '/rest/v1.0/users' });
});

describe('the own properties of the original', () => {
  /** What an error has of its own, and how. */
  const shapeOf = (error: object) =>
    Object.entries(Object.getOwnPropertyDescriptors(error)).map(([key, { enumerable }]) => [
      key,
      enumerable,
    ]);

  test('are there as they were, and beside them what the plugin adds', async () => {
    const original = new AxiosError('Refused', 'ERR_BAD_REQUEST', {} as never);
    Object.defineProperty(original, 'hidden', { value: 'x', enumerable: false });
    const symbol = Symbol('trace');
    Object.assign(original, { retries: 2, [symbol]: 'y' });
    const before = shapeOf(original);

    const error = await mapped(original);

    expect(shapeOf(error)).toEqual(expect.arrayContaining(before));
    expect(error).toMatchObject({
      hidden: 'x',
      retries: 2,
      [symbol]: 'y',
      code: 'ERR_BAD_REQUEST',
      config: original.config,
      response: original.response,
    });
    const added = Object.keys(error).filter((key) => !Object.keys(original).includes(key));
    expect(added.sort()).toEqual(['isCertain', 'method', 'procoreCode', 'reason', 'route']);
  });

  test.each([true, false])(
    'hold for name, message and toJSON, enumerable: %p',
    async (enumerable) => {
      const original = new Error('Refused');
      for (const [key, value] of Object.entries({
        name: 'AxiosError',
        message: 'Refused',
        toJSON: () => 'SECRET',
      }))
        Object.defineProperty(original, key, { value, enumerable, configurable: true });

      const error = await mapped(original);

      for (const key of ['name', 'message', 'toJSON'])
        expect(Object.getOwnPropertyDescriptor(error, key)).toMatchObject({ enumerable });
      expect(error.name).toBe('MissingCompanyIdHeaderError');
      expect(error.message).toMatch(/^Refused: /);
      expect(error.toJSON()).toMatchObject({ procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID' });
    },
  );

  test('have no status where there was none, as web frameworks answer with it', async () => {
    const without = await mapped(new Error('Refused'));
    const having = await mapped(Object.assign(new Error('Refused'), { status: 400 }));

    expect(without).not.toHaveProperty('status');
    expect(having).toHaveProperty('status', 400);
  });

  test('leave the stack of the typed error, which begins with its name', async () => {
    const error = await mapped(new Error('Refused'));

    expect(error.stack).toMatch(/^MissingCompanyIdHeaderError: Refused: /);
    expect(Object.keys(error)).not.toContain('stack');
  });
});

describe('the cause', () => {
  test('has name, message, code and stack of the original and nothing that can hold a token', async () => {
    const original = new AxiosError('Refused', 'ERR_BAD_REQUEST', {
      headers: { Authorization: 'SECRET' },
    } as never);

    const { cause, ...shown } = await mapped(original);

    expect(shown).not.toHaveProperty('cause');
    expect(cause).toBeInstanceOf(Error);
    expect(cause).not.toBe(original);
    expect(Reflect.ownKeys(cause).sort()).toEqual(['code', 'message', 'name', 'stack']);
    const { name, message, code, stack } = original;
    expect([cause.name, cause.message, cause.code, cause.stack]).toEqual([
      name,
      message,
      code,
      stack,
    ]);
  });

  test('is not listed', async () => {
    const error = await mapped(new Error('Refused'));

    expect(Object.keys(error)).not.toContain('cause');
    expect(Object.keys(error.cause)).toEqual([]);
  });

  test('has no code where the original has none', async () => {
    const { cause } = await mapped(new Error('Refused'));

    expect(cause).not.toHaveProperty('code');
  });
});

test('the classes of the original and of this package both know the error', async () => {
  class Own extends Error {
    describe(): string {
      return 'own';
    }
  }
  const error = await mapped(new Own('Refused'));

  expect(error).toBeInstanceOf(Own);
  expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
  expect(error.describe()).toBe('own');
  expect(error.isAxiosError).toBe(true);
  expect(Object.keys(error)).not.toContain('isAxiosError');
});

test('an error that has been mapped passes through as it is', async () => {
  const error = await mapped(new Error('Refused'));

  expect(isMissingCompanyIdHeaderError(error)).toBe(true);
  expect(await mapped(error)).toBe(error);
});
