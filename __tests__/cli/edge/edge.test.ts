import axios from 'axios';
import { Server } from 'net';
import { stripVTControlCharacters } from 'util';
import { run } from '../../../lib/cli/command';
import { MISSING_HEADER_TEXT } from 'axios-procore-company-id/testing';
import { type Around, Kept, runCommand } from '../support/run-command';
import { PassThrough } from 'stream';

const ESCAPE = '\u001b';

interface RunningEdge {
  readonly stdout: Kept;
  readonly url: string;
  end(): Promise<number>;
}

const ended: (() => Promise<number>)[] = [];

afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

/** Runs `edge` within this process until it is told to end. */
async function startEdge(args: readonly string[], around: Around = {}): Promise<RunningEdge> {
  const stdout = new Kept(around);
  const signals: (() => void)[] = [];
  const code = run(['edge', ...args], {
    stdin: new PassThrough(),
    stdout,
    stderr: new Kept(around),
    env: {},
    onSignal: (_, end) => signals.push(end),
  });
  const end = (): Promise<number> => {
    signals.forEach((each) => each());
    return code;
  };
  ended.push(end);
  while (!stdout.text.includes('passes')) await new Promise((resolve) => setTimeout(resolve, 5));
  return { stdout, end, url: String(/http:\/\/127\.0\.0\.1:\d+/.exec(stdout.text)?.[0]) };
}

const client = axios.create({ validateStatus: () => true });
const callsIn = ({ stdout }: RunningEdge): string[] => stdout.text.split('\n').slice(6, -1);

