import type { Server } from 'http';
import type { AddressInfo } from 'net';
import type { ProjectStore } from 'axios-procore-company-id/projects';
import { createApp } from '../../../examples/express';
import { createProcoreClient } from '../../../examples/procore-client';
import { createQueue, type QueuedJob } from '../../../examples/queue';
import { createProcessor, type JobData } from '../../../examples/worker';

/** The users of the servers, each with a company and one of its projects. */
export const USERS: Record<string, [companyId: string, projectId: string]> = {
  'Bearer ana': ['42', '3'],
  'Bearer bo': ['7', '2001'],
  'Bearer cy': ['562949953443325', '562949953501001'],
};

export const companyOf = (authorization = ''): string | undefined => USERS[authorization]?.[0];

type Worker = ReturnType<typeof startWorker>;

/** The worker with a client of its own, as another process has it, and all that is queued for it. */
export function startWorker(procoreUrl: string, store: ProjectStore) {
  const client = createProcoreClient({ procoreUrl, store });
  const queue = createQueue(createProcessor(client), { concurrency: 10 });
  const queued: QueuedJob<JobData>[] = [];
  const add: typeof queue.add = async (name, data) => {
    const job = await queue.add(name, data);
    queued.push(job);
    return job;
  };
  return {
    client,
    queued,
    queue: { add },
    run: async (name: string, data: JobData) => (await add(name, data)).waitUntilFinished(),
  };
}

/** The server with Express and a client of its own, which queues jobs for the worker. */
export async function startServer(
  procoreUrl: string,
  store: ProjectStore,
  { queue }: Pick<Worker, 'queue'>,
): Promise<[url: string, close: () => Promise<void>]> {
  const client = createProcoreClient({ procoreUrl, store });
  const app = createApp({ client, queue, companyOf, webhookSecret: 'Bearer hook' });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, close];
}
