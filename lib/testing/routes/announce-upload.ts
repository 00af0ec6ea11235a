import { readOwn } from '../../own-properties';
import { unprocessable } from '../api-errors';
import type { Project } from '../data-set';
import type { EdgeState } from '../edge-state';
import { multipartParts } from '../multipart';
import { type Grant, BUCKET } from '../presigned-urls';
import { type Reply, reply } from '../reply';
import { fieldText } from '../request-body';
import type { Upload } from '../upload-store';
import { type RouteCall, answerJson } from './route';
import { uploadView } from './upload-view';

function newUpload({ state, company, fields }: RouteCall, project: Project | undefined): Upload {
  const name = fieldText(fields, 'file_name') ?? fieldText(fields, 'response_filename');
  const type = fieldText(fields, 'content_type') ?? fieldText(fields, 'response_content_type');
  return state.uploads.create({
    company,
    project,
    fileName: name ?? 'file',
    contentType: type ?? 'application/octet-stream',
  });
}

/** In v2 the url has the same path as in the API. Only the host shows that the header must not be sent. */
const folder = ({ request }: RouteCall, { company, id }: Upload): string =>
  request.version === 'v2'
    ? `${request.path}/${id}`
    : `${BUCKET}/companies/${company.id}/uploads/${id}`;

const acceptPart = ({ uploads }: EdgeState, upload: Upload, part: number): Grant['serve'] => {
  return ({ headers }, content) => {
    const etag = uploads.receive(upload, part, headers['content-type'], content);
    return reply(200, 'ok', '', { ETag: `"${etag}"` });
  };
};

function addPart(call: RouteCall, upload: Upload, segment: unknown): void {
  const number = upload.parts.length + 1;
  const path = `${folder(call, upload)}/parts/${number}`;
  const details = Object.fromEntries(
    ['size', 'sha256', 'md5'].map((key) => [key, readOwn(segment, key)]),
  );
  const { request, state } = call;
  const accept = acceptPart(state, upload, number);
  const signed = state.presigned.sign(request.origin, 'PUT', path, accept);
  upload.parts.push({ number, details, ...signed });
}

const acceptForm = ({ uploads }: EdgeState, upload: Upload): Grant['serve'] => {
  return ({ headers }, body) => {
    const parts = multipartParts(String(headers['content-type']), body);
    const file = parts.find(({ name, isFile }) => name === 'file' && isFile);
    if (!file) return reply(400, 'unprocessable', 'The form has no file in its field "file"');
    const etag = uploads.receive(upload, 1, upload.contentType, file.content);
    upload.isComplete = true;
    return reply(204, 'ok', '', { ETag: `"${etag}"` });
  };
};

function announceForm(call: RouteCall, upload: Upload): Reply {
  const { presigned } = call.state;
  const key = `companies/${upload.company.id}/${upload.id}`;
  const fields = {
    key,
    'Content-Type': upload.contentType,
    'Content-Disposition': `inline; filename="${upload.fileName}"`,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-signature': presigned.signForm(key, acceptForm(call.state, upload)),
  };
  const value = {
    uuid: upload.id,
    url: presigned.storageFor(call.request.origin) + BUCKET,
    fields,
  };
  return answerJson(call.request, value, { status: 201 });
}

/** For a file that is announced without parts, v1 answers with a form to post, and v2 with one part. */
export function announceUpload(call: RouteCall, project?: Project): Reply {
  const { fields, request } = call;
  const segments = readOwn(fields, 'segments') ?? [{ size: readOwn(fields, 'file_size') }];
  if (!Array.isArray(segments) || segments.length === 0) {
    return unprocessable('segments', 'must be a list of at least one segment');
  }
  const upload = newUpload(call, project);
  if (request.version === 'v1' && readOwn(fields, 'segments') === undefined) {
    return announceForm(call, upload);
  }
  for (const segment of segments) addPart(call, upload, segment);
  return answerJson(request, uploadView(request, upload, 'ready'), { status: 201 });
}
