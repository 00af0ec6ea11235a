// What users write, compiled with their versions of TypeScript against the types of their versions of axios.
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { axiosVersions, compilers, levels, modes } from './compilers.mjs';
import { createConsumer, createProject } from './consumer.mjs';
import { inPairs, run } from './run.mjs';

const SOURCES = path.resolve(import.meta.dirname, '../../__tests__/package/types');
const sources = readdirSync(SOURCES).filter((file) => file !== 'foreign.ts');

const compilerAlias = ({ line }) => `typescript-${line}`;
const axiosAlias = ({ line }) => `axios-${line}`;

/** All compilers in one project, and each `@types/node` in a folder of its own that can be named as a type root. */
async function installCompilers() {
  const dependencies = {};
  for (const compiler of compilers) {
    const { alias, version } = compiler.nodeTypes;
    dependencies[compilerAlias(compiler)] = `npm:typescript@${compiler.version}`;
    dependencies[alias] = `npm:@types/node@${version}`;
  }
  const folder = await createProject('compilers', dependencies);
  for (const { alias } of compilers.map(({ nodeTypes }) => nodeTypes)) {
    const root = path.join(folder, alias);
    if (mkdirSync(root, { recursive: true })) {
      symlinkSync(path.join(folder, 'node_modules', alias), path.join(root, 'node'));
    }
  }
  return folder;
}

/** A file that does nothing but to import every entry. */
function entriesFile(folder) {
  const facts = path.join(folder, 'node_modules/axios-procore-company-id/package.json');
  const { exports } = JSON.parse(readFileSync(facts, 'utf8'));
  const names = Object.keys(exports).filter((name) => !name.endsWith('.json'));
  const imports = names.map(
    (name, at) => `import * as entry${at} from 'axios-procore-company-id${name.slice(1)}';\n`,
  );
  return `${imports.join('')}export const entries: object[] = [${names.map((_, at) => `entry${at}`)}];\n`;
}

/** The sources in every form that a mode needs: `ts`, `cts` and `mts`. */
function copySources(folder) {
  for (const format of new Set(Object.values(modes).flatMap(({ formats }) => formats))) {
    mkdirSync(path.join(folder, format));
    for (const file of sources) {
      cpSync(path.join(SOURCES, file), path.join(folder, format, file.replace(/ts$/, format)));
    }
    writeFileSync(path.join(folder, format, `entries.${format}`), entriesFile(folder));
  }
}

