// An Express server for several companies, with Procore's webhooks. What it asks of Procore goes into the company of whoever calls it.
import { isCompanyIdConflictError } from 'axios-procore-company-id';
import { companyIdFromWebhook, runWithCompanyId } from 'axios-procore-company-id/context';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { ProcoreClient } from './procore-client';
import type { Queue } from './queue';
import type { JobData } from './worker';

interface Settings {
  readonly client: ProcoreClient;
  readonly queue: Queue<JobData>;
  /** The company of a signed-in user, such as from a session. */
  readonly companyOf: (authorization: string | undefined) => string | undefined;
  /** The `Authorization` header that the webhook was configured with. */
  readonly webhookSecret: string;
}

/** Gives what a webhook tells of to the worker, in the company that the webhook names. */
function receiveWebhooks({ client, queue, webhookSecret }: Settings): RequestHandler {
  return async (request, response) => {
    const { project_id, resource_id } = request.body as Record<string, string | number>;
    const companyId = companyIdFromWebhook(request.body);
    if (request.get('authorization') !== webhookSecret) {
      response.sendStatus(401);
    } else if (companyId === undefined) {
      response.sendStatus(400);
    } else if (!client.directory.learnFromWebhook(request.body)) {
      response.sendStatus(204); // of the company itself, and of no project
    } else {
      // The worker is another process: it has to find in the store what was learned here.
      await client.directory.flush();
      const data = { companyId, projectId: String(project_id), rfiId: String(resource_id) };
      await queue.add('readRfi', data);
      response.sendStatus(202);
    }
  };
}

/** A project of another company is not there, for this user. */
const hideOtherCompanies: ErrorRequestHandler = (error, _request, response, next) => {
  if (isCompanyIdConflictError(error)) response.sendStatus(404);
  else next(error);
};

export function createApp(settings: Settings): Express {
  const { procore } = settings.client;

  const app = express();
  // What reads the body stands before the middleware: older body parsers lose the asynchronous context.
  app.use(express.json());

  app.post('/webhooks/procore', receiveWebhooks(settings));

  app.use((request, response, next) => {
    const companyId = settings.companyOf(request.get('authorization'));
    if (companyId === undefined) response.sendStatus(401);
    else runWithCompanyId(companyId, next);
  });

  app.get('/projects/:id/rfis', async (request, response) => {
    const { data } = await procore.get<unknown>(`/rest/v1.0/projects/${request.params.id}/rfis`);
    response.json(data);
  });

  app.post('/projects/:id/rfis', async (request, response) => {
    const rfi = { rfi: { subject: (request.body as { subject: string }).subject } };
    const { data } = await procore.post<unknown>(
      `/rest/v1.0/projects/${request.params.id}/rfis`,
      rfi,
    );
    response.status(201).json(data);
  });

  app.use(hideOtherCompanies);
  return app;
}
