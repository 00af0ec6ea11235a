import { stripVTControlCharacters } from 'util';
import { version } from '../../../package.json';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { auditJson, report, row } from '../support/audit-input';
import { type Around, runCommand } from '../support/run-command';

/** Where the pages of the package are. */
const PAGES = `https://unpkg.com/axios-procore-company-id@${parseInt(version, 10)}`;

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
  test('a table: the routes by what is left to do, and the totals', async () => {
    const { code, stdout, stderr } = await runCommand(['audit'], { stdin });

    expect(code).toBe(0);
    expect(stdout).toBe(`No company, no project named: 1 route with 8 calls (0.4%)
  With one company, set a default. With several, pass the id with the call.

    attachProcoreCompanyId(procore, { companyId: 42 }); // one company
    procore.get(url, { procoreCompanyId: 42 }); // several companies

    ${PAGES}/docs/migrating.md

  calls  share  company   route
      8   0.4%  default?  PATCH /rest/v1.0/our_settings

Only a project named: 1 route with 431 calls (21.6%)
  With several companies, add a project directory. With one, set a default.

    import { projectDirectory } from 'axios-procore-company-id/projects';

    const resolver = projectDirectory({ lookup: companyOfProject });
    attachProcoreCompanyId(procore, { resolver }); // several companies
    attachProcoreCompanyId(procore, { companyId: 42 }); // one company

    ${PAGES}/docs/projects.md

  calls  share  company   route
    431  21.6%  project   GET /rest/v1.0/projects/:project_id/rfis
                          Failures 404: 31. A missing header may cause its 404s.

Company documented, not seen: 1 route with 60 calls (3.0%)
  Procore documents \`company_id\` in the query or body of these calls, but a
  report shows neither. Record events to see whether your code sends it.

    import { createAudit } from 'axios-procore-company-id/audit';

    const audit = createAudit();
    attachProcoreCompanyId(procore, { dryRun: true, observe: audit.observe });

    ${PAGES}/docs/audit.md

  calls  share  company   route
     60   3.0%  query?    GET /rest/v1.0/departments

Company named: 1 route with 1,500 calls (75.0%)
  The path, query or body names the company. Attaching the plugin is enough.

    attachProcoreCompanyId(procore); // right after axios.create()

    ${PAGES}/README.md

  calls  share  company   route
  1,500  75.0%  path      GET /rest/v1.0/companies/:company_id/users

No header needed: 1 route with 1 call (0.1%)
  Nothing to do, unless a service account calls \`GET me\` or \`GET companies\`.

  calls  share  company   route
      1   0.1%  exempt    GET /rest/v1.0/me

Left to do once the plugin is attached: 439 of 2,000 calls (21.9%).
Left to check: 60 of 2,000 calls (3.0%).

      8   0.4%  No company, no project named: needs a default or an id
    431  21.6%  Only a project named: needs a project directory or a default
     60   3.0%  Company documented, not seen: to check with recorded events
  1,500  75.0%  Company named: attaching the plugin is enough
      1   0.1%  No header needed: nothing to do

A missing header may have caused 31 failures with 400 or 404.
A report shows no headers: some of these calls may already carry one.
"?" marks a guess from the route or from Procore's documentation.
Period: 2026-06-01 to 2026-06-14.
`);
    expect(stderr).toBe(
      'standard input: 1 row cannot be read and is not counted.\n  line 8: expected 5 columns, found 1\n',
    );
  });

  test('a table as wide as its routes are in a pipe, and as wide as a terminal is', async () => {
    const route = `/v2.0/companies/:company_id/projects/:project_id/${'a_long_name/'.repeat(5)}:id`;
    const long = report(row(route), row('/v1.0/projects/:project_id/x', { status: 404 }));
    const widthOn = async (around: Around): Promise<number> => {
      const { stdout } = await runCommand(['audit'], { stdin: long, colors: false, ...around });
      expect(stdout.replace(/\s+/g, '')).toContain(`GET/rest${route}`);
      return Math.max(...stdout.split('\n').map(({ length }) => length));
    };

    const widths = [
      await widthOn({}),
      await widthOn({ terminal: true, columns: 100 }),
      await widthOn({ terminal: true, columns: 80 }),
      await widthOn({ terminal: true }),
    ];

    expect(widths[0]).toBeGreaterThan(140);
    expect(widths[1]).toBeGreaterThan(80);
    expect(widths[1]).toBeLessThanOrEqual(100);
    expect(widths.slice(2)).toEqual([expect.any(Number), widths[2]]);
    expect(widths[2]).toBeLessThanOrEqual(80);
  });

  test('a table that can be read on the narrowest terminal', async () => {
    const { stdout } = await runCommand(['audit'], { stdin, terminal: true, columns: 5 });

    expect(stripVTControlCharacters(stdout)).toContain(
      '  With several companies, add a project directory. With one,\n  set a default.\n',
    );
  });

  test('CSV', async () => {
    const { stdout } = await runCommand(['audit', '--format', 'csv'], { stdin });
    const lines = stdout.split('\r\n');

    expect(lines).toHaveLength(7);
    expect(lines[1]).toBe(
      'GET,/rest/v1.0/companies/:company_id/users,,1500,0.75,Company named,path: 1500,route,,,,,2026-06-01T00:00:00.000Z,2026-06-01T00:00:00.000Z,Attaching the plugin is enough: the path names the company.',
    );
    expect(lines[4]).toContain(
      ',"Set `companyId` or pass `procoreCompanyId`, unless the query or body names the company."',
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

    expect(stdout).toMatch(
      /^\*\*Left to do once the plugin is attached: 439 of 2,000 calls \(21\.9%\)\.\*\*\n\n\*\*Left to check: .*\*\*\n\n- 8 \(0\.4%\) No company/,
    );
    expect(stdout).toContain(`
### Only a project named: 1 route with 431 calls (21.6%)

With several companies, add a project directory. With one, set a default.

\`\`\`js
import { projectDirectory } from 'axios-procore-company-id/projects';

const resolver = projectDirectory({ lookup: companyOfProject });
attachProcoreCompanyId(procore, { resolver }); // several companies
attachProcoreCompanyId(procore, { companyId: 42 }); // one company
\`\`\`

[The project directory](${PAGES}/docs/projects.md)

| calls | share | company | failures | route | notes |
| --: | --: | --- | --- | --- | --- |
| 431 | 21.6% | project | 404: 31 | \`GET /rest/v1.0/projects/:project_id/rfis\` | A missing header may cause its 404s. |

###`);
    expect(stdout).toContain('\n"?" marks a guess from the route');
    expect(stdout).toMatch(/\| `GET \/rest\/v1\.0\/me` \| {2}\|\n$/);
  });

  test('Markdown of no calls', async () => {
    const { stdout } = await runCommand(['audit', '-f', 'markdown'], { stdin: report() });

    expect(stdout).toBe('**Left to do once the plugin is attached: 0 of 0 calls (0.0%).**\n');
  });

  test('with --top the routes with the most calls, and the totals of all', async () => {
    const { stdout, stderr } = await runCommand(['audit', '--top', '2'], { stdin });

    expect(stdout).toContain('companies/:company_id/users');
    expect(stdout).not.toContain('departments');
    expect(stdout).toContain('439 of 2,000 calls');
    expect(stderr).toContain('3 routes not listed.\n');
    expect((await auditJson(stdin, '--top', '4')).routes).toHaveLength(4);
    expect((await runCommand(['audit', '--top', '4'], { stdin })).stderr).toContain(
      '1 route not listed.\n',
    );
  });

  test('with --only documented the routes that only the documentation calls safe', async () => {
    const { routes } = await auditJson(stdin, '--only', 'documented');

    expect(routes.map(({ route, need }) => [route, need])).toEqual([
      ['/rest/v1.0/departments', 'companyDocumented'],
    ]);
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
    const { stdout } = await runCommand(['audit'], { stdin, terminal: true, columns: 500 });
    const { stdout: plain } = await runCommand(['audit'], { stdin });

    expect(stdout).toContain(`${ESCAPE}31m`);
    expect(stdout).toContain(`${ESCAPE}32m`);
    expect(stdout).toContain(`${ESCAPE}33m`);
    expect(stdout).toContain(`${ESCAPE}35mCompany documented, not seen`);
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
    ['query,exempt', 'query 60, exempt 1'],
    ['documented', 'documented 60'],
    ['broken', 'broken 1'],
  ])('%s exits with 1 and says why', async (list, reasons) => {
    const { code, stdout, stderr } = await runCommand(['audit', '--fail-on', list], { stdin });

    expect(code).toBe(1);
    expect(stdout).toContain('Left to do');
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

  test('default and project look at what is left to do', async () => {
    const events = [
      { type: 'resolved', method: 'GET', route: '/rest/v1.0/x', source: 'default' },
      {
        type: 'resolved',
        method: 'GET',
        route: '/rest/v1.0/projects/:project_id/x',
        source: 'project',
      },
    ];

    const { code, stderr } = await runCommand(['audit', '--fail-on', 'default,project'], {
      stdin: events.map((event) => JSON.stringify(event)).join('\n'),
    });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('exits with 0 where there is none of it', async () => {
    const { code, stderr } = await runCommand(['audit', '--fail-on', 'project,documented'], {
      stdin: report(row('/v1.0/x')),
    });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('refuses what a report cannot show, as passing would look like a proof', async () => {
    const args = ['audit', '--fail-on', 'failed,project,missing-header'];
    const events = { type: 'exempt', method: 'GET', route: '/rest/v1.0/me' };

    expect(await runCommand(args, { stdin: report(row('/v1.0/x')) })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "procore-company-id: --fail-on failed,missing-header needs recorded events or a HAR file: Procore's report does not show it. See --help.\n",
    });
    expect((await runCommand(args, { stdin: JSON.stringify(events) })).code).toBe(0);
  });
});

describe('what was written', () => {
  const written = async (args: string[], around: Around): Promise<string> =>
    (await runCommand(['audit', ...args], { stdin: report(row('/v1.0/x')), ...around })).stderr;

  test('is said on a terminal of an output that does not go there', async () => {
    const piped = { terminal: 'stderr' } as const;

    expect(await written(['-f', 'csv'], piped)).toBe('Wrote 1 route as csv.\n');
    expect(await written(['-f', 'csv'], { terminal: true })).toBe('');
    expect(await written(['-f', 'csv'], {})).toBe('');
    expect(await written([], piped)).toBe('');
  });
});

test('where nobody reads the output, the exit code is as ever', async () => {
  const { code } = await runCommand(['audit', '--fail-on', 'default'], { stdin, unread: true });

  expect(code).toBe(1);
});

test('answers without calls have no share', async () => {
  const event = { type: 'missing-header', method: 'GET', route: '/rest/v1.0/x', status: 400 };

  const { stdout } = await runCommand(['audit', '-f', 'csv'], { stdin: JSON.stringify(event) });

  expect(stdout).toContain(
    'GET,/rest/v1.0/x,,0,0,To fix,,recorded,0,400: 1,missing-header: 1,0,,,',
  );
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

    const { stdout, stderr } = await runCommand(['audit', '--html', path], { stdin });

    expect(stdout).toBe((await runCommand(['audit'], { stdin })).stdout);
    expect(stderr).toContain(`\nWrote ${path}: 5 routes. Open it in a browser.\n`);
    expect(readFileSync(path, 'utf8')).toMatch(
      /^<!doctype html>\n<html lang="en">\n[\s\S]*<\/html>\s*$/,
    );
  });

  test('has the figure of what is left to do, the notices and a row per route', async () => {
    const page = await pageOf(stdin);

    expect(page).toContain('<p class="figure todo">\n<b>21.9%</b>');
    expect(page).toContain('standard input · 2026-06-01 to 2026-06-14 · 2,000 calls · 5 routes');
    expect(page).toContain('<li>line 8: expected 5 columns, found 1</li>');
    expect(page.match(/<tr\n/g)).toHaveLength(5);
    expect(page).toContain('<code>company_id</code>');
    expect(page).toContain('<span>404: 31</span>');
    expect(page).toContain('<span class="tag companyDocumented">query?</span>');
  });

  test('says that nothing is left to do in the colour of what is done', async () => {
    const page = await pageOf(report(row('/v1.0/companies/:company_id/users')));

    expect(page).toContain('<p class="figure done">\n<b>0.0%</b>');
  });

  test('has every line that a terminal has', async () => {
    const path = join(folder, 'page.html');
    const events = [
      { type: 'unresolved', method: 'GET', route: '/rest/v1.0/x', reason: 'ambiguous' },
      { type: 'failed', method: 'GET', route: '/rest/v1.0/y', source: 'call' },
      { type: 'resolved', method: 'GET', route: '/rest/v1.0/y', source: 'query' },
      { type: 'resolved', method: 'GET', route: '/rest/v1.0/z', source: 'default' },
      { type: 'out-of-scope', method: 'GET', host: 'files.example.com' },
    ];
    const recorded = join(folder, 'events.jsonl');
    writeFileSync(recorded, events.map((event) => JSON.stringify(event)).join('\n'));
    const plain = (text: string): string => text.replace(/\s+/g, '');

    const { stdout, stderr } = await runCommand(
      ['audit', '-', recorded, '--html', path, '--top', '9', '--fail-on', 'failed'],
      { stdin },
    );

    const text = readFileSync(path, 'utf8')
      .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
      .replace(/ href="([^"]*)"[^>]*>/g, '>$1')
      .replace(/<[^>]*>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'");
    const lines = [...stdout.replace(/`/g, '').split('\n'), ...stderr.split('\n')]
      .filter((line) => !/^ *(?:calls +share|Wrote )|: \d+ routes? with/.test(line))
      // A row of the table has its numbers elsewhere, and failures have a column of their own.
      .map((line) => line.replace(/^ +[\d,]+ +[\d.<]+% +(?:[\w? ]+? {2,})?/, ''))
      .map((line) => line.replace(/^ +Failures \d+: \d+\. /, ''))
      .map(plain);
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => !plain(text).includes(line))).toEqual([]);
  });

  test('puts failures that a missing header may have caused before any number of others', async () => {
    const page = await pageOf(
      report(
        row('/v1.0/projects/:project_id/a', { status: 401, count: 5000 }),
        row('/v1.0/projects/:project_id/b', { status: 404, count: 3 }),
      ),
    );

    const [first, second] = [...page.matchAll(/data-failures="(\d+)"/g)].map(([, sum]) => sum);
    expect(page.indexOf('/b')).toBeGreaterThan(0);
    expect(Number(first)).toBeGreaterThan(Number(second));
    expect(second).toBe('5000');
  });

  test('allows nothing but its own script and style, and loads nothing', async () => {
    const page = await pageOf(stdin);

    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(page).not.toMatch(/\b(?:src|action)=|<link|url\(/);
    const links = [...page.matchAll(/<a href="([^"]*)" rel="noreferrer">/g)].map(([, url]) => url);
    expect(links).toHaveLength(4);
    expect(links.filter((url) => !url?.startsWith(`${PAGES}/`))).toEqual([]);
    expect(page.match(/https?:/g)).toHaveLength(links.length);
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
    expect(page).toContain('<rect class="noHeaderNeeded" width="100%"');
  });

  test('shows answers alone', async () => {
    const page = await pageOf(
      JSON.stringify({ type: 'missing-header', method: 'GET', route: '/rest/v1.0/x', status: 400 }),
    );

    expect(page).toContain('<rect class="toFix" width="0%"');
    expect(page).toContain('value="toFix"');
  });
});
