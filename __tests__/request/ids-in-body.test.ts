import FormDataPackage from 'form-data';
import { fromBody, type ProcoreRequest } from 'axios-procore-company-id';
import { Readable } from 'stream';
import { attachedInstance } from '../support/attached-instance';
import { namedCompany } from '../support/named-company';

const url = '/rest/v1.0/projects';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

const formOfPackage = (): FormDataPackage => {
  const form = new FormDataPackage();
  form.append('company_id', '7');
  return form;
};

class Dto {
  constructor(readonly company_id: number) {}
}

const named = (data: unknown, more: object = {}) =>
  namedCompany({ method: 'post', url, data, ...more });

describe('an object', () => {
  test.each<[string, unknown, string]>([
    ['a number', { company_id: 7, project: { name: 'x' } }, 'body 7'],
    ['a string', { company_id: '7' }, 'body 7'],
    ['no prototype', Object.assign(Object.create(null), { company_id: 7 }), 'body 7'],
    ['more than 64 KiB', { company_id: 7, note: 'x'.repeat(100_000) }, 'body 7'],
    ['a class', new Dto(7), 'body 7'],
    ['a function of the name that forms have', { getAll: () => ['8'], company_id: 7 }, 'body 7'],
    ['null', { company_id: null }, 'none'],
    ['undefined', { company_id: undefined }, 'none'],
    ['a word', { company_id: 'x' }, 'none'],
    ['zero', { company_id: 0 }, 'none'],
    ['an array for an id', { company_id: [7] }, 'none'],
    ['an object for an id', { company_id: { id: 7 } }, 'none'],
    ['a nested key', { project: { company_id: 7 } }, 'none'],
    ['a key in brackets', { 'project[company_id]': 7 }, 'none'],
    ['another key', { companyId: 7, Company_Id: 7, assignee_company_id: 7 }, 'none'],
    ['a prototype', Object.create({ company_id: 7 }), 'none'],
    ['its own __proto__', JSON.parse('{"__proto__":{"company_id":7}}'), 'none'],
    ['an array', [{ company_id: 7 }], 'none'],
    ['an array with the key', Object.assign([1], { company_id: 7 }), 'none'],
    ['nothing', undefined, 'none'],
    ['null', null, 'none'],
    ['a number', 7, 'none'],
  ])('with %s', async (_, data, expected) => {
    expect(await named(data)).toBe(expected);
  });

  test('which axios will send as a form, is read alike', async () => {
    const headers = { 'Content-Type': 'multipart/form-data' };
    expect(await named({ company_id: 7 }, { headers })).toBe('body 7');
    expect(await named({ company_id: 7 }, { headers: FORM_TYPE })).toBe('body 7');
  });
});

test('an object without a prototype is read where axios has not copied it', async () => {
  const data = Object.assign(Object.create(null) as object, { company_id: 7 });
  expect(await namedCompany({ method: 'post', url }, {}, { data })).toBe('body 7');
});

describe('JSON text', () => {
  test.each<[string, string]>([
    ['{"company_id":7,"project":{"name":"x"}}', 'body 7'],
    [' \n{"company_id":"7"}', 'body 7'],
    ['{"company_id":8,"company_id":7}', 'body 7'],
    ['{"company\\u005fid":7}', 'body 7'],
    ['{"project":{"company_id":7}}', 'none'],
    ['{"__proto__":{"company_id":7}}', 'none'],
    ['{"note":"company_id=7"}', 'none'],
    ['[{"company_id":7}]', 'none'],
    ['"company_id=7"', 'none'],
    ['7', 'none'],
    ['null', 'none'],
    ['{"company_id":7', 'none'],
    ['company_id=7', 'none'],
    ['', 'none'],
  ])('%s: %s', async (data, expected) => {
    expect(await named(data, { headers: JSON_TYPE })).toBe(expected);
  });

  test.each([
    { 'content-type': 'application/json; charset=utf-8' },
    { 'CONTENT-TYPE': 'Application/JSON' },
    { 'Content-Type': 'application/vnd.api+json' },
  ])('is known by the type %j', async (headers) => {
    expect(await named('{"company_id":7}', { headers })).toBe('body 7');
  });

  test.each(['{"company_id":7}', ' {"company_id":7}', ' \n\t{"company_id":7}'])(
    'is known by how it begins, where it has no type: %j',
    async (data) => {
      expect(await named(data)).toBe('body 7');
    },
  );

  test('is known by a type in the defaults of the instance', async () => {
    const { instance, sentIds } = attachedInstance();
    instance.defaults.headers.common['Content-Type'] = 'application/json';
    await instance.post(url, '{"company_id":7}');
    expect(sentIds()).toStrictEqual(['7']);
  });

  test('is read up to 64 KiB', async () => {
    const textOf = (length: number) =>
      `{"company_id":7,"note":"${'x'.repeat(length - '{"company_id":7,"note":""}'.length)}"}`;
    expect(textOf(65_536)).toHaveLength(65_536);
    expect(await named(textOf(65_536), { headers: JSON_TYPE })).toBe('body 7');
    expect(await named(textOf(65_537), { headers: JSON_TYPE })).toBe('none');
  });
});

