// An Express server for several companies. Its calls to Procore go to the company of the signed-in user.
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import {
  companyIdFromWebhook,
  fromContext,
  runWithCompanyId,
} from 'axios-procore-company-id/context';
import express, { type Express } from 'express';

interface Settings {
  /** `https://api.procore.com` */
  readonly procoreUrl: string;
  /** The company of a signed-in user, such as from a session. */
  readonly companyOf: (authorization: string | undefined) => string | undefined;
  /** The `Authorization` header that the webhook was configured with. */
  readonly webhookSecret: string;
  readonly onEvent: (rfi: unknown) => void;
}

export function createApp({ procoreUrl, companyOf, webhookSecret, onEvent }: Settings): Express {
  const procore = axios.create({ baseURL: procoreUrl });
  // A call without a company is rejected, and so is a call to another company than the user's.
  attachProcoreCompanyId(procore, { resolver: fromContext, onUnresolved: 'reject' });

  const app = express();
  // The body parser comes before the middleware, because older body parsers lose the asynchronous context.
  app.use(express.json());

  app.post('/webhooks/procore', async (request, response) => {
    const { project_id, resource_id } = request.body as Record<string, string>;
    const companyId = companyIdFromWebhook(request.body);
    if (request.get('authorization') !== webhookSecret) {
      response.sendStatus(401);
    } else if (companyId === undefined) {
      response.sendStatus(400);
    } else {
      const { data } = await runWithCompanyId(companyId, () =>
        procore.get<unknown>(`/rest/v1.0/projects/${project_id}/rfis/${resource_id}`),
      );
      onEvent(data);
      response.sendStatus(204);
    }
  });

  app.use((request, response, next) => {
    const companyId = companyOf(request.get('authorization'));
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

  return app;
}
