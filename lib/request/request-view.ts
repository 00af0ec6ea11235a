import type { RequestConfigLike, RequestFields } from '../axios-types';
import { type Observe, tell } from '../observe';
import { ownFields } from '../own-properties';
import type { ProcoreRequest } from '../resolvers/procore-request';
import { AMBIGUOUS, type FoundId, singleId } from './found-id';
import { readHeader } from './header';
import { valuesInBody } from './ids-in-body';
import { idInPath, type Subject } from './ids-in-path';
import { valuesInQuery } from './ids-in-query';
import { routeOf } from './route';
import { type Target, UrlReader } from './url';

/** The parts of a request that can name a company, in order of precedence. */
export const KINDS = ['path', 'query', 'body'] as const;
export type Kind = (typeof KINDS)[number];

/** What a request names, and in which part. */
interface Finding {
  readonly id: FoundId;
  readonly by: Kind | undefined;
}

const NOTHING: Finding = { id: undefined, by: undefined };

const certain = (id: FoundId): string | undefined => (id === AMBIGUOUS ? undefined : id);

/** One request, read once: what the plugin and its resolvers see of it. */
export class RequestView implements ProcoreRequest {
  readonly fields: RequestFields;
  readonly target: Target;
  /** The value of the tenant header that is on it already. */
  readonly companyIdHeader: unknown;
  private company: Finding | undefined = undefined;

  /**
   * @param config - the caller's own object
   * @param urls - what remembers the last urls of the instance
   * @param observe - hears of an error that a resolver reports
   */
  constructor(
    readonly config: RequestConfigLike,
    urls = new UrlReader(),
    private readonly observe?: Observe,
  ) {
    this.fields = ownFields(config);
    this.target = urls.targetOf(this.fields);
    this.companyIdHeader = readHeader(this.fields);
  }

  get method(): string {
    const { method } = this.fields;
    return typeof method === 'string' ? method.toUpperCase() : 'GET';
  }

  get url(): string {
    const { origin, path, search } = this.target;
    // A doubtful host has no origin: such a request is out of scope, and nobody asks for its url.
    return (origin as string) + path + (search && `?${search}`);
  }

  get host(): string | undefined {
    return this.target.origin?.split('//')[1];
  }

  get path(): string {
    return this.target.path;
  }

  get route(): string {
    return routeOf(this.path);
  }

  get companyId(): string | undefined {
    return certain(this.namedCompany().id);
  }

  get projectId(): string | undefined {
    return certain(this.find('project').id);
  }

  header(name: string): unknown {
    return readHeader(this.fields, name);
  }

  report(error: unknown): void {
    tell(this.observe, this, { type: 'failed', error });
  }

  /** The first of path, query and body that names a company, or that can be read as naming several. */
  namedCompany(): Finding {
    return (this.company ??= this.find('company'));
  }

  /** The id that one part names. */
  idIn(kind: Kind, subject: Subject): FoundId {
    if (kind !== 'path') return singleId(this.valuesIn(kind, subject));
    return this.target.isDoubtful ? AMBIGUOUS : idInPath(this.path, subject);
  }

  /** What stands where query or body name an id, whether it is one or not. */
  valuesIn(kind: 'query' | 'body', subject: Subject): readonly unknown[] {
    const key = subject === 'company' ? 'company_id' : 'project_id';
    return kind === 'query'
      ? valuesInQuery(this.fields, this.target, key)
      : valuesInBody(this.fields, key);
  }

  private find(subject: Subject): Finding {
    for (const by of KINDS) {
      const id = this.idIn(by, subject);
      if (id !== undefined) return { id, by };
    }
    return NOTHING;
  }
}
