import type { AxiosRequestConfig } from 'axios';
import { fromQuery } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { namedCompany } from '../support/named-company';
import { rejection } from '../support/rejection';

const URL_OF_NONE = '/rest/v1.0/projects';

class Filter {
  page = 1;
  company_id: unknown;
  constructor(company: unknown) {
    this.company_id = company;
  }
}
class Inherited {
  page = 1;
  get company_id(): number {
    return 6 + this.page;
  }
}

describe('the query of a url', () => {
  test.each<[string, string]>([
    ['?company_id=7', 'query 7'],
    ['?page=2&company_id=7&per_page=9', 'query 7'],
    ['?company_id=7&company_id=7', 'query 7'],
    ['?company%5Fid=7', 'query 7'],
    ['?%63ompany_i%64=%37', 'query 7'],
    ['?company_id=%207', 'query 7'],
    ['?company_id=7#company_id=8', 'query 7'],
    ['?company_id=7&x=%zz', 'query 7'],
    ['?a=1?&company_id=7', 'query 7'],
    ['?&&company_id=7', 'query 7'],
    ['?company_id=9223372036854775807', 'query 9223372036854775807'],
    ['?company_id=7&company_id=8', 'ambiguous'],
    ['?company_id=7&company_id=', 'ambiguous'],
    ['?company_id=7&company_id=0', 'ambiguous'],
    ['?company_id=7&company_id', 'ambiguous'],
    ['?company\t_id=7', 'ambiguous'],
    ['?company_id=7\n8', 'ambiguous'],
    ['?company_id&company_id=7', 'ambiguous'],
    ['?company_ids=8&company_id=7', 'query 7'],
    ['?xcompany_id=8&company_id=7', 'query 7'],
    ['?company%5Fid=7&company_id=8', 'ambiguous'],
    ['?company_id', 'none'],
    ['?company_id=', 'none'],
    ['?company_id=0', 'none'],
    ['?company_id=007', 'none'],
    ['?company_id=undefined', 'none'],
    ['?company_id={company_id}', 'none'],
    ['?company_id=7,8', 'none'],
    ['?company_id=%EF%BC%97', 'none'],
    ['?company_id=9223372036854775808', 'none'],
    ['#company_id=7', 'none'],
    ['#?company_id=7', 'none'],
    ['?page=2#&company_id=7', 'none'],
    ['??company_id=7', 'none'],
    ['?company_id=7?&x=a b', 'none'],
    ['?%3Fcompany_id=7', 'none'],
    ['?x=company_id=7', 'none'],
    ['?x=%26company_id=7', 'none'],
    ['?company_id%3D7', 'none'],
  ])('%s: %s', async (query, named) => {
    expect(await namedCompany({ url: URL_OF_NONE + query })).toBe(named);
    const url = `https://api.procore.com${URL_OF_NONE}${query}`;
    expect(await namedCompany({ url })).toBe(named);
    const baseURL = 'https://api.procore.com/rest';
    expect(await namedCompany({ url: `v1.0/projects${query}`, baseURL })).toBe(named);
  });

  test.each([
    'Company_Id',
    'company_ids',
    'xcompany_id',
    'company_id_x',
    'company-id',
    'companyId',
    'company_id[]',
    'company_id[0]',
    'company_id%5B%5D',
    'filters[company_id]',
    'filters%5Bcompany_id%5D',
    'filters[assignee_company_id]',
    'company_id%20',
    '%20company_id',
    'company_id%00',
    'company%255Fid',
  ])('the key %s is another', async (key) => {
    expect(await namedCompany({ url: `${URL_OF_NONE}?${key}=7` })).toBe('none');
  });

  test('the query of a `baseURL` counts where the server sees it', async () => {
    const baseURL = 'https://api.procore.com/rest?company_id=7';
    expect(await namedCompany({ baseURL, url: '' })).toBe('query 7');
    expect(await namedCompany({ baseURL, url: '/x' })).toBe('none');
    expect(await namedCompany({ baseURL: `${baseURL}&x=`, url: '/y' })).toBe('query 7');
    const opened = 'https://api.procore.com/rest?company_id=';
    expect(await namedCompany({ baseURL: opened, url: '7' })).toBe('none');
  });
});

