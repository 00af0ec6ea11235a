import { fromPath } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { namedCompany } from '../support/named-company';

const API = 'https://api.procore.com';
const UUID = '0b3c1c9e-7d0e-4f55-9d5a-0c2a54f0a001';

describe('a path names the company that follows a whole segment `companies`', () => {
  test.each<[string, string]>([
    ['/rest/v1.0/companies/7', '7'],
    ['/rest/v1.0/companies/7/projects', '7'],
    ['rest/v1.0/companies/7/', '7'],
    ['companies/7', '7'],
    ['/vapid/companies/562949953443325/users', '562949953443325'],
    ['/rest/v2.0/companies/9223372036854775807/projects/3', '9223372036854775807'],
    ['/rest/v2.0/companies/7/projects/3/companies/7', '7'],
    ['/rest/v1.0/projects/3/companies/7', '7'],
    ['/rest/v1.0/companies/0/companies/7', '7'],
    ['/rest/v1.0/companies/companies/7', '7'],
    ['/rest/v1.0/companies/7?page=2', '7'],
    ['/rest/v1.0/companies/7#/companies/8', '7'],
    ['/rest/v1.0/companies/7?x=/companies/8', '7'],
    [`${API}/rest/v1.0/companies/7/projects`, '7'],
    ['HTTPS://user:pw@API.procore.com:443/rest/v1.0/companies/7', '7'],
  ])('%s', async (url, id) => {
    expect(await namedCompany({ url })).toBe(`path ${id}`);
  });

  test.each([
    'folders/a%20b',
    'folders/a b',
    'folders/\u00E9',
    'folders/%C3%A9',
    'folders/%E9',
    'files/a%2Fb',
    'files/a%5Cb',
    'files/a.b..c',
    'files/...',
    'files/a:b;c=d,e@f+g~h(i)!*',
    'files/100%',
    'x//y',
  ])('%s behind it makes no difference', async (rest) => {
    expect(await namedCompany({ url: `/rest/v1.0/companies/7/${rest}` })).toBe('path 7');
  });
});

test.each([
  '/rest/v1.0/companies',
  '/rest/v1.0/companies/',
  '/rest/v1.0/companies?page=2',
  '/rest/v1.0/companies/0/projects',
  '/rest/v1.0/companies/007/projects',
  '/rest/v1.0/companies/-7/projects',
  '/rest/v1.0/companies/+7/projects',
  '/rest/v1.0/companies/7.5/projects',
  '/rest/v1.0/companies/7e3/projects',
  '/rest/v1.0/companies/0x7/projects',
  '/rest/v1.0/companies/7a/projects',
  '/rest/v1.0/companies/9223372036854775808/projects',
  '/rest/v1.0/companies/99999999999999999999/projects',
  '/rest/v1.0/companies/\uFF17/projects',
  '/rest/v1.0/companies/undefined/projects',
  '/rest/v1.0/companies/NaN/projects',
  '/rest/v1.0/companies/{company_id}/projects',
  '/rest/v1.0/companies/:company_id/projects',
  '/rest/v1.0/companies/${companyId}/projects',
  `/rest/v1.0/workforce-planning/v2/companies/${UUID}/people`,
  '/rest/v1.0/projects/3/filter_options/assigned_companies/7',
  '/rest/v1.0/companies_of/7',
  '/rest/v1.0/my-companies/7',
  '/rest/v1.0/Companies/7',
  '/rest/v1.0/company/7',
  '/rest/v1.0/projects/3/x?next=/companies/7',
  '/rest/v1.0/projects/3/x#/companies/7',
  '/rest/v1.0/projects/3/x#/companies/7?page=2',
  '/rest/v1.0/projects/3/x?/companies/7/x',
])('%s names none', async (url) => {
  expect(await namedCompany({ url })).toBe('none');
});

