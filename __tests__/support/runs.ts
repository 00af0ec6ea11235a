/** How often RUNS says that something made up is tried; without it a tenth of `most`, so that `npm test` takes no longer than people wait. */
export const runCount = (most: number): number => Number(process.env.RUNS ?? Math.ceil(most / 10));

/** A time limit for so many runs, in ms. It ends what hangs, and leaves a busy machine the time it needs. */
export const timeFor = (count: number, each = 100): number => 600_000 + count * each;
