// Writes the reference of all exports to docs/api, from the docstrings. With --check it fails instead where the pages are not what it would
// write.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Application, Converter, LogLevel, ReflectionKind } from 'typedoc';

import { entries } from './entries.mjs';
import { contentsOf, keep } from './kept-files.mjs';

const source = ({ name }) => path.posix.join('lib', name, 'index.ts');

const isUncalled = ({ kind, name }) =>
  kind === ReflectionKind.Constructor || name === '[hasInstance]';

/** Leaves out what nobody calls: the constructors of errors, and what `instanceof` asks. */
function leaveOut({ project }) {
  for (const reflection of Object.values(project.reflections).filter(isUncalled))
    project.removeReflection(reflection);
}

/** All errors have the same base: to say so with every member is of no use. */
function tidy(project) {
  for (const reflection of Object.values(project.reflections)) {
    delete reflection.inheritedFrom;
    delete reflection.overwrites;
  }
  const main = project.children.find(({ name }) => name === 'index');
  main.name = project.name;
}

const textOf = (parts) => parts.map(({ text }) => text).join('');
const onOneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** The first sentence of a docstring. Links become plain text. */
function firstSentence({ comment, signatures }) {
  const [paragraph] = textOf((comment ?? signatures[0].comment).summary).split('\n\n');
  const [sentence] = onOneLine(paragraph).match(/^.*?\.(?= |$)|^.*$/);
  return sentence.replace(/:$/, '.');
}

/** Says what each value of a union means. */
function explainValues(project) {
  for (const { type, comment } of project.getReflectionsByKind(ReflectionKind.TypeAlias)) {
    const { types, elementSummaries } = type;
    if (!elementSummaries?.every((summary) => summary?.length)) continue;
    const rows = types.map(
      (each, index) => `| \`${each.value}\` | ${onOneLine(textOf(elementSummaries[index]))} |`,
    );
    const table = ['', '', '| value | meaning |', '| ------ | ------ |', ...rows].join('\n');
    comment.summary.push({ kind: 'text', text: table });
  }
}

/** A line for each export of an entry. */
const listOf = (module, page = '') =>
  module.groups
    .flatMap(({ children }) => children)
    .map(
      (each) => `- [\`${each.name}\`](${page}#${each.name.toLowerCase()}): ${firstSentence(each)}`,
    )
    .join('\n');

/** Puts a table of contents on each page, and writes the index of all pages: the main entry comes first. */
function addContents(project, folder) {
  const pageOf = ({ name }) => `${name}.md`;
  const modules = [...project.children].sort(
    (a, b) => Number(b.name === project.name) - Number(a.name === project.name),
  );
  const index = ['# API reference'];
  for (const module of modules) {
    const page = pageOf(module);
    const file = path.join(folder, page);
    const [title, ...rest] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [title, '', listOf(module), ...rest].join('\n'));
    index.push(`## [${title.slice(2)}](${page})`, listOf(module, page));
  }
  writeFileSync(path.join(folder, 'README.md'), `${index.join('\n\n')}\n`);
}

async function write(folder) {
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
  const app = await Application.bootstrapWithPlugins({
    name,
    entryPoints: entries.map(source),
    tsconfig: 'tsconfig.build.json',
    plugin: ['typedoc-plugin-markdown'],
    outputs: [{ name: 'markdown', path: folder }],
    readme: 'none',
    disableSources: true,
    githubPages: false,
    hideGenerator: true,
    excludeInternal: true,
    excludeExternals: true,
    excludePrivate: true,
    visibilityFilters: {},
    logLevel: LogLevel.Warn,
    treatWarningsAsErrors: true,
    validation: { notExported: false, invalidLink: true, notDocumented: true },
    router: 'module',
    pageTitleTemplates: {
      index: 'API reference',
      module: (page) => (page.name === name ? name : `${name}/${page.name}`),
    },
    entryFileName: 'README.md',
    // GitHub numbers headings of the same text in another way.
    useHTMLAnchors: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    useCodeBlocks: true,
    expandObjects: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    tableColumnSettings: { hideDefaults: true, hideInherited: true },
    sort: ['source-order'],
    groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases'],
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, leaveOut);
  const project = await app.convert();
  if (!project) throw new Error('The sources could not be read.');
  app.validate(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('The docstrings are not as they should be: see above.');
  tidy(project);
  explainValues(project);
  await app.generateOutputs(project);
  addContents(project, folder);
}

const folder = mkdtempSync(path.join(tmpdir(), 'docs-api-'));
try {
  await write(folder);
  keep('docs/api', contentsOf(folder), 'npm run docs:api');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
