import type { IncomingHttpHeaders } from 'http';
import { notFound, unauthorized } from '../api-errors';
import type { ApiRequest } from '../api-request';
import type { EdgeState } from '../edge-state';
import { type Reply, jsonReply } from '../reply';
import { type BodyFields, fieldText } from '../request-body';

const refused = (error: string, description: string): Reply =>
  jsonReply(400, 'refused-grant', { error, error_description: description });

/** Any client credentials and any authorization code will do: the edge has no users who could grant one. */
function issueToken(fields: BodyFields, { tokens }: EdgeState): Reply {
  const refreshToken = fieldText(fields, 'refresh_token');
  switch (fieldText(fields, 'grant_type')) {
    case 'client_credentials':
      return jsonReply(200, 'ok', tokens.issue({ refreshable: false }));
    case 'authorization_code':
      return fieldText(fields, 'code') === undefined
        ? refused('invalid_grant', 'The authorization code is invalid')
        : jsonReply(200, 'ok', tokens.issue({ refreshable: true }));
    case 'refresh_token':
      return tokens.useRefreshToken(refreshToken)
        ? jsonReply(200, 'ok', tokens.issue({ refreshable: true }))
        : refused('invalid_grant', 'The refresh token is invalid');
    default:
      return refused('unsupported_grant_type', 'The authorization grant type is not supported');
  }
}

/**
 * The OAuth paths, which never need the header.
 *
 * @see {@link https://procore.github.io/documentation/oauth-endpoints | Procore: Authentication Endpoints}
 */
export function answerOAuth(
  { method, path }: ApiRequest,
  { authorization }: IncomingHttpHeaders,
  fields: BodyFields,
  state: EdgeState,
): Reply {
  switch (`${method} ${path}`) {
    case 'POST /oauth/token':
      return issueToken(fields, state);
    case 'POST /oauth/revoke':
      state.tokens.revoke(fieldText(fields, 'token'));
      return jsonReply(200, 'ok', {});
    case 'GET /oauth/token/info':
      return state.tokens.accepts(authorization)
        ? jsonReply(200, 'ok', { resource_owner_id: 201, scope: [] })
        : unauthorized();
    default:
      return notFound();
  }
}
