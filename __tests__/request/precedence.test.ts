import { type CompanyIdEvent, type CompanyIdResolver } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';

const HEADER = 'Procore-Company-Id';

interface Sources {
  request?: unknown;
  header?: unknown;
  resolver?: CompanyIdResolver;
  path?: number;
  query?: number;
  body?: number;
  default?: number;
}

/** Sends one request in which each of the given sources names a company. */
async function send(sources: Sources) {
  const { instance, sentIds, events } = attachedInstance({
    companyId: sources.default,
    resolver: sources.resolver,
    onConflict: 'send',
  });
  await instance.request({
    method: 'post',
    url: sources.path ? `/rest/v1.0/companies/${sources.path}/users` : '/rest/v1.0/users',
    ...('request' in sources && { procoreCompanyId: sources.request as never }),
    ...('header' in sources && { headers: { [HEADER]: sources.header as never } }),
    params: sources.query ? { company_id: sources.query } : {},
    data: sources.body ? { company_id: sources.body } : {},
  });
  const [event] = events as [CompanyIdEvent];
  return { id: sentIds()[0], source: event.source, type: event.type };
}

const resolver = () => 3;
const silent = () => undefined;

describe('the order of the sources', () => {
  test.each<[string, Sources, string, string]>([
    [
      'the request before all others',
      { request: 1, header: 2, resolver, path: 4, query: 5, body: 6, default: 7 },
      '1',
      'request',
    ],
    [
      'a header before the resolver',
      { header: 2, resolver, path: 4, query: 5, body: 6, default: 7 },
      '2',
      'header',
    ],
    [
      'the resolver before what the request names',
      { resolver, path: 4, query: 5, body: 6, default: 7 },
      '3',
      'resolver',
    ],
    [
      'the path before query and body, after a resolver that knows nothing',
      { resolver: silent, path: 4, query: 5, body: 6, default: 7 },
      '4',
      'path',
    ],
    [
      'the query before the body, after a resolver that knows nothing',
      { resolver: silent, query: 5, body: 6, default: 7 },
      '5',
      'query',
    ],
    [
      'the body before the default, after a resolver that knows nothing',
      { resolver: silent, body: 6, default: 7 },
      '6',
      'body',
    ],
    [
      'the default last, after a resolver that knows nothing',
      { resolver: silent, default: 7 },
      '7',
      'default',
    ],
    ['a header before the path', { header: 2, path: 4, default: 7 }, '2', 'header'],
    [
      'the path before query, body and default',
      { path: 4, query: 5, body: 6, default: 7 },
      '4',
      'path',
    ],
    ['the query before body and default', { query: 5, body: 6, default: 7 }, '5', 'query'],
    ['the body before the default', { body: 6, default: 7 }, '6', 'body'],
    ['the default where nothing else names a company', { default: 7 }, '7', 'default'],
  ])('has %s', async (_what, sources, id, source) => {
    expect(await send(sources)).toEqual({
      id,
      source,
      type: source === 'header' ? 'kept' : 'resolved',
    });
  });

  test.each([[null], [undefined]])('passes over a %p at every step', async (none) => {
    const nothing = { request: none, header: none };

    expect(await send({ ...nothing, resolver: () => none, path: 4, default: 7 })).toEqual({
      id: '4',
      source: 'path',
      type: 'resolved',
    });
    expect(await send({ ...nothing, resolver: () => none, default: 7 })).toEqual({
      id: '7',
      source: 'default',
      type: 'resolved',
    });
    expect(await send({ ...nothing, resolver: () => none })).toMatchObject({ id: undefined });
  });

  test('has no id where no source has one', async () => {
    expect(await send({})).toEqual({ id: undefined, source: undefined, type: 'unresolved' });
  });
});

describe('an unusable id that is merely found', () => {
  test.each([
    ['the path', '/rest/v1.0/companies/0/users'],
    ['the path', '/rest/v1.0/companies/{company_id}/users'],
    ['the path', '/rest/v1.0/companies/:company_id/users'],
    ['the path', '/rest/v1.0/companies/007/users'],
    ['the path', '/rest/v1.0/companies/undefined/users'],
    ['the path', '/rest/v1.0/companies/9223372036854775808/users'],
    ['the path', '/rest/v1.0/companies/123e4567-e89b-12d3-a456-426614174000/users'],
    ['the query', '/rest/v1.0/users?company_id='],
    ['the query', '/rest/v1.0/users?company_id=undefined'],
    ['the query', '/rest/v1.0/users?company_id=-1'],
    ['the query', '/rest/v1.0/users?company_id=1.5'],
  ])('in %s counts as none: %s', async (_where, url) => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 7 });
    const without = attachedInstance();

    await instance.get(url);
    await without.instance.get(url);

    expect(sentIds()).toEqual(['7']);
    expect(events).toMatchObject([{ type: 'resolved', source: 'default' }]);
    expect(without.sentIds()).toEqual([undefined]);
    expect(without.events).toMatchObject([{ type: 'unresolved', reason: 'unresolved' }]);
  });

  test.each([[''], ['undefined'], [0], [-1], [1.5], ['007'], [true], [null], [{ id: 3 }], [[3]]])(
    'in the body counts as none: %j',
    async (value) => {
      const { instance, sentIds, events } = attachedInstance({ companyId: 7 });

      await instance.post('/rest/v1.0/users', { company_id: value });

      expect(sentIds()).toEqual(['7']);
      expect(events).toMatchObject([{ type: 'resolved', source: 'default' }]);
    },
  );

  test.each([[''], ['undefined'], [0], [-1], [1.5], ['007'], [true], [null], [undefined]])(
    'in params counts as none: %j',
    async (value) => {
      const { instance, sentIds, events } = attachedInstance({ companyId: 7 });

      await instance.get('/rest/v1.0/users', { params: { company_id: value } });

      expect(sentIds()).toEqual(['7']);
      expect(events).toMatchObject([{ type: 'resolved', source: 'default' }]);
    },
  );
});

describe('an id with 64 bits', () => {
  const ID = '9007199254740993';

  test.each<[string, Sources | { request: string }]>([
    ['the request', { request: ID }],
    ['a bigint in the request', { request: BigInt(ID) }],
    ['a header', { header: ID }],
    ['a resolver', { resolver: () => ID }],
    ['a bigint from a resolver', { resolver: () => BigInt(ID) }],
    ['the path', { path: ID as never }],
    ['the query', { query: ID as never }],
    ['the body', { body: ID as never }],
    ['the default', { default: ID as never }],
    ['a bigint as default', { default: BigInt(ID) as never }],
  ])('keeps all its digits from %s', async (_what, sources) => {
    expect((await send(sources as Sources)).id).toBe(ID);
  });
});
