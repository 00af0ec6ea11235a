import { createHash } from 'crypto';
import type { ProcoreEdge } from '../../lib/testing';
import { call, multipart } from './call';
import { startEdge } from './edges';

const CONTENT = Buffer.from([0, 1, 2, 13, 10, 13, 10, 128, 255, 45, 45]);
const digest = (algorithm: string) => createHash(algorithm).update(CONTENT).digest('hex');

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await startEdge();
});

afterEach(() => {
  jest.restoreAllMocks();
  edge.clear();
});

const api = (method: string, path: string, json?: unknown, company = 42) =>
  call(edge.url + path, { method, company, ...(json !== undefined && { json }) });

const download = async (path = '/rest/v1.0/projects/3/rfis/101.pdf'): Promise<string> =>
  String((await api('GET', path)).headers.location);

const announce = async (path = '/rest/v1.1/projects/3/uploads') =>
  (await api('POST', path, { segments: [{ size: CONTENT.length, sha256: digest('sha256') }] }))
    .json;

const put = (url: string, headers: Record<string, string> = {}) =>
  call(url, { method: 'PUT', body: CONTENT, headers });

const inAnHourAndASecond = () => {
  const later = Date.now() + 3601 * 1000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
};

describe('a download', () => {
  test.each([
    ['/rest/v1.0/projects/3/rfis/101.pdf', '/rfis/101.pdf'],
    ['/vapid/projects/3/rfis/101.pdf', '/rfis/101.pdf'],
    ['/rest/v1.0/observations/items/401/pdf?project_id=3', '/observations/401.pdf'],
  ])('redirects %s to the storage host, which serves a PDF', async (path, pathname) => {
    const first = await api('GET', path);
    const second = await call(String(first.headers.location));

    expect(first.status).toBe(302);
    expect(first.text).toBe('');
    expect(new URL(String(first.headers.location))).toMatchObject({
      origin: edge.storageUrl,
      pathname,
    });
    expect(second.status).toBe(200);
    expect(second.headers['content-type']).toBe('application/pdf');
    expect(second.text).toMatch(/^%PDF-1\.4\n[^]+%%EOF\n$/);
    expect(edge.requests.map(({ to, outcome }) => `${to} ${outcome}`)).toEqual([
      'api redirect',
      'storage ok',
    ]);
  });

  test('shows the title of what it is, with nothing that a PDF would take for its own', async () => {
    await api('POST', '/rest/v1.0/projects/1003/rfis', { rfi: { subject: 'Café (east)\\' } });

    const { text } = await call(await download('/rest/v1.0/projects/1003/rfis/104.pdf'));

    expect(text).toContain('(Caf? ?east??) Tj');
  });

  test('is a whole PDF of one page', async () => {
    const { text } = await call(await download());

    expect(text.split('\n')).toEqual([
      '%PDF-1.4',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R',
      '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj',
      '4 0 obj << >> stream',
      'BT /F1 12 Tf 20 50 Td (Beam clearance) Tj ET',
      'endstream endobj',
      'trailer << /Root 1 0 R >>',
      '%%EOF',
      '',
    ]);
  });

  test('lasts to the second that its url names', async () => {
    const url = await download();
    const end = Number(new URL(url).searchParams.get('expires_at'));
    const statusAt = async (second: number) => {
      jest.spyOn(Date, 'now').mockReturnValue(second * 1000);
      return (await call(url)).status;
    };

    expect(Math.abs(end - 3600 - Date.now() / 1000)).toBeLessThan(60);
    expect([await statusAt(end), await statusAt(end + 1)]).toEqual([200, 403]);
  });

  test('can be fetched more than once', async () => {
    const url = await download();

    expect((await call(url)).status).toBe(200);
    expect((await call(url)).status).toBe(200);
  });

  test('is gone after an hour', async () => {
    const url = await download();
    inAnHourAndASecond();

    const { status, headers, text } = await call(url);

    expect(status).toBe(403);
    expect(headers['content-type']).toBe('application/xml');
    expect(text).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
    expect(edge.requests[1]?.outcome).toBe('expired');
  });
});

