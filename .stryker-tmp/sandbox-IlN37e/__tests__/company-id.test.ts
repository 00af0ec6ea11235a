// @ts-nocheck
import { InvalidCompanyIdError, normalizeCompanyId } from 'axios-procore-company-id';
import fc from 'fast-check';
import { runCount, timeFor } from './support/runs';

const RUNS = runCount(100);
fc.configureGlobal({ numRuns: RUNS });
jest.setTimeout(timeFor(RUNS));

const LARGEST = 2n ** 63n - 1n;
const UUID = '123e4567-e89b-12d3-a456-426614174000';

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const fails = () => {
  throw new Error('must not be asked');
};

/** Says in another way than the package which texts are ids. */
function isId(text: string): boolean {
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, '');
  try {
    const value = BigInt(trimmed);
    return String(value) === trimmed && value > 0n && value <= LARGEST;
  } catch {
    return false;
  }
}

describe('normalizeCompanyId', () => {
  test.each<[number | bigint | string, string]>([
    [1, '1'],
    [42, '42'],
    [100, '100'],
    [562949953443325, '562949953443325'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [1n, '1'],
    [9007199254740993n, '9007199254740993'],
    [LARGEST, '9223372036854775807'],
    ['1', '1'],
    ['9', '9'],
    ['9007199254740993', '9007199254740993'],
    ['999999999999999999', '999999999999999999'],
    ['1000000000000000000', '1000000000000000000'],
    ['9223372036854775799', '9223372036854775799'],
    ['9223372036854775807', '9223372036854775807'],
    [' 42', '42'],
    ['42 ', '42'],
    ['\t42\t', '42'],
    [' \t \t42\t  ', '42'],
  ])('turns %p into %p', (value, id) => {
    expect(normalizeCompanyId(value)).toBe(id);
  });

  test.each<[unknown]>([
    [0],
    [-0],
    [-1],
    [1.5],
    [NaN],
    [Infinity],
    [2 ** 53],
    [1e21],
    [0n],
    [-1n],
    [LARGEST + 1n],
    [2n ** 64n + 1n],
  ])('refuses the number %p', (value) => {
    expect(() => normalizeCompanyId(value)).toThrow(InvalidCompanyIdError);
  });

  test.each([
    '',
    ' ',
    '\t',
    '0',
    '00',
    '007',
    '+7',
    '-7',
    '7.0',
    '1e3',
    '0x10',
    '7n',
    '1,000',
    '1_000',
    '4 2',
    '42,43',
    '42\n',
    '\n42',
    '42\r',
    '\r\n42',
    '4\r\n2',
    '42\r\nX-Evil: 1',
    '42\0',
    '42\v',
    '\f42',
    '42\u00a0',
    '\u200b42',
    '\ufeff42',
    '42\u2028',
    '４２',
    '٤٢',
    '४२',
    '9223372036854775808',
    '9999999999999999999',
    '10000000000000000000',
    'undefined',
    'null',
    'NaN',
    'true',
    '[object Object]',
    '{company_id}',
    ':company_id',
    UUID,
    UUID.replace(/-/g, ''),
  ])('refuses the text %j', (value) => {
    expect(() => normalizeCompanyId(value)).toThrow(InvalidCompanyIdError);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['true', true],
    ['false', false],
    ['an empty array', []],
    ['an array with an id', [42]],
    ['an object', {}],
    ['an object without a prototype', Object.create(null)],
    ['an object that reads as an id', { toString: () => '42' }],
    ['an object that counts as an id', { valueOf: () => 42 }],
    ['a Number object', new Number(42)],
    ['a String object', new String('42')],
    ['a BigInt object', Object(42n)],
    ['a date', new Date(42)],
    ['a symbol', Symbol('42')],
    ['a function', () => 42],
    ['a resolution', { companyId: 42, source: 'x' }],
    ['an object that cannot be turned into text', { toString: fails, valueOf: fails }],
    [
      'an object with a getter that throws',
      {
        get companyId() {
          return fails();
        },
      },
    ],
    ['a revoked proxy', revoked()],
  ])('refuses %s', (_what, value) => {
    expect(() => normalizeCompanyId(value)).toThrow(InvalidCompanyIdError);
  });

  test('accepts every positive integer of 63 bits, however it is written', () => {
    const padding = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 3 });
    fc.assert(
      fc.property(fc.bigInt(1n, LARGEST), padding, padding, (id, before, after) => {
        expect(normalizeCompanyId(id)).toBe(String(id));
        expect(normalizeCompanyId(`${before}${id}${after}`)).toBe(String(id));
      }),
    );
  });

  test('accepts every positive safe integer', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (nat) => {
        const id = Math.max(nat, 1);
        expect(normalizeCompanyId(id)).toBe(String(BigInt(id)));
      }),
    );
  });

  test('accepts no other integer', () => {
    const outside = fc.oneof(fc.bigInt({ max: 0n }), fc.bigInt({ min: LARGEST + 1n }));
    fc.assert(
      fc.property(outside, (value) => {
        expect(() => normalizeCompanyId(value)).toThrow(InvalidCompanyIdError);
        expect(() => normalizeCompanyId(String(value))).toThrow(InvalidCompanyIdError);
      }),
    );
  });

  test('accepts no other text', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789 \t\n-.e５')),
      maxLength: 21,
    });
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (text) => {
        fc.pre(!isId(text));
        expect(() => normalizeCompanyId(text)).toThrow(InvalidCompanyIdError);
      }),
    );
  });

  test('answers whatever it is given with decimal digits or an InvalidCompanyIdError', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        let outcome: unknown;
        try {
          outcome = normalizeCompanyId(value);
        } catch (error) {
          outcome = error;
        }
        expect(outcome instanceof InvalidCompanyIdError || isId(String(outcome))).toBe(true);
      }),
    );
  });
});
