import { readId } from '../company-id';
import { readOwn } from '../own-properties';
import { invalidOption, unknownOption } from './option-error';

/** Reads the option `key` of the object that it was made for, and the name that an error gives it. */
export interface OptionReader<Key extends string> {
  value(key: Key): unknown;
  name(key: Key): string;
}

/**
 * @param value - the object that holds the options
 * @param name - what errors call that object; `''` for the outermost
 * @param keys - the options that it may hold
 */
export function optionReader<Key extends string>(
  value: unknown,
  name: string,
  keys: readonly Key[],
): OptionReader<Key> {
  const nameOf = (key: string): string => (name === '' ? key : `${name}.${key}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidOption(name === '' ? 'options' : name, 'an object', value);
  }
  for (const key of Object.keys(value)) {
    if (!(keys as readonly string[]).includes(key))
      throw unknownOption(nameOf(key), keys.map(nameOf));
  }
  return { value: (key) => readOwn(value, key), name: nameOf };
}

export function readBoolean<Key extends string>(options: OptionReader<Key>, key: Key): boolean {
  const value = options.value(key);
  if (value === undefined) return false;
  if (typeof value !== 'boolean')
    throw invalidOption(options.name(key), '`true` or `false`', value);
  return value;
}

export function readInteger<Key extends string>(
  options: OptionReader<Key>,
  key: Key,
  { least, most, fallback }: { least: number; most: number; fallback: number },
): number {
  const value = options.value(key);
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw invalidOption(options.name(key), `an integer from ${least} to ${most}`, value);
  }
  return value;
}

export function readList<Item>(
  value: unknown,
  name: string,
  readItem: (item: unknown, name: string) => Item,
): Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidOption(name, 'an array', value);
  return Array.from(value, (item, index) => readItem(item, `${name}[${index}]`));
}

export function requireId(value: unknown, name: string): string {
  const id = readId(value);
  if (id === undefined) throw invalidOption(name, 'an id, a positive integer up to 2^63-1', value);
  return id;
}

export function requireText(value: unknown, name: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalidOption(name, 'a text', value);
  return value;
}
