import axios from 'axios';
import { execFileSync } from 'child_process';
import { once } from 'events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { codeWith, readDocument } from '../support/documents';
import { loopbackAgents } from '../support/loopback-agents';
import { codeBlocks } from '../support/markdown';
import { runSnippet } from '../support/snippets';

describe('the recipe for file links', () => {
  const program = codeWith('docs/recipes.md', 'keepToken');

  test('sends the token to all hosts of Procore, and to no other', async () => {
    const seen: unknown[] = [];
    const hops: Record<string, string> = {
      'us02.procore.com': 'https://storage.procore.com/file',
      'storage.procore.com': 'https://notprocore.com/file',
      'notprocore.com': 'https://bucket.s3.amazonaws.com/file',
    };
    const server = createServer(({ headers }, response) => {
      seen.push([headers.host, headers.authorization, headers['procore-company-id']]);
      const location = hops[String(headers.host)];
      response.writeHead(location ? 302 : 404, location ? { location } : {}).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { httpsAgent, proxy } = loopbackAgents((server.address() as AddressInfo).port).config;
    Object.assign(axios.defaults, { httpsAgent, proxy });

    const call = "await download('https://us02.procore.com/fas/1').catch(() => undefined);";
    await runSnippet(`${program}${call}`);

    Object.assign(axios.defaults, { httpsAgent: undefined, proxy: undefined });
    server.close();
    expect(seen).toEqual([
      ['us02.procore.com', 'Bearer access-token', undefined],
      ['storage.procore.com', 'Bearer access-token', undefined],
      ['notprocore.com', undefined, undefined],
      ['bucket.s3.amazonaws.com', undefined, undefined],
    ]);
  });
});

test('the searches in docs/migrating.md find call sites in each kind of quotes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'call-sites-'));
  const calls = [
    "axios.get('https://api.procore.com/rest/v1.0/me')",
    'procore.get("/vapid/projects")',
    'procore.get(`/rest/v1.0/projects/${id}/rfis`)',
    'const procore = axios.create({})',
    'await fetch(url)',
    'const unrelated = 1',
  ];
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/calls.ts'), calls.join('\n'));
  const block = codeBlocks(readDocument('docs/migrating.md')).find(({ code }) =>
    code.startsWith('grep'),
  );

  const lines = execFileSync('sh', ['-c', String(block?.code)], { cwd: folder, encoding: 'utf8' });

  rmSync(folder, { recursive: true });
  expect(lines.trim().split('\n')).toEqual(
    calls.slice(0, 5).map((call, index) => `src/calls.ts:${index + 1}:${call}`),
  );
});
