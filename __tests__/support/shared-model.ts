import type { Outcome } from './directory-model';

const MINUTE = 60_000;

/** A question to the store that has no answer yet. */
export interface StoreFlight {
  readonly process: number;
  readonly projectId: string;
  readonly doubted: string | undefined;
  readonly waiting: Outcome[];
}

interface Found {
  readonly companyId?: string | undefined;
  readonly isFromStore?: boolean;
  readonly failed?: boolean;
}

interface Copy {
  readonly companyId: string;
  readonly since: number;
}

/** What one process knows. */
interface Local {
  readonly copies: Map<string, Copy>;
  readonly due: Set<string>;
  readonly asked: Map<string, number>;
  readonly open: Map<string, StoreFlight>;
  /** Projects that the store was not told because it was down. */
  readonly missed: Set<string>;
}

/** Several directories over one store, as one would write them without a thought to promises. */
export class SharedModel {
  now = 0;
  isDown = false;
  readonly data = new Map<string, string>();
  readonly changes: string[] = [];
  /** All questions that the store was ever asked, in order. */
  readonly asked: StoreFlight[] = [];
  private readonly locals: readonly Local[];

  constructor(
    processes: number,
    private readonly ttl: number,
    private readonly lookup: ((projectId: string) => string | undefined) | undefined,
  ) {
    this.locals = Array.from({ length: processes }, () => ({
      copies: new Map<string, Copy>(),
      due: new Set<string>(),
      asked: new Map<string, number>(),
      open: new Map<string, StoreFlight>(),
      missed: new Set<string>(),
    }));
  }

  known(process: number, projectId: string): string | undefined {
    const copy = this.local(process).copies.get(projectId);
    return copy && this.now - copy.since < this.ttl ? copy.companyId : undefined;
  }

  request(process: number, projectId: string): Outcome {
    const { due, asked, open } = this.local(process);
    const companyId = this.known(process, projectId);
    const isDue = companyId !== undefined && due.delete(projectId);
    if (isDue) asked.set(projectId, this.now);
    if (companyId !== undefined && !isDue) return { companyId };
    const flight = open.get(projectId) ?? { process, projectId, doubted: companyId, waiting: [] };
    if (!open.has(projectId)) this.asked.push(flight);
    open.set(projectId, flight);
    const outcome: Outcome = {};
    flight.waiting.push(outcome);
    return outcome;
  }

  /** The store answers with what it has now, or fails because it is down now. */
  answer(flight: StoreFlight): void {
    const { process, projectId, doubted, waiting } = flight;
    const { open } = this.local(process);
    const found = this.find(flight);
    if (open.get(projectId) === flight) {
      open.delete(projectId);
      const isNewest = this.known(process, projectId) === doubted;
      if (isNewest && found.companyId !== undefined) {
        if (found.isFromStore) this.copy(process, projectId, found.companyId);
        else this.add(process, projectId, found.companyId);
      }
    }
    const companyId = this.known(process, projectId) ?? found.companyId;
    for (const outcome of waiting) {
      if (companyId === undefined && found.failed) outcome.failed = true;
      else outcome.companyId = companyId;
    }
  }

  /** A fact that the process found out itself. */
  learn(process: number, projectId: string, companyId: string): void {
    this.local(process).due.delete(projectId);
    this.add(process, projectId, companyId);
  }

  delete(process: number, projectId: string): void {
    this.local(process).copies.delete(projectId);
    this.local(process).open.delete(projectId);
    if (!this.isDown) this.data.delete(projectId);
  }

  /** Procore knows no such company. */
  forget(process: number, projectId: string, companyId: string): void {
    if (this.known(process, projectId) === companyId) this.local(process).copies.delete(projectId);
    this.local(process).open.delete(projectId);
    if (!this.isDown && this.data.get(projectId) === companyId) this.data.delete(projectId);
  }

  /** Procore answers 404. */
  doubt(process: number, projectId: string, companyId: string): void {
    const { due, asked } = this.local(process);
    const isRecent = this.now - (asked.get(projectId) ?? -MINUTE) < MINUTE;
    if (this.known(process, projectId) === companyId && !isRecent) due.add(projectId);
  }

  private local(process: number): Local {
    return this.locals[process] as Local;
  }

  private find({ projectId, doubted }: StoreFlight): Found {
    const stored = this.isDown ? undefined : this.data.get(projectId);
    const isId = stored !== undefined && /^[1-9]\d*$/.test(stored);
    if (isId && !(stored === doubted && this.lookup))
      return { companyId: stored, isFromStore: true };
    if (this.lookup) return { companyId: this.lookup(projectId) };
    return { failed: this.isDown || (stored !== undefined && !isId) };
  }

  private add(process: number, projectId: string, companyId: string): void {
    const { missed } = this.local(process);
    const wasMissed = missed.delete(projectId);
    const isKnown = this.known(process, projectId) === companyId;
    if (!isKnown) this.copy(process, projectId, companyId);
    if (isKnown && !wasMissed) return;
    if (this.isDown) missed.add(projectId);
    else this.data.set(projectId, companyId);
  }

  private copy(process: number, projectId: string, companyId: string): void {
    const { copies } = this.local(process);
    const before = copies.get(projectId)?.companyId;
    copies.set(projectId, { companyId, since: this.now });
    if (before !== undefined && before !== companyId)
      this.changes.push(`${process} ${projectId}: ${before} to ${companyId}`);
  }
}
