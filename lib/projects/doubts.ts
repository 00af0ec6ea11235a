import { RecentMap } from './recent-map';

const MINUTE = 60_000;
const MOST_PROJECTS = 10_000;

/** Projects that Procore answered 404 for: the company that is known may be wrong. Each is asked again once a minute at most. */
export class Doubts {
  private readonly due = new RecentMap<true>(MOST_PROJECTS, Infinity);
  private readonly asked = new RecentMap<true>(MOST_PROJECTS, MINUTE);

  add(projectId: string): void {
    if (!this.asked.peek(projectId)) this.due.set(projectId, true);
  }

  /** Whether a project is to be asked again now. The doubt is gone then. */
  take(projectId: string): boolean {
    if (this.due.size === 0 || !this.due.delete(projectId)) return false;
    this.asked.set(projectId, true);
    return true;
  }

  /** What has just been learnt is not in doubt. */
  remove(projectId: string): void {
    this.due.delete(projectId);
  }
}
