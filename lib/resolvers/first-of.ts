import { whenReady } from '../callbacks';
import { combine } from './combine';
import type { ProcoreRequest } from './procore-request';
import { readResolution } from './resolution';
import type { CompanyIdResolver, Resolution } from './resolver';

/**
 * Asks resolvers one after the other, and answers with the first id. It stays synchronous as long as they do.
 *
 * All of them learn from a response. When Procore refuses an id, the resolver that gave it hears of it.
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
  const givers = new WeakMap<object, CompanyIdResolver>();
  const askFrom = (index: number, request: ProcoreRequest): Resolution | Promise<Resolution> => {
    const resolver = resolvers[index];
    if (!resolver) return undefined;
    const take = (answer: Resolution): Resolution | Promise<Resolution> => {
      const found = readResolution(answer, resolver);
      if (found.companyId === undefined || found.companyId === null)
        return askFrom(index + 1, request);
      givers.set(request.config, resolver);
      return found as Resolution;
    };
    return whenReady(resolver(request), take, undefined);
  };
  return combine(
    'firstOf',
    resolvers,
    (request) => askFrom(0, request),
    (config) => givers.get(config),
  );
}
