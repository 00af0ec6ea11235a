import { adviceFor } from './errors/missing-header-reason';
import type { CompanyIdEvent } from './observe';

const MOST_ROUTES = 1000;

/** What is wrong with a request, and what to do about it; `undefined` where nothing is. */
function problemIn({
  type,
  reason,
  found,
  conflict,
  companyId,
  status,
}: CompanyIdEvent): string | undefined {
  switch (type) {
    case 'unresolved':
      return `goes out without the header Procore-Company-Id. ${adviceFor(reason ?? type, { found })}`;
    case 'missing-header':
      return 'was refused, because Procore found no header Procore-Company-Id. Give the call a company id.';
    case 'sent-without-header':
      return `went out without the header Procore-Company-Id, and Procore answered ${status}. That is often how a missing header looks. Give the call a company id.`;
    case 'kept':
      return conflict
        ? `keeps a header Procore-Company-Id set by hand (${companyId ?? 'several companies'}), but the request names another company. Correct the header, or remove the line that sets it.`
        : undefined;
    default:
      return undefined;
  }
}

/**
 * An `observe` function that writes one line, with what to do, the first time that something is wrong with a route: it goes out without an id,
 * Procore answers that the header is missing or 404, or it keeps a header that contradicts the request. It knows at most 1,000 routes.
 *
 * Use it where handlers turn every error into an empty list, so that a missing header shows nowhere.
 *
 * @param log - takes the line. Default: `console.warn`
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { observe: warnOnce() });
 * ```
 *
 * @since 2.0.0
 */
export function warnOnce(
  log: (line: string) => void = (line) => {
    // eslint-disable-next-line no-console -- it is the default that the name promises
    console.warn(line);
  },
): (event: CompanyIdEvent) => void {
  const warned = new Set<string>();
  return (event) => {
    const problem = problemIn(event);
    if (problem === undefined) return;
    const call = `${event.method} ${event.route}`;
    if (warned.has(call) || warned.size >= MOST_ROUTES) return;
    warned.add(call);
    log(`axios-procore-company-id: ${call} ${problem}`);
  };
}
