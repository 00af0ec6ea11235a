import { own } from './own';

interface CancelTokenLike {
  /** Its `then` gives a promise that can be taken back, from axios 0.22 on. */
  readonly promise: { then(onCancel: () => void): { cancel?: () => void } };
}

/**
 * Whether axios cancels by `signal`: it does from 0.22 on, which brought `create` to instances and `VERSION` to the global one. An older
 * one sends the request all the same, so that its company must be waited for.
 */
export const knowsSignal = (instance: unknown): boolean =>
  Boolean(own(instance, 'VERSION') ?? (own(instance, 'create') && !own(instance, 'CancelToken')));

/**
 * Settles when the promise does, or with `undefined` as soon as the request is cancelled. A cancelled request needs no answer: axios
 * itself rejects it before it is sent.
 */
export function untilCancelled<T>(
  config: unknown,
  pending: Promise<T>,
  hasSignal: boolean,
): Promise<T | undefined> {
  const signal = (hasSignal && own(config, 'signal')) as AbortSignal | null | undefined | false;
  const token = own(config, 'cancelToken') as CancelTokenLike | null | undefined;
  if (!signal && !token) return pending;
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      resolve(undefined);
    };
    let waiting: ReturnType<CancelTokenLike['promise']['then']> | undefined;
    try {
      waiting = token?.promise.then(cancel);
      if (signal) {
        if (signal.aborted) cancel();
        else signal.addEventListener('abort', cancel, { once: true });
      }
    } catch {
      // What is no signal or token is an error of axios's own.
    }
    pending
      .then(resolve, reject)
      .then(() => {
        // Many requests may share a signal or token: none must leave a listener on it.
        if (signal) signal.removeEventListener('abort', cancel);
        if (waiting?.cancel) waiting.cancel();
      })
      .catch(() => undefined);
  });
}
