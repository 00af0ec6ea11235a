import type { RequestConfigLike } from './axios-types';
import { readId } from './company-id';
import { agree, AMBIGUOUS, idInPath, type Named, projectInPath } from './named-id';
import { type BodyFields, readBody } from './request-body';
import { ownFields, type RequestFields } from './request-fields';
import { idInRequestQuery, idsInRequestQuery, queryText } from './request-query';
import { createPrefixes, readRequestUrl } from './request-readings';
import type { Reading } from './request-url';
import type { ProcoreRequest } from './resolvers/procore-request';
import { routeOf } from './route';

export type { ProcoreRequest };

/** Where in a request a company can be named, in order of precedence. */
export const KINDS = ['path', 'query', 'body'] as const;
export type Kind = (typeof KINDS)[number];

const NOBODY: NamedCompany = {};
/** Servers ignore the bodies of these. */
const BODILESS = /^(?:get|head)$/i;

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
  readonly fields: RequestFields;
  /** `procoreCompanyId` in the config, as the call gave it or as axios merged it in. */
  readonly given: unknown;
  /** More than one where url parsers or servers may disagree. */
  readonly readings: readonly Reading[];
  /** Whether the header was found to be nowhere on the request: then it need not be looked for again. */
  hasNoHeader = false;
  private found: NamedCompany | undefined;
  private body: BodyFields | undefined;

  constructor(config: RequestConfigLike, fields = ownFields(config), prefixes = createPrefixes()) {
    this.config = config as unknown;
    this.fields = fields;
    this.given = fields.procoreCompanyId;
    this.readings = readRequestUrl(fields, prefixes);
  }

  get method(): string {
    const { method } = this.fields;
    return typeof method === 'string' && method !== 'get' ? method.toUpperCase() : 'GET';
  }

  get url(): string {
    const { origin, path, search } = this.reading;
    const query = queryText(this.fields, search);
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
      this.projectIn('path') ?? this.projectIn('query') ?? this.projectIn('body'),
    );
  }

  /** The first of path, query and body that names a company, or may name one. */
  named(): NamedCompany {
    return (this.found ??= this.findCompany());
  }

  /** The company that one kind names. */
  companyIn(kind: Kind): Named {
    return this.idIn(kind, companyInPath, 'company_id');
  }

  /** The project that one kind names. */
  projectIn(kind: Kind): Named {
    return this.idIn(kind, projectInPath, 'project_id');
  }

  /** Whether the query has a key, with whatever value. */
  hasQuery(key: string): boolean {
    return idsInRequestQuery(this.fields, this.reading.search, key).length > 0;
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

  private idIn(kind: Kind, inPath: (path: string) => Named, key: string): Named {
    if (kind === 'path') return this.inPath(inPath);
    return kind === 'query' ? this.inQuery(key) : this.inBody(key);
  }

  private inPath(idIn: (path: string) => Named): Named {
    const { readings } = this;
    return readings.length === 1 ? idIn(this.path) : agree(readings.map(({ path }) => idIn(path)));
  }

  private inQuery(key: string): Named {
    const { readings, fields } = this;
    return readings.length === 1
      ? idInRequestQuery(fields, this.reading.search, key)
      : agree(readings.map(({ search }) => idInRequestQuery(fields, search, key)));
  }

  private inBody(key: string): Named {
    const { data, method } = this.fields;
    if (data === undefined || typeof method !== 'string' || BODILESS.test(method)) return undefined;
    try {
      this.body ??= readBody(this.fields);
      return this.body && agree(this.body.getAll(key).map(readId));
    } catch {
      // axios cannot read it either.
      return undefined;
    }
  }
}
