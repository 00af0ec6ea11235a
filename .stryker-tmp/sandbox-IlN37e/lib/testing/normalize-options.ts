// @ts-nocheck
import { DEFAULT_COMPANIES } from './default-companies';
import {
  type MissingHeaderBody,
  MISSING_HEADER_BODIES,
  defaultContentType,
  defaultStatus,
} from './missing-header';
import { invalidOption, repeatedId } from './option-error';
import type { ProcoreEdgeOptions } from './options';
import {
  optionReader,
  readBoolean,
  readInteger,
  readList,
  requireId,
  requireText,
} from './read-option';
import type { CompanySettings, EdgeSettings, ProjectSettings } from './settings';

const OPTIONS = [
  'port',
  'missingHeader',
  'serviceAccount',
  'requireToken',
  'disconnectedCompanies',
  'companies',
  'cors',
  'onRequest',
] as const satisfies readonly (keyof ProcoreEdgeOptions)[];

const HEADER_VALUE = /^[\t\x20-\x7e]+$/;

function readBody(value: unknown): MissingHeaderBody {
  const body = MISSING_HEADER_BODIES.find((each) => each === value);
  if (value === undefined) return 'text';
  if (body) return body;
  throw invalidOption('missingHeader.body', `one of ${MISSING_HEADER_BODIES.join(', ')}`, value);
}

function readContentType(value: unknown, fallback: string): string {
  if (value === undefined) return fallback;
  if (typeof value === 'string' && HEADER_VALUE.test(value)) return value;
  throw invalidOption('missingHeader.contentType', 'a content type such as "text/plain"', value);
}

function readMissingHeader(value: unknown = {}): EdgeSettings['missingHeader'] {
  const options = optionReader(value, 'missingHeader', ['status', 'body', 'contentType']);
  const body = readBody(options.value('body'));
  return {
    body,
    status: readInteger(options, 'status', {
      least: 400,
      most: 599,
      fallback: defaultStatus(body),
    }),
    contentType: readContentType(options.value('contentType'), defaultContentType(body)),
  };
}

function readProject(value: unknown, name: string): ProjectSettings {
  const project = optionReader(value, name, ['id', 'name']);
  return {
    id: requireId(project.value('id'), project.name('id')),
    name: requireText(project.value('name'), project.name('name')),
  };
}

function readCompany(value: unknown, name: string): CompanySettings {
  const company = optionReader(value, name, ['id', 'name', 'projects']);
  return {
    id: requireId(company.value('id'), company.name('id')),
    name: requireText(company.value('name'), company.name('name')),
    projects: readList(company.value('projects'), company.name('projects'), readProject),
  };
}

function refuseRepeatedIds(items: readonly ProjectSettings[], what: string): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) throw repeatedId(what, id);
    seen.add(id);
  }
}

function readCompanies(value: unknown = DEFAULT_COMPANIES): readonly CompanySettings[] {
  const companies = readList(value, 'companies', readCompany);
  const projects = companies.flatMap((company) => company.projects);
  refuseRepeatedIds(companies, 'companies');
  refuseRepeatedIds(projects, 'projects');
  return companies;
}

function readOnRequest(value: unknown = () => undefined): EdgeSettings['onRequest'] {
  if (typeof value !== 'function') throw invalidOption('onRequest', 'a function', value);
  return value as EdgeSettings['onRequest'];
}

/**
 * @throws TypeError that names the first option that cannot be used, and what was expected of it
 */
export function normalizeOptions(value: unknown): EdgeSettings {
  const options = optionReader(value, '', OPTIONS);
  return {
    port: readInteger(options, 'port', { least: 0, most: 65_535, fallback: 0 }),
    missingHeader: readMissingHeader(options.value('missingHeader')),
    serviceAccount: readBoolean(options, 'serviceAccount'),
    requireToken: readBoolean(options, 'requireToken'),
    disconnectedCompanies: new Set(
      readList(options.value('disconnectedCompanies'), 'disconnectedCompanies', requireId),
    ),
    companies: readCompanies(options.value('companies')),
    cors: readBoolean(options, 'cors'),
    onRequest: readOnRequest(options.value('onRequest')),
  };
}
