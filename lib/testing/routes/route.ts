import { missingParameter, notFound, otherCompany } from '../api-errors';
import type { ApiRequest, ApiVersion } from '../api-request';
import type { Company, Project } from '../data-set';
import type { EdgeState } from '../edge-state';
import { type Reply, JSON_TYPE, jsonReply, reply } from '../reply';
import { type BodyFields, fieldText } from '../request-body';

/** A request that the gateway let through into a company. */
export interface RouteCall {
  readonly request: ApiRequest;
  readonly fields: BodyFields;
  readonly company: Company;
  readonly state: EdgeState;
  /** The values of the placeholders in the route's path. */
  readonly params: Readonly<Record<string, string | undefined>>;
}

export interface Route {
  readonly version: ApiVersion;
  readonly method: string;
  readonly pattern: RegExp;
  readonly answer: (call: RouteCall) => Reply;
}

/**
 * @param path - the path below the version; `:name` stands for an id
 */
export function route(
  version: ApiVersion,
  method: string,
  path: string,
  answer: Route['answer'],
): Route {
  const source = path.replace(/\./g, '\\.').replace(/:(\w+)/g, '(?<$1>\\w+)');
  return { version, method, pattern: new RegExp(`^${source}$`), answer };
}

/** In the data ids are strings; v1 writes them as numbers, of whatever length. */
const ID_PROPERTY = /"id":"(\d+)"/g;

/** Answers with JSON in the manner of the request's version. */
export function answerJson(
  { version }: ApiRequest,
  value: unknown,
  {
    status = 200,
    headers = {},
  }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Reply {
  if (version === 'v2') return jsonReply(status, 'ok', { data: value }, headers);
  const body = JSON.stringify(value).replace(ID_PROPERTY, '"id":$1');
  return reply(status, 'ok', body, { 'Content-Type': JSON_TYPE, ...headers });
}

/** A parameter of the path, the query or the body, in this order. */
export function parameter(
  { params, request, fields }: RouteCall,
  name: string,
): string | undefined {
  const named = params[name] ?? request.query.get(name) ?? '';
  return named === '' ? fieldText(fields, name) : named;
}

/** Lets a handler see the company that the request names, if it is the header's. */
export function withCompany(call: RouteCall, answer: (company: Company) => Reply): Reply {
  const id = parameter(call, 'company_id');
  if (id === undefined) return missingParameter();
  if (id === call.company.id) return answer(call.company);
  return call.state.data.company(id) ? otherCompany() : notFound();
}

/** Lets a handler see the project that the request names, if it belongs to the header's company. */
export function withProject(call: RouteCall, answer: (project: Project) => Reply): Reply {
  const id = parameter(call, 'project_id');
  if (id === undefined) return missingParameter();
  const project = call.state.data.project(id);
  if (!project) return notFound();
  const named = parameter(call, 'company_id') ?? call.company.id;
  const isOurs = project.company === call.company && named === call.company.id;
  return isOurs ? answer(project) : otherCompany();
}
