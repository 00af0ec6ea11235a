/** Calls somebody's function, whose failure, now or later, must not become the request's. */
export function guarded(
  call: () => unknown,
  onError: (error: unknown) => void = () => undefined,
): void {
  new Promise((resolve) => {
    resolve(call());
  }).catch(onError);
}
