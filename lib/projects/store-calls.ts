import { readId } from '../company-id';
import { callSafely } from '../callbacks';
import { isThenable } from '../callbacks';
import type { ProjectStore } from './project-store';
import { withinTime } from './time-limit';

interface ErrorEmitter {
  on?(event: 'error', listener: (error: unknown) => void): unknown;
}

/**
 * The functions of a store. Each ends in time, and fails if the store failed.
 *
 * Keyv's adapters and Keyv 6 answer `undefined` or `true` after some failures, and report them only to listeners of their `error` event.
 * Such an answer counts as the error that came with it. Otherwise an outage would look like an unknown project.
 */
export class StoreCalls {
  readonly hasSetMany: boolean;
  private errorCount = 0;
  private lastError: unknown;

  constructor(
    private readonly store: ProjectStore,
    private readonly timeLimit: number,
  ) {
    this.hasSetMany = typeof store.setMany === 'function';
    const emitter = store as ErrorEmitter;
    // Without a listener an `error` event of an emitter would end the process.
    callSafely(() =>
      emitter.on?.('error', (error) => {
        this.errorCount += 1;
        this.lastError = error;
      }),
    );
  }

  get(projectId: string): unknown {
    const isEmpty = (answer: unknown): boolean => readId(answer) === undefined;
    return this.call('get', () => this.store.get(projectId), isEmpty);
  }

  set(projectId: string, companyId: string): unknown {
    return this.call('set', () => this.store.set(projectId, companyId));
  }

  setMany(entries: { key: string; value: string }[]): unknown {
    return this.call('setMany', () => this.store.setMany?.(entries));
  }

  delete(projectId: string): unknown {
    return this.call('delete', () => this.store.delete(projectId));
  }

  private call(
    name: keyof ProjectStore,
    run: () => unknown,
    mayHideError: (answer: unknown) => boolean = () => true,
  ): unknown {
    const errorsBefore = this.errorCount;
    const answer = run();
    if (!isThenable(answer)) return answer;
    return withinTime(answer, this.timeLimit, `store.${name}`).then((value) => {
      if (this.errorCount !== errorsBefore && mayHideError(value)) throw this.lastError;
      return value;
    });
  }
}
