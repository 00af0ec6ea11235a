import { plural } from '../../../audit/columns';
import { withoutIdLines } from '../../../audit/totals';
import type { AssessedRoute } from '../assess';
import type { Listing } from '../listing';

/** The period as two days. */
export function periodText({ period: { first, last } }: Pick<Listing, 'period'>): string {
  if (first === undefined || last === undefined) return '';
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} to ${to}`;
}

/** The plugin leaves other hosts alone. One of them may be a gateway to Procore, which only the reader knows. */
const isOtherHost = ({ found }: AssessedRoute): boolean => (found['not-the-api'] ?? 0) > 0;

const isGuess = ({ knownFrom }: AssessedRoute): boolean =>
  knownFrom !== 'recorded' && knownFrom !== 'route';

/** What the totals do not say, in sentences. */
export function summaryLines(listing: Listing): string[] {
  const { suspicious, inputs, listed, recorded } = listing;
  const period = periodText(listing);
  const hasReport = inputs.some(({ kind, used }) => kind === 'report' && used > 0);
  return [
    ...withoutIdLines(recorded?.withoutId ?? 0),
    ...(suspicious > 0
      ? [`A missing header may have caused ${plural(suspicious, 'failure')} with 400 or 404.`]
      : []),
    ...(hasReport ? ['A report shows no headers: some of these calls may already carry one.'] : []),
    ...(listed.some(isGuess)
      ? [`"?" marks a guess from the route or from Procore's documentation.`]
      : []),
    ...(listed.some(isOtherHost)
      ? ['If one of the other hosts is your gateway, name it in --api-host and apiHosts.']
      : []),
    ...(period === '' ? [] : [`Period: ${period}.`]),
  ];
}
