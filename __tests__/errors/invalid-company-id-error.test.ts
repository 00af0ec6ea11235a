import {
  InvalidCompanyIdError,
  isCompanyIdConflictError,
  isInvalidCompanyIdError,
  isMissingCompanyIdHeaderError,
  isProcoreCompanyIdError,
  isUnresolvedCompanyIdError,
  normalizeCompanyId,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

function errorFor(value: unknown): InvalidCompanyIdError {
  try {
    normalizeCompanyId(value);
  } catch (error) {
    return error as InvalidCompanyIdError;
  }
  throw new Error('Expected an error.');
}

describe('InvalidCompanyIdError', () => {
  test('is an error with a name and a code', () => {
    const error = errorFor('007');

    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(InvalidCompanyIdError);
    expect(error.name).toBe('InvalidCompanyIdError');
    expect(error.procoreCode).toBe('ERR_PROCORE_INVALID_COMPANY_ID');
    expect(error.code).toBe('ERR_PROCORE_INVALID_COMPANY_ID');
    expect(error.stack).toContain('invalid-company-id-error.test');
  });

  test('is recognised by its own guard and the common one only', () => {
    const error = errorFor('007');

    expect(isInvalidCompanyIdError(error)).toBe(true);
    expect(isProcoreCompanyIdError(error)).toBe(true);
    expect(isCompanyIdConflictError(error)).toBe(false);
    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect(isUnresolvedCompanyIdError(error)).toBe(false);
  });

  test.each<[unknown, string]>([
    ['007', '007'],
    ['', '""'],
    ['undefined', 'undefined'],
    [-5, '-5'],
    [1.5, '1.5'],
    [0n, '0'],
    [true, 'boolean'],
    [null, 'null'],
  ])('shows what %p was', (value, shown) => {
    expect(errorFor(value).message).toContain(shown);
  });

  test.each<[unknown, string]>([
    ['abc', 'the string "abc"'],
    ['abcdefghijkl', 'the string "abcdefghijkl"'],
    ['abcdefghijklm', 'a string of 13 characters'],
    [1.5, 'the number "1.5"'],
    [-1n, 'the bigint "-1"'],
    [undefined, 'the undefined "undefined"'],
    [{}, 'an object'],
    [null, 'the object "null"'],
    [() => 42, 'a function'],
  ])('is worded alike for all values: %p', (value, shown) => {
    expect(errorFor(value).message).toBe(
      `A Procore company id is a positive integer up to 2^63-1, not ${shown}.`,
    );
  });

  test.each<[string, ProcoreCompanyIdOptions, object]>([
    ['request', {}, { procoreCompanyId: 'x' }],
    ['resolver', { resolver: () => 'x' }, {}],
    ['tenant', { resolver: () => ({ companyId: 'x', source: 'tenant' }) }, {}],
  ])('says where it came from: %s', async (source, options, config) => {
    const { instance } = attachedInstance(options);

    expect(await rejection(instance.get('/rest/v1.0/users', config))).toMatchObject({ source });
  });

  test('can be renamed, as errors can, though its name is not listed', () => {
    const error = errorFor('abc');

    expect(Object.getOwnPropertyDescriptor(error, 'name')).toEqual({
      value: 'InvalidCompanyIdError',
      configurable: true,
      enumerable: false,
      writable: true,
    });
  });

  test('is made where errors have no captureStackTrace, too', () => {
    const { captureStackTrace } = Error;
    Reflect.deleteProperty(Error, 'captureStackTrace');
    let error: unknown;
    try {
      error = errorFor('abc');
    } finally {
      Object.assign(Error, { captureStackTrace });
    }

    expect(isInvalidCompanyIdError(error)).toBe(true);
  });

  test.each([
    ['a token', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IV7pAx_Zmeo'],
    ['a long number', '41111111111111111111111111'],
  ])('does not show %s that went astray', (_what, value) => {
    const error = errorFor(value);

    expect(error.message).not.toContain(value);
    expect(error.message).not.toContain(value.slice(0, 10));
    expect(JSON.stringify(error)).not.toContain(value.slice(0, 10));
  });

  test('does not show what is in an object', () => {
    expect(errorFor({ token: 'secret' }).message).not.toContain('secret');
    expect(errorFor(['secret']).message).not.toContain('secret');
  });

  test('knows no request where there is none', () => {
    const error = errorFor('abc');

    expect(Object.keys(error).sort()).toEqual(['code', 'procoreCode']);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'InvalidCompanyIdError',
      message: error.message,
      procoreCode: 'ERR_PROCORE_INVALID_COMPANY_ID',
    });
  });
});
