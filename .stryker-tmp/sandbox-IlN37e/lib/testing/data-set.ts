// @ts-nocheck
import type { CompanySettings, ProjectSettings } from './settings';

export interface Company {
  readonly id: string;
  readonly name: string;
}

export interface Item {
  readonly id: string;
  title: string;
}

export interface Project {
  readonly id: string;
  readonly company: Company;
  name: string;
  readonly rfis: Item[];
  readonly users: readonly Item[];
  readonly submittals: readonly Item[];
  readonly observations: readonly Item[];
}

/** The companies and what they own, ids as decimal strings. */
export interface DataSet {
  readonly companies: readonly Company[];
  company(id: string): Company | undefined;
  projectsOf(company: Company): readonly Project[];
  project(id: string): Project | undefined;
  addProject(company: Company, name: string): Project;
  addRfi(project: Project, subject: string): Item;
}

const FIRST_NEW_PROJECT = 562_949_953_900_001;
const FIRST_RFI = 101;

const items = (first: number, titles: readonly string[]): Item[] =>
  titles.map((title, index) => ({ id: String(first + index), title }));

const newProject = (company: Company, { id, name }: ProjectSettings): Project => ({
  id,
  company,
  name,
  rfis: items(FIRST_RFI, ['Beam clearance', 'Door schedule', 'Roof drainage']),
  users: items(201, ['Ana Reyes', 'Bo Larsen']),
  submittals: items(301, ['Concrete mix', 'Window glazing']),
  observations: items(401, ['Loose railing', 'Blocked exit', 'Missing sign']),
});

export function createDataSet(settings: readonly CompanySettings[]): DataSet {
  const companies = new Map<string, Company>();
  const projects = new Map<string, Project>();
  for (const { id, name, projects: own } of settings) {
    const company = { id, name };
    companies.set(id, company);
    for (const project of own) projects.set(project.id, newProject(company, project));
  }

  const freeProjectId = (): string => {
    let id = FIRST_NEW_PROJECT;
    while (projects.has(String(id))) id += 1;
    return String(id);
  };

  return {
    companies: [...companies.values()],
    company: (id) => companies.get(id),
    projectsOf: (company) =>
      [...projects.values()].filter((project) => project.company === company),
    project: (id) => projects.get(id),
    addProject(company, name) {
      const project = newProject(company, { id: freeProjectId(), name });
      projects.set(project.id, project);
      return project;
    },
    addRfi(project, subject) {
      const rfi = { id: String(FIRST_RFI + project.rfis.length), title: subject };
      project.rfis.push(rfi);
      return rfi;
    },
  };
}
