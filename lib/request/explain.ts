import type { AdviceFacts } from '../errors/missing-header-reason';
import { readOwn } from '../own-properties';
import type { CompanyIdResolver } from '../resolvers/resolver';
import type { Decision } from './decision';
import type { RequestView } from './request-view';

/** What an error message can say about a request without an id. */
export const explain = (
  request: RequestView,
  { found }: Pick<Decision, 'found'>,
  resolver: CompanyIdResolver | undefined,
): AdviceFacts => ({
  found,
  projectId: request.projectId,
  resolver: resolver && String(readOwn(resolver, 'source') ?? 'resolver'),
});
