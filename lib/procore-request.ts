import type { RequestConfigLike } from './axios-types';
import { readId } from './company-id';
import { agree, AMBIGUOUS, idInPath, type Named, projectInPath } from './named-id';
import { own } from './own';
import { type BodyFields, readBody } from './request-body';
import { idInRequestQuery, idsInRequestQuery, queryText } from './request-query';
import { type Prefixes, readRequestUrl } from './request-readings';
import type { Reading } from './request-url';
import { routeOf } from './route';

/**
 * A request as resolvers see it. Everything is read when it is asked for, and from own properties only.
 *
 * @example
 * ```ts
 * const byTenant: CompanyIdResolver = (request) => tenants.get(request.config.tenant)?.companyId;
 * ```
 *
 * @since 1.0.0
 */
export interface ProcoreRequest {
  /** The HTTP method in upper case. */
  readonly method: string;
  /** The url as it will be sent, with `baseURL` and `params`, without user info. */
  readonly url: string;
  /** The path of the url, such as `/rest/v1.0/projects/3/rfis`. */
  readonly path: string;
  /** The path without its ids, as in Procore's reports: `/rest/v1.0/projects/:project_id/rfis/:id`. */
  readonly route: string;
  /** The company that path, query or body name, as a decimal string. */
  readonly companyId: string | undefined;
  /** The project that path, query or body name, as a decimal string. */
  readonly projectId: string | undefined;
  /** The axios config of the request. Not to be changed. */
  readonly config: RequestConfigLike;
}

/** Where in a request a company can be named, in order of precedence. */
const KINDS = ['path', 'query', 'body'] as const;
export type Kind = (typeof KINDS)[number];

const NOBODY: NamedCompany = {};

/** A company that a request names, and where. */
interface NamedCompany {
  readonly id?: Named;
  readonly by?: Kind;
}

const companyInPath = (path: string): Named => idInPath(path, '/companies/');
const unlessAmbiguous = (id: Named): Named => (id === AMBIGUOUS ? undefined : id);

/** The view of one request that the plugin and its resolvers share. */
export class RequestView implements ProcoreRequest {
  readonly config: RequestConfigLike;
  /** More than one where url parsers or servers may disagree. */
  readonly readings: readonly Reading[];
  /** `procoreCompanyId` in the config, as the call gave it or as axios merged it in. */
  given: unknown;
  /** Whether the header was found to be nowhere on the request: then it need not be looked for again. */
  hasNoHeader = false;
  private found: NamedCompany | undefined;
  private body: BodyFields | undefined;

  constructor(config: RequestConfigLike, prefixes: Prefixes = new Map()) {
    this.config = config as unknown;
    this.readings = readRequestUrl(config, prefixes);
  }

  get method(): string {
    const method = own(this.config, 'method');
    return typeof method === 'string' && method !== 'get' ? method.toUpperCase() : 'GET';
  }

  get url(): string {
    const { origin, path, search } = this.reading;
    const query = queryText(this.config, search);
    return (origin ? `${origin.protocol}//${origin.host}` : '') + path + (query && `?${query}`);
  }

  get host(): string | undefined {
    return this.reading.origin?.host;
  }

  get path(): string {
    return this.reading.path;
  }

  get route(): string {
    return routeOf(this.path);
  }

  get companyId(): string | undefined {
    return unlessAmbiguous(this.named().id);
  }

  get projectId(): string | undefined {
    return unlessAmbiguous(
      this.inPath(projectInPath) ?? this.inQuery('project_id') ?? this.inBody('project_id'),
    );
  }

  /** The first of path, query and body that names a company, or may name one. */
  named(): NamedCompany {
    return (this.found ??= this.findCompany());
  }

  /** The company that one kind names. */
  companyIn(kind: Kind): Named {
    if (kind === 'path') return this.inPath(companyInPath);
    return kind === 'query' ? this.inQuery('company_id') : this.inBody('company_id');
  }

  /** Whether the query has a key, with whatever value. */
  hasQuery(key: string): boolean {
    return idsInRequestQuery(this.config, this.reading.search, key).length > 0;
  }

  private get reading(): Reading {
    return this.readings[0] as Reading;
  }

  private findCompany(): NamedCompany {
    for (const by of KINDS) {
      const id = this.companyIn(by);
      if (id) return { id, by };
    }
    return NOBODY;
  }

  private inPath(idIn: (path: string) => Named): Named {
    const { readings } = this;
    return readings.length === 1 ? idIn(this.path) : agree(readings.map(({ path }) => idIn(path)));
  }

  private inQuery(key: string): Named {
    const { readings } = this;
    const config: unknown = this.config;
    return readings.length === 1
      ? idInRequestQuery(config, this.reading.search, key)
      : agree(readings.map(({ search }) => idInRequestQuery(config, search, key)));
  }

  private inBody(key: string): Named {
    const { method } = this;
    const config: unknown = this.config;
    // Servers ignore the bodies of these.
    if (method === 'GET' || method === 'HEAD') return undefined;
    this.body ??= readBody(config);
    return this.body && agree(this.body.getAll(key).map(readId));
  }
}
