import { readId } from '../company-id';
import { readOwn } from '../own-properties';

/** What a webhook says of where its event happened, as decimal strings. */
export interface WebhookPlace {
  readonly companyId: string | undefined;
  readonly projectId: string | undefined;
}

/**
 * Reads a webhook payload of any version: numbers in v2 and v3, strings in v4, always at the top level. What stands in `metadata` is where
 * the event was caused, which need not be where it happened.
 *
 * @see {@link https://procore.github.io/documentation/payload-formats | Procore: webhooks payload formats}
 */
export function readWebhook(payload: unknown): WebhookPlace {
  return {
    companyId: readId(readOwn(payload, 'company_id')),
    projectId: readId(readOwn(payload, 'project_id')),
  };
}
