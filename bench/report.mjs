import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const FILE = new URL('../docs/performance.md', import.meta.url);
const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url)))
    .version;

/** One row: the median ratio, its 95 % interval, and the time of a call with this package. */
const row = ({ name, ratio, low, high, microseconds }) =>
  `| ${name} | ${ratio.toFixed(3)} | ${low.toFixed(3)} to ${high.toFixed(3)} | ${microseconds.toFixed(2)} |`;

const table = (rows) =>
  [
    '| compared with | ratio | 95 % interval | µs |',
    '| --- | --- | --- | --- |',
    ...rows.map(row),
  ].join('\n');

const packages = ['axios', 'axios-retry', 'axios-auth-refresh', 'axios-cache-interceptor'];

/** Writes what was measured to the page in the documentation. */
export function writeReport(sections) {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ');
  const text = [
    '# Performance',
    'Written by `npm run bench:report`. `npm run bench` measures the same and fails where a bound is lost.',
    `Measured on: ${machine}; ${versions}; ${new Date().toISOString().slice(0, 10)}.`,
    'Each ratio is the time with this package as a multiple of the time without it: blocks of calls in one process, in the order A B B A, ' +
      'and the median of the ratios of the pairs. Below 1 this package is the faster. The last column is the time of one call with it.',
    ...sections.flatMap(({ title, rows }) => [`## ${title}`, table(rows)]),
  ];
  writeFileSync(FILE, `${text.join('\n\n')}\n`);
}
