// @ts-nocheck
import { malformedBody, tooLarge } from './api-errors';
import { type ReceivedRequest, apiRequest } from './api-request';
import { preflight } from './cors';
import type { EdgeState } from './edge-state';
import { admit } from './gateway-rules';
import type { Reply } from './reply';
import { type BodyFields, readBodyFields } from './request-body';
import { answerOAuth } from './routes/oauth';
import { answerRoute } from './routes/router';

function withFields(
  { headers, body }: ReceivedRequest,
  answer: (fields: BodyFields) => Reply,
): Reply {
  if (body === undefined) return tooLarge();
  const fields = readBodyFields(headers, body);
  return fields ? answer(fields) : malformedBody();
}

/** What the API answers: first the gateway, then the routes behind it. */
export function answerApi(received: ReceivedRequest, state: EdgeState): Reply {
  const request = apiRequest(received);
  const { headers } = received;
  if (state.settings.cors && request.method === 'OPTIONS') return preflight(headers);
  if (request.path.startsWith('/oauth/')) {
    return withFields(received, (fields) => answerOAuth(request, headers, fields, state));
  }
  const admission = admit(request, headers, state);
  if ('refusal' in admission) return admission.refusal;
  const { company } = admission;
  return withFields(received, (fields) => answerRoute({ request, fields, company, state }));
}
