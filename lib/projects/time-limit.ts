/** Timers overflow above this, and fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A function did not answer in time. */
export class TimeLimitError extends Error {
  constructor(
    what: string,
    readonly ms: number,
  ) {
    super(`\`${what}\` of projectDirectory did not answer within ${ms} ms (\`lookupTimeout\`).`);
    Object.defineProperty(this, 'name', { value: 'TimeLimitError' });
  }
}

/** The answer of a function, or a `TimeLimitError` if it takes longer than `ms`. */
export function withinTime<Value>(
  answer: PromiseLike<Value>,
  ms: number,
  what: string,
): Promise<Value> {
  if (ms > LONGEST_TIMER) return Promise.resolve(answer);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TimeLimitError(what, ms));
    }, ms);
    const stop = (): void => {
      clearTimeout(timer);
    };
    Promise.resolve(answer).then(resolve, reject).then(stop, stop);
  });
}
