import { AMBIGUOUS } from '../request/found-id';
import { type Kind, RequestView } from '../request/request-view';
import type { ProcoreRequest } from './procore-request';

/**
 * A resolver that answers with what one part of the request names; `undefined` where that is ambiguous.
 *
 * @example
 * ```ts
 * const kinds: KindResolver[] = [fromPath, fromQuery, fromBody];
 * ```
 *
 * @since 1.0.0
 */
export interface KindResolver {
  (request: ProcoreRequest): string | undefined;
  /** Which part it is, and the label of its ids. */
  readonly source: Kind;
}

export function fromKind(kind: Kind): KindResolver {
  const resolve = (request: ProcoreRequest): string | undefined => {
    const view = request instanceof RequestView ? request : new RequestView(request.config);
    const id = view.idIn(kind, 'company');
    return id === AMBIGUOUS ? undefined : id;
  };
  return Object.assign(resolve, { source: kind });
}
