import type { ProcoreRequest } from './procore-request';
import type { CompanyIdResolver, Resolution } from './resolver';

/** Calls all, even when one of them fails, now or later. The failure reaches the caller. */
async function callEach(
  resolvers: readonly CompanyIdResolver[],
  call: (resolver: CompanyIdResolver) => unknown,
): Promise<void> {
  await Promise.all(
    resolvers.map(
      (resolver) =>
        new Promise((done) => {
          done(call(resolver));
        }),
    ),
  );
}

/**
 * Makes one resolver of several. All of them learn from a response. When an id was wrong, the resolver that gave it is told. If it has no such
 * method, all that have it are.
 *
 * @param owner - the name of the function that the caller called, for its errors
 * @param ask - asks the resolvers about a request
 * @param giverOf - which of them gave the id of a request, by its config
 * @throws TypeError if one of them is not a function
 */
export function combine(
  owner: string,
  resolvers: readonly CompanyIdResolver[],
  ask: (request: ProcoreRequest) => Resolution | Promise<Resolution>,
  giverOf: (config: object) => CompanyIdResolver | undefined = () => undefined,
): CompanyIdResolver {
  for (const resolver of resolvers)
    if (typeof resolver !== 'function')
      throw new TypeError(`\`${owner}\` takes resolvers: functions of a request.`);
  const combined: CompanyIdResolver = (request) => ask(request);
  if (resolvers.some(({ learn }) => learn))
    combined.learn = (...facts) => callEach(resolvers, (resolver) => resolver.learn?.(...facts));
  for (const method of ['forget', 'doubt'] as const) {
    if (!resolvers.some((resolver) => resolver[method])) continue;
    combined[method] = (request, ...facts) => {
      const giver = giverOf(request.config);
      return callEach(giver?.[method] ? [giver] : resolvers, (resolver) =>
        resolver[method]?.(request, ...facts),
      );
    };
  }
  return combined;
}
