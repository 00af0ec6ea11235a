import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { auditJson, HEADINGS, report, row } from '../support/audit-input';
import { runCommand } from '../support/run-command';

/** A total of 0 for each need. */
const NO_CALLS = {
  toFix: 0,
  nothingNamed: 0,
  onlyProject: 0,
  companyDocumented: 0,
  companyNamed: 0,
  idGiven: 0,
  noHeaderNeeded: 0,
};

const RFIS = '/rest/v1.0/projects/:project_id/rfis';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('how the plugin finds the id is told by the route:', () => {
  test.each([
    [
      'GET',
      '/v1.0/companies/:company_id/projects',
      'path',
      'route',
      /^Attaching the plugin is enough: the path/,
    ],
    [
      'GET',
      '/rest/v2.0/companies/:company_id/projects/:project_id/rfis',
      'path',
      'route',
      /the path/,
    ],
    ['GET', '/vapid/companies/:id/users', 'path', 'route', /the path/],
    [
      'GET',
      '/v1.0/projects/:project_id/observations',
      'project',
      'route',
      /^Add a project directory or a default: only a project is named\.$/,
    ],
    ['GET', '/vapid/project/:id/rfis', 'project', 'route', /project directory/],
    [
      'GET',
      '/v1.0/departments',
      'query',
      'documented',
      /^Check that the call sends `company_id` in its query, as documented\.$/,
    ],
    ['POST', '/v1.0/departments', 'body', 'documented', /in its body, as documented\.$/],
    ['GET', '/v1.0/projects', 'query', 'documented', /in its query, as documented\.$/],
    ['GET', '/v1.0/projects/:project_id', 'query', 'documented', /in its query, as documented\.$/],
    ['GET', '/v1.4/departments', 'query', 'documented', /as documented\.$/],
    ['GET', '/vapid/departments', 'query', 'documented', /as documented\.$/],
    ['DELETE', '/v1.0/offices', 'query', 'similar', /in its query, as in similar calls\.$/],
    ['PATCH', '/v1.0/offices/:id/sync', 'body', 'similar', /in its body, as in similar calls\.$/],
    [
      'POST',
      '/v1.0/bim_viewpoints',
      'project',
      'documented',
      /only `project_id` is named, as documented\.$/,
    ],
    [
      'GET',
      '/v1.0/bim_viewpoints/:id/other',
      'project',
      'similar',
      /only `project_id` is named, as in similar calls\.$/,
    ],
    [
      'GET',
      '/v1.0/company_base_url',
      'default',
      'documented',
      /^Set `companyId` or pass `procoreCompanyId`: no company is named\.$/,
    ],
    [
      'GET',
      '/v1.0/our_settings',
      'default',
      'unknown',
      /unless the query or body names the company\.$/,
    ],
    ['GET', '/v1.0/me', 'exempt', 'route', /^Nothing to do, unless a service account calls\.$/],
    ['GET', '/vapid/companies/', 'exempt', 'route', /^Nothing to do/],
    ['PATCH', '/v1.0/me', 'default', 'unknown', /^Set `companyId`/],
    ['POST', '/oauth/token', 'not-the-api', 'route', /^Nothing to do: it gets no header\.$/],
    ['GET', '/fas/files/:id', 'not-the-api', 'route', /^Nothing to do/],
    ['OPTIONS', '/v1.0/projects', 'not-the-api', 'route', /^Nothing to do/],
  ])('%s %s: %s', async (method, route, found, knownFrom, advice) => {
    const { routes } = await auditJson(report(row(route, { method, count: 3 })));

    expect(routes).toEqual([
      expect.objectContaining({ method, calls: 3, found: { [found]: 3 }, knownFrom }),
    ]);
    expect(routes[0]?.advice).toMatch(advice);
  });

  test('with a service account `me` and `companies` need a default', async () => {
    const input = report(row('/v1.0/me'), row('/v1.0/companies'));

    expect((await auditJson(input)).found).toEqual({ exempt: 2 });
    expect((await auditJson(input, '--service-account')).found).toEqual({ default: 2 });
  });
});

