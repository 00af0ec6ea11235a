import type { KnownFrom } from './advice';
import { countsIn } from './counter';
import { type AuditFinding, FINDINGS } from './finding';
import type { AuditRoute } from './report';

/**
 * A route as it is shown. Its calls may be known from Procore's report alone, which shows no headers: then nothing is known of
 * companies and of calls without an id.
 */
export interface ShownRoute extends Omit<AuditRoute, 'withoutId' | 'companies'> {
  readonly knownFrom?: KnownFrom;
  readonly withoutId?: number;
  readonly companies?: number;
}

/** `12,345` */
export const showCount = (value: number): string => value.toLocaleString('en-US');

/** `1 call`, `12,345 calls` */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : many}`;

/** `12.3%`, or `<0.1%` for a share that would be rounded to nothing. */
export function showShare(part: number, whole: number): string {
  const percent = part === 0 ? 0 : (part / whole) * 100;
  return percent > 0 && percent < 0.05 ? '<0.1%' : `${percent.toFixed(1)}%`;
}

/** A finding in words. */
export const showFinding = (finding: AuditFinding): string =>
  finding === 'not-the-api' ? 'not the API' : finding.replace('-', ' ');

/** A finding in words, with a question mark if it was neither recorded nor in the route. */
function showMarked(finding: AuditFinding, knownFrom: KnownFrom = 'recorded'): string {
  const isSeen = knownFrom === 'recorded' || knownFrom === 'route';
  return showFinding(finding) + (isSeen ? '' : '?');
}

/** The findings that calls have, the one first that needs most. */
export const findingsIn = ({ found }: Pick<ShownRoute, 'found'>): AuditFinding[] =>
  [...FINDINGS].reverse().filter((finding) => (found[finding] ?? 0) > 0);

/** The finding of the calls that need most, in words. */
export const showFound = (route: Pick<ShownRoute, 'found' | 'knownFrom'>): string =>
  findingsIn(route)
    .slice(0, 1)
    .map((finding) => showMarked(finding, route.knownFrom))
    .join('');

const IN_WORDS: Readonly<Partial<Record<AuditFinding, string>>> = {
  path: 'by path',
  query: 'by query',
  body: 'by body',
  project: 'by project',
  given: 'by the call',
  default: 'with nothing named',
};

/** How the calls of a route differ: `5 by project, 40 by query`; empty if they are alike. */
export function showDifferences(route: Pick<ShownRoute, 'found'>): string {
  const findings = findingsIn(route);
  if (findings.length < 2) return '';
  return findings
    .map((finding) => {
      const count = showCount(route.found[finding] as number);
      return `${count} ${IN_WORDS[finding] ?? showFinding(finding)}`;
    })
    .join(', ');
}

/** The statuses that a missing header may have caused. */
export const SUSPICIOUS = ['400', '404'];

/** Failures by status, as in `404: 12, 500: 1`: those first that a missing header may have caused. */
export function showFailures({ failures }: Pick<ShownRoute, 'failures'>): string {
  const counts = countsIn(failures);
  const isSuspicious = ([status]: [string, number]): boolean => SUSPICIOUS.includes(status);
  return [...counts.filter(isSuspicious), ...counts.filter((each) => !isSuspicious(each))]
    .map(([status, times]) => `${status}: ${showCount(times)}`)
    .join(', ');
}
