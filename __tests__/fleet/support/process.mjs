// One process of a fleet: an attached instance over a directory that is shared through Redis. It does what its parent tells it.
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { Keyv } from 'keyv';
import KeyvRedis from '@keyv/redis';

let directory;
let procore;
let events;

const tasks = {
  attach({ redisUrl, client, baseURL, lookup, directoryOptions, options }) {
    const store = new Keyv({
      store: new KeyvRedis({ url: redisUrl, ...client }),
      namespace: 'procore',
      throwOnErrors: true,
    });
    directory = projectDirectory({
      store,
      lookup: lookup && ((projectId) => lookup[projectId]),
      ...directoryOptions,
    });
    events = [];
    procore = axios.create({ baseURL, proxy: false });
    const observe = ({ type, companyId, error }) =>
      events.push({ type, companyId, error: error && String(error) });
    attachProcoreCompanyId(procore, { resolver: directory, observe, ...options });
  },
  async get({ url }) {
    try {
      const { status } = await procore.get(url);
      return { status };
    } catch (error) {
      return { name: error.name, message: error.message, status: error.response?.status };
    }
  },
  flush: () =>
    directory.flush().then(
      () => 'ok',
      (error) => String(error),
    ),
  set: ({ projectId, companyId }) => directory.set(projectId, companyId),
  known: () => directory.entries(),
  events: () => events,
};

process.on('message', async ({ id, task, ...given }) => {
  process.send({ id, result: await tasks[task](given) });
});
// The parent is gone.
process.on('disconnect', () => process.exit());
