import type { AuditAttempts } from 'axios-procore-company-id/audit';
import { callsWith, countByGroup, type Grouped, groupOf, GROUPS } from '../../lib/audit/groups';

const NONE = countByGroup([]);

const resolved = (found: AuditAttempts['found'], count: number): AuditAttempts => ({
  type: 'resolved',
  source: 'default',
  found,
  count,
});
const unresolved = (found: AuditAttempts['found'], count: number): AuditAttempts => ({
  type: 'unresolved',
  reason: 'unresolved',
  found,
  count,
});

const route = (found: Grouped['found'], more: Partial<Grouped> = {}): Grouped => ({
  found,
  attempts: [],
  ...more,
});

describe('calls belong to the group', () => {
  test.each<[group: string, route: Grouped]>([
    ['toFix', route({ failed: 3 })],
    ['toFix', route({ 'opted-out': 3 })],
    ['toFix', route({ ambiguous: 3 })],
    ['nothingNamed', route({ default: 3 })],
    ['nothingNamed', route({ default: 3 }, { knownFrom: 'documented' })],
    ['onlyProject', route({ project: 3 })],
    ['companyDocumented', route({ query: 3 }, { knownFrom: 'documented' })],
    ['companyDocumented', route({ body: 3 }, { knownFrom: 'similar' })],
    ['companyNamed', route({ body: 3 }, { knownFrom: 'recorded' })],
    ['companyNamed', route({ query: 3 })],
    ['companyNamed', route({ path: 3 }, { knownFrom: 'route' })],
    ['idGiven', route({ given: 3 })],
    ['noHeaderNeeded', route({ exempt: 3 })],
    ['noHeaderNeeded', route({ 'not-the-api': 3 })],
  ])('%s: %j', (group, grouped) => {
    expect(countByGroup([grouped])).toEqual({ ...NONE, [group]: 3 });
    expect(groupOf(grouped).name).toBe(group);
  });
});

describe('calls that name no company have an id', () => {
  test.each<[why: string, found: Grouped['found'], attempts: AuditAttempts[], counts: object]>([
    ['if all recorded ones had', { project: 9 }, [resolved('project', 2)], { idGiven: 9 }],
    [
      'as far as recorded ones had',
      { project: 9 },
      [resolved('project', 3), unresolved('project', 1)],
      { idGiven: 3, onlyProject: 6 },
    ],
    [
      'but not more than there are',
      { project: 2 },
      [resolved('project', 3), unresolved('project', 1)],
      { idGiven: 1, onlyProject: 1 },
    ],
    [
      'each kind by itself',
      { project: 2, default: 4 },
      [resolved('project', 2), unresolved('default', 4)],
      { idGiven: 2, nothingNamed: 4 },
    ],
    [
      'only if a recorded one needed it',
      { default: 4 },
      [resolved('query', 1)],
      { nothingNamed: 4 },
    ],
  ])('%s', (_, found, attempts, counts) => {
    expect(countByGroup([route(found, { attempts })])).toEqual({ ...NONE, ...counts });
  });
});

test('a route belongs to the group of those of its calls that need the most work', () => {
  expect(groupOf(route({ path: 90, default: 1, exempt: 5 })).name).toBe('nothingNamed');
  expect(groupOf(route({})).name).toBe('toFix');
});

test('each group says on two lines of a terminal what it is, what it needs and what to do', () => {
  for (const { title, needs, advice } of GROUPS) {
    expect(`6,820  44.3%  ${title}: ${needs}`.length).toBeLessThanOrEqual(78);
    expect(Math.min(title.length, needs.length, advice.length)).toBeGreaterThan(5);
  }
});

test('what is left to do, to check and done makes all calls', () => {
  const counts = countByGroup([
    route({ failed: 1, default: 2, project: 4 }),
    route({ query: 8 }, { knownFrom: 'documented' }),
    route({ path: 16, given: 32, exempt: 64 }),
  ]);

  expect(callsWith('todo', counts)).toBe(7);
  expect(callsWith('check', counts)).toBe(8);
  expect(callsWith('done', counts)).toBe(112);
});
