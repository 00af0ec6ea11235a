import { OTHERS } from './place';
import { readRoute, type ReadRoute } from './read-route';
import { type Field, fieldOf, readCount, readItems, WrongShape } from './read-shape';
import { union } from './period';
import type { Tally } from './tally';

/** Counts a route of another report. */
export function mergeRoute(tally: Tally, read: ReadRoute): void {
  const counts = tally.at(read.method, read.route, read.host);
  const isKnown = counts.place.route !== OTHERS;
  for (const { found, count, ...facts } of read.attempts) {
    if (isKnown) counts.attempt(facts, count);
    else counts.add(facts, found, count);
  }
  for (const [problem, count] of read.problems) counts.problems.add(problem, count);
  for (const [status, count] of read.failures) counts.failures.add(status, count);
  counts.leastCompanies = Math.max(counts.leastCompanies, read.companies);
  counts.period = union(counts.period, read.period);
}

/** How many companies a report counts. @throws WrongShape if it is not a report */
export function readSummary(field: Field): number {
  const version = fieldOf(field, 'audit');
  if (version.value !== 1) throw new WrongShape(version.name, '1, as in reports of this version');
  return readCount(fieldOf(field, 'companies'));
}

/**
 * Counts whole reports.
 *
 * @throws WrongShape if one of them is not a report. Then nothing is counted.
 */
export function mergeReports(tally: Tally, reports: Field): void {
  const read = readItems(reports).map((report) => ({
    companies: readSummary(report),
    routes: readItems(fieldOf(report, 'routes')).map(readRoute),
  }));
  for (const { companies, routes } of read) {
    tally.leastCompanies = Math.max(tally.leastCompanies, companies);
    for (const route of routes) mergeRoute(tally, route);
  }
}
