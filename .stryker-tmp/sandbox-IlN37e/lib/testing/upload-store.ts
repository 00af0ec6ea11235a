// @ts-nocheck
import { createHash } from 'crypto';
import type { Company, Project } from './data-set';

const KEPT_RECORDS = 10_000;

/**
 * A file, or a part of one, that reached the storage host.
 *
 * @example
 * ```ts
 * await axios.put(segment.url, file, { headers: segment.headers });
 *
 * expect(edge.uploads[0]).toMatchObject({ companyId: '42', part: 1, size: file.length });
 * ```
 *
 * @since 1.0.0
 */
export interface EdgeUpload {
  /** The id under which the API announced the upload: `uuid` in v1, `upload_id` in v2. */
  readonly uploadId: string;
  /** The company that the upload was made for. */
  readonly companyId: string;
  /** The number of the part, from 1. */
  readonly part: number;
  /** The `Content-Type` as received, if any. */
  readonly contentType: string | undefined;
  /** Bytes received. */
  readonly size: number;
  /** The SHA-256 of those bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** The ETag answered, without quotes. */
  readonly etag: string;
}

export interface UploadPart {
  readonly number: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly url: string;
  readonly expiresAt: number;
}

/** An upload as the API announced it. */
export interface Upload {
  readonly id: string;
  readonly company: Company;
  readonly project: Project | undefined;
  readonly fileName: string;
  readonly contentType: string;
  readonly parts: UploadPart[];
  /** The ETags of the parts that arrived, by their numbers. */
  readonly etags: Map<number, string>;
  isComplete: boolean;
}

export interface UploadStore {
  readonly records: readonly EdgeUpload[];
  create(upload: Pick<Upload, 'company' | 'project' | 'fileName' | 'contentType'>): Upload;
  find(id: string | undefined): Upload | undefined;
  /** Records the content of a part and gives its ETag. */
  receive(upload: Upload, part: number, contentType: string | undefined, content: Buffer): string;
  /** Empties the record; announced uploads stay. */
  clear(): void;
}

const digest = (algorithm: string, content: Buffer): string =>
  createHash(algorithm).update(content).digest('hex');

export function createUploadStore(): UploadStore {
  const uploads = new Map<string | undefined, Upload>();
  const records: EdgeUpload[] = [];
  return {
    records,
    create(about) {
      // Of the form of a ULID, as Procore's are.
      const id = `01JEDGE${String(uploads.size + 1).padStart(19, '0')}`;
      const upload = {
        ...about,
        id,
        parts: [],
        etags: new Map<number, string>(),
        isComplete: false,
      };
      uploads.set(id, upload);
      return upload;
    },
    find: (id) => uploads.get(id),
    receive(upload, part, contentType, content) {
      const etag = digest('md5', content);
      const { id: uploadId, company } = upload;
      const [size, sha256] = [content.length, digest('sha256', content)];
      upload.etags.set(part, etag);
      const record = { uploadId, companyId: company.id, part, contentType, size, sha256, etag };
      records.push(Object.freeze(record));
      if (records.length > KEPT_RECORDS) records.shift();
      return etag;
    },
    clear() {
      records.length = 0;
    },
  };
}
