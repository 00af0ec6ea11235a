import { missingParameter, unprocessable } from '../api-errors';
import type { Project } from '../data-set';
import { paginate } from '../pagination';
import type { Reply } from '../reply';
import { fieldText } from '../request-body';
import { type RouteCall, answerJson, parameter, route, withCompany, withProject } from './route';

const projectView = ({ id, name, company }: Project) => ({
  id,
  name,
  display_name: name,
  active: true,
  company: { id: company.id, name: company.name },
});

/** An empty list, not an error, when the header names another company than the request. */
function listProjects(call: RouteCall): Reply {
  const { request, company, state } = call;
  const id = parameter(call, 'company_id');
  if (id === undefined) return missingParameter();
  const isOurs = id === company.id;
  const { items, headers } = paginate(isOurs ? state.data.projectsOf(company) : [], request);
  const answer = answerJson(request, items.map(projectView), { headers });
  return isOurs ? answer : { ...answer, outcome: 'other-company' };
}

const createProject = (call: RouteCall): Reply =>
  withCompany(call, (company) => {
    const name = fieldText(call.fields, 'project', 'name');
    if (name === undefined) return unprocessable('name', "can't be blank");
    const project = call.state.data.addProject(company, name);
    return answerJson(call.request, projectView(project), { status: 201 });
  });

const showProject = (call: RouteCall): Reply =>
  withProject(call, (project) => answerJson(call.request, projectView(project)));

/** Procore documents `company_id` as required in this body, because the path names only the project. */
function updateProject(call: RouteCall): Reply {
  if (parameter(call, 'company_id') === undefined) return missingParameter();
  return withProject(call, (project) => {
    project.name = fieldText(call.fields, 'project', 'name') ?? project.name;
    return answerJson(call.request, projectView(project));
  });
}

export const projectRoutes = [
  route('v1', 'GET', 'companies/:company_id/projects', listProjects),
  route('v1', 'GET', 'projects', listProjects),
  route('v1', 'POST', 'projects', createProject),
  route('v1', 'GET', 'projects/:project_id', showProject),
  route('v1', 'PATCH', 'projects/:project_id', updateProject),
  route('v2', 'GET', 'companies/:company_id/projects', listProjects),
  route('v2', 'GET', 'companies/:company_id/projects/:project_id', showProject),
];
