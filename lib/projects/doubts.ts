import { RecentMap } from './recent-map';

const MINUTE = 60_000;
const MOST_PROJECTS = 10_000;

/** Projects that Procore answered 404 for: the known company may be wrong. Each is asked for again, at most once a minute. */
export class Doubts {
  private readonly due = new RecentMap<true>(MOST_PROJECTS, Infinity);
  private readonly asked = new RecentMap<true>(MOST_PROJECTS, MINUTE);

  add(projectId: string): void {
    if (!this.asked.peek(projectId)) this.due.set(projectId, true);
  }

  /** Whether to ask for a project again now. Then the doubt is gone. */
  take(projectId: string): boolean {
    if (this.due.size === 0 || !this.due.delete(projectId)) return false;
    this.asked.set(projectId, true);
    return true;
  }

  /** What has just been learned is not in doubt. */
  remove(projectId: string): void {
    this.due.delete(projectId);
  }
}