describe('a report', () => {
  test('is summed up by method and route, in the plugin’s own form', async () => {
    const { routes, ...rest } = await auditJson(
      report(
        row('/v1.0/projects/:project_id/rfis', { count: 10, date: '2026-06-03' }),
        row('/rest/v1.0/projects/:project_id/rfis', { count: 5, status: 404, date: '2026-06-01' }),
        row('/rest/v1.0/projects/123/rfis/', { count: 2, status: 500 }),
        row('https://api.procore.com/rest/v1.0/projects/:project_id/rfis?page=2', {
          count: 1,
          status: 302,
        }),
        row('v1.0/projects/:project_id/rfis', { count: 1, method: 'post', date: '2026-06-14' }),
      ),
    );

    expect(routes).toMatchObject([
      {
        method: 'GET',
        route: RFIS,
        calls: 18,
        failures: { 404: 5, 500: 2 },
        first: '2026-06-01T00:00:00.000Z',
        last: '2026-06-03T00:00:00.000Z',
      },
      { method: 'POST', route: RFIS, calls: 1, failures: {} },
    ]);
    expect(rest).toEqual({
      calls: 19,
      first: '2026-06-01T00:00:00.000Z',
      last: '2026-06-14T00:00:00.000Z',
      callsToDo: 19,
      callsToCheck: 0,
      callsByNeed: { ...NO_CALLS, onlyProject: 19 },
      found: { project: 19 },
      failuresMaybeMissingHeader: 5,
      recorded: null,
      brokenRows: 0,
      inputs: [
        {
          name: 'standard input',
          kind: 'report',
          rows: 5,
          rowsWithoutDate: 0,
          brokenRows: 0,
          brokenRowExamples: [],
        },
      ],
      routesInAll: 2,
    });
  });

  test('says what the calls need, and how many are left to do and to check', async () => {
    const { calls, callsToDo, callsToCheck, callsByNeed, routes } = await auditJson(
      report(
        row('/v1.0/companies/:company_id/users', { count: 50 }),
        row('/v1.0/departments', { count: 7 }),
        row('/v1.0/projects/:project_id/rfis', { count: 30 }),
        row('/v1.0/our_settings', { count: 9 }),
        row('/v1.0/me', { count: 4 }),
      ),
    );

    expect(calls).toBe(100);
    expect({ callsToDo, callsToCheck }).toEqual({ callsToDo: 39, callsToCheck: 7 });
    expect(callsByNeed).toEqual({
      ...NO_CALLS,
      nothingNamed: 9,
      onlyProject: 30,
      companyDocumented: 7,
      companyNamed: 50,
      noHeaderNeeded: 4,
    });
    expect(routes.map(({ need }) => need)).toEqual([
      'companyNamed',
      'onlyProject',
      'nothingNamed',
      'companyDocumented',
      'noHeaderNeeded',
    ]);
  });

  test.each([
    ['a 404 where only a project is named', '/v1.0/projects/:project_id/rfis', 404, 3],
    ['a 400 where nothing is named', '/v1.0/our_settings', 400, 3],
    ['a 404 where the query should name a company', '/v1.0/departments', 404, 3],
    ['no 404 where the path names a company', '/v1.0/companies/:company_id/users', 404, 0],
    ['no 404 of an exempt route', '/v1.0/me', 404, 0],
    ['no 404 outside the API', '/oauth/token', 404, 0],
    ['no 403', '/v1.0/our_settings', 403, 0],
  ])('finds that a missing header may have caused %s', async (_, route, status, failures) => {
    const audit = await auditJson(report(row(route, { status, count: 3 })));

    expect(audit.failuresMaybeMissingHeader).toBe(failures);
    expect(audit.routes[0]?.failuresMaybeMissingHeader).toBe(failures);
    expect(audit.routes[0]?.advice.endsWith(`A missing header may cause its ${status}s.`)).toBe(
      failures > 0,
    );
  });

  test.each<[string, string | Buffer]>([
    ['with a byte order mark', `\ufeff${report(row('/v1.0/me', { count: 7 }))}`],
    ['with CRLF', report(row('/v1.0/me', { count: 7 })).replace(/\n/g, '\r\n')],
    ['with CR', report(row('/v1.0/me', { count: 7 })).replace(/\n/g, '\r')],
    ['without a line break at its end', report(row('/v1.0/me', { count: 7 })).trim()],
    [
      'with quotes around everything',
      '"Date","Response Code","HTTP Method","Normalized Route","Count"\n"2026-06-01","200","GET","/v1.0/me","7"\n',
    ],
    [
      'with columns in another order',
      'Count,Normalized Route,Date,HTTP Method,Response Code\n7,/v1.0/me,2026-06-01,GET,200\n',
    ],
    [
      'with columns of its own',
      'App,Date,Response Code,Note,HTTP Method,Normalized Route,Count\nx,2026-06-01,200,"a, ""b""\nc",GET,/v1.0/me,7\n',
    ],
    [
      'with other spellings',
      'DATE,response_code,http-method,normalizedRoute, count \n2026-06-01, 200 ,get, /v1.0/me , 7\n',
    ],
    ['with semicolons', report(row('/v1.0/me', { count: 7 })).replace(/,/g, ';')],
    ['with tabs', report(row('/v1.0/me', { count: 7 })).replace(/,/g, '\t')],
    ['with blank lines', `\n \n${report('', row('/v1.0/me', { count: 7 }), '', ',,,,')}\n\n`],
    ['with empty cells at the end of a row', report(`${row('/v1.0/me', { count: 7 })},,`)],
    [
      'in UTF-16, little-endian',
      Buffer.from(`\ufeff${report(row('/v1.0/me', { count: 7 }))}`, 'utf16le'),
    ],
    [
      'in UTF-16, big-endian',
      Buffer.from(`\ufeff${report(row('/v1.0/me', { count: 7 }))}`, 'utf16le').swap16(),
    ],
  ])('can be read %s', async (_, input) => {
    const { calls, found, inputs, first } = await auditJson(
      typeof input === 'string' ? Buffer.from(input) : input,
    );

    expect({ calls, found, first }).toEqual({
      calls: 7,
      found: { exempt: 7 },
      first: '2026-06-01T00:00:00.000Z',
    });
    expect(inputs[0]).toMatchObject({ kind: 'report', brokenRows: 0 });
  });

  test('may begin after thousands of blank lines', async () => {
    const blank = Buffer.from('\n'.repeat(100_000));
    const text = Buffer.from(report(row('/v1.0/me'), 'broken'));

    const { calls, inputs } = await auditJson([blank, blank, text]);

    expect(calls).toBe(1);
    expect(inputs[0]?.brokenRowExamples[0]?.at).toBe('line 200003');
  });

  test('may end within a character', async () => {
    const text = Buffer.from(report(row('/v1.0/me'), 'é'));

    const { calls, brokenRows } = await auditJson(text.subarray(0, text.length - 2));

    expect({ calls, brokenRows }).toEqual({ calls: 1, brokenRows: 1 });
  });

  test('has counts with thousands separators', async () => {
    const { calls } = await auditJson(report('2026-06-01,200,GET,/v1.0/me,"1,234,567"'));

    expect(calls).toBe(1_234_567);
  });

  test('is the same in whatever pieces it arrives', async () => {
    const text = Buffer.from(
      `\ufeff${HEADINGS},Note\r\n2026-06-01,200,GET,/v1.0/me,7,"é\r\n, ""x"" y"\r\n2026-06-02,404,GET,"/v1.0/projects/:project_id/rfis",5,\r\n2026-06-02,x,GET,/v1.0/me,5,\r\n`,
    );
    const whole = await auditJson(text);
    expect(whole).toMatchObject({ calls: 12, brokenRows: 1 });
    expect(whole.inputs[0]?.brokenRowExamples[0]?.at).toBe('line 5');

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 6 }), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), text.length];
        const pieces = ends.map((end, index) => text.subarray(ends[index - 1] ?? 0, end));

        expect(await auditJson(pieces)).toEqual(whole);
      }),
    );
  });

  test('has days as Procore writes them, or as a spreadsheet in the United States does', async () => {
    const { first, last, inputs } = await auditJson(
      report(
        row('/v1.0/me', { date: '6/9/2026' }),
        row('/v1.0/me', { date: '2026-06-02T10:00:00Z' }),
        row('/v1.0/me', { date: '06/30/2026' }),
      ),
    );

    expect([first, last]).toEqual(['2026-06-02T00:00:00.000Z', '2026-06-30T00:00:00.000Z']);
    expect(inputs[0]?.rowsWithoutDate).toBe(0);
  });

  test('counts rows of which the day cannot be read, and says so', async () => {
    const stdin = report(
      row('/v1.0/me', { date: '' }),
      row('/v1.0/me', { date: 'yesterday' }),
      row('/v1.0/me', { date: '2026-13-45' }),
    );
    const { code, stdout, stderr } = await runCommand(['audit'], { stdin });

    expect(code).toBe(0);
    expect(stdout).toContain('of 3 calls');
    expect(stdout).not.toContain('Period');
    expect(stderr).toBe(
      'standard input: 3 rows have a date that cannot be read: counted without it.\n',
    );
  });

  test('without rows has no calls', async () => {
    expect(await runCommand(['audit'], { stdin: `${HEADINGS}\n` })).toEqual({
      code: 0,
      stdout: 'No calls.\n',
      stderr: '',
    });
  });

  test('has more days than are remembered', async () => {
    const day = (index: number): string =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const rows = Array.from({ length: 1100 }, (_, index) => row('/v1.0/me', { date: day(index) }));

    const { last, calls } = await auditJson(report(...rows, ...rows));

    expect([calls, last?.slice(0, 10)]).toEqual([2200, day(1099)]);
  });

  test('has more routes than are told apart', async () => {
    const letters = (number: number): string =>
      String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const rows = Array.from({ length: 10_010 }, (_, index) => row(`/v1.0/${letters(index)}`));
    const more = [
      row('/v1.0/me'),
      row('/v1.0/companies/:company_id/x'),
      row('/v1.0/aa', { count: 9 }),
    ];

    const { routes, found, calls } = await auditJson(report(...rows, ...more, ...more));

    expect(calls).toBe(10_032);
    expect(found).toEqual({ exempt: 2, path: 2, default: 10_028 });
    expect(routes).toHaveLength(10_001);
    expect(routes[0]).toMatchObject({ method: '*', route: '*', found: { exempt: 2, path: 2 } });
  });

  test('has more spellings of its routes than are remembered', async () => {
    const rows = Array.from({ length: 20_010 }, (_, index) =>
      row(`/v1.0/projects/${index + 1}/rfis`),
    );

    const { routes, calls } = await auditJson(report(...rows, ...rows));

    expect(calls).toBe(40_020);
    expect(routes).toHaveLength(1);
  });
});

