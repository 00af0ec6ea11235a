import type { ProcoreEdge } from '../../lib/testing';
import { call, form, multipart } from './call';
import { startEdge } from './edges';

const LONG = '9007199254740993';

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await startEdge({ companies: [{ id: LONG, name: 'Long' }] });
});

const post = (type: string | undefined, body: string) =>
  call(`${edge.url}/rest/v1.0/projects`, {
    method: 'POST',
    company: LONG,
    body,
    headers: type === undefined ? {} : { 'Content-Type': type },
  });

describe('a body', () => {
  test.each([
    ['application/json', `{"company_id":${LONG},"project":{"name":"A"}}`],
    ['application/json; charset=utf-8', `{ "project": {"name":"A"}, "company_id" : ${LONG} }`],
    ['APPLICATION/VND.API+JSON', `{"company_id":"${LONG}","project":{"name":"A"}}`],
    ['application/x-www-form-urlencoded', `company_id=${LONG}&project%5Bname%5D=A`],
    [
      'multipart/form-data; boundary="a b"',
      `--a b\r\nContent-Disposition: form-data; name="company_id"\r\n\r\n${LONG}\r\n--a b\r\nContent-Disposition: form-data; name="project[name]"\r\n\r\nA\r\n--a b--\r\n`,
    ],
    [
      'multipart/form-data; boundary=x-y',
      `--x-y\r\nContent-Disposition: form-data;name="company_id"\r\n\r\n${LONG}\r\n--x-y\r\nContent-Disposition: form-data; name="project[name]"\r\n\r\nA\r\n--x-y--\r\n`,
    ],
  ])('of the type %s names its company exactly', async (type, body) => {
    const { status, text } = await post(type, body);

    expect(status).toBe(201);
    expect(text).toContain(`"company":{"id":${LONG},`);
  });

  test.each([
    [undefined, `{"company_id":${LONG}}`],
    ['text/plain', `{"company_id":${LONG}}`],
    ['application/jsonp', `{"company_id":${LONG}}`],
    [
      'multipart/form-data',
      `--x\r\nContent-Disposition: form-data; name="company_id"\r\n\r\n1\r\n`,
    ],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--'],
    ['multipart/form-data; boundary=x', `--x\r\nContent-Disposition: form-data; name="company_id"`],
    ['application/json', ''],
    ['application/json', ' \r\n'],
    ['application/json', '{"company_id":""}'],
    ['x-application/json', `{"company_id":${LONG}}`],
    ['x-application/x-www-form-urlencoded', `company_id=${LONG}`],
    [
      'x-multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="company_id"\r\n\r\n${LONG}\r\n--x--`,
    ],
    [
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="company_id";filename="a"\r\n\r\n${LONG}\r\n--x--`,
    ],
    ['application/json', 'null'],
    ['application/json', `{"project":{"company_id":${LONG}}}`],
    ['application/json', '{"__proto__":{"company_id":1}}'],
  ])('of the type %s names no company by %j', async (type, body) => {
    const { json } = await post(type, body);

    expect(json.error.message).toBe('Missing Project or Company ID');
  });

  test('leaves the text inside of JSON strings as it is', async () => {
    const name = `"company_id": ${LONG}, "id":"7"`;

    const { json } = await call(`${edge.url}/rest/v1.0/projects`, {
      method: 'POST',
      company: LONG,
      json: { company_id: LONG, project: { name } },
    });

    expect(json.name).toBe(name);
  });

  test('can have in a field what its boundary begins with', async () => {
    const name = 'A\r\n--x B';

    const { json } = await call(`${edge.url}/rest/v1.0/projects`, {
      method: 'POST',
      company: LONG,
      ...multipart({ company_id: LONG, 'project[name]': name }),
    });

    expect(json.name).toBe(name);
  });

  test('that is malformed JSON gets 400', async () => {
    const { status, json } = await post('application/json', '{"company_id":');

    expect(status).toBe(400);
    expect(json.error).toEqual({
      code: 'BAD_REQUEST',
      message: 'The request body is not valid JSON',
    });
    expect(edge.requests[edge.requests.length - 1]?.outcome).toBe('malformed-body');
  });

  test('is looked at only after the header', async () => {
    const { text } = await call(`${edge.url}/rest/v1.0/projects`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{',
    });

    expect(text).toContain('Missing Procore-Company-Id header!');
  });

  test('keeps a field that the query names out of its way', async () => {
    const body = form({ company_id: '1', 'project[name]': 'A' });

    const { status } = await call(`${edge.url}/rest/v1.0/projects?company_id=${LONG}`, {
      method: 'POST',
      company: LONG,
      ...body,
    });

    expect(status).toBe(201);
  });

  test('that is a file does not pass for a field', async () => {
    const { status } = await call(`${edge.url}/rest/v1.0/projects?company_id=${LONG}`, {
      method: 'POST',
      company: LONG,
      ...multipart({ 'project[name]': 'Ünder' }, Buffer.from('x')),
    });

    expect(status).toBe(201);
  });
});
