import axios from 'axios';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { loopbackAgents } from '../support/loopback-agents';
import { codeBlocks, firstColumn, linkTargets } from '../support/markdown';
import { runExample } from '../support/run-example';
import { runSnippet, typeErrors } from '../support/snippets';

const DOCS = join(__dirname, '../../docs');
const FILES = ['projects.md', 'context.md'];
const read = (file: string): string => readFileSync(join(DOCS, file), 'utf8');

const programs = FILES.flatMap((file) =>
  codeBlocks(read(file))
    .filter(({ language }) => language === 'ts')
    .map((block) => ({
      name: `docs/${file}:${block.line}`,
      ids: [...block.code.matchAll(/\/\/ Procore-Company-Id: (\d+)/g)].map(([, id]) => id),
      ...block,
    })),
);

let edge: ProcoreEdge;

// What is sent to https://api.procore.com arrives at an edge on this machine.
beforeAll(async () => {
  edge = await createProcoreEdge();
  const { httpsAgent, proxy } = loopbackAgents(Number(new URL(edge.url).port)).config;
  Object.assign(axios.defaults, { httpsAgent, proxy });
});
beforeEach(() => edge.clear());
afterAll(async () => {
  Object.assign(axios.defaults, { httpsAgent: undefined, proxy: undefined });
  await edge.close();
});

describe('the code in the pages on several companies', () => {
  test('is there', () => {
    expect(programs.map(({ ids }) => ids.length)).toEqual([0, 2, 2, 0]);
    expect(programs.every(({ output }) => output !== undefined)).toBe(true);
  });

  test('has no type errors', () => {
    expect(typeErrors(new Map(programs.map(({ name, code }) => [name, code])))).toEqual([]);
  }, 60_000);

  test.each(programs)('$name prints and sends what it says', async ({ code, output, ids }) => {
    expect(await runSnippet(code)).toBe(output);
    const sent = edge.requests.map(({ companyId }) => companyId);
    expect(sent.slice(0, ids.length)).toEqual(ids);
  });
});

/** The lines of a table, without what aligns its columns. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => !cells.some((cell) => cell.startsWith('---')));

describe('the page on projects', () => {
  const page = read('projects.md');

  test('lists all options', () => {
    const make = (): unknown => projectDirectory({ unknown: true } as object);

    expect(make).toThrow(`one of ${firstColumn(page, 'Options').join(', ')}.`);
  });

  test('lists all methods', () => {
    const section = page.split('\n## ').find((text) => text.startsWith('Methods')) ?? '';
    const listed = [...section.matchAll(/`(\w+)(?:\([^)]*\))?`/g)].map(([, name]) => name);
    const own = Object.getOwnPropertyNames(projectDirectory());
    const forThePlugin = ['length', 'name', 'prototype', 'source', 'learn', 'forget', 'doubt'];

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

test.each(FILES)('the links in docs/%s lead somewhere', (file) => {
  const within = linkTargets(read(file)).filter((target) => !/^https?:/.test(target));

  expect(within.filter((target) => !existsSync(join(DOCS, target)))).toEqual([]);
});
