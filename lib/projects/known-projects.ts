import { callSafely } from '../callbacks';
import type { DirectorySettings } from './options';
import { ownText } from './own-text';
import { RecentMap } from './recent-map';

const MOST_SHARED_IDS = 1000;

/** The companies of projects. */
export class KnownProjects {
  private readonly companies: RecentMap<string>;
  /** One text for each company: a million projects need not hold a million of them. */
  private readonly companyIds = new RecentMap<string>(MOST_SHARED_IDS, Infinity);

  constructor(private readonly settings: DirectorySettings) {
    this.companies = new RecentMap(settings.maxProjects, settings.ttl);
    for (const [projectId, companyId] of settings.entries) this.remember(projectId, companyId);
  }

  get size(): number {
    return this.companies.size;
  }

  companyOf(projectId: string | undefined): string | undefined {
    return this.companies.get(projectId);
  }

  /** A newer fact counts; whoever wants to is told where it differs. */
  set(projectId: string, companyId: string): void {
    const previousCompanyId = this.companies.peek(projectId);
    this.remember(projectId, companyId);
    if (previousCompanyId !== undefined && previousCompanyId !== companyId) {
      const change = { projectId, companyId, previousCompanyId };
      // Whoever listens never breaks a request.
      callSafely(() => this.settings.onChange?.(change));
    }
  }

  /** Forgets a project if it is known under this company. */
  forget(projectId: string | undefined, companyId: string): void {
    if (this.companies.peek(projectId) === companyId) this.companies.delete(projectId);
  }

  delete(projectId: string | undefined): boolean {
    return this.companies.delete(projectId);
  }

  clear(): void {
    this.companies.clear();
  }

  toArray(): [projectId: string, companyId: string][] {
    return this.companies.toArray();
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
