// @ts-nocheck
import type { ApiRequest } from '../api-request';
import type { Upload, UploadPart } from '../upload-store';

/** The headers to be sent with a part, exactly as they are. */
const partHeaders = ({ details: { size, sha256, md5 } }: UploadPart) => ({
  ...(typeof size === 'number' && { 'content-length': String(size) }),
  ...(typeof sha256 === 'string' && { 'x-amz-content-sha256': sha256 }),
  ...(typeof md5 === 'string' && { 'content-md5': Buffer.from(md5, 'hex').toString('base64') }),
});

const viewV1 = (upload: Upload, status: string) => ({
  uuid: upload.id,
  segments: upload.parts.map((part) => ({
    ...part.details,
    url: part.url,
    headers: partHeaders(part),
    etag: upload.etags.get(part.number),
  })),
  status,
});

const viewV2 = (upload: Upload, status: string) => ({
  upload_id: upload.id,
  file_name: upload.fileName,
  content_type: upload.contentType,
  segments: upload.parts.map((part) => ({
    url: part.url,
    url_expires_at: part.expiresAt,
    headers: partHeaders(part),
  })),
  status,
});

export const uploadView = ({ version }: ApiRequest, upload: Upload, status: string): unknown =>
  (version === 'v2' ? viewV2 : viewV1)(upload, status);
