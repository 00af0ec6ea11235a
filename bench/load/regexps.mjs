import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { check, section, shortest } from './checks.mjs';

const LIB = fileURLToPath(new URL('../../lib', import.meta.url));
const LENGTH = 20_000;
/** In ms. What is linear takes one or less, what is quadratic some hundreds. */
const MOST = 100;

const STARTS = ['', '/', 'http://', '//', '[', '#', 'a', '1', ' ', 'missing ', '/companies/', '"'];
const PUMPS = [
  ...[
    'a',
    '1',
    ' ',
    '\t',
    '\n',
    '/',
    '//',
    '\\',
    '[',
    '[]',
    '{}',
    '[] ',
    '@',
    '.',
    '-',
    '_',
    '%',
    '%2',
  ],
  ...[
    '=',
    '&',
    '#',
    '?',
    ':',
    '"',
    ',',
    ';',
    'a.',
    'a-',
    '/a',
    '/1',
    'a/',
    '1.',
    'v1',
    'us',
    '\u00e9',
  ],
  ...['missing ', 'procore', 'company', 'x=1&', '<', '$', '`', '(', '|', '*', '\r\n'],
];
const ENDS = ['', '!', '\n', '\u0000', 'x', '/', '@', ' x'];

function* regexpsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const text of found) {
    const end = text.lastIndexOf('/');
    yield new RegExp(text.slice(1, end), text.slice(end + 1));
  }
}

const inputs = STARTS.flatMap((start) =>
  PUMPS.flatMap((pump) => ENDS.map((end) => start + pump.repeat(LENGTH / pump.length) + end)),
);

async function slowest(regexp) {
  let worst = 0;
  for (const input of inputs) {
    const run = () => input.replace(regexp, '');
    const time = await shortest(run, 1);
    if (time > worst) worst = time > MOST ? await shortest(run, 3) : time;
    // One that is too slow would be so for hundreds of texts.
    if (worst > MOST) break;
  }
  return worst;
}

export async function regexpsAreLinear() {
  const files = readdirSync(LIB, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const regexps = files.flatMap((file) => [...regexpsIn(join(LIB, file))]);
  let [worst, culprit] = [0, undefined];
  for (const regexp of regexps) {
    const time = await slowest(regexp);
    if (time > worst) [worst, culprit] = [time, regexp];
  }
  section(
    `Regular expressions: ${regexps.length}, each on ${inputs.length} texts of ${LENGTH} characters`,
  );
  check(`the slowest, \`${String(culprit)}\``, worst, MOST, ' ms');
}
