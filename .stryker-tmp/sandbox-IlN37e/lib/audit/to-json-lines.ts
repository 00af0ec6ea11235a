// @ts-nocheck
import type { AuditReport } from './report';

/** A report as lines of JSON: first what holds for all routes, then each route. */
export function toJSONLines({ routes, ...summary }: AuditReport): string {
  return [summary, ...routes].map((line) => `${JSON.stringify(line)}\n`).join('');
}
