/** What a waiting request gets in the end. */
// @ts-nocheck

export interface Outcome {
  companyId?: string | undefined;
  failed?: boolean;
}

export interface ModelFlight {
  readonly projectId: string;
  readonly waiting: Outcome[];
}

interface Limits {
  readonly maxProjects: number;
  readonly ttl: number;
  readonly negativeTtl: number;
}

interface Item {
  readonly id: string;
  readonly value: string;
  readonly since: number;
}

/** The least recently used first. */
class ItemList {
  items: Item[] = [];

  constructor(
    private readonly most: number,
    private readonly ttl: number,
  ) {}

  live(now: number): Item[] {
    return this.items.filter(({ since }) => now - since < this.ttl);
  }

  use(id: string, now: number): string | undefined {
    const found = this.live(now).find((item) => item.id === id);
    this.items = this.items.filter((item) => item.id !== id);
    if (found) this.items.push(found);
    return found?.value;
  }

  put(id: string, value: string, now: number): void {
    this.items = this.items.filter((item) => item.id !== id);
    this.items.push({ id, value, since: now });
    this.items = this.items.slice(-this.most);
  }

  drop(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }
}

/** A project directory as one would write it without a thought to speed: lists that are searched from end to end. */
export class DirectoryModel {
  now = 0;
  readonly changes: string[] = [];
  /** All that were ever asked, in order. */
  readonly asked: ModelFlight[] = [];
  private readonly known: ItemList;
  private readonly absent: ItemList;
  private open = new Set<ModelFlight>();

  constructor({ maxProjects, ttl, negativeTtl }: Limits) {
    this.known = new ItemList(maxProjects, ttl);
    this.absent = new ItemList(maxProjects, negativeTtl);
  }

  entries(): [string, string][] {
    this.known.items = this.known.live(this.now);
    return this.known.items.map(({ id, value }) => [id, value]);
  }

  get(id: string): string | undefined {
    return this.known.use(id, this.now);
  }

  set(id: string, companyId: string): void {
    const before = this.known.live(this.now).find((item) => item.id === id)?.value;
    this.known.put(id, companyId, this.now);
    if (before !== undefined && before !== companyId) {
      this.changes.push(`${id}: ${before} to ${companyId}`);
    }
  }

  delete(id: string): void {
    this.known.drop(id);
    this.absent.drop(id);
    this.open = new Set([...this.open].filter(({ projectId }) => projectId !== id));
  }

  clear(): void {
    this.known.items = [];
    this.absent.items = [];
    this.open.clear();
  }

  forget(id: string, companyId: string): void {
    const isKnown = this.known
      .live(this.now)
      .some((item) => item.id === id && item.value === companyId);
    if (isKnown) this.known.drop(id);
  }

  request(id: string): Outcome {
    const companyId = this.get(id);
    if (companyId !== undefined) return { companyId };
    if (this.absent.use(id, this.now) !== undefined) return { companyId: undefined };
    const outcome: Outcome = {};
    const flight = [...this.open].find(({ projectId }) => projectId === id);
    if (flight) {
      flight.waiting.push(outcome);
    } else {
      const added = { projectId: id, waiting: [outcome] };
      this.asked.push(added);
      this.open.add(added);
    }
    return outcome;
  }

  answer(flight: ModelFlight, companyId: string | undefined): void {
    const { projectId, waiting } = flight;
    if (this.open.delete(flight) && this.get(projectId) === undefined) {
      if (companyId === undefined) this.absent.put(projectId, 'absent', this.now);
      else this.set(projectId, companyId);
    }
    for (const outcome of waiting) outcome.companyId = this.get(projectId) ?? companyId;
  }

  fail(flight: ModelFlight): void {
    this.open.delete(flight);
    for (const outcome of flight.waiting) outcome.failed = true;
  }
}
