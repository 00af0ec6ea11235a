import { InvalidCompanyIdError } from 'axios-procore-company-id';
import { projectDirectory } from 'axios-procore-company-id/projects';
import { Keyv } from 'keyv';

const make = (options: unknown) => () => projectDirectory(options as object);

describe('an option of `projectDirectory`', () => {
  test.each<[string, unknown]>([
    ['store', 'redis://localhost'],
    ['store', {}],
    ['store', () => 7],
    ['store', { get: () => 7, set: () => 7 }],
    ['store', { get: () => 7, delete: () => 7 }],
    ['store', { set: () => 7, delete: () => 7 }],
    ['store', { get: 7, set: 7, delete: 7 }],
    ['lookupTimeout', 0],
    ['lookupTimeout', -1],
    ['lookupTimeout', NaN],
    ['lookupTimeout', '10s'],
    ['onLearn', 'log'],
    ['lookup', 'db'],
    ['lookup', {}],
    ['lookup', true],
    ['negativeTtl', -1],
    ['ttl', '1000'],
    ['negativeTtl', NaN],
    ['negativeTtl', '60000'],
    ['maxProjects', 0],
    ['maxProjects', -1],
    ['maxProjects', 1.5],
    ['maxProjects', 5_000_001],
    ['maxProjects', Infinity],
    ['maxProjects', NaN],
    ['maxProjects', '100'],
    ['ttl', 0],
    ['ttl', -1],
    ['ttl', NaN],
    ['ttl', '1h'],
    ['entries', 'text'],
    ['entries', ''],
    ['entries', { 3: 7 }],
    ['entries', 3],
    ['entries', [3]],
    ['entries', [[]]],
    ['entries', [['', 7]]],
    ['entries', [[0, 7]]],
    ['entries', [null]],
    ['entries', [{ projectId: 3, companyId: 7 }]],
    ['onChange', 'log'],
    ['onChange', {}],
  ])('`%s` must not be %j, and the error says so', (name, value) => {
    expect(make({ [name]: value })).toThrow(TypeError);
    expect(make({ [name]: value })).toThrow(
      new RegExp(`^Option \`${name}\` of projectDirectory must be [a-z].*\\.$`),
    );
  });

  test.each([0, '', 'undefined', null, undefined, 2 ** 53])(
    '`entries` must not give the company %p',
    (companyId) => {
      expect(
        make({
          entries: [
            [1, 2],
            [3, companyId],
          ],
        }),
      ).toThrow(InvalidCompanyIdError);
      expect(make({ entries: [[3, companyId]] })).toThrow('option `entries`');
    },
  );

  test('may be absent, `null` or `undefined`', () => {
    const names = [
      'store',
      'lookup',
      'lookupTimeout',
      'negativeTtl',
      'maxProjects',
      'ttl',
      'entries',
    ];
    names.push('onLearn', 'onChange');
    const all = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));

    for (const options of [undefined, null, {}, all(null), all(undefined)]) {
      const directory = projectDirectory(options);
      directory.set(3, 7);
      expect(directory.entries()).toEqual([['3', '7']]);
    }
  });

  test('may stand at its limits', () => {
    expect(make({ negativeTtl: 0 })).not.toThrow();
    expect(make({ negativeTtl: Infinity })).not.toThrow();
    expect(make({ maxProjects: 1 })).not.toThrow();
    expect(make({ maxProjects: 5_000_000 })).not.toThrow();
    expect(make({ ttl: 0.5 })).not.toThrow();
    expect(make({ ttl: Infinity })).not.toThrow();
    expect(make({ entries: new Map([[3, 7]]) })).not.toThrow();
    expect(make({ entries: new Set() })).not.toThrow();
  });

  test.each([
    [
      'of its own',
      { ...new Map(), get: () => 7, set: () => 7, delete: () => 7, throwOnErrors: false },
    ],
    ['that it inherits, as a Keyv does by default', new Keyv()],
  ])(
    '`store` must not have a `throwOnErrors: false` %s: an outage would look like an unknown project',
    (_what, store) => {
      expect(make({ store })).toThrow(TypeError);
      expect(make({ store })).toThrow(
        'Option `store` of projectDirectory must be a Keyv made with `throwOnErrors: true`: this one hides the errors of its database, so that an outage would look like an unknown project.',
      );
      expect(make({ store: new Keyv({ throwOnErrors: true }) })).not.toThrow();
    },
  );

  test('that there is not is an error that names those that there are', () => {
    expect(make({ maxSize: 3 })).toThrow(
      'Option `maxSize` of projectDirectory must be one of store, lookup, lookupTimeout, negativeTtl, maxProjects, ttl, entries, onLearn, onChange.',
    );
  });

  test.each([true, 3, 'x', () => 3])('is not %p itself', (options) => {
    expect(make(options)).toThrow('Option `options` of projectDirectory must be an object.');
  });

  test('is not taken from a prototype', () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    polluted.maxProjects = 1;
    polluted.entries = [[3, 7]];
    try {
      const directory = projectDirectory({});
      directory.set(1, 7);
      directory.set(2, 7);
      expect(directory.size).toBe(2);
    } finally {
      delete polluted.maxProjects;
      delete polluted.entries;
    }
  });
});
