import { isPromise, readResolution } from './resolution';
import type { CompanyIdResolver, Resolution } from './resolver';

/** Calls all, also where one of them fails, now or later. Whoever called is told. */
async function eachOf(
  resolvers: readonly CompanyIdResolver[],
  call: (resolver: CompanyIdResolver) => unknown,
): Promise<void> {
  await Promise.all(
    resolvers.map(
      (each) =>
        new Promise((done) => {
          done(call(each));
        }),
    ),
  );
}

/**
 * Asks resolvers one after the other, and answers with the first id. It stays synchronous as long as they do.
 *
 * All of them learn from a response. Of an invalid company id the one hears that gave it, if it can forget; otherwise all that can.
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
  /** Which of them gave the id of a request. */
  const givers = new WeakMap<object, CompanyIdResolver>();
  const ask: CompanyIdResolver = (request) => {
    const from = (index: number): Resolution | Promise<Resolution> => {
      const resolver = resolvers[index];
      if (!resolver) return undefined;
      const next = (answer: Resolution): Resolution | Promise<Resolution> => {
        const found = readResolution(answer, resolver);
        if ((found.companyId ?? undefined) === undefined) return from(index + 1);
        givers.set(Object(request.config) as object, resolver);
        return found as Resolution;
      };
      const answer = resolver(request);
      return isPromise(answer) ? Promise.resolve(answer).then(next) : next(answer);
    };
    return from(0);
  };
  if (resolvers.some(({ learn }) => learn)) {
    ask.learn = (...facts) => eachOf(resolvers, (resolver) => resolver.learn?.(...facts));
  }
  if (resolvers.some(({ forget }) => forget)) {
    ask.forget = (request, ...facts) => {
      const giver = givers.get(request.config as object);
      return eachOf(giver?.forget ? [giver] : resolvers, (resolver) =>
        resolver.forget?.(request, ...facts),
      );
    };
  }
  return ask;
}
