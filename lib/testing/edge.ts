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
  /** The origin of the API, to be used as `baseURL`: `http://127.0.0.1:51234`. */
  readonly url: string;
  /** The origin of the storage host, on another port. */
  readonly storageUrl: string;
  /** The requests that arrived at either server, in the order of the answers. The last 10,000, always up to date. */
  readonly requests: readonly EdgeRequest[];
  /** The files that arrived at the storage host. The last 10,000, always up to date. */
  readonly uploads: readonly EdgeUpload[];
  /** Empties `requests` and `uploads`. Projects and RFIs that clients created stay, and so do tokens. */
  clear(): void;
  /** Makes all access tokens that were issued so far expire. The next call gets a 401. Refresh tokens still work. */
  expireTokens(): void;
  /**
   * Leads the calls of an axios instance to Procore's hosts to this edge: to any host below `procore.com` and `procoregov.com`, over
   * https and http, absolute urls and redirects included. The code under test keeps its urls, and the plugin judges them as in
   * production. Calls to other hosts go where they went before.
   *
   * It works with every axios version that this package supports, with the adapters `http` and `fetch`, before or after
   * `attachProcoreCompanyId`. The caller's own agents, proxy, `socketPath` and `transport` are not used for these calls. An
   * adapter of your own must pass on `httpAgent`, `httpsAgent` and `fetchOptions`. Closing the edge does not end it: calls then fail
   * without leaving the machine.
   *
   * @param instance - an axios instance of any version; instances that it creates are not led here
   * @returns a function that ends it, and can be called again
   * @throws TypeError where `instance` is no axios instance; Error where something replaces Node's `http` module. A request is
   * rejected with an Error where its adapter would call the real host, as `xhr` does
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
  /** Stops both servers at once, open connections included. Can be called again. */
  close(): Promise<void>;
}

/**
 * Starts a small Procore on this machine, for tests over real HTTP. It has a few companies with projects, and requires
 * the `Procore-Company-Id` header as Procore documents it. A second server is the storage host: downloads redirect to
 * it, and presigned uploads go to it.
 *
 * The API answers below `/rest/v1.N/` and `/vapid/` (ids as numbers) and `/rest/v2.N/` (ids as strings, everything
 * inside `data`):
 *
 * | v1 and vapid | |
 * |---|---|
 * | `GET me`, `GET companies` | need no header, as long as `serviceAccount` is off and `me` names neither company nor project |
 * | `GET companies/{id}`, `GET companies/{id}/projects` | |
 * | `GET projects`, `POST projects`, `PATCH projects/{id}` | need `company_id` in the query or the body |
 * | `GET projects/{id}` | |
 * | `GET`, `POST projects/{id}/rfis`, `GET projects/{id}/rfis/{id}` | |
 * | `GET projects/{id}/rfis/{id}.pdf` | redirects to the storage host |
 * | `GET projects/{id}/users`, `GET projects/{id}/submittals` | |
 * | `GET observations/items`, `GET observations/items/{id}` | need `project_id` in the query |
 * | `GET observations/items/{id}/pdf` | the same, and redirects to the storage host |
 * | `POST companies/{id}/uploads`, `POST projects/{id}/uploads` | presigned urls of `segments`, else an upload form; `GET` and `PATCH` by `uuid` |
 *
 * v2 has `me`, `companies`, `companies/{id}`, `companies/{id}/projects`, `companies/{id}/projects/{id}` and below it
 * `rfis`, `users`, `submittals` and `uploads`. `/oauth/token`, `/oauth/token/info` and `/oauth/revoke` need no header,
 * and accept any client and any code.
 *
 * Lists have pages: `page` and `per_page`, with the headers `Total`, `Per-Page` and `Link`. As in Procore's documented
 * example the urls in `Link` drop parameters, `project_id` among them; only `company_id` stays.
 *
 * @param options - see {@link ProcoreEdgeOptions}
 * @returns the edge, once both servers listen
 * @throws TypeError (as a rejection) that names an option that cannot be used; Node's own error if the port is taken
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
