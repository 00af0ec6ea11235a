import { countEvent, type CallFacts } from '../../lib/audit/count-event';
import { reportOf } from '../../lib/audit/report-of';
import { Tally } from '../../lib/audit/tally';

const newTally = (): Tally =>
  new Tally({ maxRoutes: 1, serviceAccount: false, namesProject: () => false });

const USERS = { type: 'unresolved', method: 'GET', route: '/rest/v1.0/users' };

function reportAfter(facts: CallFacts, ...events: object[]) {
  const tally = newTally();
  for (const event of events) countEvent(tally, event, facts);
  return reportOf(tally);
}

describe('countEvent', () => {
  test.each([
    ['an attempt', USERS, true],
    ['an answer', { ...USERS, type: 'missing-header' }, true],
    ['what is neither', { ...USERS, type: 'exploded' }, false],
  ])('tells whether it was given an event: %s', (_, event, isEvent) => {
    expect(countEvent(newTally(), event, {})).toBe(isEvent);
  });

  test('leaves a report without a period where no time is known', () => {
    const report = reportAfter({}, USERS);

    expect(report).not.toHaveProperty('first');
    expect(report.routes[0]).not.toHaveProperty('last');
  });

  test.each([
    [true, { project: 1 }],
    [false, { default: 1 }],
  ])('knows better than the route whether a project is named: %s', (namesProject, found) => {
    expect(reportAfter({ namesProject }, USERS).found).toEqual(found);
  });

  test('still tells an exempt call among those that are counted together', () => {
    const me = { ...USERS, type: 'exempt', route: '/rest/v1.0/me' };

    expect(reportAfter({ namesProject: true }, USERS, me).found).toEqual({ exempt: 1, project: 1 });
  });
});
