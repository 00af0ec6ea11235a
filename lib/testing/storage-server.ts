import { tooLarge } from './api-errors';
import type { ReceivedRequest } from './api-request';
import { type Grant, type PresignedUrls, BUCKET, secondsSince1970 } from './presigned-urls';
import { type Reply, reply } from './reply';
import { fieldText, readBodyFields } from './request-body';

const FOREIGN_HEADERS = ['procore-company-id', 'authorization'] as const;

const refuse = (outcome: 'signature-mismatch' | 'expired', code: string, message: string): Reply =>
  reply(
    403,
    outcome,
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    { 'Content-Type': 'application/xml' },
  );

const mismatch = (why: string): Reply => refuse('signature-mismatch', 'SignatureDoesNotMatch', why);

function findGrant(
  request: ReceivedRequest,
  content: Buffer,
  urls: PresignedUrls,
): Grant | undefined {
  if (request.method !== 'POST' || request.target !== BUCKET) {
    return urls.find(request.method, request.target);
  }
  const fields = readBodyFields(request.headers, content) ?? {};
  return urls.findForm(fieldText(fields, 'key') ?? '', fieldText(fields, 'x-amz-signature') ?? '');
}

/**
 * What the storage host answers. Like a cloud store, it accepts a presigned url exactly as it was given, and refuses a
 * request with a header of the API, because nobody signed that.
 */
export function answerStorage(request: ReceivedRequest, urls: PresignedUrls): Reply {
  const foreign = FOREIGN_HEADERS.find((name) => request.headers[name] !== undefined);
  if (foreign) return mismatch(`The request carries a header that was not signed: ${foreign}`);
  if (request.body === undefined) return tooLarge();
  const grant = findGrant(request, request.body, urls);
  if (!grant) return mismatch('The method, path or query is not the one that was signed');
  if (grant.expiresAt < secondsSince1970()) {
    return refuse('expired', 'AccessDenied', 'Request has expired');
  }
  return grant.serve(request, request.body);
}