describe('`params`', () => {
  test.each<[string, unknown, string]>([
    ['a number', { company_id: 7 }, 'query 7'],
    ['a string', { company_id: '7' }, 'query 7'],
    ['a padded string', { company_id: ' 7\t' }, 'query 7'],
    ['a bigint', { company_id: BigInt('562949953443325') }, 'query 562949953443325'],
    [
      'an object without a prototype',
      Object.assign(Object.create(null), { company_id: 7 }),
      'query 7',
    ],
    ['an instance of a class', new Filter(7), 'query 7'],
    ['URLSearchParams', new URLSearchParams('page=1&company_id=7'), 'query 7'],
    ['URLSearchParams, twice', new URLSearchParams('company_id=7&company_id=7'), 'query 7'],
    ['URLSearchParams, two', new URLSearchParams('company_id=7&company_id=8'), 'ambiguous'],
    ['URLSearchParams, nested', new URLSearchParams('filters[company_id]=7'), 'none'],
    ['a getter of a class', new Inherited(), 'none'],
    ['a prototype', Object.create({ company_id: 7 }), 'none'],
    ['an array', { company_id: [7] }, 'none'],
    ['two in an array', { company_id: [7, 8] }, 'none'],
    ['a nested key', { filters: { company_id: 7 } }, 'none'],
    ['a key in brackets', { 'filters[company_id]': 7 }, 'none'],
    ['a key with brackets', { 'company_id[]': 7 }, 'none'],
    ['an object', { company_id: { id: 7 } }, 'none'],
    ['an instance that has the key of no id', new Filter('x'), 'none'],
    ['zero', { company_id: 0 }, 'none'],
    ['an empty string', { company_id: '' }, 'none'],
    ['`true`', { company_id: true }, 'none'],
    ['NaN', { company_id: NaN }, 'none'],
    ['a fraction', { company_id: 7.5 }, 'none'],
    ['an unsafe number', { company_id: 2 ** 53 }, 'none'],
    ['a date', { company_id: new Date(7) }, 'none'],
    ['null', { company_id: null }, 'none'],
    ['undefined', { company_id: undefined }, 'none'],
    ['another key', { assignee_company_id: 7, companyId: 7, Company_Id: 7 }, 'none'],
    ['no params', null, 'none'],
  ])('with %s: %j %s', async (_, params, named) => {
    expect(await namedCompany({ url: URL_OF_NONE, params })).toBe(named);
  });

  test.each<[string, unknown, string]>([
    ['company_id=7', { company_id: 7 }, 'query 7'],
    ['company_id=7', { company_id: null }, 'query 7'],
    ['company_id=7', { page: 2 }, 'query 7'],
    ['company_id=7', { company_id: 8 }, 'ambiguous'],
    ['company_id=7', { company_id: '' }, 'ambiguous'],
    ['company_id=7', new URLSearchParams('company_id=8'), 'ambiguous'],
    ['company%5Fid=7', { company_id: 8 }, 'ambiguous'],
    ['page=2', { company_id: 7 }, 'query 7'],
    ['x#company_id=8', { company_id: 7 }, 'query 7'],
  ])('beside ?%s in the url, %j: %s', async (query, params, named) => {
    expect(await namedCompany({ url: `${URL_OF_NONE}?${query}`, params })).toBe(named);
  });

  test('those of the instance count like those of the call', async () => {
    const { instance, sentIds } = attachedInstance({}, { params: { company_id: 7 } });
    await instance.get(URL_OF_NONE, { params: { page: 2 } });
    await instance.get(URL_OF_NONE, { params: { company_id: 8 } });
    expect(sentIds()).toStrictEqual(['7', '8']);
  });

  test('they stay as they are', async () => {
    const { instance, sent } = attachedInstance();
    const params = { company_id: 7, tags: ['a'] };
    await instance.get(`${URL_OF_NONE}?page=2`, { params });
    expect(sent[0]?.params).toStrictEqual({ company_id: 7, tags: ['a'] });
    expect(sent[0]?.url).toBe(`${URL_OF_NONE}?page=2`);
  });
});

