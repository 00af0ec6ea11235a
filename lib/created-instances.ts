import type { AxiosLike } from './axios-types';

interface Detachable {
  detach(): void;
}

/** What is used of a `WeakRef`. */
interface Reference {
  deref(): Detachable | undefined;
}

type Create = (this: unknown, ...args: unknown[]) => AxiosLike;

/** With fewer references than this, dead ones are not looked for. */
const FEW = 64;

/** References to attachments that do not keep them alive: a program that makes an instance per call makes any number of them. */
class Attachments {
  private references = new Set<Reference>();
  private limit = FEW;

  add(attachment: Detachable): void {
    const Ref = (globalThis as { WeakRef?: new (target: Detachable) => Reference }).WeakRef;
    if (!Ref) return;
    if (this.references.size >= this.limit) {
      this.references.forEach((reference) => {
        if (!reference.deref()) this.references.delete(reference);
      });
      // It doubles with what is alive, so that looking costs the same for each instance.
      this.limit = Math.max(FEW, 2 * this.references.size);
    }
    this.references.add(new Ref(attachment));
  }

  detach(): void {
    this.references.forEach((reference) => reference.deref()?.detach());
    this.references.clear();
  }
}

/**
 * Attaches the instances that `instance.create()` makes from now on.
 *
 * @returns ends it, for the instances that were made too
 * @throws TypeError where the instance has no `create`
 */
export function attachCreated(
  instance: AxiosLike,
  attach: (created: AxiosLike) => Detachable,
): () => void {
  const parent = instance as { create?: Create };
  const { create } = parent;
  if (typeof create !== 'function')
    throw new TypeError(
      'Option `includeCreated` of attachProcoreCompanyId needs an instance that has `create`, such as the global `axios`.',
    );
  const attachments = new Attachments();
  let isActive = true;
  const createAttached: Create = function (...args) {
    const created = create.apply(this, args);
    if (isActive) attachments.add(attach(created));
    return created;
  };
  parent.create = createAttached;
  return () => {
    isActive = false;
    // Somebody may have wrapped it since. Then it stays, and attaches nothing.
    if (parent.create === createAttached) parent.create = create;
    attachments.detach();
  };
}
