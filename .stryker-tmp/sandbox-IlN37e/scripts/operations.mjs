// @ts-nocheck
// Sends each operation of a list once, and prints which part of it gave the company. Exit code 1 if one that names a project and no company
// goes out without, or any into the wrong one.
// Usage: node scripts/operations.mjs FILE
// The file is tab-separated: method, path, company_in, project_in (`path`, `query`, `body`, joined by `|`, or `none`), with a head of these names.
import { readFileSync } from 'node:fs';

import axios from 'axios';
import {
  attachProcoreCompanyId,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
} from 'axios-procore-company-id';
import { projectDirectory } from 'axios-procore-company-id/projects';

const COMPANIES = [
  { id: '42', projects: ['3', '1001'] },
  { id: '562949953443325', projects: ['562949953501001', '562949953501002'] },
];
const SOURCES = ['path', 'query', 'body', 'project', 'none'];

/** Operations: method, path, and where they name a company and a project. */
function readOperations(file) {
  const text = readFileSync(file, 'utf8');
  const [head, ...lines] = text.trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((cell, at) => [names[at], cell])),
  );
}

/** Fills in the placeholders of a path: those behind `companies` and `projects`, and any number for the others. */
const fill = (path, companyId, projectId) =>
  path
    .replace(/(?<=\/companies\/)\{\w+\}/, companyId)
    .replace(/(?<=\/projects?\/)\{\w+\}/, projectId)
    .replace(/\{\w+\}/g, '901');

function requestFor({ method, path, company_in, project_in }, companyId, projectId) {
  const ids = { company_id: [company_in, companyId], project_id: [project_in, projectId] };
  const namedIn = (kind) =>
    Object.fromEntries(
      Object.entries(ids)
        .filter(([, [places]]) => places.split('|').includes(kind))
        .map(([name, [, id]]) => [name, id]),
    );
  const url = fill(path, companyId, projectId);
  return { method, url, params: namedIn('query'), data: namedIn('body') };
}

/** An instance whose requests all end here: a list of projects is answered, everything else is not. */
function createInstance(resolver, observe) {
  const instance = axios.create({
    baseURL: 'https://api.procore.com',
    adapter: async (config) => {
      const [, companyId] = /\/companies\/(\d+)\/projects$/.exec(config.url) ?? [];
      const company = COMPANIES.find(({ id }) => id === companyId);
      const data = company?.projects.map((id) => ({ id: Number(id) })) ?? {};
      return { data, status: 200, statusText: 'OK', headers: {}, config };
    },
  });
  attachProcoreCompanyId(instance, { resolver, observe });
  return instance;
}

/** The sources of all operations, and what is wrong with them. */
async function sourcesOf(operations, directory) {
  let event;
  const resolver = firstOf(fromPath, fromQuery, fromBody, ...(directory ? [directory] : []));
  const instance = createInstance(resolver, (latest) => (event = latest));
  for (const { id } of COMPANIES) await instance.get(`/rest/v1.0/companies/${id}/projects`);
  const counts = Object.fromEntries(SOURCES.map((source) => [source, 0]));
  const problems = [];
  for (const [index, operation] of operations.entries()) {
    const { id, projects } = COMPANIES[index % COMPANIES.length];
    const projectId = projects[index % projects.length];
    await instance.request(requestFor(operation, id, projectId));
    const { source = 'none', companyId } = event;
    counts[source] += 1;
    const shouldResolve = operation.company_in !== 'none' || operation.project_in !== 'none';
    const isWrong = source === 'none' ? shouldResolve : companyId !== id;
    if (isWrong) problems.push(`${operation.method} ${operation.path}: ${source} ${companyId}`);
  }
  return { counts, problems };
}

const share = (count, all) => `${((100 * count) / all).toFixed(1)} %`;

/** A table in Markdown, as the documentation has it. */
function tableOf(without, withDirectory, all) {
  const rows = SOURCES.map((source) => [
    source,
    ...[without, withDirectory].flatMap(({ counts }) => [
      String(counts[source]),
      share(counts[source], all),
    ]),
  ]);
  const head = ['company from', 'without the directory', 'share', 'with it', 'share'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

async function main() {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Usage: node scripts/operations.mjs FILE');
  const operations = readOperations(file);
  const without = await sourcesOf(operations);
  const withDirectory = await sourcesOf(operations, projectDirectory());
  console.log(`${operations.length} operations, after one list of projects per company:\n`);
  console.log(tableOf(without, withDirectory, operations.length));
  for (const problem of withDirectory.problems) console.log(`WRONG: ${problem}`);
  process.exitCode = withDirectory.problems.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
