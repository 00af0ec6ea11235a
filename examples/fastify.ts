// A Fastify server for several companies. Its calls to Procore go to the company of the signed-in user.
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { fastify, type FastifyInstance } from 'fastify';

interface Settings {
  /** `https://api.procore.com` */
  readonly procoreUrl: string;
  /** The company of a signed-in user, such as from a session. */
  readonly companyOf: (authorization: string | undefined) => string | undefined;
}

export function createApp({ procoreUrl, companyOf }: Settings): FastifyInstance {
  const procore = axios.create({ baseURL: procoreUrl });
  // A call without a company is rejected, and so is a call to another company than the user's.
  attachProcoreCompanyId(procore, { resolver: fromContext, onUnresolved: 'reject' });

  const app = fastify();

  // Not `onRequest`: the body is read between the two hooks, and a body parser may lose the asynchronous context.
  app.addHook('preHandler', (request, reply, done) => {
    const companyId = companyOf(request.headers.authorization);
    if (companyId === undefined) void reply.code(401).send();
    else runWithCompanyId(companyId, done);
  });

  app.get<{ Params: { id: string } }>('/projects/:id/rfis', async ({ params }) => {
    const { data } = await procore.get<unknown>(`/rest/v1.0/projects/${params.id}/rfis`);
    return data;
  });

  app.post<{ Params: { id: string }; Body: { subject: string } }>(
    '/projects/:id/rfis',
    async ({ params, body }, reply) => {
      const rfi = { rfi: { subject: body.subject } };
      const { data } = await procore.post<unknown>(`/rest/v1.0/projects/${params.id}/rfis`, rfi);
      return reply.code(201).send(data);
    },
  );

  return app;
}
