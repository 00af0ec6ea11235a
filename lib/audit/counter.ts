/** Counts by name. */
export class Counter<Name extends string = string> {
  private readonly counts = new Map<Name, number>();

  add(name: Name, count: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + count);
  }

  /** As a plain object, sorted by name. */
  toObject(): Partial<Record<Name, number>> {
    const entries = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries) as Partial<Record<Name, number>>;
  }
}

/** The counts of a plain object that are not 0, by name. */
export const countsIn = (
  counts: Readonly<Partial<Record<string, number>>>,
): [name: string, count: number][] =>
  (Object.entries(counts) as [string, number][]).filter(([, count]) => count > 0);
