import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import files from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { auditJson, HEADINGS, refusal, report, row } from '../support/audit-input';
import { runCommand } from '../support/run-command';

const EXPECTED =
  'expected the columns of an API Call Activity Report (Date, Response Code, HTTP Method, Normalized Route, Count)';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('an input that is not what it says is refused in one line:', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'standard input is empty.'],
    ['spaces', ' \n\n ', 'standard input is empty.'],
    [
      'one column less',
      'Date,Response Code,HTTP Method,Normalized Route\n',
      `standard input, line 1: ${EXPECTED}, found none named "Count".`,
    ],
    [
      'another table',
      '\nname,age\nx,7\n',
      `standard input, line 2: ${EXPECTED}, found none named "Date", "Response Code", "HTTP Method", "Normalized Route", "Count".`,
    ],
    [
      'prose',
      'Dear all,\nplease find attached\n',
      `standard input, line 1: ${EXPECTED}, found none named "Date", "Response Code", "HTTP Method", "Normalized Route", "Count".`,
    ],
    [
      'a column twice',
      `${HEADINGS},count\n`,
      'standard input, line 1: expected each column once, found more than one named "Count".',
    ],
    [
      'a workbook',
      Buffer.from('504b0304140006000800', 'hex'),
      'standard input is a zip archive or an Excel workbook: unpack it, or save it as CSV.',
    ],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'standard input is an old Excel workbook: save it as CSV.',
    ],
    [
      'gzip',
      Buffer.from('1f8b0800000000000003', 'hex'),
      'standard input is compressed with gzip: unpack it first.',
    ],
    ['a PDF', '%PDF-1.7\n', 'standard input is a PDF: download the report as CSV.'],
    [
      'bytes',
      Buffer.from([1, 2, 0, 3]),
      'standard input is not a text file: expected CSV, JSON lines or HAR.',
    ],
    [
      'one broken row',
      `${HEADINGS}\n2026-06-01,200,GET,/v1.0/me,many\n`,
      'standard input: cannot read its one row; line 2, column "Count": expected an integer from 0, found a text of 4 characters.',
    ],
    [
      'broken rows only',
      `${HEADINGS}\n1\n2\n`,
      'standard input: cannot read any of its 2 rows; line 2, expected 5 columns, found 1.',
    ],
    [
      'JSON that is neither',
      '{\n"name": "x"\n}',
      'standard input is JSON, but neither a HAR file (expected "log.entries") nor the report of an audit (expected "audit": 1).',
    ],
    [
      'its own JSON result',
      '{\n  "calls": 7,\n  "routes": [{"method": "GET", "route": "/", "attempts": []}]\n}',
      'standard input is JSON, but neither a HAR file (expected "log.entries") nor the report of an audit (expected "audit": 1).',
    ],
    [
      'a JSON list',
      '[\n1\n]',
      'standard input is JSON, but neither a HAR file (expected "log.entries") nor the report of an audit (expected "audit": 1).',
    ],
    [
      'JSON that breaks',
      '{"log":\n  {"version": "1.2",\n   "entries": [oops]}}',
      'standard input, line 3, column 16: expected JSON.',
    ],
    [
      'JSON with a comma too many',
      '{"log":\n  {"version": "1.2",}}',
      'standard input, line 2, column 21: expected JSON.',
    ],
    [
      'JSON that is cut off',
      '{"log":\n  {"version": "1.2", "entries": [{"a',
      'standard input is cut off: expected more JSON at its end.',
    ],
    [
      'lines of which none is an event',
      '{"level":"info"}\n{"level":"warn"}\n',
      'standard input: cannot read any of its 2 rows; line 1, field "method": expected a text.',
    ],
  ])('%s', async (_, input, message) => {
    expect(await refusal(Buffer.from(input))).toBe(message);
  });

  test('the place of an error is told from the beginning of the file, in whatever pieces it arrives', async () => {
    const text = Buffer.from('{"log":\n  {"version": "é",\n   "entries": [oops]}}');
    const pieces = [...text].map((byte) => Buffer.from([byte]));

    expect(await refusal(pieces)).toBe('standard input, line 3, column 16: expected JSON.');
  });

  test('a file that is not there', async () => {
    const path = join(folder, 'none.csv');

    expect(await refusal('', path)).toBe(`Cannot read ${path}: the file does not exist.`);
  });

  test('a file that may not be read', async () => {
    // Root may read every file.
    jest.spyOn(files, 'stat').mockRejectedValueOnce(Object.assign(new Error(), { code: 'EACCES' }));

    expect(await refusal('', 'secret.csv')).toBe(
      'Cannot read secret.csv: its permissions do not allow it.',
    );
  });

  test('an empty file', async () => {
    const path = join(folder, 'empty.csv');
    writeFileSync(path, '');

    expect(await refusal('', path)).toBe(`${path} is empty.`);
  });

  test('a folder', async () => {
    expect(await refusal('', folder)).toBe(`Cannot read ${folder}: it is a folder.`);
  });

  test('a path through a file', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, 'x');

    expect(await refusal('', join(path, 'x.csv'))).toBe(
      `Cannot read ${join(path, 'x.csv')}: ENOTDIR.`,
    );
  });

  test('a good file and a bad one: nothing is printed of either', async () => {
    const good = join(folder, 'good.csv');
    writeFileSync(good, report(row('/v1.0/me')));

    expect(await refusal('x', good, '-')).toMatch(/^standard input, line 1: expected/);
  });

  test('a page that would overwrite what is read', async () => {
    const input = join(folder, 'report.csv');
    writeFileSync(input, report(row('/v1.0/me')));
    const page = join(folder, '.', 'x', '..', 'report.csv');
    const { code, stderr } = await runCommand(['audit', input, '--html', page]);

    expect({ code, text: readFileSync(input, 'utf8') }).toEqual({
      code: 2,
      text: report(row('/v1.0/me')),
    });
    expect(stderr).toContain(`--html would overwrite the input ${page}.`);
    expect((await runCommand(['audit', input, '--html', `${input}.html`])).code).toBe(0);
    expect((await runCommand(['audit', `${input}.gone`, '--html', input])).code).toBe(2);
  });

  test('a page that cannot be written', async () => {
    const path = join(folder, 'no', 'page.html');
    const { code, stdout, stderr } = await runCommand(['audit', '--html', path], {
      stdin: report(row('/v1.0/me')),
    });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      `procore-company-id: Cannot write ${path}. ENOENT: no such file or directory, open '${path}'\n`,
    );
  });
});

