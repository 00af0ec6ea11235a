import { readId } from '../company-id';
import { isThenable } from '../callbacks';
import type { StoreCalls } from './store-calls';
import { TimeLimitError } from './time-limit';

/** What to write about a project: its company, that it is gone, or that it is gone if it belongs to a certain company. */
export type Write =
  | { readonly projectId: string; readonly companyId: string }
  | { readonly projectId: string; readonly deleteIf: string | undefined };

/** A call of the store, and the projects that it writes. */
interface Call {
  readonly run: () => unknown;
  readonly told: readonly string[];
}

const AT_ONCE = 8;
const MOST_IN_SET_MANY = 1000;

const ignore = (): undefined => undefined;

function* oneByOne<Item>(items: readonly Item[]): Generator<Item> {
  yield* items;
}

/**
 * Makes calls, a few at a time, and rejects with the first failure after all have ended. If one does not answer, the rest is not tried,
 * because a store that hangs would hold each of them.
 */
async function callAll(calls: readonly Call[], onFailed: (call: Call) => void): Promise<void> {
  const failures: unknown[] = [];
  const queue = oneByOne(calls);
  const open = new Set(calls);
  const work = async (): Promise<void> => {
    for (const call of queue) {
      try {
        const answer = call.run();
        if (isThenable(answer)) await answer;
        open.delete(call);
      } catch (error) {
        failures.push(error);
        if (error instanceof TimeLimitError) queue.return(undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  open.forEach(onFailed);
  if (failures.length > 0) throw failures[0];
}

/** Writes new facts to a store, one batch after the other, so that the newer of two facts about a project stays. */
export class StoreWrites {
  /** The next batch: the newest fact about each project. */
  private waiting = new Map<string, Write>();
  private underWay: ReadonlyMap<string, Write> = new Map();
  private current: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  /** @param onMissed - called with each project that could not be written */
  constructor(
    private readonly store: StoreCalls,
    private readonly onMissed: (projectId: string) => void,
  ) {}

  /** @returns a promise that rejects if any write of the batch failed. Callers may ignore it. */
  add(writes: readonly Write[]): Promise<void> {
    for (const write of writes) this.waiting.set(write.projectId, write);
    if (!this.current) return this.start();
    if (!this.next) {
      const start = (): Promise<void> => this.start();
      this.next = this.current.then(start, start);
      this.next.catch(ignore);
    }
    return this.next;
  }

  /** Removes a project if it still belongs to a company. A waiting write is newer, and stays. */
  forget(projectId: string, companyId: string): Promise<void> | undefined {
    const write = this.waiting.get(projectId) ?? this.underWay.get(projectId);
    const isNewer = write !== undefined && !('companyId' in write && write.companyId === companyId);
    return isNewer ? undefined : this.add([{ projectId, deleteIf: companyId }]);
  }

  /** Resolves when all writes about a project have ended. */
  of(projectId: string): Promise<void> | undefined {
    if (this.waiting.has(projectId)) return this.next;
    return this.underWay.has(projectId) ? this.current : undefined;
  }

  /** Resolves when all writes have ended. */
  async end(): Promise<void> {
    await Promise.all([this.current, this.next]);
  }

  private start(): Promise<void> {
    this.underWay = this.waiting;
    this.waiting = new Map();
    this.next = undefined;
    this.current = this.write([...this.underWay.values()]).finally(() => {
      this.current = undefined;
      this.underWay = new Map();
    });
    this.current.catch(ignore);
    return this.current;
  }

  private write(batch: readonly Write[]): Promise<void> {
    const { store } = this;
    const entries = batch.flatMap((write) =>
      'companyId' in write ? [{ key: write.projectId, value: write.companyId }] : [],
    );
    const isTogether = store.hasSetMany && entries.length > 1;
    const calls: Call[] = [];
    for (let from = 0; isTogether && from < entries.length; from += MOST_IN_SET_MANY) {
      const page = entries.slice(from, from + MOST_IN_SET_MANY);
      calls.push({ run: () => store.setMany(page), told: page.map(({ key }) => key) });
    }
    for (const write of batch) {
      const { projectId } = write;
      if (!('companyId' in write))
        calls.push({ run: () => this.delete(projectId, write.deleteIf), told: [] });
      else if (!isTogether)
        calls.push({ run: () => store.set(projectId, write.companyId), told: [projectId] });
    }
    return callAll(calls, ({ told }) => {
      told.forEach(this.onMissed);
    });
  }

  private async delete(projectId: string, onlyIf: string | undefined): Promise<void> {
    if (onlyIf === undefined || readId(await this.store.get(projectId)) === onlyIf)
      await this.store.delete(projectId);
  }
}
