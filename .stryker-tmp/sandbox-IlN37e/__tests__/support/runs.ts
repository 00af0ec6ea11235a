/** How often a property is tried: less by `npm test`, 10,000 times by `npm run test:properties`, as often as RUNS says by `npm run test:fuzz`. */
// @ts-nocheck

export const runCount = (standard: number): number => Number(process.env.RUNS ?? standard);

/** A time limit for so many runs, in ms, on a machine that is busy with other things. */
export const timeFor = (count: number, each = 20): number => 60_000 + count * each;