describe('several inputs', () => {
  test('are added up, each under its name', async () => {
    const first = fileOf('first.csv', report(row('/v1.0/me', { count: 2 })));
    const second = fileOf('second.csv', report(row('/v1.0/me', { count: 3 })));
    const stdin = report(row('/v1.0/me', { count: 4 }));

    const { calls, inputs } = await auditJson(stdin, first, '-', second);

    expect(calls).toBe(9);
    expect(inputs.map(({ name }) => name)).toEqual([first, 'standard input', second]);
  });

  test.each([
    ['all of them, if no recorded call lacks an id', 9, 0, { idGiven: 9 }],
    ['as many as were recorded, if one lacks an id', 9, 1, { onlyProject: 6, idGiven: 3 }],
    ['not more than the report counts', 2, 1, { onlyProject: 1, idGiven: 1 }],
    ['none, if as many lack an id as the report counts', 2, 3, { onlyProject: 2 }],
  ])(
    'say how many calls of a report get an id from a project directory: %s',
    async (_, count, lacking, needs) => {
      const resolved = { type: 'resolved', method: 'GET', route: RFIS, source: 'project' };
      const unresolved = { type: 'unresolved', method: 'GET', route: RFIS, reason: 'unresolved' };
      const events = fileOf(
        'events.jsonl',
        [...Array<object>(3).fill(resolved), ...Array<object>(lacking).fill(unresolved)]
          .map((event) => JSON.stringify(event))
          .join('\n'),
      );

      const { callsByNeed } = await auditJson(report(row(RFIS, { count })), '-', events);

      expect(callsByNeed).toEqual({ ...NO_CALLS, ...needs });
    },
  );

  test('of recorded calls say how the calls of a report find their id', async () => {
    const events = fileOf(
      'events.jsonl',
      [
        { type: 'resolved', method: 'GET', route: '/rest/v1.0/our_settings', source: 'query' },
        { type: 'resolved', method: 'GET', route: RFIS, source: 'query' },
        { type: 'unresolved', method: 'GET', route: RFIS, reason: 'unresolved' },
        { type: 'missing-header', method: 'GET', route: RFIS, status: 400 },
        { type: 'resolved', method: 'PUT', route: RFIS, source: 'default' },
      ]
        .map((event) => JSON.stringify(event))
        .join('\n'),
    );
    const input = report(
      row('/v1.0/our_settings', { count: 100 }),
      row('/v1.0/projects/:project_id/rfis', { count: 200 }),
    );

    const { routes, calls, recorded } = await auditJson(input, '-', events);

    expect(calls).toBe(301);
    expect(recorded).toEqual({ calls: 4, withoutId: 1 });
    expect(routes).toMatchObject([
      {
        route: RFIS,
        calls: 200,
        knownFrom: 'recorded',
        found: { project: 200 },
        recorded: { calls: 2, withoutId: 1, problems: { 'missing-header': 1 } },
      },
      {
        route: '/rest/v1.0/our_settings',
        calls: 100,
        knownFrom: 'recorded',
        found: { query: 100 },
      },
      {
        method: 'PUT',
        calls: 1,
        found: { project: 1 },
        advice: 'The default gives the id, which is right only if there is one company.',
      },
    ]);
  });
});
