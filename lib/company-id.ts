import { InvalidCompanyIdError } from './errors/invalid-company-id-error';

/**
 * A Procore company id: a positive integer up to 2^63-1, as a number (safe integers only), a bigint or a decimal string.
 *
 * @since 1.0.0
 */
export type CompanyId = number | bigint | string;

const DECIMAL = /^[1-9]\d{0,18}$/;
const SPACES_AROUND = /^[ \t]*([1-9]\d{0,18})[ \t]*$/;
const LARGEST = '9223372036854775807';

/** Whether a text is an id as it stands. */
export function isId(text: string): boolean {
  return DECIMAL.test(text) && (text.length < 19 || text <= LARGEST);
}

/**
 * The decimal string of a usable id, `undefined` for anything else. Never throws.
 */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'number')
    return value > 0 && Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'string' && typeof value !== 'bigint') return undefined;
  const text = String(value);
  if (isId(text)) return text;
  const digits = SPACES_AROUND.exec(text)?.[1] ?? text;
  return isId(digits) ? digits : undefined;
}

/**
 * Turns a company id into the decimal string that goes into the header.
 *
 * A positive integer up to 2^63-1 passes, as a safe-integer number, a bigint or a string of decimal digits without
 * leading zeros; spaces and tabs around a string are trimmed. Nothing else does: not `0`, `-1`, `1.5`, `1e21`, `NaN`,
 * `''`, `'007'`, `'undefined'`, a UUID, a line break anywhere, full-width digits, or an object.
 *
 * Procore's ids need 64 bits.
 *
 * @param value - the id to check
 * @returns the id as decimal digits
 * @throws InvalidCompanyIdError if the value is not a usable id
 *
 * @example
 * ```ts
 * normalizeCompanyId(562949953443325); // '562949953443325'
 * normalizeCompanyId(' 42 '); // '42'
 * normalizeCompanyId('undefined'); // throws InvalidCompanyIdError
 * ```
 *
 * @since 1.0.0
 */
export function normalizeCompanyId(value: unknown): string {
  const id = readId(value);
  if (id === undefined) throw new InvalidCompanyIdError(value);
  return id;
}
