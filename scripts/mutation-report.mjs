// Writes what a run of all mutants found to docs/mutation.md: the table, and the survivors, each under the reason that the page has for it.
// A survivor that is new goes under the last heading, from where somebody who has looked at it moves it under a reason.
import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/mutation.md';
const UNSEEN = '### Open: nobody has looked yet';
const FOUND = ['Killed', 'Timeout'];
const SURVIVED = ['Survived', 'NoCoverage'];
const LONGEST = 68;

const { files } = JSON.parse(readFileSync('coverage/mutation/mutation.json', 'utf8'));
const page = readFileSync(PAGE, 'utf8');

const row = (...cells) =>
  `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
const table = (headings, rows) => [row(...headings), row(...headings.map(() => '---')), ...rows];

function scoreRow(name, found, all) {
  return row(name, all, found, all ? ((100 * found) / all).toFixed(1) : '');
}

function scores() {
  const rows = [];
  const sum = { found: 0, all: 0 };
  for (const [path, { mutants }] of Object.entries(files).sort()) {
    const count = (kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
    const found = count(FOUND);
    const all = found + count(SURVIVED);
    if (all > 0) rows.push(scoreRow(`\`${path}\``, found, all));
    sum.found += found;
    sum.all += all;
  }
  return table(['file', 'mutants', 'found', '%'], [...rows, scoreRow('all', sum.found, sum.all)]);
}

/** The code that a mutant replaces, in one line. */
function codeAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const code = lines.join(' ').replace(/\s+/g, ' ').replace(/`/g, "'");
  return code.length > LONGEST ? `${code.slice(0, LONGEST - 3)}...` : code;
}

/** How many mutants of the same code survived, by the beginning of the row that tells of them. */
function survivors() {
  const counts = new Map();
  for (const [path, { source, mutants }] of Object.entries(files).sort()) {
    for (const { status, location } of mutants) {
      if (!SURVIVED.includes(status)) continue;
      const where = `\`${path.replace('lib/', '')}\``;
      const code = `\`${codeAt(source, location)}\``;
      const key = `${where} ${row(code)}`;
      counts.set(key, { where, code, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return counts;
}

const [intro, ...reasons] = page.split(/^(?=### )/m);
const left = survivors();

const section = (title, entries) => {
  const rows = entries.map(({ where, code, count }) => row(where, code, count));
  return [title, '', ...table(['where', 'code', 'mutants'], rows.sort()), ''];
};

/** What is left of a section of the page: the survivors that it names and that still survive. */
function kept(text) {
  const [title, ...lines] = text.split('\n');
  const entries = [];
  for (const line of lines) {
    const [, where, code] = /^\| (`[^`]+`) +\| (`.*?`) +\| \d+ +\|$/.exec(line) ?? [];
    const key = `${where} | ${code} |`;
    if (!left.has(key)) continue;
    entries.push(left.get(key));
    left.delete(key);
  }
  return section(title, entries);
}

const told = reasons.filter((text) => !text.startsWith(UNSEEN)).flatMap(kept);
const unseen = [...left.values()];
const open = unseen.length ? section(UNSEEN, unseen) : [];
const head = intro.replace(/^\| file [^]*?\n(?=\n)/m, `${scores().join('\n')}\n`);
writeFileSync(PAGE, `${head}${[...told, ...open].join('\n')}`);
console.log(`${unseen.length} survivors have no reason yet.`);
