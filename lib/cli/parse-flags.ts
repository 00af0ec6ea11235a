import { parseArgs } from '@pkgjs/parseargs';
import type { ParseArgsConfig } from 'util';
import { UsageError } from './usage-error';

type Options = NonNullable<ParseArgsConfig['options']>;
type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** What was given on the command line. */
export interface Flags {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/** Whether a value looks like the next flag. */
const isFlag = (value: string): boolean => value.length > 1 && value.startsWith('-');

function checkToken(token: Token, options: Options): void {
  if (token.kind !== 'option') return;
  const { name, rawName, value, inlineValue } = token;
  const option = Object.keys(options).includes(name) ? options[name] : undefined;
  if (!option) throw new UsageError(`Unknown flag ${rawName}.`);
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  } else if (value === undefined || (!inlineValue && isFlag(value))) {
    throw new UsageError(`${rawName} needs a value: --${name}=VALUE.`);
  }
}

/** Reads a command line. `--help` is always among the flags. */
export function parseFlags(args: readonly string[], flags: Options): Flags {
  const options: Options = { ...flags, help: { type: 'boolean', short: 'h' } };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    // The messages of Node's own errors differ by version.
    strict: false,
    tokens: true,
  });
  for (const token of tokens) checkToken(token, options);
  return { values, positionals };
}

/** One of several words. */
export function oneOf<Word extends string>(
  flag: string,
  value: unknown,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${flag} must be one of ${words.join(', ')}.`);
}

/** The items of a flag that can be given more than once, or with commas. */
export const itemsOf = (value: unknown): string[] =>
  ((value ?? []) as string[]).flatMap((text) => text.split(',')).map((text) => text.trim());

/** Some of several words. */
export const listOf = <Word extends string>(
  flag: string,
  value: unknown,
  words: readonly Word[],
): Word[] => itemsOf(value).map((text) => oneOf(flag, text, words));

/** An integer within bounds. */
export function integerOf(flag: string, value: unknown, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(String(value)) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${flag} must be an integer from ${least} to ${most}.`);
}
