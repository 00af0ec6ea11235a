// @ts-nocheck
import { showCount, showShare } from '../../../audit/columns';
import type { AuditFinding } from '../../../audit/finding';
import type { Listing } from '../listing';

const SAFE: readonly AuditFinding[] = ['path', 'query', 'body'];

/** How many of the calls that count as safe do so by documentation alone. */
function assumedSafe({ routes }: Listing): number {
  return routes
    .filter(({ basis }) => basis === 'documented' || basis === 'similar')
    .flatMap(({ found }) => SAFE.map((finding) => found[finding] ?? 0))
    .reduce((sum, count) => sum + count, 0);
}

/** The period as two days. */
export function periodText({ period: { first, last } }: Listing): string {
  if (first === undefined || last === undefined) return '';
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} to ${to}`;
}

/** What the totals do not say, in sentences. */
export function summaryLines(listing: Listing): string[] {
  const { calls, suspicious } = listing;
  const assumed = assumedSafe(listing);
  const period = periodText(listing);
  return [
    ...(period === '' ? [] : [`Period: ${period}.`]),
    ...(suspicious > 0
      ? [
          `${showCount(suspicious)} calls failed with 400 or 404 on routes without a company: perhaps for lack of the header.`,
        ]
      : []),
    ...(assumed > 0
      ? [
          `${showCount(assumed)} calls (${showShare(assumed, calls)}) count as safe by documentation only: record events to be certain.`,
        ]
      : []),
  ];
}
