// @ts-nocheck
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const ROOT = join(__dirname, '../../..');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of the command, and what it has printed so far. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Resolves with the output once it holds a text. */
  printed(text: string | RegExp): Promise<string>;
}

/** The command as it is built, in a folder of its own. */
export interface BuiltCommand {
  readonly bin: string;
  start(args: readonly string[], env?: Record<string, string>): Running;
}

function startProcess(bin: string, args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const printed = (text: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (stdout.search(text) >= 0) resolve(stdout);
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`It ended without printing ${text}: ${stderr}`)));
      look();
    });
  return { child, ended, printed };
}

/** Builds the command before the tests of a file, and ends what they leave running. */
export function useBuiltCommand(): BuiltCommand {
  const folder = mkdtempSync(join(tmpdir(), 'command-'));
  const bin = join(folder, 'bin.js');
  const started: Running[] = [];
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-command.mjs', folder], { cwd: ROOT });
  }, 60_000);
  afterEach(async () => {
    for (const { child, ended } of started.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    bin,
    start(args, env = {}) {
      const running = startProcess(bin, args, env);
      started.push(running);
      return running;
    },
  };
}
