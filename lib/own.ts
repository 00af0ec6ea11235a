const hasOwn = Object.prototype.hasOwnProperty;

/**
 * Reads an own property. A polluted `Object.prototype` and an accessor that throws both read as `undefined`.
 */
export function own(target: unknown, key: PropertyKey): unknown {
  if (target === undefined || target === null) return undefined;
  try {
    return hasOwn.call(target, key) ? (target as Record<PropertyKey, unknown>)[key] : undefined;
  } catch {
    return undefined;
  }
}
