import { own } from './own';

interface CancelTokenLike {
  readonly promise: { then(onCancel: () => void): unknown };
  /** From axios 0.22 on. */
  subscribe?(onCancel: () => void): void;
  unsubscribe?(onCancel: () => void): void;
}

/**
 * Whether axios cancels by `signal`: it does from 0.22 on, which brought `create` to instances and `VERSION` to the global one. An older
 * one sends the request all the same, so that its company must be waited for.
 */
export function knowsSignal(instance: unknown): boolean {
  const has = (key: string): boolean => own(instance, key) !== undefined;
  return has('VERSION') || (has('create') && !has('CancelToken'));
}

/**
 * Settles when the promise does, or with `undefined` as soon as the request is cancelled. A cancelled request needs no answer: axios
 * itself rejects it before it is sent.
 */
export function untilCancelled<T>(
  config: unknown,
  pending: Promise<T>,
  hasSignal: boolean,
): Promise<T | undefined> {
  const signal = (hasSignal ? own(config, 'signal') : null) as AbortSignal | null | undefined;
  const token = own(config, 'cancelToken') as CancelTokenLike | null | undefined;
  if (!signal && !token) return pending;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      signal?.removeEventListener('abort', cancel);
      token?.unsubscribe?.(cancel);
    };
    const cancel = (): void => {
      settle();
      resolve(undefined);
    };
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    if (token?.subscribe) token.subscribe(cancel);
    else token?.promise.then(cancel);
    pending.then(resolve, reject).then(settle, settle);
  });
}
