// The package run by Bun and by Deno.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { createConsumer } from './consumer.mjs';
import { startProcore } from './procore-server.mjs';
import { run } from './run.mjs';
import { reportSteps } from './steps.mjs';

const TIMEOUT = 60_000;

/** The program in a package for this platform: npm runs no install scripts here, which would copy it elsewhere. */
function findProgram(folder, scope, file) {
  const packages = path.join(folder, 'node_modules', scope);
  const programs = readdirSync(packages).map((name) => path.join(packages, name, file));
  return programs.find((program) => existsSync(program));
}

async function testRuntime(report, title, dependencies, commandIn) {
  const name = title.toLowerCase().replace(' ', '-');
  const folder = await createConsumer(name, { axios: '1.21.1', ...dependencies }, ['portable']);
  const procore = await startProcore();
  try {
    const [program, ...args] = commandIn(folder);
    const env = { ...process.env, DENO_DIR: path.join(folder, 'cache'), DENO_NO_UPDATE_CHECK: '1' };
    const options = { cwd: folder, env, timeout: TIMEOUT };
    reportSteps(
      report,
      title,
      await run(program, [...args, 'run-all.mjs', procore.origin], options),
    );
  } finally {
    procore.close();
  }
}

export const testBun = (report) =>
  testRuntime(report, 'Bun 1.4.5', { bun: '1.4.5' }, (folder) => [
    findProgram(folder, '@oven', 'bin/bun'),
  ]);

export const testDeno = (report) =>
  testRuntime(report, 'Deno 2.9.6', { deno: '2.9.6' }, (folder) => [
    findProgram(folder, '@deno', 'deno'),
    ...['run', '--quiet', '--no-remote', '--allow-all'],
  ]);
