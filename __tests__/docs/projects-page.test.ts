import { join } from 'path';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { programsIn, readDocument } from '../support/documents';
import { firstColumn } from '../support/markdown';
import { runExample } from '../support/run-example';

/** The lines of a table, without what aligns its columns. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => !cells.some((cell) => cell.startsWith('---')));

describe('the page on projects', () => {
  const page = readDocument('docs/projects.md');

  test('has programs, and says what each prints', () => {
    expect(programsIn('docs/projects.md').map(({ output }) => typeof output)).toEqual([
      'string',
      'string',
    ]);
  });

  test('lists all options', () => {
    const make = (): unknown => projectDirectory({ unknown: true } as object);

    expect(make).toThrow(`one of ${firstColumn(page, 'Options').join(', ')}.`);
  });

  test('lists all methods', () => {
    const section = page.split('\n## ').find((text) => text.startsWith('Methods')) ?? '';
    const listed = [...section.matchAll(/`(\w+)(?:\([^)]*\))?`/g)].map(([, name]) => name);
    const own = Object.getOwnPropertyNames(projectDirectory());
    const forThePlugin = ['length', 'name', 'prototype', 'source', 'learn', 'forget'];

    expect(listed.sort()).toEqual(own.filter((name) => !forThePlugin.includes(name)).sort());
  });

  test('shows what the script prints of a list of operations', async () => {
    const { exitCode, stdout, stderr } = await runExample('../scripts/operations.mjs', undefined, [
      join(__dirname, '../fixtures/operations.tsv'),
    ]);
    const section = page.split('\n## ').find((text) => text.startsWith('How much')) ?? '';

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const rows = rowsOf(stdout).map((cells) => cells.filter(Boolean).join(' | '));
    expect(rows).toEqual([
      'company from | without the directory | share | with it | share',
      'path | 2 | 22.2 % | 2 | 22.2 %',
      'query | 1 | 11.1 % | 1 | 11.1 %',
      'body | 1 | 11.1 % | 1 | 11.1 %',
      'project | 0 | 0.0 % | 4 | 44.4 %',
      'none | 5 | 55.6 % | 1 | 11.1 %',
    ]);
    expect(rowsOf(section).map(([, source]) => source)).toEqual(
      rowsOf(stdout).map(([, source]) => source),
    );
  }, 60_000);
});
