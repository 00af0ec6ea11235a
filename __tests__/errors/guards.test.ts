import {
  attachProcoreCompanyId,
  CompanyIdConflictError,
  InvalidCompanyIdError,
  isCompanyIdConflictError,
  isInvalidCompanyIdError,
  isMissingCompanyIdHeaderError,
  isProcoreCompanyIdError,
  isUnresolvedCompanyIdError,
  MissingCompanyIdHeaderError,
  normalizeCompanyId,
  toMissingCompanyIdHeaderError,
  UnresolvedCompanyIdError,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

const COMPANY_7 = '/rest/v1.0/companies/7/users';

const makers: Record<string, () => Promise<any>> = {
  missing: () => toMissingCompanyIdHeaderError({ status: 400, data: MISSING_HEADER_TEXT }),
  unresolved: () =>
    rejection(attachedInstance({ onUnresolved: 'reject' }).instance.get('/rest/v1.0/projects/3')),
  conflict: () => rejection(attachedInstance().instance.get(COMPANY_7, { procoreCompanyId: 9 })),
  invalid: () => rejection(attachedInstance().instance.get(COMPANY_7, { procoreCompanyId: 'x' })),
};

const KINDS = [
  [
    'missing',
    MissingCompanyIdHeaderError,
    isMissingCompanyIdHeaderError,
    'MissingCompanyIdHeaderError',
    'ERR_PROCORE_MISSING_COMPANY_ID',
  ],
  [
    'unresolved',
    UnresolvedCompanyIdError,
    isUnresolvedCompanyIdError,
    'UnresolvedCompanyIdError',
    'ERR_PROCORE_UNRESOLVED_COMPANY_ID',
  ],
  [
    'conflict',
    CompanyIdConflictError,
    isCompanyIdConflictError,
    'CompanyIdConflictError',
    'ERR_PROCORE_COMPANY_ID_CONFLICT',
  ],
  [
    'invalid',
    InvalidCompanyIdError,
    isInvalidCompanyIdError,
    'InvalidCompanyIdError',
    'ERR_PROCORE_INVALID_COMPANY_ID',
  ],
] as const;

const GUARDS = KINDS.map(([kind, , guard]) => [kind, guard] as const);
const CLASSES = KINDS.map(([kind, ofKind]) => [kind, ofKind] as const);

describe.each(KINDS)('the %s error', (kind, ofKind, _guard, name, procoreCode) => {
  test('has its name and code', async () => {
    const error = await makers[kind]?.();

    expect(error).toMatchObject({ name, procoreCode });
    expect(ofKind.procoreCode).toBe(procoreCode);
    expect(ofKind.name).toBe(name);
    expect(String(error)).toBe(`${name}: ${error.message}`);
    expect(error.stack).toContain(error.message);
    expect(Object.keys(error)).not.toContain('name');
  });

  test.each(GUARDS)('is told by the guard of %s only where it is one', async (other, guard) => {
    expect(guard(await makers[kind]?.())).toBe(other === kind);
  });

  test.each(CLASSES)(
    'is an instance of the class of %s only where it is one',
    async (other, of) => {
      const error = await makers[kind]?.();

      expect(error instanceof of).toBe(other === kind);
      expect(error).toBeInstanceOf(Error);
    },
  );

  test('is told by the common guard', async () => {
    expect(isProcoreCompanyIdError(await makers[kind]?.())).toBe(true);
  });

  test('can be serialised', async () => {
    const error = await makers[kind]?.();

    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name,
      procoreCode,
      message: error.message,
      stack: error.stack,
    });
  });
});

test.each(KINDS.slice(1))(
  'the code of the local error %s is its own',
  async (kind, _of, _g, _n, code) => {
    expect(await makers[kind]?.()).toHaveProperty('code', code);
  },
);

const foreign: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['a text', 'ERR_PROCORE_MISSING_COMPANY_ID'],
  ['a number', 7],
  ['a symbol', Symbol('x')],
  ['an error', new Error('ERR_PROCORE_MISSING_COMPANY_ID')],
  ['a class', MissingCompanyIdHeaderError.prototype],
  ['an error with another code', Object.assign(new Error('x'), { procoreCode: 'ERR_PROCORE' })],
  [
    'an error with the axios code',
    Object.assign(new Error(), { code: 'ERR_PROCORE_MISSING_COMPANY_ID' }),
  ],
  ['an object without prototype', Object.create(null)],
];

describe('something foreign', () => {
  test.each(foreign)('is no error of this package: %s', (_what, value) => {
    for (const [, guard] of GUARDS) expect(guard(value)).toBe(false);
    for (const [, of] of CLASSES) expect((value as object) instanceof of).toBe(false);
    expect(isProcoreCompanyIdError(value)).toBe(false);
  });

  test('is no error of this package where the prototype is polluted', () => {
    const prototype = Object.prototype as { procoreCode?: string };
    prototype.procoreCode = 'ERR_PROCORE_MISSING_COMPANY_ID';
    try {
      expect(isMissingCompanyIdHeaderError(new Error('x'))).toBe(false);
      expect(new Error('x') instanceof MissingCompanyIdHeaderError).toBe(false);
      expect(isProcoreCompanyIdError({})).toBe(false);
    } finally {
      delete prototype.procoreCode;
    }
  });
});

describe('a class that extends one of the errors', () => {
  class OwnMissing extends MissingCompanyIdHeaderError {
    constructor() {
      super('OwnMissing', 'ERR_OWN', 'mine', {});
    }
  }
  class OwnInvalid extends InvalidCompanyIdError {}

  test('does not claim the errors of its parent', async () => {
    expect((await makers.missing?.()) instanceof OwnMissing).toBe(false);
    expect((await makers.invalid?.()) instanceof OwnInvalid).toBe(false);
    expect(new Error('x') instanceof OwnMissing).toBe(false);
  });

  test('claims its own', () => {
    expect(new OwnMissing()).toBeInstanceOf(OwnMissing);
    expect(new OwnInvalid('x')).toBeInstanceOf(OwnInvalid);
    expect(new OwnInvalid('x')).toBeInstanceOf(InvalidCompanyIdError);
    expect(new OwnInvalid('x')).not.toBeInstanceOf(MissingCompanyIdHeaderError);
  });
});

test('an invalid id is told the same way at attach, at the request and by normalizeCompanyId', async () => {
  const calls = [
    () => attachProcoreCompanyId(attachedInstance().instance, { companyId: '' }),
    () => normalizeCompanyId(''),
  ];

  for (const call of calls) expect(call).toThrow(InvalidCompanyIdError);
  expect(await makers.invalid?.()).toBeInstanceOf(InvalidCompanyIdError);
});
