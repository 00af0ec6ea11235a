import { run } from './command';

/** Runs the command with the streams and arguments of its process. */
export async function main(): Promise<void> {
  const { argv, stdin, stdout, stderr, env } = process;
  process.exitCode = await run(argv.slice(2), {
    stdin,
    stdout,
    stderr,
    env,
    onSignal: (signal, end) => {
      process.once(signal, end);
    },
  });
}