describe('form text', () => {
  test.each<[string, string]>([
    ['company_id=7&name=x', 'body 7'],
    ['name=x&company%5Fid=%37', 'body 7'],
    ['company_id=7&company_id=7', 'body 7'],
    ['company_id=7&company_id=8', 'ambiguous'],
    ['company_id=7&company_id=', 'ambiguous'],
    ['company_id=', 'none'],
    ['project[company_id]=7', 'none'],
    ['project%5Bcompany_id%5D=7', 'none'],
    ['company_id[]=7', 'none'],
    ['xcompany_id=7', 'none'],
    ['?company_id=7', 'none'],
    // axios 0.x gives this type to every text without one.
    ['{"company_id":7}', 'body 7'],
    [' {"company_id":7}', 'body 7'],
  ])('%s: %s', async (data, expected) => {
    expect(await named(data, { headers: FORM_TYPE })).toBe(expected);
  });

  test('is what a text without a type is, to axios', async () => {
    expect(await named('company_id=7&name=x')).toBe('body 7');
    expect(await named('company_id=7&name={')).toBe('body 7');
    expect(await named('x{"company_id":7}')).toBe('none');
  });

  test('is read up to 64 KiB', async () => {
    const textOf = (length: number) => 'company_id=7&note='.padEnd(length, 'x');
    expect(await named(textOf(65_536), { headers: FORM_TYPE })).toBe('body 7');
    expect(await named(textOf(65_537), { headers: FORM_TYPE })).toBe('none');
  });
});

test.each(['text/plain', 'application/xml', 'text/csv'])(
  'text of the type %s names none',
  async (type) => {
    const headers = { 'Content-Type': type };
    expect(await named('{"company_id":7}', { headers })).toBe('none');
    expect(await named('company_id=7', { headers })).toBe('none');
  },
);

describe('a form object', () => {
  const fill = <T extends { append(key: string, value: string): void }>(
    form: T,
    ids: string[],
  ): T => {
    form.append('project[company_id]', '9');
    form.append('name', 'company_id=9');
    for (const id of ids) form.append('company_id', id);
    return form;
  };

  test.each<[string, () => { append(key: string, value: string): void }]>([
    ['URLSearchParams', () => new URLSearchParams()],
    ['FormData', () => new FormData()],
  ])('%s', async (_, create) => {
    expect(await named(fill(create(), []))).toBe('none');
    expect(await named(fill(create(), ['7']))).toBe('body 7');
    expect(await named(fill(create(), ['7', '7']))).toBe('body 7');
    expect(await named(fill(create(), ['7', '8']))).toBe('ambiguous');
    expect(await named(fill(create(), ['7', 'x']))).toBe('ambiguous');
    expect(await named(fill(create(), ['x']))).toBe('none');
  });

  test('a file under the key is no id', async () => {
    const global = new FormData();
    global.append('company_id', new Blob(['7']), '7');
    expect(await named(global)).toBe('none');
  });
});

test.each<[string, () => unknown]>([
  ['a Buffer', () => Buffer.from('{"company_id":7}')],
  ['an ArrayBuffer', () => new TextEncoder().encode('{"company_id":7}').buffer],
  ['bytes', () => new TextEncoder().encode('{"company_id":7}')],
  ['a Blob', () => new Blob(['{"company_id":7}'])],
  ['a stream', () => Readable.from(['{"company_id":7}'])],
  ['the `form-data` package', formOfPackage],
  ['a Map', () => new Map([['company_id', 7]])],
])('%s names none', async (_, create) => {
  expect(await named(create(), { headers: JSON_TYPE })).toBe('none');
});

test.each(['get', 'GET', 'head', 'Head'])('the body of a %s is not looked at', async (method) => {
  expect(await namedCompany({ method, url, data: { company_id: 7 } })).toBe('none');
  const data = new URLSearchParams('company_id=7&company_id=8');
  expect(await namedCompany({ method, url, data })).toBe('none');
});

test.each(['post', 'PUT', 'patch', 'DELETE', 'options'])('the body of a %s is', async (method) => {
  expect(await namedCompany({ method, url, data: { company_id: 7 } })).toBe('body 7');
});

test.each(['gets', 'forget', 'heads', 'ahead'])(
  'the body of a method that only looks like one without is: %s',
  async (method) => {
    expect(await named({ company_id: 7 }, { method })).toBe('body 7');
  },
);

test('a request without a method is a GET', async () => {
  expect(await namedCompany({ url, data: { company_id: 7 } })).toBe('none');
  const config = { url, data: { company_id: 7 } };
  expect(fromBody({ config } as ProcoreRequest)).toBeUndefined();
  expect(fromBody({ config: { ...config, method: 'post' } } as ProcoreRequest)).toBe('7');
});

test('the query counts before the body, the body before the default', async () => {
  expect(await named({ company_id: 7 }, { params: { company_id: 8 } })).toBe('query 8');
  expect(await named({ company_id: 7 }, { params: { company_id: '' } })).toBe('body 7');
  expect(await named({ company_id: 7 }, { url: `${url}?company_id=8&company_id=9` })).toBe(
    'ambiguous',
  );
});

test('the body stays as it is', async () => {
  const { instance, sent } = attachedInstance();
  await instance.post(url, { company_id: 7, name: 'x' });
  expect(sent[0]?.data).toBe('{"company_id":7,"name":"x"}');
});

test('`fromBody` answers with what the body alone names, and says where from', async () => {
  const answers: unknown[] = [];
  const { instance } = attachedInstance({
    resolver: (request) => {
      answers.push(fromBody(request));
      return undefined;
    },
  });
  await instance.post('/rest/v1.0/companies/8', { company_id: 7 });
  await instance.post('/rest/v1.0/companies/8', new URLSearchParams('company_id=7&company_id=9'));
  await instance.get('/rest/v1.0/companies/8', { data: { company_id: 7 } });
  expect(answers).toStrictEqual(['7', undefined, undefined]);
  expect(fromBody.source).toBe('body');
});
