import type { ResponseLike } from '../axios-types';
import { readId } from '../company-id';
import { readHeader } from '../request/header';
import { AMBIGUOUS, type FoundId, singleId } from '../request/found-id';
import { readOwn } from '../own-properties';
import { KINDS, RequestView } from '../request/request-view';
import type { ProcoreRequest } from '../resolvers/procore-request';

/** Remembers one fact. */
type Teach = (projectId: string, companyId: string) => void;

/** What a request says about companies. */
interface Lesson {
  readonly request: RequestView;
  /** The company that the request names. */
  readonly named: string | undefined;
  /** The company in the header, which Procore answered for. */
  readonly header: string | undefined;
  readonly teach: Teach;
}

/** Projects themselves: lists, and single ones. Below other segments, such as `workforce-planning`, ids may be another system's. */
const PROJECTS_PATH =
  /\/(?:rest\/v\d+\.\d+|vapid)(?:\/companies\/[1-9]\d*)?\/projects(?:\/([1-9]\d*))?\/?$/;
/** Creates and changes many projects at once. What failed is listed in `errors`. */
const SYNC_PATH = /\/(?:rest\/v\d+\.\d+|vapid)(?:\/companies\/[1-9]\d*)?\/projects\/sync\/?$/;
const OTHER_SYSTEM = '/workforce-planning/';

/** The value that all agree on, apart from those that are not known. */
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

/** The company that a project object itself names. */
function companyOf(project: unknown): FoundId {
  const id = readOwn(readOwn(project, 'company'), 'id') ?? undefined;
  return id === undefined ? undefined : (readId(id) ?? AMBIGUOUS);
}

/** What a project object says counts whatever the header was. A header set by hand may have named another company. */
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

function learnSyncedProjects(lesson: Lesson, content: unknown): void {
  const entities = readOwn(content, 'entities');
  if (lesson.request.method !== 'PATCH' || !Array.isArray(entities)) return;
  for (const project of entities) learnProject(lesson, project);
}

/** Whether it is a record with an id, rather than a count, a report of errors, or nothing. */
function isRecord(value: unknown): boolean {
  const id = readOwn(value, 'id');
  return typeof id === 'string' ? id !== '' : typeof id === 'number' && id > 0;
}

/**
 * A request that names both ids. In the path they belong together, otherwise Procore would have answered with an error. A wrong company in the
 * query or body gets an empty list, so the header must name it too, and the response must be a record. A project outside the path may be
 * a filter that the endpoint ignores, so the record must show it.
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

/** Reads the companies of projects from a response. It is careful, because a wrong fact would send later calls to another company. */
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
  else if (SYNC_PATH.test(request.path)) learnSyncedProjects(lesson, content);
  else if (!request.path.includes(OTHER_SYSTEM)) learnPair(lesson, content);
}
