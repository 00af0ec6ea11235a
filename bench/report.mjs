import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url)))
    .version;

const packages = ['axios', 'axios-retry', 'axios-auth-refresh', 'axios-cache-interceptor'];

function measuredOn() {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`;
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ');
  return `Measured on: ${machine}; ${versions}; ${new Date().toISOString().slice(0, 10)}.`;
}

const write = (name, paragraphs) =>
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), `${paragraphs.join('\n\n')}\n`);

const row = (...cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;

const table = (headings, rows) =>
  [row(...headings), row(...headings.map(() => '---')), ...rows].join('\n');

/** One row: the median ratio, its 95 % interval, and the time of a call with this package. */
const ratioRow = ({ name, ratio, low, high, microseconds }) =>
  row(name, ratio.toFixed(3), `${low.toFixed(3)} to ${high.toFixed(3)}`, microseconds.toFixed(2));

/** Writes what the benchmark measured to its page in the documentation. */
export function writePerformance(sections) {
  write('performance.md', [
    '# Performance',
    'Written by `npm run bench:report`. `npm run bench` measures the same and fails where a bound is lost. ' +
      'See also [load and leaks](load.md).',
    measuredOn(),
    'Each ratio is the time with this package as a multiple of the time without it: blocks of calls in one process, in the order A B B A, ' +
      'and the median of the ratios of the pairs. Below 1 this package is the faster. The last column is the time of one call with it.',
    ...sections.flatMap(({ title, rows }) => [
      `## ${title}`,
      table(['compared with', 'ratio', '95 % interval', 'µs'], rows.map(ratioRow)),
    ]),
  ]);
}

/** Writes what came of the load to its page. */
export function writeLoad(sections) {
  write('load.md', [
    '# Load and leaks',
    'Written by `npm run load:report`. `npm run test:load` measures the same and fails where a bound is lost.',
    measuredOn(),
    ...sections.flatMap(({ title, notes, rows }) => [
      `## ${title}`,
      ...notes.map((text) => `- ${text.replace(/[`\\]/g, '\\$&')}`),
      table(
        ['measure', 'found', 'at most'],
        rows.map(({ name, value, bound }) => row(name, value, bound)),
      ),
    ]),
  ]);
}
