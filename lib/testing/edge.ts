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
    async close() {
      closed ??= Promise.all([api.close(), storage.close()]);
      await closed;
    },
  };
}
