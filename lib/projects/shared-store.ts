import type { ProjectStore } from './project-store';
import { StoreCalls } from './store-calls';
import { StoreWrites } from './store-writes';
import { withinTime } from './time-limit';

/** A project and its company. */
export type Fact = readonly [projectId: string, companyId: string];

/** The store that this process shares with others. Promises of writes may be ignored. */
export class SharedStore {
  private readonly calls: StoreCalls;
  private readonly writes: StoreWrites;

  /** @param onMissed - called with each project whose company the store was not told, because it failed */
  constructor(
    store: ProjectStore,
    private readonly timeLimit: number,
    onMissed: (projectId: string) => void,
  ) {
    this.calls = new StoreCalls(store, timeLimit);
    this.writes = new StoreWrites(this.calls, onMissed);
  }

  /** What the store answers for a project, once it has been told what this process knows of it. */
  get(projectId: string): unknown {
    const get = (): unknown => this.calls.get(projectId);
    const writing = this.writes.of(projectId);
    return writing ? withinTime(writing.then(get, get), this.timeLimit, 'store.get') : get();
  }

  set(facts: readonly Fact[]): Promise<void> {
    return this.writes.add(facts.map(([projectId, companyId]) => ({ projectId, companyId })));
  }

  delete(projectIds: readonly string[]): Promise<void> {
    return this.writes.add(projectIds.map((projectId) => ({ projectId, deleteIf: undefined })));
  }

  /** Removes a project if it still belongs to this company. */
  forget(projectId: string, companyId: string): Promise<void> | undefined {
    return this.writes.forget(projectId, companyId);
  }

  /** Resolves when the store has answered all that it was told, and rejects if it failed. */
  end(): Promise<void> {
    return this.writes.end();
  }
}
