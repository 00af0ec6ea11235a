import type { AxiosLike } from '../axios-types';
import { intercept } from './intercept';
import { normalizeOptions } from './normalize-options';
import type { ProcoreEdgeOptions } from './options';
import { type EdgeRequest, createRequestLog } from './request-log';
import { startServers } from './servers';
import type { EdgeUpload } from './upload-store';

/**
 * A running edge: the API and the storage host, and what reached them.
 *
 * @example
 * ```ts
 * let edge: ProcoreEdge;
 * beforeAll(async () => {
 *   edge = await createProcoreEdge();
 * });
 * afterEach(() => edge.clear());
 * afterAll(() => edge.close());
 * ```
 *
 * @since 1.0.0
 */
export interface ProcoreEdge {
  /** The origin of the API, to use as `baseURL`: `http://127.0.0.1:51234`. */
  readonly url: string;
  /** The origin of the storage host, on another port. */
  readonly storageUrl: string;
  /** The last 10,000 requests that arrived at either server, in the order of the answers. Always up to date. */
  readonly requests: readonly EdgeRequest[];
  /** The last 10,000 files that arrived at the storage host. Always up to date. */
  readonly uploads: readonly EdgeUpload[];
  /** Empties `requests` and `uploads`. Keeps tokens, and the projects and RFIs that clients created. */
  clear(): void;
  /** Expires all access tokens. The next call gets a 401. Refresh tokens still work. */
  expireTokens(): void;
  /**
   * Sends an axios instance's calls to Procore to this edge: calls to any host below `procore.com` and `procoregov.com`, over https and
   * http, with absolute urls and redirects too. The code under test keeps its urls, and the plugin decides as in production. Calls to
   * other hosts go where they went before.
   *
   * Call it before or after `attachProcoreCompanyId`. It works with every axios version that this package supports, and with the adapters
   * `http` and `fetch`. The caller's own agents, proxy, `socketPath` and `transport` are not used for these calls. An adapter of your own
   * must pass on `httpAgent`, `httpsAgent` and `fetchOptions`. After `close()` the calls fail, and still do not leave the machine.
   *
   * @param instance - an axios instance of any version. The instances that it creates are not included.
   * @returns a function that ends it. You can call it more than once.
   * @throws TypeError if `instance` is not an axios instance; Error if something replaces Node's `http` module. A request is rejected
   * with an Error if its adapter would call the real host, as `xhr` does.
   *
   * @example
   * ```ts
   * const procore = axios.create({ baseURL: 'https://api.procore.com' });
   * attachProcoreCompanyId(procore, { companyId: 42 });
   * const endIntercept = edge.intercept(procore);
   *
   * await procore.get('/rest/v1.0/projects/3/rfis');
   * await procore.post('https://login.procore.com/oauth/token', { grant_type: 'client_credentials' });
   *
   * edge.requests.map(({ url, companyId }) => `${url}: ${companyId}`);
   * endIntercept();
   * ```
   */
  intercept(instance: AxiosLike): () => void;
  /** Stops both servers at once and closes their connections. You can call it more than once. */
  close(): Promise<void>;
}

/**
 * Starts a small Procore on this machine, for tests over real HTTP. It has a few companies with projects, and requires
 * the `Procore-Company-Id` header as Procore documents it. A second server is the storage host, for downloads and presigned uploads.
 *
 * The API answers below `/rest/v1.N/` and `/vapid/` (ids as numbers) and `/rest/v2.N/` (ids as strings, everything
 * inside `data`):
 *
 * | v1 and vapid | |
 * |---|---|
 * | `GET me`, `GET companies` | need no header, unless `serviceAccount` is on, or `me` names a company or project |
 * | `GET companies/{id}`, `GET companies/{id}/projects` | |
 * | `GET projects`, `POST projects`, `PATCH projects/{id}` | need `company_id` in the query or the body |
 * | `GET projects/{id}` | |
 * | `GET`, `POST projects/{id}/rfis`, `GET projects/{id}/rfis/{id}` | |
 * | `GET projects/{id}/rfis/{id}.pdf` | redirects to the storage host |
 * | `GET projects/{id}/users`, `GET projects/{id}/submittals` | |
 * | `GET observations/items`, `GET observations/items/{id}` | need `project_id` in the query |
 * | `GET observations/items/{id}/pdf` | the same, and redirects to the storage host |
 * | `POST companies/{id}/uploads`, `POST projects/{id}/uploads` | presigned urls for `segments`, otherwise an upload form; `GET` and `PATCH` by `uuid` |
 *
 * v2 has `me`, `companies`, `companies/{id}`, `companies/{id}/projects`, `companies/{id}/projects/{id}` and below it
 * `rfis`, `users`, `submittals` and `uploads`. `/oauth/token`, `/oauth/token/info` and `/oauth/revoke` need no header,
 * and accept any client and any code.
 *
 * Lists have pages: `page` and `per_page`, with the headers `Total`, `Per-Page` and `Link`. The urls in `Link` keep `company_id` and drop
 * other parameters such as `project_id`, as in Procore's documented example.
 *
 * @param options - see {@link ProcoreEdgeOptions}
 * @returns the edge, once both servers listen. It rejects with a TypeError that names an unusable option, or with Node's own error if the
 * port is taken.
 *
 * @example
 * ```ts
 * import axios from 'axios';
 * import { createProcoreEdge } from 'axios-procore-company-id/testing';
 *
 * const edge = await createProcoreEdge();
 * const procore = axios.create({ baseURL: edge.url });
 *
 * await procore.get('/rest/v1.0/projects/3/rfis', { headers: { 'Procore-Company-Id': 42 } }); // 200, three RFIs
 * await procore.get('/rest/v1.0/projects/3/rfis'); // 400, "Missing Procore-Company-Id header!"
 *
 * edge.requests.map(({ path, outcome }) => `${path}: ${outcome}`);
 * await edge.close();
 * ```
 *
 * @see {@link https://procore.github.io/documentation/tutorial-mpz | Procore: Handling Procore Regions}
 * @since 1.0.0
 */
export async function createProcoreEdge(options: ProcoreEdgeOptions = {}): Promise<ProcoreEdge> {
  const settings = normalizeOptions(options);
  const log = createRequestLog(settings.onRequest);
  const { api, storage, state } = await startServers(settings, log);

  let closed: Promise<unknown> | undefined;
  return {
    url: api.url,
    storageUrl: storage.url,
    requests: log.entries,
    uploads: state.uploads.records,
    clear() {
      log.clear();
      state.uploads.clear();
    },
    expireTokens() {
      state.tokens.expireAll();
    },
    intercept(instance) {
      return intercept(instance, { api: api.url, storage: storage.url });
    },
    async close() {
      closed ??= Promise.all([api.close(), storage.close()]);
      await closed;
    },
  };
}
