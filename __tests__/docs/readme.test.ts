import axios from 'axios';
import { readFileSync } from 'fs';
import { join } from 'path';
import * as main from '../../lib';
import { peerDependencies, scripts } from '../../package.json';
import { createProcoreEdge } from '../../lib/testing';
import { runCommand } from '../cli/support/run-command';
import { programsIn, readDocument } from '../support/documents';
import { codeBlocks, firstColumn, linkTargets } from '../support/markdown';
import { runExample } from '../support/run-example';

const ROOT = join(__dirname, '../..');
const readme = readDocument('README.md');
const blocks = codeBlocks(readme);
const programs = programsIn('README.md');

test('the README shows what the command prints', async () => {
  const block = blocks.find(({ code }) => code.startsWith('npx procore-company-id audit '));
  const [file = ''] = /examples\/\S+/.exec(String(block?.code)) ?? [];

  const { stdout, stderr } = await runCommand(['audit', join(ROOT, file), '--only', 'default']);

  expect(stderr).toBe('6 routes not listed.\n');
  expect(stdout).toBe(block?.output);
});

describe('the README', () => {
  test('has programs, some with output and some with comments on headers', () => {
    expect(programs).toHaveLength(3);
    expect(programs.filter(({ output }) => output !== undefined)).toHaveLength(2);
    expect(programs.flatMap(({ ids }) => ids).length).toBeGreaterThan(5);
  });

  test('begins with a program for CommonJS, and goes on with one for ES modules', () => {
    expect(programs[0]?.code).toMatch(/^const axios = require\('axios'\);/);
    expect(programs[1]?.code).toMatch(/^import axios from 'axios';/m);
  });

  test('shows a picture of what the demo prints', async () => {
    const { stdout } = await runExample('demo.mjs');
    const picture = readFileSync(join(ROOT, 'docs/images/demo.png'));

    // The text is written together with the picture: npm run docs:pictures
    expect(readDocument('docs/images/demo.txt')).toBe(stdout);
    expect(stdout).toContain('Calls that succeed: 2 of 8 without the plugin, 8 of 8 with it.');
    expect(linkTargets(readme)).toContain('docs/images/demo.png');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeLessThan(150_000);
  }, 60_000);

  test('is short', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(300);
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

  test('names the versions of axios that npm accepts', () => {
    expect(readme).toContain(`- axios \`${peerDependencies.axios}\``);
  });

  test('lists all error classes and their guards', () => {
    const exported = Object.keys(main).filter((name) => name.endsWith('Error'));
    const classes = exported.filter((name) => /^[A-Z]/.test(name));
    const guards = exported.filter((name) => /^is[A-Z]/.test(name));

    expect(firstColumn(readme, 'Errors').sort()).toEqual(classes.sort());
    for (const guard of guards) expect(readme).toContain(`\`${guard}\``);
  });

  test('tells contributors commands that there are', () => {
    const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);

    expect(commands).toContain('npm ci && npm run demo\nnpm ci && npm test\n');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
  });
});
