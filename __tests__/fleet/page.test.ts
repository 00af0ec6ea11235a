import axios from 'axios';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { createProcoreEdge } from 'axios-procore-company-id/testing';
import { readFileSync } from 'fs';
import { join } from 'path';
import { loopbackAgents } from '../support/loopback-agents';
import { codeBlocks } from '../support/markdown';
import { runSnippet } from '../support/snippets';
import { Redis } from './support/redis';

const PAGE = readFileSync(join(__dirname, '../../docs/several-processes.md'), 'utf8');

test('the program with Redis in docs/several-processes.md has at most 20 lines, and shares what it learns', async () => {
  const [redis, edge] = await Promise.all([Redis.start(), createProcoreEdge()]);
  const { httpsAgent, proxy } = loopbackAgents(Number(new URL(edge.url).port)).config;
  Object.assign(axios.defaults, { httpsAgent, proxy });
  const [program] = codeBlocks(PAGE).filter(({ language }) => language === 'javascript');
  const code = String(program?.code);

  expect(code.trim().split('\n').length).toBeLessThanOrEqual(20);
  expect(await runSnippet(code.replace('redis://localhost:6379', redis.url))).toBe('');

  const keys = await redis.command('keys', '*');
  expect(keys.filter((key) => key.endsWith(':3'))).toHaveLength(1);
  const data = new Map<string, string>();
  for (const key of keys)
    data.set(key.replace(/^.*:/, ''), JSON.parse(String(await redis.command('get', key))).value);
  expect(projectDirectory({ entries: data }).get(3)).toBe('42');
  Object.assign(axios.defaults, { httpsAgent: undefined, proxy: undefined });
  await Promise.all([redis.kill(), edge.close()]);
});
