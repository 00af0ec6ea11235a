// @ts-nocheck
import type { Listing } from '../listing';

/** A listing as one JSON document. */
export function toJson({ inputs, listed, routes, ...rest }: Listing): string {
  const { calls, withoutId, period, found, totals, suspicious, brokenRows } = rest;
  const document = {
    calls,
    ...period,
    totals,
    found,
    withoutId,
    suspicious,
    brokenRows,
    inputs: inputs.map(({ name, kind, used, undated, broken }) => ({
      name,
      kind,
      rows: used,
      undated,
      broken: broken.count,
      examples: broken.examples,
    })),
    routesInAll: routes.length,
    routes: listed,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
