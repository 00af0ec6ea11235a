import { PassThrough, Readable, Writable } from 'stream';
import { run } from '../../../lib/cli/command';
import type { Io } from '../../../lib/cli/io';

/** What a command had, beside its arguments. */
export interface Around {
  /** Standard input: whole, in pieces, or `terminal` where nothing is piped in. */
  readonly stdin?: string | Buffer | readonly Buffer[] | Readable;
  /** Whether standard output and error lead to a terminal, or error alone. Default: no. */
  readonly terminal?: boolean | 'stderr';
  /** How many columns that terminal has. Default: it does not say. */
  readonly columns?: number;
  /** Whether that terminal shows colours; `unknown` where it does not say. Default: yes. */
  readonly colors?: boolean | 'unknown';
  /** Whether what is written to standard output and error is refused, as by a pipe that nobody reads. Default: no. */
  readonly unread?: boolean;
  readonly env?: Record<string, string>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that keeps what is written to it. */
export class Kept extends Writable {
  text = '';
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly hasColors?: () => boolean;

  private readonly unread: boolean;

  constructor({ terminal = false, columns, colors = true, unread = false }: Around) {
    super();
    this.unread = unread;
    if (!terminal) return;
    this.isTTY = true;
    if (columns !== undefined) this.columns = columns;
    if (colors !== 'unknown') this.hasColors = () => colors;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error: Error | null) => void): void {
    if (!this.unread) this.text += chunk.toString();
    done(this.unread ? Object.assign(new Error('broken pipe'), { code: 'EPIPE' }) : null);
  }
}

function stdinOf({ stdin = '' }: Around): Io['stdin'] {
  if (stdin === 'terminal') return Object.assign(new PassThrough(), { isTTY: true });
  if (stdin instanceof Readable) return stdin;
  if (typeof stdin === 'string') return Readable.from([Buffer.from(stdin)]);
  return Readable.from(Buffer.isBuffer(stdin) ? [stdin] : stdin);
}

/** Runs the command within this process. */
export async function runCommand(args: readonly string[], around: Around = {}): Promise<Outcome> {
  const stdout = new Kept({ ...around, terminal: around.terminal === true });
  const stderr = new Kept({ ...around, terminal: Boolean(around.terminal) });
  const stdin = stdinOf(around);
  const { env = {} } = around;
  const code = await run(args, { stdin, stdout, stderr, env, onSignal: () => undefined });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
