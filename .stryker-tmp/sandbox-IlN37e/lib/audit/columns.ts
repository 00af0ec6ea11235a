// @ts-nocheck
import type { Basis } from './advice';
import { countsIn } from './counter';
import { type AuditFinding, FINDINGS } from './finding';
import type { AuditRoute } from './report';

/** A route as it is shown: its findings may be known in other ways than from recorded calls. */
export interface ShownRoute extends AuditRoute {
  readonly basis?: Basis;
}

/** `12,345` */
export const showCount = (value: number): string => value.toLocaleString('en-US');

/** `12.3%`, or `<0.1%` for what is little but not nothing. */
export function showShare(part: number, whole: number): string {
  const percent = part === 0 ? 0 : (part / whole) * 100;
  return percent > 0 && percent < 0.05 ? '<0.1%' : `${percent.toFixed(1)}%`;
}

/** A finding in words. */
export const showFinding = (finding: AuditFinding): string =>
  finding === 'not-the-api' ? 'not the API' : finding.replace('-', ' ');

const MARKS: Record<Basis, string> = {
  recorded: '',
  route: '',
  documented: ' (documented)',
  similar: ' (similar)',
  unknown: '?',
};

/** A finding in words, marked where it is not certain. */
export const showMarked = (finding: AuditFinding, basis: Basis = 'recorded'): string =>
  showFinding(finding) + MARKS[basis];

/** The findings that calls have, the one first that needs most. */
export const findingsIn = ({ found }: Pick<AuditRoute, 'found'>): AuditFinding[] =>
  [...FINDINGS].reverse().filter((finding) => (found[finding] ?? 0) > 0);

/** How the ids of a route are found: `query`, or `default 5, query 45` where its calls differ. */
export function showFound(route: ShownRoute): string {
  const findings = findingsIn(route);
  return findings.length < 2
    ? findings.map((finding) => showMarked(finding, route.basis)).join('')
    : findings
        .map((finding) => `${showFinding(finding)} ${showCount(route.found[finding] as number)}`)
        .join(', ');
}

/** Failures by status: `404: 12, 500: 1`. */
export function showFailures({ failures }: Pick<AuditRoute, 'failures'>): string {
  return countsIn(failures)
    .map(([status, times]) => `${status}: ${showCount(times)}`)
    .join(', ');
}