describe('edge', () => {
  test('--help tells its flags, with examples', async () => {
    const { code, stdout } = await runCommand(['edge', '--help']);

    expect(code).toBe(0);
    for (const word of [
      '--port',
      '--status',
      '--body',
      '--json',
      'not-found',
      'error-description',
      'npx procore-company-id edge',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  test.each([
    [['here'], 'edge takes flags, but no other arguments.'],
    [['--prt', '1'], 'Unknown flag --prt.'],
    [['--port', '65536'], '--port must be an integer from 0 to 65535.'],
    [['--status', '200'], '--status must be an integer from 400 to 599.'],
    [
      ['--body', 'html'],
      '--body must be one of text, json, json-text, error, errors, errors-list, reason, error-message, error-description, not-found.',
    ],
    [['--json=yes'], '--json takes no value.'],
  ])('%j is refused in one line', async (args, message) => {
    expect(await runCommand(['edge', ...args])).toEqual({
      code: 2,
      stdout: '',
      stderr: `procore-company-id: ${message} See --help.\n`,
    });
  });

  test('greets with its addresses and two curl lines', async () => {
    const { stdout, url } = await startEdge([]);

    expect(stdout.text.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'URL').split('\n')).toEqual([
      'A small Procore listens on URL. Press Ctrl+C to stop.',
      'Its file storage listens on URL.',
      '',
      '  fails:   curl -i URL/rest/v1.0/projects/3/rfis',
      "  passes:  curl -i -H 'Procore-Company-Id: 42' URL/rest/v1.0/projects/3/rfis",
      '',
      '',
    ]);
    expect(stdout.text).toContain(`curl -i ${url}/rest`);
  });

  test('prints a line per call, without ids, queries and tokens', async () => {
    const edge = await startEdge([]);
    const headers = { 'Procore-Company-Id': '42', Authorization: 'Bearer S3cr3t' };
    await client.get(`${edge.url}/rest/v1.0/projects/3/rfis?access_token=S3cr3t`);
    await client.get(`${edge.url}/rest/v1.0/projects/3/rfis/101.pdf`, { headers });
    await client.get(`${edge.url}/rest/v1.0/projects/3/rfis`, {
      headers: { 'Procore-Company-Id': 'S3cr3t' },
    });

    expect(callsIn(edge)).toEqual([
      '400  missing-header      GET /rest/v1.0/projects/:project_id/rfis  (no company)',
      '302  redirect            GET /rest/v1.0/projects/:project_id/rfis/:id  (company 42)',
      '403  signature-mismatch  GET storage:/rfis/:id  (company 42)',
      '400  invalid-company-id  GET /rest/v1.0/projects/:project_id/rfis  (company unusable)',
    ]);
    expect(edge.stdout.text).not.toContain('S3cr3t');
  });

  test('with --json prints an object per line, the addresses first', async () => {
    const edge = await startEdge(['--json']);
    await client.get(`${edge.url}/rest/v1.0/me?x=1`, { headers: { 'Procore-Company-Id': '42' } });

    const [greeting, call] = edge.stdout.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);

    expect(greeting).toEqual({
      url: edge.url,
      storageUrl: expect.stringMatching(/^http:\/\/127/),
      fails: expect.stringContaining('curl -i '),
      passes: expect.stringContaining("-H 'Procore-Company-Id: 42'"),
    });
    expect(call).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      method: 'GET',
      route: '/rest/v1.0/me',
      status: 200,
      outcome: 'ok',
      companyId: '42',
      to: 'api',
    });
  });

  test.each([
    [[], 400, MISSING_HEADER_TEXT],
    [['--body', 'json'], 400, { message: MISSING_HEADER_TEXT }],
    [['--body', 'not-found'], 404, { message: 'Item not found' }],
    [['--body', 'text', '--status', '422'], 422, MISSING_HEADER_TEXT],
  ])('%j answers a missing header so', async (args, status, data) => {
    const { url } = await startEdge(args);

    expect(await client.get(`${url}/rest/v1.0/projects/3/rfis`)).toMatchObject({ status, data });
  });

  test('with --service-account needs the header for `me`, with --require-token a token, with --cors nothing but to be asked', async () => {
    const plain = await startEdge([]);
    const { url } = await startEdge(['--service-account', '--cors']);
    const strict = await startEdge(['--require-token']);

    const [withoutFlags, withFlags, withoutToken] = await Promise.all(
      [plain.url, url, strict.url].map((origin) => client.get(`${origin}/rest/v1.0/me`)),
    );

    expect([withoutFlags?.status, withFlags?.status, withoutToken?.status]).toEqual([
      200, 400, 401,
    ]);
    expect(withoutFlags?.headers['access-control-allow-origin']).toBeUndefined();
    expect(withFlags?.headers['access-control-allow-origin']).toBe('*');
  });

  test('listens on the port that it is given, and ends with 0', async () => {
    const first = await startEdge([]);
    await first.end();
    const { port } = new URL(first.url);

    const { url, end } = await startEdge(['--port', port]);

    expect(url).toBe(first.url);
    expect(await end()).toBe(0);
  });

  test('says in one line that a port is taken', async () => {
    const { url } = await startEdge([]);
    const { port } = new URL(url);

    expect(await runCommand(['edge', '--port', port])).toEqual({
      code: 2,
      stdout: '',
      stderr: `procore-company-id: Cannot listen on port ${port}: it is in use. Choose another with --port, or leave out --port to use a free one.\n`,
    });
  });

  test.each([
    ['EACCES', 'Cannot listen on port 80: it needs more rights. Choose'],
    ['ENETDOWN', 'Cannot listen on port 80: network is down. Choose'],
  ])('says in one line that a port fails with %s', async (code, message) => {
    const error = Object.assign(new Error('network is down'), { code });
    jest.spyOn(Server.prototype, 'listen').mockImplementationOnce(function (this: Server) {
      this.emit('error', error);
      return this;
    });

    const { code: exitCode, stderr } = await runCommand(['edge', '--port', '80']);

    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  test('ends where nobody reads its output', async () => {
    expect(await runCommand(['edge'], { unread: true })).toMatchObject({ code: 0 });
  });

  test('has colours on a terminal', async () => {
    const edge = await startEdge([], { terminal: true });
    await client.get(`${edge.url}/rest/v1.0/me`);
    await client.get(`${edge.url}/rest/v1.0/projects/3/rfis`);

    const [passed, failed] = callsIn(edge) as [string, string];
    expect([passed, failed].map((line) => line.slice(0, 5))).toEqual([
      `${ESCAPE}[32m`,
      `${ESCAPE}[31m`,
    ]);
    expect(stripVTControlCharacters(failed)).toMatch(/^400 /);
  });
});
