// @ts-nocheck
import { spawn } from 'node:child_process';

/** Runs a program; resolves with its exit code and all that it printed, whether it failed or not. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', reject).on('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/** Runs a Node script with the Node that runs this one. */
export const node = (args, options) => run(process.execPath, args, options);

/** The npm that runs this script. */
function npmScript() {
  const script = process.env.npm_execpath;
  if (!script) throw new Error('Start this with `npm run`.');
  return script;
}

export const npm = (args, options) => node([npmScript(), ...args], options);

export const npx = (args, options) => node([npmScript(), 'exec', ...args], options);

/** Calls `work` with each item, two at a time, as there are two cores. */
export async function inPairs(items, work) {
  const queue = [...items];
  const worker = async () => {
    while (queue.length > 0) await work(queue.shift());
  };
  await Promise.all([worker(), worker()]);
}
