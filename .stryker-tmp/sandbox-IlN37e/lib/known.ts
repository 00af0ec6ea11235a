// @ts-nocheck
type Known<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object without the fields that are `undefined`: what is not known is absent. */
export function known<T extends object>(facts: T): Known<T> {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Known<T>;
}
