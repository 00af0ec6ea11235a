import { notFound, unprocessable } from '../api-errors';
import type { Item, Project } from '../data-set';
import { paginate } from '../pagination';
import type { Reply } from '../reply';
import { fieldText } from '../request-body';
import { downloadReply } from './download';
import { type RouteCall, answerJson, route, withProject } from './route';

/** A kind of thing in a project: where it is kept and how it is shown. */
interface Kind {
  readonly of: (project: Project) => readonly Item[];
  readonly view: (item: Item) => unknown;
}

const numbered = (key: string): Kind['view'] => {
  return ({ id, title }) => ({ id, number: id, [key]: title, status: 'open' });
};

const RFIS: Kind = { of: ({ rfis }) => rfis, view: numbered('subject') };
const SUBMITTALS: Kind = { of: ({ submittals }) => submittals, view: numbered('title') };
const OBSERVATIONS: Kind = { of: ({ observations }) => observations, view: numbered('name') };

/** A user may come from another firm: the `company` here is not the one that the header wants. */
const USERS: Kind = {
  of: ({ users }) => users,
  view: ({ id, title }) => ({
    id,
    name: title,
    login: `${title.toLowerCase().replace(' ', '.')}@example.com`,
    company: { id: '88001', name: 'Evergreen Electric' },
  }),
};

const listOf = ({ of, view }: Kind) => {
  return (call: RouteCall): Reply =>
    withProject(call, (project) => {
      const { items, headers } = paginate(of(project), call.request);
      return answerJson(call.request, items.map(view), { headers });
    });
};

const withItem = (call: RouteCall, { of }: Kind, answer: (item: Item) => Reply): Reply =>
  withProject(call, (project) => {
    const item = of(project).find(({ id }) => id === call.params.id);
    return item ? answer(item) : notFound();
  });

const oneOf = (kind: Kind) => {
  return (call: RouteCall): Reply =>
    withItem(call, kind, (item) => answerJson(call.request, kind.view(item)));
};

const pdfOf = (kind: Kind, folder: string) => {
  return (call: RouteCall): Reply =>
    withItem(call, kind, ({ id, title }) => downloadReply(call, `/${folder}/${id}.pdf`, title));
};

const createRfi = (call: RouteCall): Reply =>
  withProject(call, (project) => {
    const subject = fieldText(call.fields, 'rfi', 'subject');
    if (subject === undefined) return unprocessable('subject', "can't be blank");
    const rfi = call.state.data.addRfi(project, subject);
    return answerJson(call.request, RFIS.view(rfi), { status: 201 });
  });

const V2_PROJECT = 'companies/:company_id/projects/:project_id';

export const projectItemRoutes = [
  route('v1', 'GET', 'projects/:project_id/rfis', listOf(RFIS)),
  route('v1', 'POST', 'projects/:project_id/rfis', createRfi),
  route('v1', 'GET', 'projects/:project_id/rfis/:id', oneOf(RFIS)),
  route('v1', 'GET', 'projects/:project_id/rfis/:id.pdf', pdfOf(RFIS, 'rfis')),
  route('v1', 'GET', 'projects/:project_id/users', listOf(USERS)),
  route('v1', 'GET', 'projects/:project_id/submittals', listOf(SUBMITTALS)),
  route('v1', 'GET', 'observations/items', listOf(OBSERVATIONS)),
  route('v1', 'GET', 'observations/items/:id', oneOf(OBSERVATIONS)),
  route('v1', 'GET', 'observations/items/:id/pdf', pdfOf(OBSERVATIONS, 'observations')),
  route('v2', 'GET', `${V2_PROJECT}/rfis`, listOf(RFIS)),
  route('v2', 'POST', `${V2_PROJECT}/rfis`, createRfi),
  route('v2', 'GET', `${V2_PROJECT}/rfis/:id`, oneOf(RFIS)),
  route('v2', 'GET', `${V2_PROJECT}/users`, listOf(USERS)),
  route('v2', 'GET', `${V2_PROJECT}/submittals`, listOf(SUBMITTALS)),
];
