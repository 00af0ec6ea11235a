// @ts-nocheck
import { isPromise, readResolution } from './resolution';
import type { CompanyIdResolver, Resolution } from './resolver';

/**
 * Asks resolvers one after the other, and answers with the first id. It stays synchronous as long as they do.
 *
 * @param resolvers - in order of precedence
 * @throws TypeError if one of them is not a function
 *
 * @example
 * ```ts
 * attachProcoreCompanyId(procore, { resolver: firstOf(fromPath, fromQuery, fromBody, byTenant) });
 * ```
 *
 * @since 1.0.0
 */
export function firstOf(...resolvers: CompanyIdResolver[]): CompanyIdResolver {
  for (const resolver of resolvers) {
    if (typeof resolver !== 'function') {
      throw new TypeError('`firstOf` takes resolvers: functions of a request.');
    }
  }
  const ask: CompanyIdResolver = (request) => {
    const from = (index: number): Resolution | Promise<Resolution> => {
      const resolver = resolvers[index];
      if (!resolver) return undefined;
      const next = (answer: Resolution): Resolution | Promise<Resolution> => {
        const found = readResolution(answer, resolver);
        return (found.companyId ?? undefined) === undefined
          ? from(index + 1)
          : (found as Resolution);
      };
      const answer = resolver(request);
      return isPromise(answer) ? Promise.resolve(answer).then(next) : next(answer);
    };
    return from(0);
  };
  const learning = resolvers.filter(({ learn }) => learn);
  const forgetting = resolvers.filter(({ forget }) => forget);
  if (learning.length > 0) {
    ask.learn = (...facts) => {
      for (const resolver of learning) resolver.learn?.(...facts);
    };
  }
  if (forgetting.length > 0) {
    ask.forget = (...facts) => {
      for (const resolver of forgetting) resolver.forget?.(...facts);
    };
  }
  return ask;
}
