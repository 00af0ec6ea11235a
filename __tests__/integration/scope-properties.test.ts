import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import * as fc from 'fast-check';
import { useRecordingServer } from '../support/recording-server';
import { runCount, timeFor } from '../support/runs';
import { isInScope, NO_HOST } from '../support/scope-oracle';

const RUNS = runCount(2000);
const server = useRecordingServer();

const HOSTS = [
  'api.procore.com',
  'us02.procore.com',
  'storage.procore.com',
  'evil.example',
  'gateway.example',
  '[::1]',
  '127.1',
];
const MARKS = ['/', '/', '//', '\\', '@', ':', '.', '#', '?', '%2e', '%2f', '%40', '-', '[', ']'];
const INVISIBLE = ['\t', '\n', ' ', '\u0000', '\u00A0', '\uFEFF', '\u00AD', '\u200D', '\u3002'];
const WORDS = ['443', '80', '8443', 'rest', 'oauth', 'user', '..', 'HTTPS:', 'http:', 'https:'];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(...INVISIBLE) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
);
const start = fc.constantFrom('', 'https://', 'http://', 'https:', '//', '/', ' https://', '\\\\');
const odd = fc
  .tuple(start, fc.array(piece, { maxLength: 7 }))
  .map(([first, rest]) => first + rest.join(''));
const base = fc.constantFrom(
  undefined,
  'https://api.procore.com',
  'http://gateway.example/procore',
  'https://storage.procore.com/rest',
);

const request = fc.record(
  { url: odd, ownBase: base, callBase: odd, allowAbsoluteUrls: fc.boolean() },
  { requiredKeys: ['url', 'ownBase'] },
);

test(
  'whatever the url, the header goes only to a host in scope',
  async () => {
    let runs = 0;
    let count = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ url, ownBase, callBase, ...call }) => {
        server.requests.length = 0;
        const instance = axios.create({
          ...server.agents.config,
          ...(ownBase !== undefined && { baseURL: ownBase }),
        });
        attachProcoreCompanyId(instance, { companyId: 42 });
        const run = String(++runs);
        const config = {
          ...call,
          ...(callBase !== undefined && { baseURL: callBase }),
          headers: { 'X-Run': run },
        };
        await instance.get(url, config).catch(() => undefined);
        const own = ownBase?.includes('gateway') ? ['gateway.example'] : [];
        if (ownBase === undefined) own.push(...NO_HOST);
        for (const { companyId, clientPort, url: path, headers } of server.requests) {
          // Node may still send what axios has given up.
          if (headers['x-run'] !== run) continue;
          count++;
          const target = server.agents.targetOf(clientPort);
          const isLeak = companyId !== undefined && !isInScope(target, path, own);
          expect(isLeak ? { target, path } : undefined).toBeUndefined();
        }
      }),
      { numRuns: RUNS },
    );
    expect(count).toBeGreaterThan(RUNS / 10);
  },
  timeFor(RUNS),
);
