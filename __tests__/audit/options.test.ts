import { type AuditOptions, createAudit } from 'axios-procore-company-id/audit';

describe('the options of createAudit', () => {
  test.each([
    ['a text', 'all', '`options` of createAudit must be an object.'],
    ['a list', [], '`options` of createAudit must be an object.'],
    [
      'an unknown option',
      { maxroutes: 5 },
      '`maxroutes` of createAudit must be one of maxRoutes, serviceAccount.',
    ],
    [
      'no routes',
      { maxRoutes: 0 },
      '`maxRoutes` of createAudit must be a whole number from 1 to 100000.',
    ],
    [
      'too many routes',
      { maxRoutes: 100_001 },
      '`maxRoutes` of createAudit must be a whole number from 1 to 100000.',
    ],
    [
      'half a route',
      { maxRoutes: 1.5 },
      '`maxRoutes` of createAudit must be a whole number from 1 to 100000.',
    ],
    [
      'a number as text',
      { maxRoutes: '5' },
      '`maxRoutes` of createAudit must be a whole number from 1 to 100000.',
    ],
    [
      'a service account as text',
      { serviceAccount: 'yes' },
      '`serviceAccount` of createAudit must be true or false.',
    ],
  ])('refuse %s', (_, options, message) => {
    expect(() => createAudit(options as AuditOptions)).toThrow(new TypeError(`Option ${message}`));
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['options that say nothing', { maxRoutes: undefined, serviceAccount: null }],
    ['the bounds', { maxRoutes: 100_000, serviceAccount: true }],
    ['the other bound', { maxRoutes: 1 }],
  ])('take %s', (_, options) => {
    expect(createAudit(options as AuditOptions).report().calls).toBe(0);
  });
});
