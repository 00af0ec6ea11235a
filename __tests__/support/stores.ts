import { EventEmitter } from 'events';

type Stored = Map<string, unknown>;

interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
  answer(value?: unknown): void;
  fail(error: unknown): void;
}

/** A store whose answers are given by hand. */
export function manualStore() {
  const calls: Call[] = [];
  const method =
    (name: string) =>
    (...args: unknown[]): Promise<any> =>
      new Promise((resolve, reject) => {
        calls.push({ method: name, args, answer: resolve, fail: reject });
      });
  const store = { get: method('get'), set: method('set'), delete: method('delete') };
  return { store, calls, method, named: () => calls.map((call) => [call.method, ...call.args]) };
}

/** A store in memory that answers later, as a database does, and counts what it is asked. */
export function laterStore(entries: Iterable<readonly [string, unknown]> = []) {
  const data: Stored = new Map(entries);
  const store = {
    get: jest.fn(async (projectId: string): Promise<any> => data.get(projectId)),
    set: jest.fn(async (projectId: string, companyId: string) => {
      data.set(projectId, companyId);
    }),
    delete: jest.fn(async (projectId: string) => data.delete(projectId)),
  };
  return { store, data };
}

/** A store that hides its failures as Keyv 6 and Keyv's adapters do: told to listeners of `error`, answered with `undefined`. */
export class HidingStore extends EventEmitter {
  failure: Error | undefined;
  readonly data: Stored = new Map();

  private run(call: () => unknown): Promise<any> {
    return Promise.resolve().then(() => {
      if (!this.failure) return call();
      this.emit('error', this.failure);
      return undefined;
    });
  }
  get(projectId: string) {
    return this.run(() => this.data.get(projectId));
  }
  set(projectId: string, companyId: string) {
    return this.run(() => this.data.set(projectId, companyId));
  }
  delete(projectId: string) {
    return this.run(() => this.data.delete(projectId));
  }
}