describe('the storage host', () => {
  test.each(['Procore-Company-Id', 'Authorization'])(
    'refuses a download that carries %s',
    async (name) => {
      const { status, text } = await call(await download(), { headers: { [name]: '42' } });

      expect(status).toBe(403);
      expect(text).toContain('<Code>SignatureDoesNotMatch</Code>');
      expect(text).toContain(name.toLowerCase());
      expect(edge.requests[1]).toMatchObject({ to: 'storage', outcome: 'signature-mismatch' });
    },
  );

  test.each(['Procore-Company-Id', 'Authorization'])(
    'refuses an upload that carries %s, and records none',
    async (name) => {
      const { segments } = await announce();

      const { status } = await put(segments[0].url, { [name]: '42' });

      expect(status).toBe(403);
      expect(edge.uploads).toEqual([]);
    },
  );

  test.each([
    ['a parameter more', (url: string) => `${url}&x=1`],
    ['another signature', (url: string) => url.replace(/sig=./, 'sig=x')],
    ['another time', (url: string) => url.replace('expires_at=', 'expires_at=9')],
    ['another file', (url: string) => url.replace('101.pdf', '102.pdf')],
    ['no query', (url: string) => url.replace(/\?.*/, '')],
  ])('refuses a url with %s', async (_what, change) => {
    const { status, text } = await call(change(await download()));

    expect(status).toBe(403);
    expect(text).toContain('The method, path or query is not the one that was signed');
  });

  test('refuses a method other than the signed one', async () => {
    const { status } = await put(await download());

    expect(status).toBe(403);
  });

  test('knows nothing of the API', async () => {
    const { status } = await call(`${edge.storageUrl}/rest/v1.0/me`);

    expect(status).toBe(403);
  });

  test('refuses more than 10 MB', async () => {
    const { segments } = await announce();
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);

    const { status } = await call(segments[0].url, { method: 'PUT', body });

    expect(status).toBe(413);
    expect(edge.requests[1]).toMatchObject({ to: 'storage', outcome: 'too-large', body: '' });
  });
});

