const { hasOwnProperty } = Object.prototype;

/** Reads an own property, so that a polluted `Object.prototype` answers nothing. */
export function readOwn(target: unknown, key: PropertyKey): unknown {
  if (target === undefined || target === null) return undefined;
  const value = (target as Record<PropertyKey, unknown>)[key];
  // Most keys that are asked for are absent. Then one look-up is enough.
  return value === undefined || hasOwnProperty.call(target, key) ? value : undefined;
}

function isPrototypePolluted(): boolean {
  for (const _key in Object.prototype) return true;
  return false;
}

/**
 * An object whose fields can be read plainly: the same object, or a copy of its own fields while something has put keys on
 * `Object.prototype`.
 */
export const ownFields = <T extends object>(object: T | null | undefined): Partial<T> =>
  isPrototypePolluted() ? Object.assign(Object.create(null) as object, object) : (object ?? {});

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A copy without the fields that are `undefined`. */
export function withoutUndefined<T extends object>(fields: T): Defined<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
