import * as current from 'axios-procore-company-id';
import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import ts from 'typescript';
import { rejection } from '../support/rejection';
import { attachedInstance } from '../support/attached-instance';

const LIB = join(__dirname, '../../lib');
const { CommonJS } = ts.ModuleKind;

/** Loads a module of the package whose class syntax is compiled, as old build chains do with dependencies. */
function loadCompiled(file: string, loaded = new Map<string, object>()): any {
  const path = join(LIB, `${file}.ts`);
  const known = loaded.get(path);
  if (known) return known;
  const exports = {};
  loaded.set(path, exports);
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old targets are what this is about
    compilerOptions: { target: ts.ScriptTarget.ES5, module: CommonJS, ignoreDeprecations: '6.0' },
  });
  expect(outputText).not.toMatch(/^\s*(?:export )?(?:abstract )?class /m);
  const load = (name: string): object =>
    loadCompiled(join(dirname(file), name).replace(/\\/g, '/'), loaded);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is the code of this package
  new Function('exports', 'require', outputText)(exports, load);
  return exports;
}

const { InvalidCompanyIdError } = loadCompiled('errors/invalid-company-id-error');
const { CompanyIdConflictError } = loadCompiled('errors/company-id-conflict-error');
const { isInvalidCompanyIdError } = loadCompiled('errors/guards');

describe('the errors, compiled to ES5', () => {
  test('can be made, and are what they are', () => {
    const error = new InvalidCompanyIdError('x');

    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(InvalidCompanyIdError);
    expect(error).not.toBeInstanceOf(CompanyIdConflictError);
    expect(error.message).toMatch(/^A Procore company id is a positive integer/);
    expect(error.toJSON()).toMatchObject({ name: 'InvalidCompanyIdError' });
    expect(isInvalidCompanyIdError(error)).toBe(true);
  });

  test('hold across copies of the package', async () => {
    const compiled = new InvalidCompanyIdError('x');
    const error = await rejection(
      attachedInstance().instance.get('/rest/v1.0/users', { procoreCompanyId: 'x' }),
    );

    expect(compiled).toBeInstanceOf(current.InvalidCompanyIdError);
    expect(compiled).not.toBeInstanceOf(current.CompanyIdConflictError);
    expect(current.isInvalidCompanyIdError(compiled)).toBe(true);
    expect(error).toBeInstanceOf(InvalidCompanyIdError);
    expect(error).not.toBeInstanceOf(CompanyIdConflictError);
  });
});

describe('a class of functions that extends one of the errors', () => {
  /** What Babel puts at the start of each constructor. */
  function classCallCheck(instance: unknown, constructor: new () => object): void {
    if (!(instance instanceof constructor))
      throw new TypeError('Cannot call a class as a function');
  }

  /** A class as Babel compiles it. */
  function extended(parent: new (value: unknown) => Error): new () => Error {
    const Own = function (this: unknown) {
      classCallCheck(this, Own);
      return Reflect.construct(parent, ['x'], Own) as object;
    } as unknown as new () => Error;
    Object.setPrototypeOf(Own, parent);
    Own.prototype = Object.create(parent.prototype as object, {
      constructor: { value: Own },
    }) as object;
    return Own;
  }

  test.each([
    ['of today', current.InvalidCompanyIdError],
    ['compiled to ES5', InvalidCompanyIdError],
  ])('can be made of the one %s, and claims its own errors only', (_which, parent) => {
    const Own = extended(parent as never);
    const error = new Own();

    expect(error).toBeInstanceOf(Own);
    expect(error).toBeInstanceOf(parent as never);
    expect(new (parent as typeof current.InvalidCompanyIdError)('x')).not.toBeInstanceOf(Own);
    expect(() => (Own as unknown as () => void)()).toThrow('Cannot call a class as a function');
  });
});

test('the check of a class can be asked of any value', () => {
  const check = current.InvalidCompanyIdError as unknown as Record<
    symbol,
    (value: unknown) => boolean
  >;

  for (const value of [undefined, null, 7, 'ERR_PROCORE_INVALID_COMPANY_ID'])
    expect(check[Symbol.hasInstance]?.(value)).toBe(false);
  expect(Object.keys(check)).toEqual([]);
});
