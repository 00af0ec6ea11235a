// @ts-nocheck
import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(__dirname, '../..');

/** A change of the text of one file, given by its path below `examples`. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface ExampleRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function editing({ file, from, to }: Edit): Plugin {
  const path = join(ROOT, 'examples', file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has not exactly one "${from}".`);
  return {
    name: 'edit',
    setup({ onLoad }) {
      onLoad({ filter: /\.mjs$/ }, (args) =>
        args.path === path ? { contents: text.replace(from, to), loader: 'js' } : undefined,
      );
    },
  };
}

/** The example and the sources of the package as one program, so that no build of the package is needed. */
async function bundle(file: string, edit: Edit | undefined): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`examples/${file}`],
    alias: {
      'axios-procore-company-id': './lib/index.ts',
      'axios-procore-company-id/projects': './lib/projects/index.ts',
      'axios-procore-company-id/testing': './lib/testing/index.ts',
    },
    plugins: edit ? [editing(edit)] : [],
    external: ['axios'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    write: false,
  });
  return String(outputFiles[0]?.text);
}

/** Runs an example in a process of its own, which has to end by itself, with its output going to a pipe. */
export async function runExample(
  file: string,
  edit?: Edit,
  args: readonly string[] = [],
): Promise<ExampleRun> {
  const input = await bundle(file, edit);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ['-', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (error) throw error;
  return { exitCode: status, stdout, stderr };
}