/** What a compiler says of files: a list of file, line and code, with the text of it. */
async function compile({ compiler, mode, options }, compilersFolder, folder, files, name) {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    target: 'ES2020',
    lib: ['ES2020', 'DOM'],
    esModuleInterop: true,
    types: ['node'],
    typeRoots: [path.join(compilersFolder, compiler.nodeTypes.alias)],
    ...modes[mode].options,
    ...compiler.options,
    ...options,
  };
  const project = path.join(folder, `tsconfig.${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files }, null, 2));
  const alias = compilerAlias(compiler);
  const { bin } = JSON.parse(
    readFileSync(path.join(compilersFolder, 'node_modules', alias, 'package.json'), 'utf8'),
  );
  const script = path.join(compilersFolder, 'node_modules', alias, bin.tsc);
  const args = [script, '--project', project, '--pretty', 'false'];
  const { output } = await run(process.execPath, args, { cwd: folder });
  const found = [...output.matchAll(/^(?:(.+)\((\d+),\d+\): )?error (TS\d+): .*$/gm)];
  return found.map(([text, file = '', line, code]) => ({ text, file, line: Number(line), code }));
}

/** The errors that comments in a source announce, by place: compilers differ in the code that they give. */
function announced(folder, file) {
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
  return lines.flatMap((text, at) => {
    const codes = /\/\/ (TS\d+(?: or TS\d+)*)$/.exec(text)?.[1];
    return codes ? [[`${file}:${at + 1}`, codes.split(' or ')]] : [];
  });
}

const isOurs = ({ file }) => file.includes('axios-procore-company-id/dist/');

/** Whether axios, or what it needs, is wrong by itself. */
const isForeign = ({ file }) =>
  /(^|\/)control\./.test(file) || (file.includes('node_modules/') && !isOurs({ file }));

/** What differs from the errors that the sources announce. */
function differences(folder, files, errors) {
  const expected = new Map(files.flatMap((file) => announced(folder, file)));
  const isExpected = ({ file, line, code }) => expected.get(`${file}:${line}`)?.includes(code);
  const places = errors.map(({ file, line }) => `${file}:${line}`);
  return [
    ...errors.filter((error) => !isExpected(error)).map(({ text }) => text),
    ...[...expected.keys()]
      .filter((place) => !places.includes(place))
      .map((place) => `${place} was not refused`),
  ];
}

/** Compiles at the strictest level at which axios's own types compile. Where there is none, only this package's types are judged. */
async function check(compilersFolder, folder, { compiler, mode, format, name }, tried) {
  const files = readdirSync(path.join(folder, format)).map((file) => `${format}/${file}`);
  let problems = [];
  for (const level of tried) {
    const project = `${compiler.line}-${name}-${level.name}`.replace(/\W+/g, '-');
    const combination = { compiler, mode, options: level.options };
    const errors = await compile(combination, compilersFolder, folder, files, project);
    if (!errors.some(isForeign)) {
      return { level: level.name, problems: differences(folder, files, errors) };
    }
    problems = errors.filter(isOurs).map(({ text }) => text);
  }
  return { level: 'broken', problems };
}

function combinations() {
  return compilers.flatMap((compiler) =>
    compiler.modes.flatMap((mode) =>
      modes[mode].formats.map((format) => ({
        compiler,
        mode,
        format,
        name: mode === 'node16' ? `${mode} ${format}` : mode,
      })),
    ),
  );
}

async function checkForeign(report, compilersFolder) {
  const copies = Object.fromEntries(
    axiosVersions.map((axios) => [axiosAlias(axios), `npm:axios@${axios.version}`]),
  );
  const folder = await createConsumer('foreign', { axios: '1.21.1', ...copies });
  cpSync(path.join(SOURCES, 'foreign.ts'), path.join(folder, 'foreign.ts'));
  await inPairs(compilers, async (compiler) => {
    // In node16 the types of axios 1.0 are those of an ES module only.
    const mode = compiler.modes.includes('bundler') ? 'bundler' : 'node10';
    const combination = { compiler, mode, options: { skipLibCheck: true } };
    const errors = await compile(
      combination,
      compilersFolder,
      folder,
      ['foreign.ts'],
      compiler.line,
    );
    const name = `TypeScript ${compiler.line}, ${mode}, instances of other copies of axios`;
    report(errors.length === 0, name, errors.map(({ text }) => text).join('\n'));
  });
}

export async function testTypes(report) {
  const compilersFolder = await installCompilers();
  const folders = new Map();
  for (const axios of axiosVersions) {
    const folder = await createConsumer(axiosAlias(axios), { axios: axios.version });
    copySources(folder);
    folders.set(axios, folder);
  }
  const all = axiosVersions
    .flatMap((axios) => combinations().map((each) => ({ axios, each })))
    .filter(({ axios, each }) => each.compiler.axios?.includes(axios.line) ?? true);
  await inPairs(all, async ({ axios, each }) => {
    const isBroken = axios.broken === each.name;
    const tried = isBroken ? levels.slice(-1) : levels;
    const { level, problems } = await check(compilersFolder, folders.get(axios), each, tried);
    if (isBroken !== (level === 'broken')) {
      problems.push(`The types of axios by themselves are ${isBroken ? 'not ' : ''}broken here.`);
    }
    const name = `TypeScript ${each.compiler.line}, ${each.name}, axios ${axios.line} (${level})`;
    report(problems.length === 0, name, problems.join('\n'));
  });
  await checkForeign(report, compilersFolder);
}
