import type { Readable, Writable } from 'stream';

/** An output stream of a process. It may be a terminal. */
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly hasColors?: (count?: number, env?: object) => boolean;
};

/** What a command uses of its process: streams, environment and signals. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back when the process is asked to end. */
  readonly onSignal: (signal: 'SIGINT' | 'SIGTERM', end: () => void) => void;
}

/** Whether a stream is a terminal that shows colours, and NO_COLOR is not set. */
export function hasColors({ env }: Io, stream: Output): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stream.isTTY === true && (stream.hasColors?.(16, env) ?? false);
}

/** Writes a text, and resolves when it is written. If nothing reads it any more, as with `| head`, the rest is dropped. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}
