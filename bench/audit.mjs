// Measures the audit against its limits: a report of a million rows by the command, and a million events by the entry.
// Exit code 1 if a limit is exceeded by the best of three runs.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROWS = 1_000_000;
const RUNS = 3;
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

/** Routes of words, as in Procore's reports: a third name a company, a third a project, a third neither. */
export function routes(count) {
  const words = ['rfis', 'users', 'submittals', 'drawings', 'items', 'logs', 'contracts', 'photos'];
  const places = ['/v1.0/companies/:company_id', '/v1.0/projects/:project_id', '/v1.1'];
  return Array.from({ length: count }, (_, index) => {
    const tail = [0, 1, 2, 3].map((place) => words[Math.floor(index / 8 ** place) % 8]).join('_');
    return `${places[index % 3]}/${tail}/:id`;
  });
}

async function writeReport(file) {
  const out = createWriteStream(file);
  const all = routes(2000);
  const statuses = [200, 200, 200, 201, 404, 400, 500];
  const methods = ['GET', 'POST', 'PATCH', 'DELETE'];
  out.write('\ufeffDate,Response Code,HTTP Method,Normalized Route,Count\r\n');
  let text = '';
  for (let row = 0; row < ROWS; row++) {
    const day = String((row % 14) + 1).padStart(2, '0');
    text += `2026-06-${day},${statuses[row % 7]},${methods[row % 4]},"${all[row % 2000]}",${row % 997}\r\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
}

/** Runs a script, and resolves with the numbers that `measured.cjs` tells of it. */
async function run(...args) {
  const preload = path.join(here, 'audit', 'measured.cjs');
  const child = spawn(process.execPath, ['--require', preload, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let told = '';
  child.stdio[3].setEncoding('utf8').on('data', (text) => (told += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`It ended with ${code}: node ${args.join(' ')}`);
  return JSON.parse(told);
}

/**
 * The best of several runs. What else the machine does makes each of them slower by the clock, and none faster: on a busy machine the
 * time of the processor is nearer to what they would take alone.
 */
async function best(...args) {
  const results = [];
  for (let count = 0; count < RUNS; count++) results.push(await run(...args));
  return {
    seconds: Math.min(...results.map(({ seconds }) => seconds)),
    cpuSeconds: Math.min(...results.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: Math.max(...results.map(({ megabytes }) => megabytes)),
  };
}

function check(name, { seconds, cpuSeconds, megabytes }, limits) {
  const isMet = Math.min(seconds, cpuSeconds) < limits.seconds && megabytes < limits.megabytes;
  console.log(
    `${isMet ? 'ok      ' : 'EXCEEDED'} ${name}: ${seconds.toFixed(2)} s (processor ${cpuSeconds.toFixed(2)} s) of ${limits.seconds} s, ` +
      `${megabytes.toFixed(0)} MB of ${limits.megabytes} MB`,
  );
  if (!isMet) process.exitCode = 1;
}

async function main() {
  const folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  try {
    const file = path.join(folder, 'report.csv');
    await writeReport(file);
    const size = (statSync(file).size / 1e6).toFixed(0);
    check(
      `a report of 1,000,000 rows (${size} MB, 2,000 routes) by the command, with the start of Node`,
      await best('dist/cli/bin.js', 'audit', file, '--html', path.join(folder, 'page.html')),
      { seconds: 5, megabytes: 150 },
    );
    check(
      '1,000,000 events over 2,000 routes and 500 companies, and the report of them',
      await best(path.join(here, 'audit', 'events.mjs')),
      { seconds: 2, megabytes: 64 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
