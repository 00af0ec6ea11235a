// @ts-nocheck
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { createAudit } from 'axios-procore-company-id/audit';
import axios from 'axios';
import fc from 'fast-check';

const SECRET = 'S3cr3t';
const COMPANY = '562949953443325';
const HOSTILE = [
  '</script><script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '"><img src=x>',
  '@SUM(1)',
  '-1+2',
];

const urls = fc.oneof(
  fc.constantFrom(
    `https://api.procore.com/rest/v1.0/companies/${COMPANY}/users?access_token=${SECRET}`,
    `https://api.procore.com/rest/v1.0/projects/${COMPANY}/${SECRET}/files.pdf#${SECRET}`,
    `https://user:${SECRET}@api.procore.com/rest/v1.0/users?company_id=${COMPANY}`,
    `https://storage.procore.com/${SECRET}?sig=${SECRET}`,
    `https://api.procore.com/oauth/token?code=${SECRET}`,
  ),
  fc.constantFrom(...HOSTILE).map((text) => `https://api.procore.com/rest/v1.0/${text}/x`),
);

async function outputsFor(url: string, source: string): Promise<string[]> {
  const audit = createAudit();
  const instance = axios.create({
    adapter: (config) =>
      Promise.resolve({ data: {}, status: 200, statusText: '', headers: {}, config }),
  });
  const resolver = () => ({ companyId: COMPANY, source });
  attachProcoreCompanyId(instance, { resolver, observe: audit.observe, onConflict: 'send' });
  await instance.get(url, { headers: { Authorization: `Bearer ${SECRET}` } });
  expect(audit.report().calls).toBe(1);
  return [audit.toTable(), audit.toCsv(), audit.toJSONLines(), JSON.stringify(audit.report())];
}

test('no token, query value, id or markup of a call is in any output', async () => {
  await fc.assert(
    fc.asyncProperty(urls, fc.constantFrom(...HOSTILE, SECRET, COMPANY), async (url, source) => {
      for (const output of await outputsFor(url, source)) {
        expect(output).not.toContain(SECRET);
        expect(output).not.toContain(COMPANY);
        expect(output).not.toMatch(/[<>]|HYPERLINK|SUM|alert/);
      }
    }),
    { numRuns: 60 },
  );
});
