import { Readable } from 'stream';
import { version } from '../../package.json';
import { runCommand } from './support/run-command';

describe('procore-company-id', () => {
  test.each([['--help'], ['-h'], ['help']])(
    '%s tells its commands, with examples',
    async (flag) => {
      const { code, stdout, stderr } = await runCommand([flag]);

      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('audit [files...]');
      expect(stdout).toContain('npx procore-company-id edge --port 4000');
    },
  );

  test.each([['--version'], ['-v']])('%s tells the version of the package', async (flag) => {
    expect(await runCommand([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([
    [[], 'Name a command: audit or edge.'],
    [['adit'], 'There is no command "adit". The commands are audit and edge.'],
    [['constructor'], 'There is no command "constructor". The commands are audit and edge.'],
    [['--json'], 'There is no command "--json". The commands are audit and edge.'],
  ])('%j is refused in one line', async (args, message) => {
    expect(await runCommand(args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `procore-company-id: ${message} See --help.\n`,
    });
  });
});

describe('the flags of audit', () => {
  test.each([['--help'], ['-h']])('%s tells them, with examples', async (flag) => {
    const { code, stdout, stderr } = await runCommand(['audit', flag]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['--format', '--html', '--fail-on', '--top', '--only', '--api-host']) {
      expect(stdout).toContain(word);
    }
    expect(stdout).toContain('npx procore-company-id audit report.csv\n');
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test.each([
    [['--frmat', 'csv'], 'Unknown flag --frmat.'],
    [['-x'], 'Unknown flag -x.'],
    [['--format'], '--format needs a value: --format=VALUE.'],
    [['--html'], '--html needs a value: --html=VALUE.'],
    [['--html='], '--html needs the name of a file.'],
    [['--service-account=yes'], '--service-account takes no value.'],
    [['--format', 'xml'], '--format must be one of table, csv, json, markdown.'],
    [['--top', '0'], '--top must be an integer from 1 to 999999999.'],
    [['--top', 'ten'], '--top must be an integer from 1 to 999999999.'],
    [['--top', '1.5'], '--top must be an integer from 1 to 999999999.'],
    [
      ['--fail-on', 'default,luck'],
      '--fail-on must be one of not-the-api, exempt, given, path, query, body, project, default, ambiguous, opted-out, failed, documented, missing-header, broken.',
    ],
    [
      ['--only', 'broken'],
      '--only must be one of not-the-api, exempt, given, path, query, body, project, default, ambiguous, opted-out, failed, documented.',
    ],
    [
      ['--api-host', 'https://x.example.com'],
      '--api-host must be a host, such as gateway.example.com:8443.',
    ],
  ])('%j are refused in one line', async (args, message) => {
    expect(await runCommand(['audit', ...args])).toEqual({
      code: 2,
      stdout: '',
      stderr: `procore-company-id: ${message} See --help.\n`,
    });
  });

  test('without a file and without a pipe there is nothing to read', async () => {
    const { code, stderr } = await runCommand(['audit'], { stdin: 'terminal' });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'procore-company-id: Name a file, or pipe one in. See --help.\n',
    });
  });
});

test('a failure that nobody thought of is told as a bug, with the place of it', async () => {
  const broken = new Readable({ read: () => undefined });
  const outcome = runCommand(['audit'], { stdin: broken });
  broken.destroy(new Error('out of order'));

  expect(await outcome).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^procore-company-id: this is a bug\. Please report it: Error: out of order\n +at /,
    ),
  });
});

test('so is one that is no error', async () => {
  const broken = new Readable({ read: () => undefined });
  const outcome = runCommand(['audit'], { stdin: broken });
  broken.destroy('out of order' as unknown as Error);

  expect((await outcome).stderr).toBe(
    'procore-company-id: this is a bug. Please report it: out of order\n',
  );
});
