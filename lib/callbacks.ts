/** Calls a function of the caller's. If it fails, now or later, `onError` is told and the request goes on. */
export function callSafely(
  call: () => unknown,
  onError: (error: unknown) => void = () => undefined,
): void {
  new Promise((resolve) => {
    resolve(call());
  }).catch(onError);
}

export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';

/** Goes on with a value: at once when it is there, so that a request stays synchronous, and later when it is a promise. */
export function whenReady<Value, Result>(
  value: Value | PromiseLike<Value>,
  next: (value: Value) => Result,
): Result | Promise<Awaited<Result>> {
  return isThenable(value)
    ? (Promise.resolve(value).then(next) as Promise<Awaited<Result>>)
    : next(value);
}
