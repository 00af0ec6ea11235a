import { type ChildProcess, fork } from 'child_process';
import { once } from 'events';
import { join } from 'path';

/** A process that does what it is told. */
export class FleetProcess {
  private lastId = 0;
  private readonly waiting = new Map<number, (result: any) => void>();
  readonly exit: Promise<unknown>;
  /** Called with what became of each job, where the process has jobs. */
  onJob: ((outcome: string) => void) | undefined;

  constructor(private readonly child: ChildProcess) {
    this.exit = once(child, 'exit');
    child.on('message', ({ id, result, job }: { id: number; result: unknown; job?: string }) => {
      if (job !== undefined) this.onJob?.(job);
      this.waiting.get(id)?.(result);
      this.waiting.delete(id);
    });
  }

  /** Whether it still runs. */
  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  tell(task: string, given: object = {}): Promise<any> {
    const id = ++this.lastId;
    const result = new Promise((resolve) => this.waiting.set(id, resolve));
    this.child.send({ id, task, ...given });
    return Promise.race([
      result,
      this.exit.then(([code]: any) => {
        throw new Error(`The process ended with ${code} while it had "${task}" to do.`);
      }),
    ]);
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    await this.exit;
  }
}

/** Starts so many processes that run a file of this folder. */
export const startFleet = (count: number, file = 'process.mjs'): FleetProcess[] =>
  Array.from({ length: count }, () => new FleetProcess(fork(join(__dirname, file))));

export const tellAll = (
  fleet: readonly FleetProcess[],
  task: string,
  given?: object,
): Promise<any[]> => Promise.all(fleet.map((each) => each.tell(task, given)));
