import type { ResponseLike } from '../axios-types';
import type { MissingCompanyIdHeaderError } from '../errors/missing-company-id-header-error';
import { MISSING_HEADER } from './error-text';
import { failureOf } from './failure';
import { missingHeaderError } from './missing-header-error';
import { bodyText } from './peek';

/**
 * The typed error for a response that axios resolved, for those who take errors as values (`validateStatus: () => true`).
 *
 * Because axios made no error, the result is no `instanceof AxiosError`; `axios.isAxiosError` holds. The body stays readable, even when it is
 * a stream. `response.data` may become another stream with the same content.
 *
 * @param response - an axios response
 * @returns a promise of the typed error, or of `undefined` where the response says something else. It never rejects.
 *
 * @example
 * ```ts
 * const response = await procore.get('/rest/v1.0/projects/3/rfis', { validateStatus: () => true });
 * const error = await toMissingCompanyIdHeaderError(response);
 * if (error) console.error(error.message);
 * ```
 *
 * @since 1.0.0
 */
export async function toMissingCompanyIdHeaderError(
  response: ResponseLike,
): Promise<MissingCompanyIdHeaderError | undefined> {
  const failure = failureOf({ response });
  if (!failure || !MISSING_HEADER.test(await bodyText(failure.response, true))) return undefined;
  const { found } = failure.decision;
  const error = missingHeaderError(failure, undefined, true, { found });
  const { status } = failure;
  const code = status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE';
  return Object.assign(error, { code, status });
}
