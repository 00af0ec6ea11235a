import type { ShownRoute } from '../../lib/audit/columns';
import { toTable } from '../../lib/audit/to-table';

const paint = {
  bold: (text: string) => `*${text}*`,
  faint: (text: string) => `~${text}~`,
  group: (text: string, { name }: { name: string }) => `<${name}>${text}`,
};

const ROUTE: ShownRoute = {
  method: 'GET',
  route: '/rest/v1.0/projects/:project_id/some_long_resource/:id/another',
  calls: 8,
  found: { query: 8 },
  knownFrom: 'documented',
  attempts: [],
  problems: {},
  failures: { 404: 2, 500: 1 },
  advice: '',
};

test('a table on a terminal has colours, the guide of each group, and lines that fit', () => {
  const table = toTable(
    {
      calls: 8,
      routes: [ROUTE],
      sentences: ['This is what the totals do not say, and it takes more than one line.'],
    },
    { width: 60, paint, guide: ({ name }) => [`help(${name});`, '', 'https://example.com'] },
  );

  expect(table).toBe(`<companyDocumented>Company documented, not seen: 1 route with 8 calls (100.0%)
  Procore documents \`company_id\` in the query or body of
  these calls, but a report shows neither. Record events to
  see whether your code sends it.

    help(companyDocumented);

    https://example.com

*  calls   share  company  route*
      8  100.0%  query?   GET /rest/v1.0/projects/
                          :project_id/some_long_resource/
                          :id/another
                          ~Failures 404: 2, 500: 1. A missing~
                          ~header may cause its 404s.~

*Left to do once the plugin is attached: 0 of 8 calls (0.0%).*
*Left to check: 8 of 8 calls (100.0%).*

  8  100.0%  Company documented, not seen: to check with recorded events

This is what the totals do not say, and it takes more than
one line.
`);
});

test('a table in a file has routes of any length, and sentences of at most 80 characters', () => {
  const table = toTable({
    calls: 8,
    routes: [{ ...ROUTE, route: `/rest/v1.0/${'long_name/'.repeat(20)}` }],
    sentences: ['word '.repeat(30)],
  });

  expect(table).toContain('long_name/'.repeat(20));
  expect(table).toContain(`\n${'word '.repeat(16).trim()}\nword `);
  expect(table).toMatch(/sends it\.\n\n {2}calls/);
});

test('a table of some routes has the totals of all', () => {
  const other = { ...ROUTE, found: { default: 3 }, calls: 3, knownFrom: 'route' } as const;

  const table = toTable({ calls: 11, routes: [ROUTE, other], listed: [ROUTE], sentences: [] });

  expect(table).not.toContain('No company, no project named: 1 route');
  expect(table).toContain('  3  27.3%  No company, no project named: needs a default or an id\n');
});
