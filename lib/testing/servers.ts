import type { ReceivedRequest } from './api-request';
import { answerApi } from './api-server';
import { CORS_HEADERS } from './cors';
import { createDataSet } from './data-set';
import type { EdgeState } from './edge-state';
import { COMPANY_HEADER } from './gateway-rules';
import { type LoopbackServer, startLoopbackServer } from './loopback-server';
import { createPresignedUrls } from './presigned-urls';
import type { Reply } from './reply';
import { type EdgeRequest, type RequestLog, logText } from './request-log';
import type { EdgeSettings } from './settings';
import { answerStorage } from './storage-server';
import { createTokenStore } from './tokens';
import { createUploadStore } from './upload-store';

/** The two servers of an edge, and what they share. */
export interface EdgeServers {
  readonly api: LoopbackServer;
  readonly storage: LoopbackServer;
  readonly state: EdgeState;
}

/** Puts the request into the log before its answer can reach the client. */
function logged(
  log: RequestLog,
  to: EdgeRequest['to'],
  request: ReceivedRequest,
  answer: Reply,
): Reply {
  const { method, target, origin, host, headers, body } = request;
  const { status, outcome } = answer;
  const companyId = headers[COMPANY_HEADER] as string | undefined;
  const url = origin + target;
  const text = body ? logText(body) : '';
  log.add({ method, path: target, url, host, headers, companyId, body: text, status, to, outcome });
  return answer;
}

/** @throws Node's own error if the port of the API is taken; then nothing is left running */
export async function startServers(settings: EdgeSettings, log: RequestLog): Promise<EdgeServers> {
  const storage = await startLoopbackServer(0, (request) =>
    logged(log, 'storage', request, answerStorage(request, state.presigned)),
  );
  const state: EdgeState = {
    settings,
    data: createDataSet(settings.companies),
    tokens: createTokenStore(),
    presigned: createPresignedUrls(storage.url),
    uploads: createUploadStore(),
  };
  const cors = settings.cors ? CORS_HEADERS : {};

  const api = await startLoopbackServer(settings.port, (request) => {
    const answer = answerApi(request, state);
    return logged(log, 'api', request, { ...answer, headers: { ...answer.headers, ...cors } });
  }).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  return { api, storage, state };
}
