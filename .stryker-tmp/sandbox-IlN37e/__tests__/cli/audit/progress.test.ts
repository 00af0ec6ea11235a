// @ts-nocheck
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { report, row } from '../support/audit-input';
import { runCommand } from '../support/run-command';

const ERASE = '\r\u001b[K';

const PIECES = [
  Buffer.from(report(row('/v1.0/me'))),
  ...Array.from({ length: 4 }, () => Buffer.from(`${row('/v1.0/me')}\n`.repeat(20_000))),
];

/** Makes the clock go on by so much at each look. */
function eachLookTakes(milliseconds: number): void {
  let now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => (now += milliseconds));
}

afterEach(() => jest.restoreAllMocks());

test('on a terminal long reading shows how far it is, in one line that is erased at the end', async () => {
  eachLookTakes(300);

  const { stderr } = await runCommand(['audit'], { stdin: PIECES, terminal: true });

  const shown = stderr.split(ERASE);
  expect(shown.shift()).toBe('');
  expect(shown.pop()).toBe('');
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.at(-1)).toMatch(/^Reading standard input: \d\d,\d{3} rows$/);
});

test('of a file it says how much is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const path = join(folder, 'long.csv');
  writeFileSync(path, Buffer.concat(PIECES));
  eachLookTakes(300);

  const { stderr } = await runCommand(['audit', path], { terminal: true });
  rmSync(folder, { recursive: true });

  expect(stderr).toContain(`${ERASE}Reading 100% of ${path}: `);
});

test('it is shown at most five times a second, and not at all in the first half', async () => {
  eachLookTakes(100);

  const { stderr } = await runCommand(['audit'], { stdin: PIECES, terminal: true });

  expect(stderr.split(ERASE)).toHaveLength(3);
});

test.each([
  ['reading that is quick', { terminal: true }, 1],
  ['a pipe', {}, 300],
])('there is none with %s', async (_, around, milliseconds) => {
  eachLookTakes(milliseconds);

  const { stderr } = await runCommand(['audit'], { stdin: PIECES, ...around });

  expect(stderr).toBe('');
});
