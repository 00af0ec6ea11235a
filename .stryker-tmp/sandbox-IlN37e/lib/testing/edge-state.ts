// @ts-nocheck
import type { DataSet } from './data-set';
import type { PresignedUrls } from './presigned-urls';
import type { EdgeSettings } from './settings';
import type { TokenStore } from './tokens';
import type { UploadStore } from './upload-store';

/** What the servers of one edge share. */
export interface EdgeState {
  readonly settings: EdgeSettings;
  readonly data: DataSet;
  readonly tokens: TokenStore;
  readonly presigned: PresignedUrls;
  readonly uploads: UploadStore;
}
