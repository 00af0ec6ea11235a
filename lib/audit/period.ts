/** A period in milliseconds since 1970; both are absent if no time is known. */
export interface Period {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

export const NEVER: Period = {};

/** The shortest period that contains both. */
export function union(a: Period, b: Period): Period {
  const times = [a.first, a.last, b.first, b.last].filter((time) => time !== undefined);
  return times.length === 0 ? NEVER : { first: Math.min(...times), last: Math.max(...times) };
}

/** A period in ISO 8601 times. */
export function shownPeriod({ first, last }: Period): { first?: string; last?: string } {
  return {
    ...(first === undefined ? {} : { first: new Date(first).toISOString() }),
    ...(last === undefined ? {} : { last: new Date(last).toISOString() }),
  };
}
