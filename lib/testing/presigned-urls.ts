import { randomBytes } from 'crypto';
import type { ReceivedRequest } from './api-request';
import { STORAGE_ORIGIN, isProcoreOrigin } from './procore-hosts';
import type { Reply } from './reply';

/** How long a presigned url works: an hour, as documented for uploads. */
const LIFETIME_SECONDS = 3600;
/** The oldest are dropped, so that an edge that runs for days does not grow. */
const KEPT_GRANTS = 10_000;

/** The path to which upload forms are posted. */
export const BUCKET = '/pro-core.com';

/** What a signature permits. */
export interface Grant {
  readonly expiresAt: number;
  serve(request: ReceivedRequest, content: Buffer): Reply;
}

/** The url of a grant, and when it stops working, in seconds since 1970. */
interface PresignedUrl {
  readonly url: string;
  readonly expiresAt: number;
}

/** Urls of the storage host that work exactly as they are. */
export interface PresignedUrls {
  /** The origin of the storage host for a client of this origin: Procore's own name for a client that uses Procore's names. */
  storageFor(origin: string): string;
  /** Signs a url for one method, to be used by a client of this origin. */
  sign(origin: string, method: string, path: string, serve: Grant['serve']): PresignedUrl;
  /** Signs the key of an upload form; the result is the signature. */
  signForm(key: string, serve: Grant['serve']): string;
  /** The grant of a method and a target (path with query). */
  find(method: string, target: string): Grant | undefined;
  findForm(key: string, signature: string): Grant | undefined;
}

export const secondsSince1970 = (): number => Math.floor(Date.now() / 1000);

export function createPresignedUrls(storageUrl: string): PresignedUrls {
  const grants = new Map<string, Grant>();

  function add(name: string, grant: Grant): void {
    grants.set(name, grant);
    for (const oldest of grants.keys()) {
      if (grants.size <= KEPT_GRANTS) break;
      grants.delete(oldest);
    }
  }

  const newSignature = (): string => randomBytes(16).toString('hex');

  const storageFor = (origin: string): string =>
    isProcoreOrigin(origin) ? STORAGE_ORIGIN : storageUrl;

  return {
    storageFor,
    sign(origin, method, path, serve) {
      const expiresAt = secondsSince1970() + LIFETIME_SECONDS;
      const target = `${path}?expires_at=${expiresAt}&user_id=201&sig=${newSignature()}`;
      add(`${method} ${target}`, { expiresAt, serve });
      return { url: storageFor(origin) + target, expiresAt };
    },
    signForm(key, serve) {
      const signature = newSignature();
      add(`form ${key} ${signature}`, { expiresAt: secondsSince1970() + LIFETIME_SECONDS, serve });
      return signature;
    },
    find: (method, target) => grants.get(`${method} ${target}`),
    findForm: (key, signature) => grants.get(`form ${key} ${signature}`),
  };
}
