import { isThenable } from '../callbacks';
import { readId } from '../company-id';
import { combine } from './combine';
import { readResolution } from './resolution';
import type { CompanyIdResolver, Resolution } from './resolver';

/**
 * Asks all resolvers. Those that answer must name the same company, or the request is rejected with a `CompanyIdConflictError` that names two
 * of them. With `onConflict: 'send'` the first answer is sent.
 *
 * Use it on a server of several companies: a job of one company that touches a project of another is stopped before it is sent. It stays
 * synchronous as long as the resolvers do.
 *
 * @param resolvers - in order of precedence
 * @throws TypeError if one of them is not a function
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: allAgree(fromContext, projectDirectory()) });
 * ```
 *
 * @since 2.0.0
 */
export function allAgree(...resolvers: CompanyIdResolver[]): CompanyIdResolver {
  const compare = (answers: readonly Resolution[]): Resolution => {
    const given = resolvers
      .map((resolver, index) => readResolution(answers[index], resolver))
      .filter(({ companyId }) => companyId !== undefined && companyId !== null);
    // An answer that is no id is an error, whichever resolver gave it.
    const first = given.find(({ companyId }) => readId(companyId) === undefined) ?? given[0];
    if (!first) return undefined;
    const id = readId(first.companyId);
    // A member may have found a conflict itself.
    const other = given
      .flatMap((answer) => [answer, answer.conflictsWith ?? answer])
      .find(({ companyId }) => readId(companyId) !== id);
    const conflictsWith = other && {
      companyId: String(readId(other.companyId)),
      source: other.source,
    };
    return { ...first, conflictsWith } as Resolution;
  };
  return combine('allAgree', resolvers, (request) => {
    const answers = resolvers.map((resolver) => {
      try {
        return resolver(request);
      } catch (error) {
        // Thrown here, it would leave the promises of the others unhandled.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it must reach the caller as it is
        return Promise.reject<Resolution>(error);
      }
    });
    return answers.some(isThenable)
      ? Promise.all(answers as Promise<Resolution>[]).then(compare)
      : compare(answers as Resolution[]);
  });
}
