const hasOwn = Object.prototype.hasOwnProperty;

/**
 * Reads an own property. A polluted `Object.prototype` and an accessor that throws both read as `undefined`.
 */
export function own(target: unknown, key: PropertyKey): unknown {
  if (target === undefined || target === null) return undefined;
  try {
    const value = (target as Record<PropertyKey, unknown>)[key];
    // Most of what is asked for is not there: then one look-up is enough.
    return value === undefined || hasOwn.call(target, key) ? value : undefined;
  } catch {
    return undefined;
  }
}
