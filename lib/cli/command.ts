import { version } from '../../package.json';
import { auditCommand } from './audit/audit-command';
import { edgeCommand } from './edge/edge-command';
import { HELP } from './help';
import { type Io, write } from './io';
import { UnusableInput } from './unusable-input';
import { UsageError } from './usage-error';

type Command = (args: readonly string[], io: Io) => Promise<number>;

const COMMANDS: Readonly<Partial<Record<string, Command>>> = {
  audit: auditCommand,
  edge: edgeCommand,
};

async function print(io: Io, text: string): Promise<number> {
  await write(io.stdout, text);
  return 0;
}

async function dispatch([name = '', ...args]: readonly string[], io: Io): Promise<number> {
  if (name === '-v' || name === '--version') return print(io, `${version}\n`);
  if (name === '-h' || name === '--help' || name === 'help') return print(io, HELP);
  if (name === '') throw new UsageError('Name a command: audit or edge.');
  const command = Object.keys(COMMANDS).includes(name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new UsageError(
      `There is no command ${JSON.stringify(name)}. The commands are audit and edge.`,
    );
  return command(args, io);
}

/**
 * Runs the command `procore-company-id`.
 *
 * @returns the exit code: 0; 1 for `--fail-on`; 2 for an unusable command line or input
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  for (const stream of [io.stdout, io.stderr]) {
    // Without a handler, the end of a pipe's reader (`| head`) would be a crash.
    stream.on('error', () => undefined);
  }
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      await write(io.stderr, `procore-company-id: ${error.message} See --help.\n`);
    } else if (error instanceof UnusableInput) {
      await write(io.stderr, `procore-company-id: ${error.message}\n`);
    } else {
      const details = error instanceof Error ? error.stack : String(error);
      await write(io.stderr, `procore-company-id: this is a bug. Please report it: ${details}\n`);
    }
    return 2;
  }
}
