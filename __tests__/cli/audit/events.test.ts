import { createAudit } from 'axios-procore-company-id/audit';
import type { CompanyIdEvent } from 'axios-procore-company-id';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { auditJson } from '../support/audit-input';
import { runCommand } from '../support/run-command';

const RFIS = '/rest/v1.0/projects/:project_id/rfis';
const RESOLVED = {
  type: 'resolved',
  method: 'GET',
  route: RFIS,
  companyId: '7',
  source: 'query',
} as const;

const linesOf = (...values: unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

function sampleAudit() {
  const audit = createAudit();
  const events: CompanyIdEvent[] = [
    RESOLVED,
    { ...RESOLVED, companyId: '8', source: 'default' },
    { type: 'unresolved', method: 'GET', route: '/rest/v1.0/a', reason: 'ambiguous' },
    { type: 'exempt', method: 'GET', route: '/rest/v1.0/me' },
    { type: 'out-of-scope', method: 'PUT', host: 's3.example.com' },
    { type: 'missing-header', method: 'GET', route: RFIS, status: 400 },
  ];
  events.forEach(audit.observe);
  return audit;
}

describe('recorded events', () => {
  test('are read one per line', async () => {
    const { routes, ...rest } = await auditJson(
      linesOf(
        { ...RESOLVED, time: '2026-06-01T10:00:00Z' },
        { ...RESOLVED, source: 'path', timestamp: Date.UTC(2026, 5, 3) },
        { ...RESOLVED, source: 'path', timestamp: Date.UTC(2026, 4, 30) },
        { type: 'missing-header', method: 'GET', route: RFIS, status: 400, time: 1e300 },
        '',
      ),
    );

    expect(rest).toMatchObject({
      calls: 3,
      found: { path: 2, query: 1 },
      first: '2026-05-30T00:00:00.000Z',
      last: '2026-06-03T00:00:00.000Z',
    });
    expect(rest.inputs[0]).toMatchObject({ kind: 'events', rows: 4, brokenRows: 0 });
    expect(routes).toMatchObject([
      { route: RFIS, recorded: { problems: { 'missing-header': 1 } }, failures: { 400: 1 } },
    ]);
  });

  test('are read if there is one only, and by the name of the file if the first line is broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const file = join(folder, 'events.NDJSON');
    writeFileSync(file, linesOf('rfis","source":"path"}', 'also broken', RESOLVED));

    const one = await auditJson(JSON.stringify(RESOLVED));
    const broken = await auditJson('', file);
    const piped = await auditJson(linesOf('{"type":', RESOLVED));
    rmSync(folder, { recursive: true });

    expect([one, broken, piped].map(({ calls, brokenRows }) => [calls, brokenRows])).toEqual([
      [1, 0],
      [1, 2],
      [1, 1],
    ]);
  });

  test('need a project directory where Procore documents that a project is named in the query', async () => {
    const unresolved = { type: 'unresolved', method: 'GET', reason: 'unresolved' };
    const { routes } = await auditJson(
      linesOf(
        { ...unresolved, route: '/rest/v1.0/observations/items/:id' },
        { ...unresolved, method: 'PUT', route: '/rest/v1.0/bim_viewpoints/:id' },
        { ...unresolved, route: RFIS },
        { ...unresolved, route: '/rest/v1.0/our_settings' },
      ),
    );

    expect(routes.map(({ route, found, knownFrom }) => [route, found, knownFrom])).toEqual([
      ['/rest/v1.0/observations/items/:id', { project: 1 }, 'documented'],
      ['/rest/v1.0/our_settings', { default: 1 }, 'recorded'],
      [RFIS, { project: 1 }, 'recorded'],
      ['/rest/v1.0/bim_viewpoints/:id', { project: 1 }, 'similar'],
    ]);
  });

  test.each([
    ['a line that is no JSON', '{"type":', 'expected JSON, found a text of 8 characters'],
    ['no method', { type: 'resolved', route: RFIS }, 'field "method": expected a text'],
    ['a number', '7', 'field "method": expected a text'],
    [
      'an unknown type',
      { ...RESOLVED, type: 'sent' },
      'field "type": expected a type of event such as resolved',
    ],
    [
      'a report of another version',
      { audit: 2, companies: 1 },
      'field "audit": expected 1, as in reports of this version',
    ],
    [
      'a route without counts',
      { method: 'GET', route: RFIS, attempts: 7 },
      'field "attempts": expected an array',
    ],
  ])('with %s are read around it', async (_, line, problem) => {
    const { calls, inputs } = await auditJson(linesOf(RESOLVED, line, RESOLVED));

    expect(calls).toBe(2);
    expect(inputs[0]).toMatchObject({
      brokenRows: 1,
      brokenRowExamples: [{ at: 'line 2', problem }],
    });
  });
});

describe('the report of an audit', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: Date.UTC(2026, 5, 1),
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test.each([
    ['as lines', () => sampleAudit().toJSONLines()],
    ['as one line', () => JSON.stringify(sampleAudit().report())],
    ['as a document', () => JSON.stringify(sampleAudit().report(), null, 2)],
    ['of several processes', () => createAudit().merge([sampleAudit().report()]).toJSONLines()],
  ])('is read %s, and nothing of it is lost', async (_, write) => {
    const { routes, inputs, ...rest } = await auditJson(write());
    const original = sampleAudit().report();

    expect(routes).toMatchObject(
      original.routes.map(({ withoutId, companies, attempts, problems, ...route }) => ({
        ...route,
        knownFrom: 'recorded',
        recorded: { calls: route.calls, withoutId, companies, attempts, problems },
      })),
    );
    expect(rest).toMatchObject({
      calls: 5,
      recorded: { calls: 5, withoutId: 1 },
      found: original.found,
      first: original.first,
    });
    expect(inputs[0]?.kind).toBe('events');
  });

  test('is judged anew for a service account', async () => {
    const { found, recorded } = await auditJson(sampleAudit().toJSONLines(), '--service-account');

    expect(found).toMatchObject({ default: 1, ambiguous: 1 });
    expect(recorded).toEqual({ calls: 5, withoutId: 2 });
  });

  test('with a broken route is read around it', async () => {
    const {
      routes: [first, ...others],
      ...report
    } = sampleAudit().report();
    const document = JSON.stringify({ ...report, routes: [{ ...first, method: 7 }, ...others] });

    const { calls, inputs } = await auditJson(document);

    expect(calls).toBe(3);
    expect(inputs[0]?.brokenRowExamples).toEqual([
      { at: 'entry 1', problem: 'field "routes[0].method": expected a text' },
    ]);
  });

  test('without calls has none', async () => {
    const empty = createAudit();

    for (const stdin of [empty.toJSONLines(), JSON.stringify(empty.report(), null, 2)]) {
      expect(await runCommand(['audit'], { stdin })).toMatchObject({
        code: 0,
        stdout: 'No calls.\n',
      });
    }
  });
});
