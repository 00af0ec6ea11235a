/** With how many cases a property is tried, unless `RUNS` in the environment says otherwise. */
export const RUNS = Number(process.env.RUNS ?? 2000);

/** The cases are others each time, unless `SEED` in the environment says where they begin. */
export const cases = (numRuns = RUNS): { numRuns: number; seed?: number } => ({
  numRuns,
  ...(process.env.SEED !== undefined && { seed: Number(process.env.SEED) }),
});