describe('an upload in segments', () => {
  test('may have 10 MB in each of them', async () => {
    const { segments } = await announce();
    const body = Buffer.alloc(10 * 1024 * 1024, 'x');

    await call(segments[0].url, { method: 'PUT', body });

    expect(edge.uploads[0]?.size).toBe(body.length);
  });

  test('has in v1 an id like a ULID and a url in the bucket', async () => {
    const own = await startEdge();
    const path = `${own.url}/rest/v1.1/companies/42/uploads`;

    const { json } = await call(path, { method: 'POST', company: 42, json: { segments: [{}] } });

    expect(json.uuid).toBe('01JEDGE0000000000000000001');
    expect(json.segments).toHaveLength(1);
    expect(json.segments[0].url).toMatch(
      `${own.storageUrl}/pro-core.com/companies/42/uploads/${json.uuid}/parts/1?expires_at=`,
    );
  });

  test('is to be sent with the headers of what is known of it', async () => {
    const segments = [{ size: '11', sha256: 5, md5: true }];
    const { json } = await api('POST', '/rest/v1.1/companies/42/uploads', { segments });

    expect(json.segments[0].headers).toEqual({});
  });

  test.each([
    ['/rest/v1.1/projects/3/uploads', 'uuid'],
    ['/rest/v1.1/companies/42/uploads', 'uuid'],
    ['/vapid/projects/3/uploads', 'uuid'],
  ])('goes to the storage host and is completed: %s', async (path) => {
    const { uuid, segments, status } = await announce(path);
    const stored = await put(segments[0].url, {
      ...segments[0].headers,
      'Content-Type': 'image/x',
    });
    const completed = await api('PATCH', `${path}/${uuid}`, {
      segments: [{ etag: stored.headers.etag }],
    });
    const shown = await api('GET', `${path}/${uuid}`);

    expect(status).toBe('ready');
    expect(segments[0].headers).toEqual({
      'content-length': '11',
      'x-amz-content-sha256': digest('sha256'),
    });
    expect(stored).toMatchObject({ status: 200, text: '' });
    expect(edge.requests.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(completed.json.status).toBe('complete');
    expect(completed.json.segments[0]).toMatchObject({ size: 11, etag: digest('md5') });
    expect(shown.json.status).toBe('available');
    expect(edge.uploads).toEqual([
      {
        uploadId: uuid,
        companyId: '42',
        part: 1,
        contentType: 'image/x',
        size: CONTENT.length,
        sha256: digest('sha256'),
        etag: digest('md5'),
      },
    ]);
  });

  test('has in v2 a url with the path of the API, on the storage host', async () => {
    const path = '/rest/v2.1/companies/42/projects/3/uploads';
    const { status, json } = await api('POST', path, {
      file_name: 'plan.pdf',
      file_size: 11,
      content_type: 'application/pdf',
    });
    const { upload_id: id, segments } = json.data;
    const stored = await put(segments[0].url, segments[0].headers);
    const completed = await api('PATCH', `${path}/${id}`, { part_etags: [digest('md5')] });
    const shown = await api('GET', `${path}/${id}`);

    expect(status).toBe(201);
    expect(json.data).toMatchObject({
      file_name: 'plan.pdf',
      content_type: 'application/pdf',
      status: 'ready',
    });
    expect(segments[0].url).toMatch(`${edge.storageUrl}${path}/${id}/parts/1?expires_at=`);
    expect(segments[0].headers).toEqual({ 'content-length': '11' });
    expect(segments[0].url_expires_at).toBeGreaterThan(Date.now() / 1000);
    expect(stored.headers.etag).toBe(`"${digest('md5')}"`);
    expect([completed.json.data.status, shown.json.data.status]).toEqual(['complete', 'available']);
  });

  test('can have several segments, each with a url of its own', async () => {
    const segments = [{ md5: digest('md5') }, {}];
    const { json } = await api('POST', '/rest/v1.1/companies/42/uploads', { segments });

    for (const { url } of json.segments) await put(url);
    const swapped = await api('PATCH', `/rest/v1.1/companies/42/uploads/${json.uuid}`, {
      segments: [{ etag: digest('md5') }, { etag: digest('md5') }],
    });

    expect(json.segments[0].url).not.toBe(json.segments[1].url);
    expect(json.segments[0].headers).toEqual({
      'content-md5': createHash('md5').update(CONTENT).digest('base64'),
    });
    expect(json.segments[1].headers).toEqual({});
    expect(swapped.status).toBe(200);
    expect(edge.uploads.map(({ part }) => part)).toEqual([1, 2]);
  });

  test.each([[undefined], [[]], [[{}]], [[{ etag: 'x' }]], ['x']])(
    'is not completed by the segments %j before its content has come',
    async (segments) => {
      const { uuid } = await announce();
      const path = `/rest/v1.1/projects/3/uploads/${uuid}`;

      const { status, json } = await api('PATCH', path, { segments });

      expect(status).toBe(422);
      expect(json).toEqual({
        errors: { segments: ['must be the ETags of all parts, in their order'] },
      });
      expect((await api('GET', path)).json.status).toBe('ready');
    },
  );

  test.each([[[]], ['one'], [{}]])('is not announced with the segments %j', async (segments) => {
    const { status, json } = await api('POST', '/rest/v1.1/projects/3/uploads', { segments });

    expect(status).toBe(422);
    expect(json).toEqual({ errors: { segments: ['must be a list of at least one segment'] } });
  });

  test('is announced where the segments are null, as if none were given', async () => {
    const { status } = await api('POST', '/rest/v1.1/projects/3/uploads', { segments: null });

    expect(status).toBe(201);
  });

  test('is not shown to another project, another company, or under an unknown id', async () => {
    const { uuid } = await announce();

    expect((await api('GET', `/rest/v1.1/projects/1001/uploads/${uuid}`)).status).toBe(404);
    expect((await api('GET', `/rest/v1.1/companies/42/uploads/${uuid}`)).status).toBe(404);
    expect((await api('GET', `/rest/v1.1/companies/7/uploads/${uuid}`, undefined, 7)).status).toBe(
      404,
    );
    expect((await api('GET', '/rest/v1.1/projects/3/uploads/01JEDGE')).status).toBe(404);
    expect((await api('POST', '/rest/v1.1/companies/7/uploads', {})).status).toBe(404);
  });
});

describe('an upload by form', () => {
  const PATH = '/rest/v1.1/companies/42/uploads';

  const announceForm = async () =>
    (
      await api('POST', PATH, {
        response_filename: 'example.pdf',
        response_content_type: 'application/pdf',
      })
    ).json;

  test('is posted to the storage host with the fields given', async () => {
    const { uuid, url, fields } = await announceForm();

    const posted = await call(url, { method: 'POST', ...multipart(fields, CONTENT) });

    expect(new URL(url).origin).toBe(edge.storageUrl);
    expect(fields).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="example.pdf"',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    });
    expect(posted).toMatchObject({
      status: 204,
      text: '',
      headers: { etag: `"${digest('md5')}"` },
    });
    expect(edge.requests.map(({ status, outcome }) => [status, outcome])).toEqual([
      [201, 'ok'],
      [204, 'ok'],
    ]);
    expect((await api('GET', `${PATH}/${uuid}`)).json.status).toBe('available');
    expect(edge.uploads).toMatchObject([
      { uploadId: uuid, companyId: '42', contentType: 'application/pdf', sha256: digest('sha256') },
    ]);
  });

  test('needs a file', async () => {
    const { url, fields } = await announceForm();

    const posted = await call(url, { method: 'POST', ...multipart({ ...fields, file: 'text' }) });

    expect(posted.status).toBe(400);
    expect(posted.text).toBe('The form has no file in its field "file"');
    expect(edge.requests[1]?.outcome).toBe('unprocessable');
    expect(edge.uploads).toEqual([]);
  });

  test('needs the file in its field', async () => {
    const { url, fields } = await announceForm();
    const { headers, body } = multipart(fields, CONTENT);
    const other = body.toString('latin1').replace('name="file"', 'name="attachment"');

    const posted = await call(url, { method: 'POST', headers, body: Buffer.from(other, 'latin1') });

    expect(posted.status).toBe(400);
  });

  test.each([
    ['put instead of posted', 'PUT', (url: string) => url],
    ['posted to another path', 'POST', (url: string) => `${url}/x`],
  ])('is refused where it is %s', async (_what, method, change) => {
    const { url, fields } = await announceForm();

    const sent = await call(change(url), { method, ...multipart(fields, CONTENT) });

    expect(sent.status).toBe(403);
    expect(edge.uploads).toEqual([]);
  });

  test.each([
    ['another key', { key: 'companies/7/x' }],
    ['another signature', { 'x-amz-signature': 'x' }],
    ['no key', { key: '' }],
    ['no signature', { 'x-amz-signature': '' }],
  ])('is refused with %s', async (_what, change) => {
    const { url, fields } = await announceForm();

    const posted = await call(url, {
      method: 'POST',
      ...multipart({ ...fields, ...change }, CONTENT),
    });

    expect(posted.status).toBe(403);
  });

  test('is refused with JSON that is none', async () => {
    const { url } = await announceForm();
    const headers = { 'Content-Type': 'application/json' };

    const posted = await call(url, { method: 'POST', headers, body: '{' });

    expect(posted.status).toBe(403);
  });

  test('is named and typed plainly where nothing is said of it', async () => {
    const { json } = await api('POST', PATH, {});

    expect(json.fields).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'inline; filename="file"',
    });
  });
});
