import { readId } from '../company-id';
import { readOwn } from '../own-properties';

/** Where the event of a webhook happened, as decimal strings. */
export interface WebhookPlace {
  readonly companyId: string | undefined;
  readonly projectId: string | undefined;
}

/**
 * Reads a webhook payload of any version: numbers in v2 and v3, strings in v4, always at the top level. `metadata` is not read: it says where the
 * event was caused, which can be another company.
 *
 * @see {@link https://procore.github.io/documentation/webhooks | Procore: Introduction to Webhooks}
 */
export function readWebhook(payload: unknown): WebhookPlace {
  return {
    companyId: readId(readOwn(payload, 'company_id')),
    projectId: readId(readOwn(payload, 'project_id')),
  };
}
