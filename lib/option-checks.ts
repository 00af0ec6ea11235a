import { readOwn } from './own-properties';

/** What an option must be, in words; whether a value is that; and what counts when it is not given. */
export type Check = readonly [
  expected: string,
  test: (value: unknown) => boolean,
  preset?: unknown,
];

export const isFunction = (value: unknown): boolean => typeof value === 'function';
export const FUNCTION: Check = ['a function', isFunction];
export const FLAG: Check = ['true or false', (value) => typeof value === 'boolean', false];

/** One of some words. The first counts when none is given. */
export const oneOf = (...words: readonly string[]): Check => [
  words.map((word) => `'${word}'`).join(' or '),
  (value) => words.includes(value as string),
  words[0],
];

export const countUpTo = (most: number, preset: number): Check => [
  `a whole number from 1 to ${most}`,
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most,
  preset,
];

/** Refuses an option of the function `owner`, naming it. */
export function refuseOption(owner: string, name: string, expected: string): never {
  throw new TypeError(`Option \`${name}\` of ${owner} must be ${expected}.`);
}

/**
 * The options, checked. `undefined` and `null` are not given; an unknown option is an error, as it may be a misspelt one. All are own fields, so
 * that a polluted prototype fills none in.
 */
export function checkedOptions(
  owner: string,
  options: unknown,
  checks: Record<string, Check>,
): Record<string, unknown> {
  if (typeof options !== 'object' || Array.isArray(options))
    refuseOption(owner, 'options', 'an object');
  for (const name of Object.keys(options ?? {}))
    if (!readOwn(checks, name))
      refuseOption(owner, name, `one of ${Object.keys(checks).join(', ')}`);
  const checked = Object.entries(checks).map(([name, [expected, test, preset]]) => {
    const value = readOwn(options, name) ?? undefined;
    if (value !== undefined && !test(value)) refuseOption(owner, name, expected);
    return [name, value ?? preset] as const;
  });
  return Object.fromEntries(checked);
}