describe('`paramsSerializer`', () => {
  test('counts even for params that are no object', async () => {
    for (const serialize of [() => 'company_id=7', String]) {
      for (const paramsSerializer of [serialize, { serialize }] as Serializer[]) {
        const late = { params: 'company_id=7', paramsSerializer };
        expect(await namedCompany({ url: URL_OF_NONE }, {}, late)).toBe('query 7');
      }
    }
    expect(await namedCompany({ url: URL_OF_NONE }, {}, { params: 'company_id=7' })).toBe('none');
  });

  type Serializer = NonNullable<AxiosRequestConfig['paramsSerializer']>;

  test.each<[unknown, string]>([
    ['company_id=8', 'query 8'],
    ['page=1&company%5Fid=8', 'query 8'],
    ['company_id=8&company_id=9', 'ambiguous'],
    ['company=8', 'none'],
    ['', 'none'],
    [undefined, 'none'],
    ['company_id=8#x', 'ambiguous'],
    ['company_id=8#&company_id=8', 'ambiguous'],
    ['page=1#top', 'ambiguous'],
    ['company_id=8\n', 'ambiguous'],
    ['company_id=8\r\n&page=1', 'ambiguous'],
    ['company\t_id=8', 'ambiguous'],
    ['company_id=8\u0000', 'ambiguous'],
    ['company_id=8\u0000&page=1', 'ambiguous'],
    ['company_id=8 ', 'query 8'],
  ])('what it makes of the params counts, not the params: %j %s', async (text, named) => {
    const serialize = () => text;
    for (const paramsSerializer of [serialize, { serialize }] as Serializer[]) {
      const config = { url: URL_OF_NONE, params: { company_id: 7 }, paramsSerializer };
      expect(await namedCompany(config)).toBe(named);
    }
  });

  test('as a function, as axios 0.x has it, it counts like one among options', async () => {
    const late = { params: { company_id: 7 }, paramsSerializer: () => 'company_id=8' };
    expect(await namedCompany({ url: URL_OF_NONE }, {}, late)).toBe('query 8');
  });

  test('it is given the params, and what it makes stands beside the query of the url', async () => {
    const serialize = jest.fn(
      (params: Record<string, unknown>) => `company_id=${Number(params.company)}`,
    );
    const config = { params: { company: 7 }, paramsSerializer: { serialize } };
    expect(await namedCompany({ ...config, url: URL_OF_NONE })).toBe('query 7');
    expect(await namedCompany({ ...config, url: `${URL_OF_NONE}?company_id=8` })).toBe('ambiguous');
    expect(serialize.mock.calls[0]?.[0]).toStrictEqual({ company: 7 });
  });

  test('without params it is not asked', async () => {
    const serialize = jest.fn(() => 'company_id=8');
    const paramsSerializer = { serialize };
    expect(await namedCompany({ url: URL_OF_NONE, paramsSerializer })).toBe('none');
    expect(await namedCompany({ url: URL_OF_NONE, params: null, paramsSerializer })).toBe('none');
    expect(serialize).not.toHaveBeenCalled();
  });

  test('one that throws makes the query ambiguous, and the error is left to axios', async () => {
    const serialize = () => {
      throw new Error('no');
    };
    const config = { params: { company_id: 7 }, paramsSerializer: { serialize } };
    expect(await namedCompany({ ...config, url: URL_OF_NONE })).toBe('ambiguous');
    expect(await namedCompany({ ...config, url: '/companies/8' })).toBe('path 8');
    const rejecting = { onUnresolved: 'reject' } as const;
    const { instance } = attachedInstance(rejecting);
    const error = await rejection(instance.get(URL_OF_NONE, config));
    expect(error.procoreCode).toBe('ERR_PROCORE_UNRESOLVED_COMPANY_ID');
  });

  test('with `indexes: null` a list has the plain key, so that its ids count', async () => {
    const named = (params: object, paramsSerializer: object = { indexes: null }) =>
      namedCompany({ url: URL_OF_NONE, params, paramsSerializer });

    expect(await named({ company_id: [7] })).toBe('query 7');
    expect(await named({ company_id: [7, 8] })).toBe('ambiguous');
    expect(await named({ ids: [7, 8] })).toBe('none');
    expect(await named({ company_id: [7] }, { indexes: true })).toBe('none');
  });
});

describe('`fromQuery`', () => {
  test('answers with what the query alone names, and says where from', async () => {
    const answers: unknown[] = [];
    const { instance } = attachedInstance({
      onConflict: 'send',
      resolver: (request) => {
        answers.push(fromQuery(request));
        return undefined;
      },
    });
    await instance.get('/rest/v1.0/companies/7', { params: { company_id: 8 } });
    await instance.get('/rest/v1.0/companies/7');
    await instance.get('/rest/v1.0/companies/7?company_id=8&company_id=9');
    expect(answers).toStrictEqual(['8', undefined, undefined]);
    expect(fromQuery.source).toBe('query');
  });
});

test('a value that cannot be written names none', async () => {
  const { instance, sentIds } = attachedInstance();

  await instance.get('/rest/v1.0/projects', {
    params: { company_id: { toString: () => '7', toJSON: () => JSON.parse('{') as unknown } },
  });

  expect(sentIds()).toEqual([undefined]);
});

test.each(['company_id=7&', 'company_id', 'xcompany_id=7&', 'company_id&', '?'])(
  'a long query of %j takes no time',
  (piece) => {
    const url = `/rest/v1.0/users?${piece.repeat(2 ** 17 / piece.length)}`;
    const start = process.cpuUsage();
    fromQuery({ config: { url } } as never);

    const { user, system } = process.cpuUsage(start);
    // In microseconds of processor time: it was eight seconds once.
    expect(user + system).toBeLessThan(1_500_000);
  },
);

test('a url that is nothing but a query is read alike', async () => {
  const baseURL = 'https://api.procore.com/rest/v1.0/users';
  expect(await namedCompany({ baseURL, url: '?company_id=7' })).toBe('query 7');
  expect(await namedCompany({ baseURL, url: '?page=2' })).toBe('none');
});
