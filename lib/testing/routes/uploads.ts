import { readOwn } from '../../own-properties';
import { notFound, unprocessable } from '../api-errors';
import type { Project } from '../data-set';
import type { Reply } from '../reply';
import type { BodyFields } from '../request-body';
import type { Upload } from '../upload-store';
import { announceUpload } from './announce-upload';
import { type Route, type RouteCall, answerJson, route, withCompany, withProject } from './route';
import { uploadView } from './upload-view';

type UploadHandler = (call: RouteCall, project?: Project) => Reply;

const inCompany = (handler: UploadHandler): Route['answer'] => {
  return (call) => withCompany(call, () => handler(call));
};

const inProject = (handler: UploadHandler): Route['answer'] => {
  return (call) => withProject(call, (project) => handler(call, project));
};

const withUpload = (answer: (call: RouteCall, upload: Upload) => Reply): UploadHandler => {
  return (call, project) => {
    const upload = call.state.uploads.find(call.params.uuid);
    const isOurs = upload?.company === call.company && upload.project === project;
    return isOurs ? answer(call, upload) : notFound();
  };
};

const showUpload = withUpload(({ request }, upload) =>
  answerJson(request, uploadView(request, upload, upload.isComplete ? 'available' : 'ready')),
);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The ETags that a client reports: `segments[].etag` in v1, `part_etags` in v2; quotes around them do not count. */
function reportedETags(fields: BodyFields): string {
  const inSegments = asList(readOwn(fields, 'segments')).map((segment) => readOwn(segment, 'etag'));
  const etags = [...inSegments, ...asList(readOwn(fields, 'part_etags'))];
  return etags.map((etag) => String(etag).replace(/"/g, '')).join();
}

const completeUpload = withUpload(({ request, fields }, upload) => {
  const expected = upload.parts.map(({ number }) => upload.etags.get(number) ?? 'missing').join();
  if (reportedETags(fields) !== expected) {
    return unprocessable('segments', 'must be the ETags of all parts, in their order');
  }
  upload.isComplete = true;
  return answerJson(request, uploadView(request, upload, 'complete'));
});

const uploadsBelow = (version: 'v1' | 'v2', owner: string, within: typeof inCompany): Route[] => [
  route(version, 'POST', `${owner}/uploads`, within(announceUpload)),
  route(version, 'GET', `${owner}/uploads/:uuid`, within(showUpload)),
  route(version, 'PATCH', `${owner}/uploads/:uuid`, within(completeUpload)),
];

export const uploadRoutes = [
  ...uploadsBelow('v1', 'companies/:company_id', inCompany),
  ...uploadsBelow('v1', 'projects/:project_id', inProject),
  ...uploadsBelow('v2', 'companies/:company_id/projects/:project_id', inProject),
];
