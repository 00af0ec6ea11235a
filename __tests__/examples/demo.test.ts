import { stripVTControlCharacters } from 'util';
import { type Edit, type ExampleRun, runExample } from '../support/run-example';

// Each test starts processes, which take their time on a busy machine.
jest.setTimeout(60_000);

const ESCAPE = '\u001b';

let demo: ExampleRun;

beforeAll(async () => {
  demo = await runExample('demo.mjs');
});

/** The cells of the rows whose first cell is this request: header, result | header, source, result. */
const rowsOf = (request: string): string[] =>
  demo.stdout
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/))
    .filter(([name]) => name === request)
    .map(([, ...cells]) => cells.join(', '));

describe('the demo', () => {
  test('ends by itself, and well', () => {
    expect(demo).toMatchObject({ exitCode: 0, stderr: '' });
    expect(demo.stdout).toContain('ok: all 13 requests and the error are as claimed.');
  });

  test('shows that calls fail without the plugin and succeed with it', () => {
    expect(demo.stdout).toContain('Calls that succeed: 2 of 8 without the plugin, 8 of 8 with it.');
    expect(rowsOf('GET /rest/v1.0/projects?company_id=7')).toEqual([
      'none, 400 missing header, 7, query, 200',
    ]);
    expect(rowsOf('GET /rest/v1.0/projects/3/rfis')).toEqual([
      'none, 400 missing header, 42, default, 200',
    ]);
  });

  test('shows that neither the storage host nor OAuth is sent the header', () => {
    expect(rowsOf('GET storage:/rfis/101.pdf')).toEqual(['-, -, none, not needed, 200']);
    expect(rowsOf('PUT storage:/rest/v2.1/companies/42/…/1')).toEqual([
      '-, -, none, not needed, 200',
    ]);
    expect(rowsOf('POST /oauth/token')).toEqual([
      'none, 200, none, not needed, 200',
      'none, 200, none, not needed, 200',
    ]);
  });

  test('shows that a request that is retried after a refresh keeps its company', () => {
    expect(rowsOf('POST /rest/v1.0/projects {company_id: 7}')).toEqual([
      'none, 401, 7, body, 401',
      'none, 400 missing header, 7, body, 201',
    ]);
  });

  test('shows the typed error as it is logged', () => {
    const text = demo.stdout.replace(/\s+/g, ' ');

    expect(text).toContain(
      'MissingCompanyIdHeaderError: Request failed with status code 400: Procore found no header Procore-Company-Id on ' +
        'GET /rest/v1.0/projects/:project_id/rfis. Nothing names the company',
    );
    expect(text).toContain('reason unresolved');
  });

  test('is plain text of at most 100 columns when piped', () => {
    expect(demo.stdout).not.toContain(ESCAPE);
    expect(Math.max(...demo.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
      100,
    );
  });

  test('has colours where the terminal has them', async () => {
    const { exitCode, stdout } = await runExample('demo.mjs', {
      file: 'demo.mjs',
      from: 'createPaint(process.stdout)',
      to: 'createPaint({ hasColors: () => true })',
    });

    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${ESCAPE}[31m400 missing header`);
    expect(stripVTControlCharacters(stdout)).toBe(demo.stdout);
  });
});

describe('the demo fails with exit code 1 and tells what differs', () => {
  const broken: [string, Edit, string][] = [
    [
      'a claim is wrong',
      { file: 'demo/calls.mjs', from: '| 42   | default    | 302', to: '| 7    | query | 302' },
      'claimed: GET /rest/v1.0/projects/3/rfis/101.pdf | none | 400 missing header | 7 | query | 302\n' +
        '   seen: GET /rest/v1.0/projects/3/rfis/101.pdf | none | 400 missing header | 42 | default | 302\n',
    ],
    [
      'the plugin is not attached',
      {
        file: 'demo.mjs',
        from: 'attachProcoreCompanyId(procore, { companyId: DEFAULT_COMPANY, observe }),',
        to: '[procore, observe],',
      },
      'claimed: PATCH /rest/v2.1/companies/…/uploads/:id | - | - | 42 | path | 200\n' +
        '   seen: no such request\n',
    ],
    [
      'a request is sent that nobody claims',
      {
        file: 'demo/calls.mjs',
        from: 'run: ({ me }) => me(),',
        to: 'run: ({ me }) => me().then(me),',
      },
      'claimed: no such request\n   seen: GET /rest/v1.0/me | none | 200 | 42 | default | 200\n',
    ],
    [
      'a call fails though its requests are as claimed',
      {
        file: 'legacy-integration.mjs',
        from: "const { data } = await procore.get('/rest/v1.0/me');",
        to: "const { data } = await procore.get('/rest/v1.0/me'); data.missing.id;",
      },
      'claimed: GET /rest/v1.0/me succeeds with the plugin\n   seen: TypeError:',
    ],
    [
      'the error is another one',
      { file: 'demo/typed-error.mjs', from: "reason: 'unresolved'", to: "reason: 'sent'" },
      'claimed: error.reason is sent\n   seen: unresolved\n',
    ],
    [
      'there is no error',
      {
        file: 'demo/typed-error.mjs',
        from: 'attachProcoreCompanyId(procore),',
        to: 'attachProcoreCompanyId(procore, { companyId: 42 }),',
      },
      'claimed: a MissingCompanyIdHeaderError\n   seen: undefined\n',
    ],
  ];

  test.each(broken)('if %s', async (_, edit, difference) => {
    const { exitCode, stdout } = await runExample('demo.mjs', edit);

    expect(exitCode).toBe(1);
    expect(stdout).toContain(difference);
    expect(stdout).toMatch(/\nFAILED: \d+ of what was seen differs from what the demo claims\.\n$/);
  });

  test('if it cannot run at all', async () => {
    const { exitCode, stderr } = await runExample('demo.mjs', {
      file: 'demo/record.mjs',
      from: 'requireToken: true',
      to: "requireToken: 'yes'",
    });

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^FAILED: the demo could not run\. TypeError: .*`requireToken`/);
  });
});
