// @ts-nocheck
import { stripVTControlCharacters } from 'util';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { auditJson, report, row } from '../support/audit-input';
import { type Around, runCommand } from '../support/run-command';

const ESCAPE = '\u001b[';

const SAMPLE = report(
  row('/v1.0/companies/:company_id/users', { count: 1500 }),
  row('/v1.0/projects/:project_id/rfis', { count: 400 }),
  row('/v1.0/projects/:project_id/rfis', { count: 31, status: 404, date: '2026-06-14' }),
  row('/v1.0/departments', { count: 60 }),
  row('/v1.0/our_settings', { count: 8, method: 'PATCH' }),
  row('/v1.0/me', { count: 1 }),
  'broken',
);

const stdin = SAMPLE;

describe('audit prints', () => {
  test('a table: the routes by what is to be done, and the totals', async () => {
    const { code, stdout, stderr } = await runCommand(['audit'], { stdin });

    expect(code).toBe(0);
    expect(stdout).toBe(`calls  share  failures  route

default?: Set \`companyId\` or pass \`procoreCompanyId\`, unless query or body names the company.
    8   0.4%            PATCH /rest/v1.0/our_settings

project: Add a project directory or a default: only a project is named.
  431  21.6%  404: 31   GET /rest/v1.0/projects/:project_id/rfis    Its 404s may be the missing header.

query (documented): Attaching the plugin is enough if the call has \`company_id\` in its query, as documented.
   60   3.0%            GET /rest/v1.0/departments

path: Attaching the plugin is enough: the path names the company.
1,500  75.0%            GET /rest/v1.0/companies/:company_id/users

exempt: Nothing to do, unless a service account calls.
    1   0.1%            GET /rest/v1.0/me

2,000         calls in all
1,560  78.0%  safe once the plugin is attached: path, query or body names the company
  431  21.6%  need a project directory, or a default: only a project is named
    8   0.4%  need a default, or an id with the call: nothing is named
    1   0.1%  need no header: exempt, or not the API
Period: 2026-06-01 to 2026-06-14.
31 calls failed with 400 or 404 on routes without a company: perhaps for lack of the header.
60 calls (3.0%) count as safe by documentation only: record events to be certain.
`);
    expect(stderr).toBe(
      'standard input: 1 row cannot be read and is not counted.\n  line 8: expected 5 columns, found 1\n',
    );
  });

  test('CSV', async () => {
    const { stdout } = await runCommand(['audit', '--format', 'csv'], { stdin });
    const lines = stdout.split('\r\n');

    expect(lines).toHaveLength(7);
    expect(lines[1]).toBe(
      'GET,/rest/v1.0/companies/:company_id/users,,1500,0.75,path: 1500,route,0,,,0,2026-06-01T00:00:00.000Z,2026-06-01T00:00:00.000Z,Attaching the plugin is enough: the path names the company.',
    );
    expect(lines[4]).toContain(
      ',"Set `companyId` or pass `procoreCompanyId`, unless query or body names the company."',
    );
  });

  test('CSV in which no cell is a formula', async () => {
    const events = ['=1+1', '+x', '-x.example.com', '@x'].map((host) =>
      JSON.stringify({ type: 'out-of-scope', method: 'GET', host }),
    );

    const { stdout } = await runCommand(['audit', '-f', 'csv'], { stdin: events.join('\n') });

    expect(stdout).toContain(",'-x.example.com,");
    expect(stdout).not.toMatch(/(?:^|,)"?[=+\-@]/m);
  });

  test('Markdown', async () => {
    const { stdout } = await runCommand(['audit', '-f', 'markdown'], { stdin });

    expect(stdout).toMatch(/^\*\*2,000 calls\*\*\n\n- 1,560 \(78\.0%\) safe once/);
    expect(stdout).toContain(
      '\n| calls | share | company id | failures | route | what to do |\n| --: | --: | --- | --- | --- | --- |\n',
    );
    expect(stdout).toContain(
      '\n| 431 | 21.6% | project | 404: 31 | `GET /rest/v1.0/projects/:project_id/rfis` | Add a project directory or a default: only a project is named. Its 404s may be the missing header. |\n',
    );
  });

  test('with --top the routes with the most calls, and the totals of all', async () => {
    const { stdout, stderr } = await runCommand(['audit', '--top', '2'], { stdin });

    expect(stdout).toContain('companies/:company_id/users');
    expect(stdout).not.toContain('departments');
    expect(stdout).toMatch(/^2,000 +calls in all$/m);
    expect(stderr).toContain('3 routes not listed.\n');
    expect((await auditJson(stdin, '--top', '4')).routes).toHaveLength(4);
    expect((await runCommand(['audit', '--top', '4'], { stdin })).stderr).toContain(
      '1 route not listed.\n',
    );
  });

  test('with --only the routes with these findings, and the totals of all', async () => {
    const { routes, calls, routesInAll } = await auditJson(
      stdin,
      '--only',
      'default,query',
      '--only',
      'exempt',
    );

    expect(routes.map(({ found }) => Object.keys(found)[0])).toEqual([
      'query',
      'default',
      'exempt',
    ]);
    expect({ calls, routesInAll }).toEqual({ calls: 2000, routesInAll: 5 });
  });
});

describe('colours', () => {
  test('are on a terminal that has them', async () => {
    const { stdout } = await runCommand(['audit'], { stdin, terminal: true });
    const { stdout: plain } = await runCommand(['audit'], { stdin });

    expect(stdout).toContain(`${ESCAPE}31m`);
    expect(stdout).toContain(`${ESCAPE}32m`);
    expect(stdout).toContain(`${ESCAPE}33m`);
    expect(stripVTControlCharacters(stdout)).toBe(plain);
  });

  test.each([
    ['in a pipe', {}],
    ['on a terminal without', { terminal: true, colors: false }],
    ['on a terminal that does not say', { terminal: true, colors: 'unknown' }],
    ['with NO_COLOR', { terminal: true, env: { NO_COLOR: '1' } }],
  ] as [string, Around][])('are not %s', async (_, around) => {
    const { stdout } = await runCommand(['audit'], { stdin, ...around });

    expect(stdout).not.toContain(ESCAPE);
  });

  test('are with an empty NO_COLOR', async () => {
    const { stdout } = await runCommand(['audit'], {
      stdin,
      terminal: true,
      env: { NO_COLOR: '' },
    });

    expect(stdout).toContain(ESCAPE);
  });
});

describe('--fail-on', () => {
  test.each([
    ['default', 'default 8'],
    ['default,project', 'default 8, project 431'],
    ['ambiguous,exempt', 'exempt 1'],
    ['broken', 'broken 1'],
  ])('%s exits with 1 and says why', async (list, reasons) => {
    const { code, stdout, stderr } = await runCommand(['audit', '--fail-on', list], { stdin });

    expect(code).toBe(1);
    expect(stdout).toContain('calls in all');
    expect(stderr.endsWith(`\nFailed because of --fail-on: ${reasons}.\n`)).toBe(true);
  });

  test('looks at all routes, also those that are not listed', async () => {
    const { code } = await runCommand(['audit', '--top', '1', '--fail-on', 'default'], { stdin });

    expect(code).toBe(1);
  });

  test('missing-header looks at what Procore answered', async () => {
    const events = { type: 'missing-header', method: 'GET', route: '/rest/v1.0/x', status: 400 };

    const { code, stderr } = await runCommand(['audit', '--fail-on', 'missing-header'], {
      stdin: JSON.stringify(events),
    });

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Failed because of --fail-on: missing-header 1.\n',
    });
  });

  test('exits with 0 where there is none of it', async () => {
    const { code, stderr } = await runCommand(['audit', '--fail-on', 'ambiguous,missing-header'], {
      stdin: report(row('/v1.0/x')),
    });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

test('where nobody reads the output, the exit code is as ever', async () => {
  const { code } = await runCommand(['audit', '--fail-on', 'default'], { stdin, unread: true });

  expect(code).toBe(1);
});

test('answers without calls have no share', async () => {
  const event = { type: 'missing-header', method: 'GET', route: '/rest/v1.0/x', status: 400 };

  const { stdout } = await runCommand(['audit', '-f', 'csv'], { stdin: JSON.stringify(event) });

  expect(stdout).toContain('GET,/rest/v1.0/x,,0,0,,recorded,0,400: 1,missing-header: 1,0,,,');
});

describe('--html', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function pageOf(input: string, ...args: string[]): Promise<string> {
    const path = join(folder, 'page.html');
    const { code } = await runCommand(['audit', '--html', path, ...args], { stdin: input });
    expect(code).toBe(0);
    return readFileSync(path, 'utf8');
  }

  test('writes one page, and the table as ever', async () => {
    const path = join(folder, 'page.html');

    const { stdout } = await runCommand(['audit', '--html', path], { stdin });

    expect(stdout).toBe((await runCommand(['audit'], { stdin })).stdout);
    expect(readFileSync(path, 'utf8')).toMatch(
      /^<!doctype html>\n<html lang="en">\n[\s\S]*<\/html>\s*$/,
    );
  });

  test('has the figures, the notices and a row per route', async () => {
    const page = await pageOf(stdin);

    expect(page).toContain('<b>78.0%</b>');
    expect(page).toContain('standard input · 2026-06-01 to 2026-06-14 · 2,000 calls · 5 routes');
    expect(page).toContain('<li>line 8: expected 5 columns, found 1</li>');
    expect(page).toContain(
      '<li>60 calls (3.0%) count as safe by documentation only: record events to be certain.</li>',
    );
    expect(page.match(/<tr\n/g)).toHaveLength(5);
    expect(page).toContain('<code>company_id</code>');
    expect(page).toContain('<span>404: 31</span>');
  });

  test('allows nothing but its own script and style, and loads nothing', async () => {
    const page = await pageOf(stdin);

    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(page).not.toMatch(/\b(?:src|href|action)=/);
    expect(page).not.toMatch(/https?:/);
    expect(page).not.toContain(' style=');
  });

  test('is escaped against hostile names', async () => {
    const hostile = [
      { type: 'out-of-scope', method: 'GET', host: '</script><b>' },
      {
        type: 'resolved',
        method: 'GET',
        route: '/</script><script>alert(1)</script>',
        source: '<img src=x>',
      },
      { type: 'resolved', method: '<b>', route: '/"onload=alert(1)', source: 'path' },
    ];

    const page = await pageOf(hostile.map((event) => JSON.stringify(event)).join('\n'));

    expect(page).not.toMatch(/alert|<img|<b>GET<\/b>|onload/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  test('escapes the name of an input, and leaves out its folder', async () => {
    const page = join(folder, 'page.html');
    const name = join(folder, `<img src=x onerror='alert("1")'>&.csv`);
    writeFileSync(name, stdin);

    await runCommand(['audit', name, '--html', page]);

    const text = readFileSync(page, 'utf8');
    expect(text).toContain(
      '<p>&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt;&amp;.csv · ',
    );
    expect(text).not.toContain(folder);
  });

  test('has no notices and no period where there are none, and no rows where there are no calls', async () => {
    const page = await pageOf(report());

    expect(page).toContain('standard input · 0 calls · 0 routes');
    expect(page).not.toContain('class="notices"');
    expect(page).toContain('<b>0.0%</b>');
  });

  test('shows routes that are not told apart, and answers without calls', async () => {
    const events = [
      {
        method: '*',
        route: '*',
        attempts: [{ type: 'exempt', found: 'exempt', count: 3 }],
        problems: {},
        failures: {},
        companies: 0,
      },
      {
        method: '*',
        host: '*',
        attempts: [{ type: 'out-of-scope', found: 'not-the-api', count: 3 }],
        problems: {},
        failures: {},
        companies: 0,
      },
      { type: 'missing-header', method: 'GET', route: '/rest/v1.0/x', status: 400 },
    ];

    const page = await pageOf(events.map((event) => JSON.stringify(event)).join('\n'));

    expect(page).toContain('all other routes');
    expect(page).toContain('all other hosts');
    expect(page).toContain('<span>400: 1</span>');
    expect(page).toContain('<rect class="none" width="100%"');
  });

  test('shows answers alone', async () => {
    const page = await pageOf(
      JSON.stringify({ type: 'missing-header', method: 'GET', route: '/rest/v1.0/x', status: 400 }),
    );

    expect(page).toContain('<rect class="mend" width="0%"');
    expect(page).toContain('value="mend"');
  });
});
