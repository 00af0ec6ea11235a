import type { AxiosLike } from './axios-types';

interface Detachable {
  detach(): void;
}

/** What is used of a `WeakRef`, which does not keep an attachment alive. */
interface Reference {
  deref(): Detachable | undefined;
}

/** With fewer references than this, dead ones are not looked for. */
const FEW = 64;

type Create = (this: unknown, ...args: unknown[]) => AxiosLike;

interface Parent extends AxiosLike {
  create: Create;
}

export const hasCreate = (instance: AxiosLike): instance is Parent =>
  typeof (instance as Partial<Parent>).create === 'function';

/**
 * Attaches the instances that `parent.create()` makes from now on.
 *
 * @returns ends it, for the instances that were made too
 */
export function attachCreated(
  parent: Parent,
  attach: (created: AxiosLike) => Detachable,
): () => void {
  const { create } = parent;
  const Ref = (globalThis as { WeakRef?: new (target: Detachable) => Reference }).WeakRef;
  let references: Reference[] = [];
  let limit = FEW;
  let isActive = true;
  const createAttached: Create = function (...args) {
    const created = create.apply(this, args);
    if (!isActive) return created;
    const attachment = attach(created);
    // A program that makes an instance per call makes any number of them. The limit doubles with what is alive, so that looking costs little.
    if (references.length >= limit) {
      references = references.filter((reference) => reference.deref());
      limit = FEW + 2 * references.length;
    }
    if (Ref) references.push(new Ref(attachment));
    return created;
  };
  parent.create = createAttached;
  return () => {
    isActive = false;
    // Somebody may have wrapped it since. Then it stays, and attaches nothing.
    if (parent.create === createAttached) parent.create = create;
    for (const reference of references) reference.deref()?.detach();
  };
}
