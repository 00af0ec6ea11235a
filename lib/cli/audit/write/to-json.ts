import { suspiciousFailures } from '../../../audit/advice';
import { callsWith, groupOf } from '../../../audit/groups';
import type { AssessedRoute } from '../assess';
import type { Input } from '../ledger';
import type { Listing } from '../listing';

const inputOf = ({ name, kind, used, undated, broken }: Input): object => ({
  name,
  kind,
  rows: used,
  rowsWithoutDate: undated,
  brokenRows: broken.count,
  brokenRowExamples: broken.examples,
});

/** What only recorded calls tell; `null` if none were recorded. */
function recordedOf({ withoutId, companies, attempts, problems }: AssessedRoute): object | null {
  if (withoutId === undefined) return null;
  const calls = attempts.reduce((sum, { count }) => sum + count, 0);
  return { calls, withoutId, companies, problems, attempts };
}

function routeOf(route: AssessedRoute): object {
  const { method, route: path, host, calls, found, knownFrom, failures } = route;
  const { first, last, advice } = route;
  return {
    method,
    route: path,
    host,
    calls,
    need: groupOf(route).name,
    found,
    knownFrom,
    failures,
    failuresMaybeMissingHeader: suspiciousFailures(route),
    recorded: recordedOf(route),
    first,
    last,
    advice,
  };
}

/** A listing as one JSON document. docs/audit.md explains its keys. */
export function toJson(listing: Listing): string {
  const { calls, period, counts, found, recorded, suspicious, brokenRows } = listing;
  const { inputs, routes, listed } = listing;
  const document = {
    calls,
    ...period,
    callsToDo: callsWith('todo', counts),
    callsToCheck: callsWith('check', counts),
    callsByNeed: counts,
    found,
    failuresMaybeMissingHeader: suspicious,
    recorded: recorded ?? null,
    brokenRows,
    inputs: inputs.map(inputOf),
    routesInAll: routes.length,
    routes: listed.map(routeOf),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
