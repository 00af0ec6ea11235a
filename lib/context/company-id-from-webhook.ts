import { readWebhook } from './webhook';

/**
 * The company in the payload of a webhook: `company_id`, a number in the payload versions v2 and v3, a string in v4.
 *
 * A payload says what its sender likes: check first that it comes from Procore.
 *
 * @param payload - the parsed body of the delivery
 * @returns a decimal string; `undefined` for anything that names no company. It never throws.
 *
 * @see {@link https://procore.github.io/documentation/payload-formats | Procore: webhooks payload formats}
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
