/** Throws, wherever it is called. */
// @ts-nocheck

export const fail = (): never => {
  throw new Error('hostile');
};

const TRAPS = [
  'get',
  'set',
  'has',
  'ownKeys',
  'deleteProperty',
  'defineProperty',
  'isExtensible',
  'getOwnPropertyDescriptor',
  'getPrototypeOf',
];

/** A proxy that refuses everything. */
export const throwingProxy = (): object =>
  new Proxy({}, Object.fromEntries(TRAPS.map((trap) => [trap, fail])));

/** A proxy at which everything is a TypeError. */
export function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** An object one key of which cannot be read. */
export const withGetter = (key: string, target: object = {}): object =>
  Object.defineProperty(target, key, { get: fail, enumerable: true, configurable: true });

/** An object one key of which can be read, and neither written nor deleted. */
export const withFixed = (key: string, value: unknown, target: object = {}): object =>
  Object.defineProperty(target, key, { value, enumerable: true });

/** An object that cannot be turned into text. */
export const unreadable = { toString: fail, valueOf: fail };
