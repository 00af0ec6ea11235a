import type { ProjectStore } from './project-store';
import { StoreCalls } from './store-calls';
import { StoreWrites } from './store-writes';
import { withinTime } from './time-limit';

/** A project and its company. */
export type Fact = readonly [projectId: string, companyId: string];

/** The store that this process shares with others. Callers may ignore the promises of writes. */
export class SharedStore {
  private readonly calls: StoreCalls;
  private readonly writes: StoreWrites;

  /** @param onMissed - called with each project that could not be written, because the store failed */
  constructor(
    store: ProjectStore,
    private readonly timeLimit: number,
    onMissed: (projectId: string) => void,
  ) {
    this.calls = new StoreCalls(store, timeLimit);
    this.writes = new StoreWrites(this.calls, onMissed);
  }

  /** What the store answers for a project, after all writes about it have ended. */
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

  /** Resolves when all writes have ended, and rejects if one failed. */
  end(): Promise<void> {
    return this.writes.end();
  }
}
