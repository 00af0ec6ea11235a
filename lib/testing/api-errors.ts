import { ITEM_NOT_FOUND } from './missing-header';
import { type Reply, jsonReply } from './reply';

/** The error bodies that Procore documents: {@link https://procore.github.io/documentation/error-reference}. */

export const notFound = (): Reply => jsonReply(404, 'not-found', ITEM_NOT_FOUND);

/** The header names one company, and the request asks for something of another. */
export const otherCompany = (): Reply => jsonReply(404, 'other-company', ITEM_NOT_FOUND);

export const missingParameter = (): Reply =>
  jsonReply(400, 'missing-parameter', {
    error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' },
  });

export const invalidCompanyId = (): Reply =>
  jsonReply(400, 'invalid-company-id', { error: { code: '400', message: 'invalid company id' } });

export const notConnected = (): Reply =>
  jsonReply(403, 'not-connected', { message: 'App is not connected to this company' });

export const unauthorized = (): Reply =>
  jsonReply(
    401,
    'unauthorized',
    { error: 'invalid_token', error_description: 'The access token is invalid' },
    {
      'WWW-Authenticate':
        'Bearer realm="Procore", error="invalid_token", error_description="The access token is invalid"',
    },
  );

export const malformedBody = (): Reply =>
  jsonReply(400, 'malformed-body', {
    error: { code: 'BAD_REQUEST', message: 'The request body is not valid JSON' },
  });

export const unprocessable = (field: string, problem: string): Reply =>
  jsonReply(422, 'unprocessable', { errors: { [field]: [problem] } });

export const tooLarge = (): Reply =>
  jsonReply(413, 'too-large', { message: 'The request body is larger than 10 MB' });