describe('a `baseURL` and a url are read as they are joined', () => {
  test.each<[string, string, string]>([
    [`${API}/rest/v1.0/companies/7`, '', 'path 7'],
    [`${API}/rest/v1.0/companies/7`, 'projects', 'path 7'],
    [`${API}/rest/v1.0/companies/7`, '/projects', 'path 7'],
    [`${API}/rest/v1.0/companies/7/`, 'projects', 'path 7'],
    [`${API}/rest/v1.0/companies/7/`, '/projects', 'path 7'],
    [`${API}/rest/v1.0/companies/7//`, '/projects', 'ambiguous'],
    [`${API}/rest/v1.0/companies/7`, '8/projects', 'path 7'],
    [`${API}/rest/v1.0/companies`, '7', 'path 7'],
    [`${API}/rest/v1.0/companies`, '/7', 'path 7'],
    [`${API}/rest/v1.0/companies/`, '7/projects', 'path 7'],
    [`${API}/rest/v1.0/companies/`, '/7/projects', 'path 7'],
    [`${API}/rest/v1.0/companies//`, '/7', 'ambiguous'],
    [`${API}/rest/v1.0/companies`, '', 'none'],
    [`${API}/rest/v1.0/companies`, '?x=7', 'none'],
    [`${API}/rest/v1.0/companies`, '{company_id}/x', 'none'],
    [`${API}/rest/v1.0/my_companies`, '7', 'none'],
    [`${API}/rest/v1.0`, 'companies/7', 'path 7'],
    [`${API}/`, '/companies/7', 'path 7'],
    [`${API}//`, 'companies/7', 'ambiguous'],
    [`${API}///`, 'companies/7', 'ambiguous'],
    [`${API}/rest/companies/7///`, 'x', 'ambiguous'],
    ['https://gateway.example/procore', '/companies/7', 'path 7'],
    ['https://gateway.example/companies/', '/7', 'path 7'],
    [`${API}/rest/companies/8`, `${API}/rest/companies/7`, 'path 7'],
    [`${API}/rest/companies/8`, `${API}/rest/me`, 'none'],
    [`${API}/rest?x=1`, '/companies/7', 'none'],
    [`${API}/rest#x`, '/companies/7', 'none'],
    [`${API}/rest/companies/7?x=1`, '/companies/8', 'path 7'],
    [`${API}/rest/companies/7`, '/companies/8', 'ambiguous'],
    [`${API}/rest/companies///`, '7', 'ambiguous'],
    [`${API}/rest/companies////`, '/7/x', 'ambiguous'],
    [`${API}/rest/companies/7 `, 'x', 'ambiguous'],
    [`${API}/rest/companies/7\u00A0`, 'x', 'ambiguous'],
    [`${API}/rest/companies/7 `, '', 'ambiguous'],
  ])('%s + %s: %s', async (baseURL, url, named) => {
    expect(await namedCompany({ baseURL, url })).toBe(named);
  });

  test('a `baseURL` that ends in a question mark makes a query of the url', async () => {
    const baseURL = `${API}?`;

    expect(await namedCompany({ baseURL, url: '/rest/v1.0/companies/7' })).toBe('none');
    expect(await namedCompany({ baseURL, url: '/rest/v1.0/users?company_id=7' })).toBe('none');
  });

  test('an absolute url that some versions append to the `baseURL` is out of scope', async () => {
    const config = { allowAbsoluteUrls: false, baseURL: `${API}/rest/companies/8` };

    expect(await namedCompany({ ...config, url: `${API}/companies/8` })).toBe('out-of-scope');
    expect(await namedCompany({ ...config, url: '/x' })).toBe('path 8');
    expect(await namedCompany({ ...config, baseURL: '', url: `${API}/companies/8` })).toBe(
      'path 8',
    );
  });

  test.each([`${API}/rest/`, `${API}/rest`])(
    'for each url anew, as an instance remembers its last base: %s',
    async (baseURL) => {
      const { instance, events } = attachedInstance({}, { baseURL: `${API}/rest/companies/7` });

      await instance.get('/x');
      await instance.get('/companies/8', { baseURL });
      await instance.get('y');

      expect(events.map(({ companyId }) => companyId)).toEqual(['7', '8', '7']);
    },
  );
});

test.each(['/%09/[', '/x/%0A%2F[', '/%5C%0D/]:x'])(
  'a path that a parser could take for a host breaks no request: %s',
  async (url) => {
    expect(await namedCompany({ url })).toBe('none');
    expect(await namedCompany({ url: `/companies/7${url}` })).toBe('path 7');
  },
);

