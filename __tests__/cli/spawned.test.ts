import { readFileSync } from 'fs';
import { get } from 'http';
import { builtinModules } from 'module';
import { dirname, join } from 'path';
import { report, row } from './support/audit-input';
import { type Running, useBuiltCommand } from './support/built-command';

// Each test starts a process, which takes its time on a busy machine.
jest.setTimeout(30_000);

const command = useBuiltCommand();

const many = report(
  ...Array.from({ length: 20_000 }, (_, index) => row(`/v1.0/x${'abcdefghij'.charAt(index % 10)}`)),
);

async function audit(stdin: string, ...args: string[]) {
  const { child, ended } = command.start(['audit', ...args]);
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return ended;
}

test('audits what is piped in', async () => {
  const { code, stdout, stderr } = await audit(many, '--fail-on', 'project');

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(': 20,000 of 20,000 calls (100.0%).\n');
});

test('exits with 1 for --fail-on, and with 2 for what cannot be used', async () => {
  expect((await audit(many, '--fail-on', 'default')).code).toBe(1);
  expect(await audit('x')).toMatchObject({ code: 2, stdout: '' });
  expect(await audit(many, '--frmat')).toMatchObject({ code: 2, stdout: '' });
});

test('ends at once, and with 2, where the input is no report, though it goes on', async () => {
  const { child, ended } = command.start(['audit']);
  child.stdin.on('error', () => undefined);
  child.stdin.write(`not,a,report\n${'x\n'.repeat(100_000)}`);

  expect(await ended).toMatchObject({ code: 2, stdout: '' });
});

test('ends quietly where nobody reads its output any more, as in `| head`', async () => {
  const { child, ended } = command.start(['audit', '-f', 'csv']);
  child.stdout.destroy();
  const rows = Array.from({ length: 3000 }, (_, index) =>
    row(`/v1.0/${String(index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`),
  );
  child.stdin.end(report(...rows));

  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
});

test('writes a page that holds its script and style', async () => {
  const path = join(dirname(command.bin), 'page.html');

  const { code } = await audit(many, '--html', path);

  expect(code).toBe(0);
  const page = readFileSync(path, 'utf8');
  expect(page).toContain('<style>:root{');
  expect(page).toMatch(/<script>.*addEventListener/s);
});

test('holds the licences of what is bundled, and requires nothing but Node', () => {
  const folder = dirname(command.bin);
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const code = readFileSync(join(folder, 'main.js'), 'utf8');

  for (const name of ['@pkgjs/parseargs', '@streamparser/json', 'papaparse', 'picocolors']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
  }
  expect(notices).toContain('Copyright (c) 2015 Matthew Holt');
  const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(required).toContain('fs');
  expect(required.filter((name) => !builtinModules.includes(String(name)))).toEqual([]);
});

describe('edge', () => {
  const statusOf = (url: string, headers = {}): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get(url, { headers, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });

  async function addressOf({ printed }: Running): Promise<string> {
    return String(/http:\/\/127\.0\.0\.1:\d+/.exec(await printed('passes:'))?.[0]);
  }

  test('prints its address, a curl line that fails and one that passes', async () => {
    const running = command.start(['edge']);
    const output = await running.printed(/passes:.*\n/);

    const [fails, passes] = [
      ...output.matchAll(/curl -i (?:-H 'Procore-Company-Id: (\d+)' )?(\S+)/g),
    ].map(([, id, url = '']) =>
      statusOf(url, id === undefined ? {} : { 'Procore-Company-Id': id }),
    );

    expect(await fails).toBe(400);
    expect(await passes).toBe(200);
    expect(await running.printed(/\n200 /)).toMatch(
      /\n400 {2}missing-header {6}GET \/rest\/v1\.0\/projects\/:project_id\/rfis {2}\(no company\)\n200 {2}ok .*\(company 42\)\n/,
    );
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s, with connections open',
    async (signal) => {
      const running = command.start(['edge']);
      const url = await addressOf(running);
      await statusOf(`${url}/rest/v1.0/me`, { connection: 'keep-alive' });

      running.child.kill(signal);

      expect(await running.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
      await expect(statusOf(url)).rejects.toThrow('ECONNREFUSED');
    },
  );

  test('ends where nobody reads its output any more', async () => {
    const running = command.start(['edge']);
    const url = await addressOf(running);
    running.child.stdout.destroy();

    for (let call = 0; call < 5; call++)
      await statusOf(`${url}/rest/v1.0/me`).catch(() => undefined);

    expect(await running.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
});
