/**
 * Waits, even when somebody has replaced the timers, as tests do: `AbortSignal.timeout` has a timer of its own. An ordinary timer runs beside it,
 * because a process does not stay alive for the other one.
 *
 * @param ms - how long
 */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const { timeout } =
      (globalThis as { AbortSignal?: Partial<typeof AbortSignal> }).AbortSignal ?? {};
    if (!timeout) return;
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    timeout.call(AbortSignal, ms).addEventListener('abort', done);
  });
}
