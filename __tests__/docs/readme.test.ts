import axios from 'axios';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import * as main from '../../lib';
import { type ProcoreEdge, createProcoreEdge } from '../../lib/testing';
import { loopbackAgents } from '../support/loopback-agents';
import { anchors, codeBlocks, firstColumn, linkTargets } from '../support/markdown';
import { runExample } from '../support/run-example';
import { runSnippet, typeErrors } from '../support/snippets';

const ROOT = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const readme = read('README.md');
const blocks = codeBlocks(readme);
const programs = blocks
  .filter(({ language }) => language === 'ts' || language === 'js')
  .map((block) => ({ name: `README.md:${block.line}`, ...block }));

/** Programs that say in comments which header a request has. */
const commented = programs
  .map(({ name, code }) => ({
    name,
    code,
    ids: [...code.matchAll(/\/\/ Procore-Company-Id: (\d+)/g)].map(([, id]) => id),
  }))
  .filter(({ ids }) => ids.length > 0);

let edge: ProcoreEdge;

// What the README sends to https://api.procore.com arrives at an edge on this machine.
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

describe('the code in the README', () => {
  test('is there', () => {
    const languages = ['ts', 'js', 'ts', 'ts', 'ts', 'ts', 'ts', 'ts'];
    expect(programs.map(({ language }) => language)).toEqual(languages);
    expect(programs.filter(({ output }) => output !== undefined)).toHaveLength(3);
    expect(commented.flatMap(({ ids }) => ids)).toHaveLength(10);
  });

  test('has no type errors', () => {
    const wrong = "import { attachProcoreCompanyID } from 'axios-procore-company-id';\n";
    const all = programs.map(({ name, code }): [string, string] => [name, code]);

    expect(typeErrors(new Map([...all, ['wrong', wrong]]))).toEqual([
      expect.stringMatching(/^wrong\.ts\(1,10\): error .* no exported member/),
    ]);
  }, 60_000);

  test.each(programs)('$name prints what the README says', async ({ code, output = '' }) => {
    expect(await runSnippet(code)).toBe(output);
  });

  test.each(commented)('$name sends the headers that its comments name', async ({ code, ids }) => {
    await runSnippet(code);

    expect(edge.requests.map(({ companyId }) => companyId)).toEqual(ids);
  });

  test('of a test is run as a test', async () => {
    const snippet = "test('is run', () => { expect(edge).toBe('not defined'); }); const edge = 1;";

    await expect(runSnippet(snippet)).rejects.toThrow('not defined');
  });

  test('shows what the demo prints', async () => {
    const { stdout } = await runExample('demo.mjs');

    const shown = blocks.find(({ language }) => language === 'text')?.code;

    expect(shown).toContain('Calls that succeed: 2 of 8 without the plugin, 8 of 8 with it.');
    expect(stdout.startsWith(`${shown}\n`)).toBe(true);
  }, 60_000);
});

describe('the README', () => {
  test('is short', () => {
    expect(readme.split('\n').length).toBeLessThan(350);
  });

  test('lists all options', () => {
    const attachWrongly = (): unknown =>
      main.attachProcoreCompanyId(axios.create(), { unknown: true } as object);

    expect(attachWrongly).toThrow(`one of ${firstColumn(readme, 'Options').join(', ')}.`);
  });

  test('lists all options of the testing entry', async () => {
    const listed = /^Options: ([\s\S]*?)\n\n/m.exec(readme)?.[1]?.replace(/ \([\s\S]*?\)/, '');
    const names = [...String(listed).matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const error = await createProcoreEdge({ unknown: true } as object).catch(String);
    const known = String(error).split('the options here are ')[1]?.replace(/`/g, '').split(', ');

    expect(names.sort()).toEqual(known?.sort());
  });

  test('lists all error classes and their guards', () => {
    const exported = Object.keys(main).filter((name) => name.endsWith('Error'));
    const classes = exported.filter((name) => /^[A-Z]/.test(name));
    const guards = exported.filter((name) => /^is[A-Z]/.test(name));

    expect(firstColumn(readme, 'Errors').sort()).toEqual(classes.sort());
    for (const guard of guards) expect(readme).toContain(`\`${guard}\``);
  });

  test('tells contributors commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);

    expect(commands).toContain('npm ci && npm run demo\nnpm ci && npm test\n');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
  });
});

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'])(
  'the links within %s lead somewhere',
  (file) => {
    const text = read(file);
    const within = linkTargets(text).filter((target) => !/^https?:/.test(target));

    const broken = within.filter((target) =>
      target.startsWith('#') ? !anchors(text).includes(target) : !existsSync(join(ROOT, target)),
    );

    expect(broken).toEqual([]);
  },
);