describe('a path that can be read in more than one way is ambiguous', () => {
  test.each([
    '/companies/7/companies/8',
    '/companies/7/../8',
    '/companies/7/../../projects/3',
    '/companies/7/%2e%2e/8',
    '/companies/7/%2E%2e/8',
    '/companies/7/.%2e/8',
    '/companies/./7',
    '/companies/%2e/7',
    '/companies/x/../7',
    '/companies/7/..\\8',
    '/companies\\7',
    '\\companies\\7',
    '/companies/7\\x',
    '/companies/7\\..\\8',
    '/companies/\t7',
    '/companies/7/../\n7',
    '/companies/7\t8',
    '/compa\nnies/7',
    '/companies\r/7/x',
    '/companies//7',
    '/companies%2f7',
    '/companies%2F7/x',
    '/companies%5C7',
    '/x%2fcompanies/7',
    '/x%2fcompanies%2f7',
    '/companies/%37',
    '/companies/7%38',
    '/companies/7%2f..%2f8',
    '/companies/7%2f8',
    '/%63ompanies/7',
    '/compani%65s/7/x',
    '/companies/%37/100%',
    '/100%/companies/%37',
    '/companies%2F7/x%zz',
    '/companies/7/%ff/companies/%38',
    '/companies%2F7/..%2F',
    '/companies%2F7%2F..',
    '/companies%2F7%2F%ff',
    '/companies/7%01/x',
    '/companies/7\u0001/x',
    '/companies/7%7F/x',
    '/companies%00/7',
    '/x/../companies/7',
    '/%2e/companies/7',
    '/x\\y/companies/7',
    '/x%2fy/companies/7',
    '/companies/%7Bcompany_id%7D/projects',
    '/companies/7/x/..',
    '/companies/7/.',
    '/companies/7 ',
  ])('%j', async (url) => {
    expect(await namedCompany({ url: `/rest/v1.0${url}` })).toBe('ambiguous');
    expect(await namedCompany({ url: `${API}/rest/v1.0${url}` })).toBe('ambiguous');
    expect(await namedCompany({ baseURL: `${API}/rest/v1.0`, url })).toBe('ambiguous');
  });

  test('neither a resolver nor a later kind decides then, but the call does', async () => {
    const url = '/rest/v1.0/companies/7/../8';
    const resolver = jest.fn(() => 7);
    expect(await namedCompany({ url }, { resolver })).toBe('ambiguous');
    expect(resolver).not.toHaveBeenCalled();
    expect(await namedCompany({ url, params: { company_id: 8 } })).toBe('ambiguous');
    expect(await namedCompany({ url, method: 'post', data: { company_id: 8 } })).toBe('ambiguous');
    expect(await namedCompany({ url, procoreCompanyId: 8 })).toBe('request 8');
  });
});

describe('the order of the kinds', () => {
  const url = '/rest/v1.0/companies/7/projects';

  test.each<[string, object]>([
    ['another query', { params: { company_id: 8 } }],
    ['a doubtful query', { url: `${url}?company_id=8&company_id=9` }],
    ['another body', { method: 'post', data: { company_id: 8 } }],
    ['a doubtful body', { method: 'post', data: new URLSearchParams('company_id=8&company_id=9') }],
  ])('a path counts before %s', async (_, config) => {
    expect(await namedCompany({ url, ...config })).toBe('path 7');
  });
});

describe('`fromPath`', () => {
  test('answers with what the path alone names, and says where from', async () => {
    const answers: unknown[] = [];
    const { instance } = attachedInstance({
      resolver: (request) => {
        answers.push(fromPath(request));
        return undefined;
      },
    });
    await instance.get('/rest/v1.0/companies/7', { params: { company_id: 8 } });
    await instance.get('/rest/v1.0/projects', { params: { company_id: 8 } });
    expect(answers).toStrictEqual(['7', undefined]);
    expect(fromPath.source).toBe('path');
  });

  test('answers with nothing where the path is ambiguous', () => {
    const config = { url: '/rest/v1.0/companies/7/../8', baseURL: API };
    const request = { config } as Parameters<typeof fromPath>[0];
    expect(fromPath(request)).toBeUndefined();
  });
});
