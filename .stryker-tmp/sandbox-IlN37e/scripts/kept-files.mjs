// @ts-nocheck
// Files that a script makes and that are under version control: written, or with --check compared with what would be written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The files of a folder with their text. */
export const contentsOf = (folder) =>
  new Map(
    (existsSync(folder) ? readdirSync(folder) : []).map((file) => [
      file,
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  );

/** What differs first, as two lines. */
function firstDifference(kept = '', made = '') {
  const [old, now] = [kept, made].map((text) => text.split('\n'));
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at < 0 ? now.length : at;
  return `line ${line + 1}\n  - ${old[line] ?? '(nothing)'}\n  + ${now[line] ?? '(nothing)'}`;
}

function compare(folder, made, command) {
  const kept = contentsOf(folder);
  const names = [...new Set([...kept.keys(), ...made.keys()])];
  for (const name of names.filter((file) => kept.get(file) !== made.get(file))) {
    const where = firstDifference(kept.get(name), made.get(name));
    console.error(`${folder}/${name} is out of date, ${where}\nIf that is meant: ${command}`);
    process.exitCode = 1;
  }
}

/**
 * @param folder holds these files and nothing else
 * @param made the files by name
 * @param command what to run to have them written
 */
export function keep(folder, made, command) {
  if (process.argv.includes('--check')) return compare(folder, made, command);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of made) writeFileSync(path.join(folder, name), text);
}