describe('a broken row is counted and reported, and the rows around it are read:', () => {
  const good = row('/v1.0/me');

  test.each<[string, string, string]>([
    ['too few columns', '2026-06-01,200,GET', 'expected 5 columns, found 3'],
    ['too many', `${good},x`, 'expected 5 columns, found 6'],
    [
      'no status',
      '2026-06-01,,GET,/v1.0/me,1',
      'column "Response Code": expected a status from 100 to 999, found nothing',
    ],
    [
      'a status of words',
      '2026-06-01,ok,GET,/v1.0/me,1',
      'column "Response Code": expected a status from 100 to 999, found a text of 2 characters',
    ],
    [
      'a small status',
      '2026-06-01,99,GET,/v1.0/me,1',
      'column "Response Code": expected a status from 100 to 999, found a text of 2 characters',
    ],
    [
      'no method',
      '2026-06-01,200,,/v1.0/me,1',
      'column "HTTP Method": expected an HTTP method such as GET, found nothing',
    ],
    [
      'a formula for a method',
      '2026-06-01,200,=A1,/v1.0/me,1',
      'column "HTTP Method": expected an HTTP method such as GET, found a text of 3 characters',
    ],
    [
      'a negative count',
      '2026-06-01,200,GET,/v1.0/me,-1',
      'column "Count": expected an integer from 0, found a text of 2 characters',
    ],
    [
      'half a count',
      '2026-06-01,200,GET,/v1.0/me,1.5',
      'column "Count": expected an integer from 0, found a text of 3 characters',
    ],
    [
      'a count of digits beyond counting',
      `2026-06-01,200,GET,/v1.0/me,${'9'.repeat(16)}`,
      'column "Count": expected an integer from 0, found a text of 16 characters',
    ],
    [
      'a separator in the wrong place',
      '2026-06-01,200,GET,/v1.0/me,"1,23"',
      'column "Count": expected an integer from 0, found a text of 4 characters',
    ],
    [
      'no route',
      '2026-06-01,200,GET,,1',
      'column "Normalized Route": expected a route such as /v1.0/projects/:project_id/rfis, found nothing',
    ],
    [
      'a route that is none',
      '2026-06-01,200,GET,me,1',
      'column "Normalized Route": expected a route such as /v1.0/projects/:project_id/rfis, found a text of 2 characters',
    ],
    [
      'a route without end',
      `2026-06-01,200,GET,/${'x'.repeat(2000)},1`,
      'column "Normalized Route": expected a route such as /v1.0/projects/:project_id/rfis, found a text of 2001 characters',
    ],
    [
      'text after a closing quote',
      '2026-06-01,200,GET,"/v1.0/me" x,1',
      'a quote is not closed, or text follows a closing quote',
    ],
    [
      'a quote that is not closed',
      '2026-06-01,200,GET,"/v1.0/me,1',
      'a quote is not closed, or text follows a closing quote',
    ],
  ])('%s', async (_, broken, problem) => {
    const audit = await auditJson(report(good, good, broken, good));

    expect(audit).toMatchObject({ calls: 3, brokenRows: 1 });
    expect(audit.inputs[0]).toMatchObject({
      rows: 3,
      brokenRows: 1,
      brokenRowExamples: [{ at: 'line 4', problem }],
    });
  });

  test('after a quote that is not closed thousands of rows are still read', async () => {
    const rows = Array.from({ length: 5000 }, () => good);

    const { calls, inputs } = await auditJson(
      report(good, '2026-06-01,200,GET,"/v1.0/me,1', ...rows),
    );

    expect(calls).toBe(5001);
    expect(inputs[0]?.brokenRowExamples).toEqual([
      { at: 'line 3', problem: 'a quote is not closed, or text follows a closing quote' },
    ]);
  });

  test('two quotes that are not closed do not make one cell of what is between them', async () => {
    const stray = '2026-06-01,200,GET,"/v1.0/me,1';

    const { calls, brokenRows } = await auditJson(report(stray, good, good, stray, good));

    expect({ calls, brokenRows }).toEqual({ calls: 3, brokenRows: 2 });
  });

  test('a cell of several lines moves the numbers of the lines after it', async () => {
    const text = `${HEADINGS},Note\n${good},"a\nb\nc"\n${good},\n1\n${good},"d\ne"\n2\n`;

    const { inputs, calls } = await auditJson(text);

    expect(calls).toBe(3);
    expect(inputs[0]?.brokenRowExamples.map(({ at }) => at)).toEqual(['line 6', 'line 9']);
  });

  test('a line of megabytes', async () => {
    const { calls, brokenRows } = await auditJson(report(good, 'x'.repeat(3_000_000), good));

    expect({ calls, brokenRows }).toEqual({ calls: 2, brokenRows: 1 });
  });

  test('the first five are shown, the others counted', async () => {
    const { code, stdout, stderr } = await runCommand(['audit'], {
      stdin: report(good, '1', '2', '3', '4', '5', '6', '7'),
    });

    expect(code).toBe(0);
    expect(stdout).toContain(': 0 of 1 call (0.0%).\n');
    expect(stderr.split('\n')).toEqual([
      'standard input: 7 rows cannot be read and are not counted.',
      ...[3, 4, 5, 6, 7].map((line) => `  line ${line}: expected 5 columns, found 1`),
      '  and 2 more',
      '',
    ]);
  });

  test('one is told as one', async () => {
    const { stderr } = await runCommand(['audit'], { stdin: report(good, '1') });

    expect(stderr).toBe(
      'standard input: 1 row cannot be read and is not counted.\n  line 3: expected 5 columns, found 1\n',
    );
  });

  test('what is in it is not told, as it may be a secret', async () => {
    const { stdout, stderr } = await runCommand(['audit'], {
      stdin: report(
        good,
        '2026-06-01,S3cr3t,GET,/v1.0/me,1',
        '2026-06-01,200,GET,S3cr3t,1',
        '"S3cr3t" x,1',
      ),
    });

    expect(stdout + stderr).not.toContain('S3cr3t');
  });
});
