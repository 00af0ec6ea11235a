import { ownText } from './own-text';

/** Stands before the least recently used slot and after the most recently used one: the slots form a ring. */
const RING = 0;

/**
 * A map with a limit on its entries and on their age. A new entry replaces the least recently used. `undefined` is never a key, but you may
 * ask for it.
 *
 * The order of use is a list in two arrays of numbers. The order of a `Map` would be slow: each use leaves a gap in it, and each search
 * for the first entry steps over all gaps.
 */
export class RecentMap<Value> {
  private readonly slots = new Map<string | undefined, number>();
  private readonly keys: string[] = [''];
  private readonly values: (Value | undefined)[] = [undefined];
  private readonly free: number[] = [];
  private readonly older: Int32Array;
  private readonly newer: Int32Array;
  /** When each was set, in ms, if entries expire. */
  private readonly since: Float64Array | undefined;

  constructor(
    private readonly most: number,
    private readonly ttl: number,
    /** Whether an expired entry stays, for `last`, until another replaces it. */
    private readonly keepsEnded = false,
  ) {
    this.older = new Int32Array(most + 1);
    this.newer = new Int32Array(most + 1);
    if (ttl !== Infinity) this.since = new Float64Array(most + 1);
  }

  /** How many have not expired. */
  get size(): number {
    return this.since ? this.live().length : this.slots.size;
  }

  /** The value, without using it. */
  peek(key: string | undefined): Value | undefined {
    const slot = this.slots.get(key) ?? RING;
    return this.hasEnded(slot) ? undefined : this.values[slot];
  }

  /** The value, even an expired one, if those are kept. */
  last(key: string): Value | undefined {
    return this.values[this.slots.get(key) ?? RING];
  }

  /** The value. Counts as a use. */
  get(key: string | undefined): Value | undefined {
    const slot = this.slots.get(key);
    if (slot === undefined) return undefined;
    if (this.hasEnded(slot)) {
      if (!this.keepsEnded) this.delete(key);
      return undefined;
    }
    this.unlink(slot);
    this.link(slot);
    return this.values[slot];
  }

  set(key: string, value: Value): void {
    let slot = this.slots.get(key);
    if (slot === undefined) slot = this.add(ownText(key));
    else this.unlink(slot);
    this.link(slot);
    this.values[slot] = value;
    if (this.since) this.since[slot] = Date.now();
  }

  /** @returns whether there was one */
  delete(key: string | undefined): boolean {
    const slot = this.slots.get(key);
    if (slot === undefined) return false;
    const isLive = !this.hasEnded(slot);
    this.remove(slot);
    this.free.push(slot);
    return isLive;
  }

  clear(): void {
    this.slots.clear();
    this.keys.length = 1;
    this.values.length = 1;
    this.free.length = 0;
    this.older[RING] = RING;
    this.newer[RING] = RING;
  }

  /** Keys and values, the least recently used first. */
  toArray(): [string, Value][] {
    return this.live().map((slot) => [this.keys[slot] as string, this.values[slot] as Value]);
  }

  /** @returns the slot, outside the ring */
  private add(key: string): number {
    if (this.slots.size >= this.most) this.delete(this.keys[this.newer[RING] as number]);
    const slot = this.free.pop() ?? this.keys.length;
    this.keys[slot] = key;
    this.slots.set(key, slot);
    return slot;
  }

  private remove(slot: number): void {
    this.slots.delete(this.keys[slot]);
    this.unlink(slot);
  }

  private link(slot: number): void {
    const newest = this.older[RING] as number;
    this.newer[newest] = slot;
    this.older[slot] = newest;
    this.newer[slot] = RING;
    this.older[RING] = slot;
  }

  private unlink(slot: number): void {
    const older = this.older[slot] as number;
    const newer = this.newer[slot] as number;
    this.newer[older] = newer;
    this.older[newer] = older;
  }

  /** The slots, the least recently used first. */
  private inOrder(): number[] {
    const slots: number[] = [];
    let slot = this.newer[RING] as number;
    while (slot !== RING) {
      slots.push(slot);
      slot = this.newer[slot] as number;
    }
    return slots;
  }

  private hasEnded(slot: number): boolean {
    return this.since !== undefined && Date.now() - (this.since[slot] as number) >= this.ttl;
  }

  /** The slots that have not expired, in order. */
  private live(): number[] {
    const slots = this.inOrder();
    if (!this.since) return slots;
    const live = slots.filter((slot) => !this.hasEnded(slot));
    if (!this.keepsEnded && live.length < slots.length) {
      for (const slot of slots) if (this.hasEnded(slot)) this.delete(this.keys[slot]);
    }
    return live;
  }
}
