import { MISSING_HEADER_TEXT } from 'axios-procore-company-id/testing';
import { auditJson } from '../support/audit-input';
import { runCommand } from '../support/run-command';

interface Exchange {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: string;
  form?: Record<string, string>;
  status?: number;
  answer?: string | undefined;
  encoding?: string;
  at?: string;
}

const pairs = (values: Record<string, string> = {}): object[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

const entry = ({
  method = 'GET',
  url = '',
  headers,
  body,
  form,
  status = 200,
  answer,
  encoding,
  at = '2026-06-01T00:00:00Z',
}: Exchange): object => ({
  startedDateTime: at,
  request: {
    method,
    url: url.startsWith('/') ? `https://api.procore.com${url}` : url,
    headers: pairs(headers),
    postData:
      body === undefined && !form
        ? undefined
        : { mimeType: 'x', text: body, params: form && pairs(form) },
  },
  response: { status, content: { text: answer, encoding } },
});

const har = (...entries: unknown[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'x' }, entries } }, null, 2);

describe('an exchange in a HAR file', () => {
  test.each<[string, Exchange, object]>([
    ['names its company in the path', { url: '/rest/v1.0/companies/7/users' }, { path: 1 }],
    ['names it in the query', { url: '/rest/v1.0/our_settings?company_id=7' }, { query: 1 }],
    [
      'names it in a JSON body',
      {
        method: 'post',
        url: '/rest/v1.0/our_settings',
        headers: { 'Content-Type': 'application/json' },
        body: '{"company_id":7}',
      },
      { body: 1 },
    ],
    [
      'names it in a form',
      {
        method: 'POST',
        url: '/rest/v1.0/our_settings',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        form: { company_id: '7' },
      },
      { body: 1 },
    ],
    [
      'has the header',
      { url: '/rest/v1.0/our_settings', headers: { 'procore-company-id': '7' } },
      { given: 1 },
    ],
    ['names a project in the path', { url: '/rest/v1.0/projects/3/rfis' }, { project: 1 }],
    [
      'names a project in the query',
      { url: '/rest/v1.0/our_settings?project_id=3' },
      { project: 1 },
    ],
    [
      'names no project where one is documented',
      { url: '/rest/v1.0/observations/items/3' },
      { default: 1 },
    ],
    ['names nothing', { url: '/rest/v1.0/our_settings?page=2' }, { default: 1 }],
    [
      'names two companies',
      { url: '/rest/v1.0/our_settings?company_id=7&company_id=8' },
      { ambiguous: 1 },
    ],
    ['needs no header', { url: '/rest/v1.0/me' }, { exempt: 1 }],
    [
      'needs a header for `me`, as it names a company',
      { url: '/rest/v1.0/me?project_id=3' },
      { project: 1 },
    ],
    [
      'goes to storage',
      { url: 'https://storage.procore.com/rest/v1.0/x?sig=1' },
      { 'not-the-api': 1 },
    ],
    ['goes to OAuth', { method: 'POST', url: '/oauth/token' }, { 'not-the-api': 1 }],
    [
      'goes to another host',
      { url: 'https://gateway.example.com/rest/v1.0/our_settings' },
      { 'not-the-api': 1 },
    ],
    ['is no call at all', { url: 'data:text/plain,x' }, { 'not-the-api': 1 }],
    [
      'is a preflight',
      { method: 'OPTIONS', url: '/rest/v1.0/projects/3/rfis' },
      { 'not-the-api': 1 },
    ],
  ])('%s', async (_, exchange, found) => {
    const audit = await auditJson(har(entry(exchange)));

    expect(audit.found).toEqual(found);
    expect(audit.inputs).toMatchObject([{ kind: 'har', rows: 1, brokenRows: 0 }]);
  });

  test('with a gateway is a call to the API where that is said', async () => {
    const input = har(
      entry({ url: 'https://gateway.example.com:8443/x/rest/v1.0/companies/7/users' }),
    );

    const { routes } = await auditJson(
      input,
      '--api-host',
      'GATEWAY.example.com:8443,other.example.com',
    );

    expect(routes).toMatchObject([
      { route: '/rest/v1.0/companies/:company_id/users', found: { path: 1 } },
    ]);
  });

  test('by a service account needs the header for `me`', async () => {
    const { found } = await auditJson(har(entry({ url: '/rest/v1.0/me' })), '--service-account');

    expect(found).toEqual({ default: 1 });
  });

  test.each<[string, Exchange, object, object]>([
    [
      'the header is missing',
      { status: 400, answer: MISSING_HEADER_TEXT },
      { 'missing-header': 1 },
      { 400: 1 },
    ],
    [
      'the header is missing, in base64',
      {
        status: 422,
        answer: Buffer.from(MISSING_HEADER_TEXT).toString('base64'),
        encoding: 'base64',
      },
      { 'missing-header': 1 },
      { 422: 1 },
    ],
    ['there is no such item', { status: 404 }, { 'sent-without-header': 1 }, { 404: 1 }],
    [
      'the company is unknown',
      { status: 400, answer: '{"error":{"message":"invalid company id"}}' },
      { 'invalid-company-id': 1 },
      { 400: 1 },
    ],
    ['something else is wrong', { status: 500 }, {}, { 500: 1 }],
    ['something is wrong, and says not what', { status: 502, answer: undefined }, {}, { 502: 1 }],
    ['nothing', { status: 0 }, {}, { 'no answer': 1 }],
    ['a redirect', { status: 302 }, {}, {}],
  ])('answered that %s tells so', async (_, exchange, problems, failures) => {
    const { routes } = await auditJson(
      har(entry({ url: '/rest/v1.0/projects/3/rfis', ...exchange })),
    );

    expect(routes).toMatchObject([
      { route: '/rest/v1.0/projects/:project_id/rfis', recorded: { problems }, failures },
    ]);
  });
});

