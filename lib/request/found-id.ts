import { readId } from '../company-id';

/** Means "more than one id, depending on who reads the request". */
export const AMBIGUOUS = Symbol('ambiguous');

/** The id that a part of a request names, as a decimal string; ambiguous; or `undefined` where it names none. */
export type FoundId = string | typeof AMBIGUOUS | undefined;

/** The one id among what was found. If two values differ, it is ambiguous. */
export function singleId(values: readonly unknown[]): FoundId {
  let single: FoundId;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const id = value === AMBIGUOUS ? AMBIGUOUS : readId(value);
    if (index > 0 && id !== single) return AMBIGUOUS;
    single = id;
  }
  return single;
}
