// @ts-nocheck
import type { Readable, Writable } from 'stream';

/** A stream of a process that may lead to a terminal. */
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly hasColors?: (count?: number, env?: object) => boolean;
};

/** What a command works with: the streams and signals of its process. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back when the process is asked to end. */
  readonly onSignal: (signal: 'SIGINT' | 'SIGTERM', end: () => void) => void;
}

/** Whether a stream leads to a terminal that shows colours, and nobody asked for none. */
export function hasColors({ env }: Io, stream: Output): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return stream.isTTY === true && (stream.hasColors?.(16, env) ?? false);
}

/** Writes all of a text, as fast as it is read. Where nobody reads any more, as in `| head`, the rest is dropped. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}
