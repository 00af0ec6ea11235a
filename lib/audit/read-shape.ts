import { readOwn } from '../own-properties';

/** A field of foreign data has the wrong type or value. */
export class WrongShape extends TypeError {
  /**
   * @param field - for example `routes[3].calls`
   * @param expected - for example `an integer`
   */
  constructor(
    readonly field: string,
    readonly expected: string,
  ) {
    super(`\`${field}\` must be ${expected}.`);
  }
}

/** One field of foreign data, with its full name for errors. */
export interface Field {
  readonly value: unknown;
  readonly name: string;
}

/** A field of a field. The outermost has no name. */
export const fieldOf = ({ value, name }: Field, key: string): Field => ({
  value: readOwn(value, key),
  name: name === '' ? key : `${name}.${key}`,
});

export function readCount({ value, name }: Field): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new WrongShape(name, 'an integer from 0');
}

export function readText({ value, name }: Field): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new WrongShape(name, 'a text');
}

/** A time in milliseconds since 1970; `undefined` if there is none. */
export function readTime({ value, name }: Field): number | undefined {
  if (value === undefined) return undefined;
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw new WrongShape(name, 'an ISO 8601 time');
  return time;
}

export function readItems({ value, name }: Field): Field[] {
  if (!Array.isArray(value)) throw new WrongShape(name, 'an array');
  return value.map((item: unknown, index) => ({ value: item, name: `${name}[${index}]` }));
}

/** An object of counts by name. */
export function readCounts<Name extends string>(
  field: Field,
  isName: (name: string) => name is Name,
): [Name, number][] {
  const { value, name } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WrongShape(name, 'an object of counts');
  }
  return Object.keys(value).map((key) => {
    if (!isName(key)) throw new WrongShape(name, 'an object of counts by names that are known');
    return [key, readCount(fieldOf(field, key))];
  });
}

/** One of several texts. */
export function readOneOf<Text extends string>(
  { value, name }: Field,
  texts: readonly Text[],
): Text {
  const found = texts.find((text) => text === value);
  if (found !== undefined) return found;
  throw new WrongShape(name, `one of ${texts.join(', ')}`);
}
