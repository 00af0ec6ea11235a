// A queue in memory, so that the example runs without Redis. Jobs, `add` and the function that processes a job have the shape that BullMQ
// gives them: new Queue('procore', { connection }), and in the worker new Worker('procore', process, { connection, concurrency: 10 }).
// It repeats no job, and loses those that wait when the process ends.

/** What is used of a job of BullMQ. */
export interface Job<Data> {
  readonly name: string;
  readonly data: Data;
}

export interface QueuedJob<Data> extends Job<Data> {
  /** The result of the job. */
  waitUntilFinished(): Promise<unknown>;
}

export interface Queue<Data> {
  add(name: string, data: Data): Promise<QueuedJob<Data>>;
}

interface Waiting<Data> {
  readonly job: Job<Data>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createQueue<Data>(
  process: (job: Job<Data>) => Promise<unknown>,
  { concurrency }: { readonly concurrency: number },
): Queue<Data> {
  const waiting: Waiting<Data>[] = [];
  const idle: ((next: Waiting<Data>) => void)[] = [];

  // The loops begin here, and not in `add`: a job would run in the company of the request that added it. BullMQ's run in another process.
  async function work(): Promise<never> {
    for (;;) {
      const next = waiting.shift() ?? (await new Promise<Waiting<Data>>((take) => idle.push(take)));
      await process(next.job).then(next.resolve, next.reject);
    }
  }
  for (let index = 0; index < concurrency; index++) void work();

  return {
    add(name, data) {
      // Job data are JSON on their way through Redis.
      const job = { name, data: JSON.parse(JSON.stringify(data)) as Data };
      const finished = new Promise<unknown>((resolve, reject) => {
        const next = { job, resolve, reject };
        const take = idle.shift();
        if (take) take(next);
        else waiting.push(next);
      });
      // A job that fails must not end the process when nobody waits for it.
      finished.catch(() => undefined);
      return Promise.resolve({ ...job, waitUntilFinished: () => finished });
    },
  };
}
