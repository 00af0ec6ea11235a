import { readOwn } from './own-properties';

/** What an option must be, in words, and whether a value is that. */
export type Check = readonly [expected: string, test: (value: unknown) => boolean];

export const isFunction = (value: unknown): boolean => typeof value === 'function';
export const FUNCTION: Check = ['a function', isFunction];
export const BOOLEAN: Check = ['true or false', (value) => typeof value === 'boolean'];

/** One of some words. */
export const oneOf = (...words: readonly string[]): Check => [
  words.map((word) => `'${word}'`).join(' or '),
  (value) => words.includes(value as string),
];

/** Refuses an option of the function `owner`, naming it. */
export function refuseOption(owner: string, name: string, expected: string): never {
  throw new TypeError(`Option \`${name}\` of ${owner} must be ${expected}.`);
}

/**
 * The options that are given, checked. `undefined` and `null` are not given; an unknown option is an error, as it may be a misspelt one.
 */
export function givenOptions(
  owner: string,
  options: unknown,
  checks: Record<string, Check>,
): Record<string, unknown> {
  if (typeof options !== 'object' || Array.isArray(options))
    refuseOption(owner, 'options', 'an object');
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(options ?? {})) {
    const value = readOwn(options, name);
    const check = readOwn(checks, name) as Check | undefined;
    if (!check) refuseOption(owner, name, `one of ${Object.keys(checks).join(', ')}`);
    if (value === undefined || value === null) continue;
    if (!check[1](value)) refuseOption(owner, name, check[0]);
    given[name] = value;
  }
  return given;
}
