import type { ResponseLike } from '../axios-types';
import { readId } from '../company-id';
import { readHeader } from '../request/header';
import { AMBIGUOUS, type FoundId, singleId } from '../request/found-id';
import { readOwn } from '../own-properties';
import { KINDS, RequestView } from '../request/request-view';
import type { ProcoreRequest } from '../resolvers/procore-request';

/** Takes in one fact. */
type Teach = (projectId: string, companyId: string) => void;

/** A request as far as it speaks of companies. */
interface Lesson {
  readonly request: RequestView;
  /** The company that the request names. */
  readonly named: string | undefined;
  /** The company in the header, which Procore answers for. */
  readonly header: string | undefined;
  readonly teach: Teach;
}

/** Projects themselves: lists, and single ones. Below other segments, such as `workforce-planning`, ids may be another system's. */
const PROJECTS_PATH =
  /\/(?:rest\/v\d+\.\d+|vapid)(?:\/companies\/[1-9]\d*)?\/projects(?:\/([1-9]\d*))?\/?$/;
const OTHER_SYSTEM = '/workforce-planning/';

/** What all who speak agree on. */
const unanimous = (...ids: FoundId[]): FoundId => singleId(ids.filter((id) => id !== undefined));

/** Whether it was made by a JSON parser: streams, blobs and the like have a class. */
function isParsed(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A parsed body, without the `data` that v2 wraps it in. */
function contentOf(body: unknown): unknown {
  if (!isParsed(body)) return undefined;
  const data = readOwn(body, 'data');
  return readOwn(body, 'id') === undefined && isParsed(data) ? data : body;
}

/** The company that a project object belongs to by its own word. */
function companyOf(project: unknown): FoundId {
  const id = readOwn(readOwn(project, 'company'), 'id') ?? undefined;
  return id === undefined ? undefined : (readId(id) ?? AMBIGUOUS);
}

/** A project's own word counts whatever the header was; a header by hand may have been another company's. */
function learnProject({ named, header, teach }: Lesson, project: unknown, expected?: string): void {
  const projectId = readId(readOwn(project, 'id'));
  const ownWord = companyOf(project);
  const companyId = unanimous(named, ownWord);
  if (projectId === undefined || companyId === undefined || companyId === AMBIGUOUS) return;
  const isExpected = expected === undefined || projectId === expected;
  const isSure = ownWord !== undefined || header === undefined || header === named;
  if (isExpected && isSure) teach(projectId, companyId);
}

function learnProjects(lesson: Lesson, content: unknown, projectId: string | undefined): void {
  const { method } = lesson.request;
  const isList = method === 'GET' && projectId === undefined;
  if (isList && Array.isArray(content)) {
    for (const project of content) learnProject(lesson, project);
  } else if (!isList && (method === 'GET' || method === 'POST' || method === 'PATCH')) {
    learnProject(lesson, content, projectId);
  }
}

/** Whether it is a record with an id, rather than a count, a report of errors, or nothing. */
function isRecord(value: unknown): boolean {
  const id = readOwn(value, 'id');
  return typeof id === 'string' ? id !== '' : typeof id === 'number' && id > 0;
}

/**
 * A request that names both ids. In the path they belong together, or Procore would not have answered well. Where the company is but in the query
 * or body, a wrong one gets an empty list: the header must name it too, and the answer be a record. A project outside the path may be a filter
 * that the endpoint ignores: the record must show it.
 */
function learnPair({ request, named, header, teach }: Lesson, content: unknown): void {
  const project = unanimous(...KINDS.map((kind) => request.idIn(kind, 'project')));
  if (named === undefined || project === undefined || project === AMBIGUOUS) return;
  const isProjectInPath = request.idIn('path', 'project') === project;
  const isPairInPath = isProjectInPath && request.idIn('path', 'company') === named;
  const record: unknown = Array.isArray(content) ? content[0] : content;
  const shown =
    readOwn(record, 'project_id') ?? readOwn(readOwn(record, 'project'), 'id') ?? undefined;
  const agrees = shown === undefined ? isProjectInPath : readId(shown) === project;
  const isSure = (header ?? request.idIn('path', 'company')) === named;
  if (agrees && isSure && (isPairInPath || isRecord(record))) teach(project, named);
}

/** Tells what a response teaches about the companies of projects, which is little: a wrong fact would send later calls into another company. */
export function learnFromResponse(
  given: ProcoreRequest,
  response: ResponseLike,
  teach: Teach,
): void {
  const content = contentOf(readOwn(response, 'data'));
  const request = given instanceof RequestView ? given : new RequestView(given.config);
  const named = unanimous(...KINDS.map((kind) => request.idIn(kind, 'company')));
  if (named === AMBIGUOUS) return;
  const lesson = { request, named, header: readId(readHeader(request.fields)), teach };
  const match = PROJECTS_PATH.exec(request.path);
  if (match) learnProjects(lesson, content, match[1]);
  else if (!request.path.includes(OTHER_SYSTEM)) learnPair(lesson, content);
}
