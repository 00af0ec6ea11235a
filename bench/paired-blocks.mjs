import { performance } from 'node:perf_hooks';

/** Few calls a block: a handler meets a config that was made just before, and finds it in the cache. */
const BLOCK = 20;

/**
 * One thing to measure: `run` is timed, `prepare` makes the arguments of so many calls beforehand and is not.
 *
 * @typedef {{ run: (input: unknown) => unknown, prepare?: (count: number) => unknown[] | Promise<unknown[]> }} Subject
 */

async function timeBlock({ run, prepare = (count) => Array(count).fill() }) {
  const inputs = await prepare(BLOCK);
  const start = performance.now();
  for (const input of inputs) {
    const result = run(input);
    if (result instanceof Promise) await result;
  }
  return performance.now() - start;
}

/** The median of ratios, and the order statistics that bound it with 95 % confidence. */
export function medianWithInterval(ratios) {
  const sorted = [...ratios].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const spread = 0.98 * Math.sqrt(sorted.length);
  const at = (index) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(index)))];
  return { ratio: at(half), low: at(half - spread), high: at(half + spread) };
}

/**
 * Compares two subjects in one process: blocks of calls in the order A B B A, so that what else the machine does falls on both.
 *
 * @param {Subject} a
 * @param {Subject} b
 * @returns the time of `a` as a multiple of the time of `b`, and the time of one call of `a` in microseconds
 */
export async function compare(a, b, pairs = 2000) {
  for (let warmUp = 0; warmUp < 1500; warmUp++) {
    await timeBlock(a);
    await timeBlock(b);
  }
  const ratios = [];
  const times = [];
  for (let pair = 0; pair < pairs; pair++) {
    const isSwapped = pair % 2 === 1;
    const first = await timeBlock(isSwapped ? b : a);
    const second = await timeBlock(isSwapped ? a : b);
    const [timeA, timeB] = isSwapped ? [second, first] : [first, second];
    ratios.push(timeA / timeB);
    times.push(timeA);
  }
  const { ratio: median } = medianWithInterval(times);
  return { ...medianWithInterval(ratios), microseconds: (median / BLOCK) * 1000 };
}
