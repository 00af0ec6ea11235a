import { readWebhook } from './webhook';

/**
 * The company in the payload of a webhook: `company_id`, a number in the payload versions v2 and v3, a string in v4.
 *
 * It reads the top level only. If a delivery nests the company, pass the nested object: `companyIdFromWebhook(payload.event)`. Check first that
 * the delivery comes from Procore, because anyone can post one.
 *
 * @param payload - the parsed body of the delivery
 * @returns a decimal string, or `undefined` for anything that names no company
 *
 * @see {@link https://procore.github.io/documentation/webhooks | Procore: Introduction to Webhooks}
 *
 * @example
 * ```ts
 * const companyId = companyIdFromWebhook(request.body);
 * if (companyId) await runWithCompanyId(companyId, () => handle(request.body));
 * ```
 *
 * @since 1.0.0
 */
export function companyIdFromWebhook(payload: unknown): string | undefined {
  return readWebhook(payload).companyId;
}