describe('a HAR file', () => {
  test.each([
    ['https://gateway.example.com/rest/v1.0/me', true],
    ['/rest/v1.0/me', false],
  ])('with %s asks whether another host is a gateway: %s', async (url, asks) => {
    const { stdout } = await runCommand(['audit', '-'], { stdin: har(entry({ url })) });

    expect(stdout.includes('name it in --api-host and apiHosts.')).toBe(asks);
  });

  test('has a period', async () => {
    const { first, last } = await auditJson(
      har(
        entry({ url: '/rest/v1.0/me', at: '2026-06-02T00:00:00.000+02:00' }),
        entry({ url: '/rest/v1.0/me', at: '2026-06-05T00:00:00Z' }),
        entry({ url: '/rest/v1.0/me', at: 'soon' }),
      ),
    );

    expect([first, last]).toEqual(['2026-06-01T22:00:00.000Z', '2026-06-05T00:00:00.000Z']);
  });

  test('on one line, or without entries, is one all the same', async () => {
    const one = JSON.stringify(JSON.parse(har(entry({ url: '/rest/v1.0/me' }))));

    expect((await auditJson(one)).calls).toBe(1);
    expect((await auditJson(har())).calls).toBe(0);
  });

  test.each([
    ['nothing', null, 'field "request.method": expected a text'],
    ['no url', { request: { method: 'GET' } }, 'field "request.url": expected a text'],
  ])('with %s for an entry is read around it', async (_, broken, problem) => {
    const good = entry({ url: '/rest/v1.0/me' });

    const { calls, inputs } = await auditJson(har(good, broken, good));

    expect(calls).toBe(2);
    expect(inputs[0]).toMatchObject({
      brokenRows: 1,
      brokenRowExamples: [{ at: 'entry 2', problem }],
    });
  });

  test('with odd headers and bodies is read', async () => {
    const odd = {
      request: {
        method: 'POST',
        url: 'https://api.procore.com/rest/v1.0/our_settings',
        headers: [null, { name: 7 }, { name: 'x' }],
        postData: { params: 'x' },
      },
      response: null,
    };

    const { found, routes } = await auditJson(har(odd));

    expect(found).toEqual({ default: 1 });
    expect(routes[0]?.failures).toEqual({ 'no answer': 1 });
  });

  test('gives away no secret', async () => {
    const text = JSON.stringify(
      await auditJson(
        har(
          entry({
            method: 'POST',
            url: 'https://user:S3cr3t@api.procore.com/rest/v1.0/x/S3cr3t?access_token=S3cr3t#S3cr3t',
            headers: { authorization: 'Bearer S3cr3t', cookie: 'S3cr3t' },
            body: '{"password":"S3cr3t"}',
            status: 400,
            answer: 'S3cr3t',
          }),
          entry({ url: 'https://files.example.com/S3cr3t?sig=S3cr3t' }),
        ),
      ),
    );

    expect(text).toContain('files.example.com');
    expect(text).not.toContain('S3cr3t');
  });
});
