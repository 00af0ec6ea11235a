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

/**
 * Goes on with a value: at once when it is there, so that a request stays synchronous, and later when it is a promise.
 *
 * @param context - handed on to `next`, so that it need not be a closure: those cost a request as much as its decision
 */
export const whenReady = <Value, Context, Result>(
  value: Value | PromiseLike<Value>,
  next: (value: Value, context: Context) => Result,
  context: Context,
): Result | Promise<Awaited<Result>> =>
  isThenable(value) ? later(value, next, context) : next(value, context);

const later = <Value, Context, Result>(
  value: PromiseLike<Value>,
  next: (value: Value, context: Context) => Result,
  context: Context,
): Promise<Awaited<Result>> =>
  Promise.resolve(value).then((ready) => next(ready, context)) as Promise<Awaited<Result>>;
