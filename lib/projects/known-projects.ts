import { callSafely } from '../callbacks';
import type { DirectorySettings } from './options';
import { ownText } from './own-text';
import { RecentMap } from './recent-map';

const MOST_SHARED_IDS = 1000;
const MOST_MISSED = 10_000;

/** What this process knows about projects: their companies, and which of them `lookup` does not know. */
export class KnownProjects {
  private readonly companies: RecentMap<string>;
  private readonly absent: RecentMap<true>;
  /** Projects that could not be written to the store, because it failed. */
  private readonly missed = new RecentMap<true>(MOST_MISSED, Infinity);
  /** One text for each company, so that a million projects do not hold a million texts. */
  private readonly companyIds = new RecentMap<string>(MOST_SHARED_IDS, Infinity);

  constructor(private readonly settings: DirectorySettings) {
    const { maxProjects, ttl, negativeTtl, store, lookup, entries } = settings;
    this.companies = new RecentMap(maxProjects, ttl, store !== undefined);
    this.absent = new RecentMap(lookup ? maxProjects : 0, negativeTtl);
    for (const [projectId, companyId] of entries) this.remember(projectId, companyId);
  }

  get size(): number {
    return this.companies.size;
  }

  companyOf(projectId: string | undefined): string | undefined {
    return this.companies.get(projectId);
  }

  /**
   * Remembers what this process has found out itself. The newer fact counts. Calls `onLearn` and `onChange`.
   *
   * @returns whether to write it to the store
   */
  learn(projectId: string, companyId: string): boolean {
    const wasMissed = this.missed.delete(projectId);
    if (this.isConfirmed(projectId, companyId)) return wasMissed;
    const isNew = this.companies.peek(projectId) !== companyId;
    this.copy(projectId, companyId);
    // A listener must never break a request.
    if (isNew) callSafely(() => this.settings.onLearn?.(projectId, companyId));
    return isNew;
  }

  /** Remembers what is known elsewhere. Calls `onChange` if it differs. */
  copy(projectId: string, companyId: string): void {
    const { store, onChange } = this.settings;
    // A moved project is usually noticed after the local copy has expired.
    const previousCompanyId = store
      ? this.companies.last(projectId)
      : this.companies.peek(projectId);
    this.absent.delete(projectId);
    this.remember(projectId, companyId);
    if (previousCompanyId !== undefined && previousCompanyId !== companyId) {
      const change = { projectId, companyId, previousCompanyId };
      callSafely(() => onChange?.(change));
    }
  }

  isAbsent(projectId: string): boolean {
    return this.absent.get(projectId) === true;
  }

  /** The store failed to store a project. It is written again when the fact is seen again. */
  setMissed(projectId: string): void {
    this.missed.set(projectId, true);
  }

  setAbsent(projectId: string): void {
    this.absent.set(projectId, true);
  }

  /** Forgets a project if it is known under this company. */
  forget(projectId: string | undefined, companyId: string): void {
    if (this.companies.peek(projectId) === companyId) this.companies.delete(projectId);
  }

  delete(projectId: string | undefined): boolean {
    this.absent.delete(projectId);
    return this.companies.delete(projectId);
  }

  clear(): void {
    this.absent.clear();
    this.companies.clear();
  }

  toArray(): [projectId: string, companyId: string][] {
    return this.companies.toArray();
  }

  /** With a store, a fact expires `ttl` after it was new, however often it is seen. Then a store that has lost it gets it again. */
  private isConfirmed(projectId: string, companyId: string): boolean {
    return this.settings.store !== undefined && this.companies.get(projectId) === companyId;
  }

  private remember(projectId: string, companyId: string): void {
    this.companies.set(projectId, this.shared(companyId));
  }

  private shared(companyId: string): string {
    const known = this.companyIds.get(companyId);
    if (known !== undefined) return known;
    const text = ownText(companyId);
    this.companyIds.set(text, text);
    return text;
  }
}
