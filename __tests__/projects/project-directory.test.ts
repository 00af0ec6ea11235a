import {
  attachProcoreCompanyId,
  type CompanyIdResolver,
  InvalidCompanyIdError,
} from 'axios-procore-company-id';
import { type ProjectChange, projectDirectory } from 'axios-procore-company-id/projects';
import axios from 'axios';
import { attachedInstance } from '../support/attached-instance';
import { directoryInstance } from '../support/directory-instance';
import { rejection } from '../support/rejection';

const UUID = '123e4567-e89b-12d3-a456-426614174000';

describe('a request that names a project and no company', () => {
  test.each<[string, object]>([
    ['in its path', { url: '/rest/v1.0/projects/3/rfis' }],
    ['in the singular', { url: '/rest/v1.0/project/3/markers' }],
    ['in its query', { url: '/rest/v1.0/observations/items?project_id=3' }],
    ['in params', { url: '/rest/v1.0/observations/items', params: { project_id: 3 } }],
    ['in its body', { url: '/rest/v1.0/bim_files', method: 'post', data: { project_id: 3 } }],
    ['in /vapid', { url: '/vapid/projects/3/rfis' }],
  ])('%s gets the company of the project', async (_where, config) => {
    const { instance, events, sentIds } = directoryInstance({ entries: [[3, 7]] });

    await instance.request(config);

    expect(sentIds()).toEqual(['7']);
    expect(events).toMatchObject([{ type: 'resolved', companyId: '7', source: 'project' }]);
  });

  test('that nobody knows is left to the default', async () => {
    const { instance, sentIds, events } = directoryInstance({}, { companyId: 42 });

    await instance.get('/rest/v1.0/projects/3/rfis');

    expect(sentIds()).toEqual(['42']);
    expect(events[0]?.source).toBe('default');
  });

  test('that nobody knows has no company where there is no default', async () => {
    const { instance, sentIds, events } = directoryInstance();

    await instance.get('/rest/v1.0/projects/3/rfis');
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual([undefined, undefined]);
    expect(events[0]).toMatchObject({ type: 'unresolved', reason: 'unresolved' });
  });

  test.each(['0', '{project_id}', ':id', UUID, '1.5', '9223372036854775808'])(
    'but the placeholder %s gets none',
    async (id) => {
      const { instance, directory, sentIds } = directoryInstance();
      directory.set(1, 7);

      await instance.get(`/rest/v1.0/projects/${id}/rfis`);

      expect(sentIds()).toEqual([undefined]);
    },
  );

  test('learned from a list, gets the company of that list', async () => {
    const { instance, answered, sentIds } = directoryInstance();

    await answered({ url: '/rest/v1.0/companies/7/projects' }, [{ id: 3 }]);
    await answered({ url: '/rest/v1.0/projects', params: { company_id: 8 } }, [{ id: 4 }]);
    await instance.get('/rest/v1.0/projects/3/rfis');
    await instance.get('/rest/v1.0/projects/4/rfis');

    expect(sentIds()).toEqual(['7', '8', '7', '8']);
  });
});

describe('a request that names a company itself', () => {
  test.each([
    ['/rest/v2.0/companies/8/projects/3/rfis', 'path'],
    ['/rest/v1.0/projects/3/rfis?company_id=8', 'query'],
  ])('keeps it where the directory stands alone: %s', async (url, source) => {
    const resolver = projectDirectory({ entries: [[3, 7]] });
    const { instance, sentIds, events } = attachedInstance({ resolver });

    await instance.get(url);

    expect(sentIds()).toEqual(['8']);
    expect(events).toMatchObject([{ type: 'resolved', source, conflict: false }]);
  });

  test('in its body keeps it, too', async () => {
    const resolver = projectDirectory({ entries: [[3, 7]] });
    const { instance, sentIds } = attachedInstance({ resolver });

    await instance.post('/rest/v1.0/projects/3/rfis', { company_id: 8 });
    await instance.post('/rest/v1.0/projects/3/rfis', { subject: 'x' });

    expect(sentIds()).toEqual(['8', '7']);
  });

  test('in doubtful ways gets none', async () => {
    const resolver = projectDirectory({ entries: [[3, 7]] });
    const { instance, sentIds } = attachedInstance({ resolver });

    await instance.get('/rest/v1.0/projects/3/rfis?company_id=8&company_id=9');

    expect(sentIds()).toEqual([undefined]);
  });
});

describe('the directory', () => {
  test('is a resolver', () => {
    const directory = projectDirectory();
    const resolver: CompanyIdResolver = directory;

    expect(typeof resolver).toBe('function');
    expect(directory.source).toBe('project');
    expect(() => attachProcoreCompanyId(axios.create(), { resolver: directory })).not.toThrow();
  });

  test('can be shared by instances', async () => {
    const resolver = projectDirectory({ entries: [[3, 7]] });
    const one = attachedInstance({ resolver });
    const two = attachedInstance({ resolver });

    await one.instance.get('/rest/v1.0/projects/3/rfis');
    await two.instance.get('/rest/v1.0/projects/3/rfis');

    expect([...one.sentIds(), ...two.sentIds()]).toEqual(['7', '7']);
  });

  test('takes and gives ids in all their forms', () => {
    const directory = projectDirectory();

    directory.set(3, 7);
    directory.set(4n, 8n);
    directory.set(' 5 ', '9');
    directory.set('9223372036854775807', '9223372036854775806');

    expect([3, '3', 3n, 4, '5', '9223372036854775807'].map(directory.get)).toEqual([
      ...['7', '7', '7', '8', '9', '9223372036854775806'],
    ]);
    expect(directory.size).toBe(4);
  });

  test.each([0, -1, 1.5, NaN, 2 ** 53, '', '007', UUID, null, undefined, {}, [3], true])(
    'takes %p for no project',
    (value) => {
      const directory = projectDirectory({ entries: [[3, 7]] });

      expect(() => directory.set(value as string, 7)).toThrow(
        new TypeError('`projectId` must be a Procore project id: a positive integer up to 2^63-1.'),
      );
      expect(directory.get(value as string)).toBeUndefined();
      expect(directory.delete(value as string)).toBe(false);
      expect(directory.entries()).toEqual([['3', '7']]);
    },
  );

  test.each([0, -1, 2 ** 53, '', UUID, null, undefined, false])(
    'takes %p for no company',
    (value) => {
      const directory = projectDirectory({ entries: [[3, 7]] });

      expect(() => directory.set(3, value as string)).toThrow(InvalidCompanyIdError);
      expect(directory.get(3)).toBe('7');
    },
  );

  test('forgets what it is told to', () => {
    const directory = projectDirectory({
      entries: [
        [3, 7],
        [4, 8],
        [5, 9],
      ],
    });

    expect(directory.delete('3')).toBe(true);
    expect(directory.delete(3)).toBe(false);
    expect(directory.entries()).toEqual([
      ['4', '8'],
      ['5', '9'],
    ]);

    directory.clear();
    expect(directory.size).toBe(0);
    expect(directory.entries()).toEqual([]);
    directory.set(6, 7);
    expect(directory.entries()).toEqual([['6', '7']]);
  });

  test('can be stored and restored', () => {
    const directory = projectDirectory({ entries: new Map([[3, 7]]) });
    directory.set('562949953501001', '562949953443325');
    directory.get(3);

    const stored = JSON.stringify(directory.entries());
    const restored = projectDirectory({ entries: JSON.parse(stored) });

    expect(stored).toBe('[["562949953501001","562949953443325"],["3","7"]]');
    expect(restored.entries()).toEqual(directory.entries());
  });

  test('gives entries that can be changed without changing it', () => {
    const directory = projectDirectory({ entries: [[3, 7]] });

    for (const entry of directory.entries()) entry[1] = '8';

    expect(directory.get(3)).toBe('7');
  });
});

describe('the least recently used project gives way', () => {
  const ids = (directory: { entries(): [string, string][] }) =>
    directory.entries().map(([id]) => id);

  test('where there are more than `maxProjects`', () => {
    const directory = projectDirectory({ maxProjects: 2 });

    directory.set(1, 7);
    directory.set(2, 7);
    directory.set(3, 7);

    expect(ids(directory)).toEqual(['2', '3']);
    expect(directory.size).toBe(2);
  });

  test.each<[string, (tools: ReturnType<typeof directoryInstance>) => unknown]>([
    ['being asked for', ({ directory }) => directory.get(1)],
    ['being set again', ({ directory }) => directory.set(1, 7)],
    ['a request', ({ instance }) => instance.get('/rest/v1.0/projects/1/rfis')],
    [
      'being seen in an answer',
      ({ answered }) => answered({ url: '/rest/v1.0/projects/1?company_id=7' }, { id: 1 }),
    ],
  ])('and %s is a use', async (_what, use) => {
    const tools = directoryInstance({
      maxProjects: 2,
      entries: [
        [1, 7],
        [2, 7],
      ],
    });

    await use(tools);
    tools.directory.set(3, 7);

    expect(ids(tools.directory)).toEqual(['1', '3']);
  });

  test('and a project that was deleted makes room', () => {
    const directory = projectDirectory({
      maxProjects: 3,
      entries: [
        [1, 7],
        [2, 7],
        [3, 7],
      ],
    });

    directory.delete(2);
    directory.set(4, 7);
    expect(ids(directory)).toEqual(['1', '3', '4']);
    directory.set(5, 7);
    expect(ids(directory)).toEqual(['3', '4', '5']);
  });

  test('from `entries`, too', () => {
    const directory = projectDirectory({
      maxProjects: 1,
      entries: [
        [1, 7],
        [2, 7],
      ],
    });

    expect(ids(directory)).toEqual(['2']);
  });

  test('and there are 10,000 unless told otherwise', () => {
    const directory = projectDirectory();
    for (let id = 1; id <= 10_001; id++) directory.set(id, 7);

    expect(directory.size).toBe(10_000);
    expect(directory.get(1)).toBeUndefined();
    expect(directory.get(2)).toBe('7');
  });
});

describe('with a `ttl`', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  test('a project is forgotten that long after it was last seen', () => {
    const directory = projectDirectory({
      ttl: 1000,
      entries: [
        [1, 7],
        [2, 7],
      ],
    });

    jest.advanceTimersByTime(999);
    expect(directory.size).toBe(2);
    directory.set(2, 7);
    expect(directory.get(1)).toBe('7');
    jest.advanceTimersByTime(1);

    expect(directory.get(1)).toBeUndefined();
    expect(directory.entries()).toEqual([['2', '7']]);
    expect(directory.size).toBe(1);
    jest.advanceTimersByTime(999);
    expect(directory.size).toBe(0);
    expect(directory.entries()).toEqual([]);
    expect(directory.delete(2)).toBe(false);
  });

  test('a project that has ended cannot be deleted, and comes back as a new one', () => {
    const onChange = jest.fn();
    const directory = projectDirectory({ ttl: 1000, entries: [[1, 7]], onChange });

    jest.advanceTimersByTime(1000);
    expect(directory.delete(1)).toBe(false);
    directory.set(1, 8);
    jest.advanceTimersByTime(1000);
    directory.set(1, 9);

    expect(directory.entries()).toEqual([['1', '9']]);
    expect(onChange).not.toHaveBeenCalled();
  });

  test('a project is remembered for good without one', () => {
    const directory = projectDirectory({ entries: [[1, 7]] });

    jest.setSystemTime(8.64e15);

    expect(directory.get(1)).toBe('7');
    expect(directory.size).toBe(1);
  });
});

describe('a project that is seen under another company', () => {
  const CHANGE: ProjectChange = { projectId: '3', companyId: '8', previousCompanyId: '7' };

  test('belongs to that one from now on, and `onChange` hears of it', async () => {
    const onChange = jest.fn();
    const { instance, answered, sentIds } = directoryInstance({ entries: [[3, 7]], onChange });

    await answered({ url: '/rest/v1.0/companies/8/projects' }, [{ id: 3 }, { id: 4 }]);
    await answered({ url: '/rest/v1.0/companies/8/projects' }, [{ id: 3 }, { id: 4 }]);
    await instance.get('/rest/v1.0/projects/3/rfis');

    expect(onChange.mock.calls).toEqual([[CHANGE]]);
    expect(sentIds()[2]).toBe('8');
  });

  test('by `set` or a webhook is heard of, too, once it is known', () => {
    const changes: unknown[] = [];
    const directory = projectDirectory({
      entries: [[3, 7]],
      onChange: (change) => changes.push([change, directory.get(3)]),
    });

    directory.set(3, 8);
    directory.learnFromWebhook({ company_id: 9, project_id: 3 });

    expect(changes).toEqual([
      [CHANGE, '8'],
      [{ projectId: '3', companyId: '9', previousCompanyId: '8' }, '9'],
    ]);
  });

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('pager is down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('pager is down'))],
    ['answers later', () => Promise.resolve()],
  ])('breaks nothing where `onChange` %s', async (_how, onChange) => {
    const { directory, answered, events } = directoryInstance({
      entries: [
        [3, 7],
        [4, 7],
      ],
      onChange,
    });

    await answered({ url: '/rest/v1.0/companies/8/projects' }, [{ id: 3 }, { id: 4 }]);

    expect(directory.entries()).toEqual([
      ['3', '8'],
      ['4', '8'],
    ]);
    expect(events.map(({ type }) => type)).toEqual(['resolved']);
  });

  test('in the option `entries` is no change', () => {
    const onChange = jest.fn();

    const directory = projectDirectory({
      entries: [
        [3, 7],
        [3, 8],
      ],
      onChange,
    });

    expect(directory.get(3)).toBe('8');
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('learnFromWebhook', () => {
  test.each([
    ['v2', { id: 1, company_id: 7, project_id: 3, api_version: 'v2.0', event_type: 'update' }],
    ['v3', { id: 1, company_id: 7, project_id: 3, api_version: 'v3.0', related_resources: [] }],
    [
      'v4',
      { id: '01JMYXMZRBVKK0PC6XS8SA4QRE', company_id: '7', project_id: '3', reason: 'update' },
    ],
  ])('learns from a payload of %s', (_version, payload) => {
    const directory = projectDirectory();

    expect(directory.learnFromWebhook(payload)).toBe(true);
    expect(directory.entries()).toEqual([['3', '7']]);
  });

  test.each<[unknown]>([
    [{ company_id: 7, project_id: null }],
    [{ company_id: 7 }],
    [{ project_id: 3 }],
    [{ company_id: 7, project_id: 0 }],
    [{ company_id: 9007199254740992, project_id: 3 }],
    [{ company_id: 7, project_id: 9007199254740992 }],
    [{ metadata: { source_company_id: 7, source_project_id: 3 } }],
    [{ company_id: [7], project_id: { id: 3 } }],
    [[{ company_id: 7, project_id: 3 }]],
    ['{"company_id":7,"project_id":3}'],
    [null],
    [undefined],
    [3],
  ])('learns nothing from %j', (payload) => {
    const directory = projectDirectory();

    expect(directory.learnFromWebhook(payload)).toBe(false);
    expect(directory.size).toBe(0);
  });

  test('never throws', () => {
    const hostile = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('trap');
        },
      },
    );

    expect(projectDirectory().learnFromWebhook(hostile)).toBe(false);
  });
});

describe('an answer that a company id is invalid', () => {
  const INVALID = { error: { code: '400', message: 'invalid company id' } };
  const RFIS = { url: '/rest/v1.0/projects/3/rfis' };

  test('makes the project of the request forgotten, so that a wrong fact heals', async () => {
    const { instance, answered, sentIds } = directoryInstance({
      entries: [
        [3, 7],
        [4, 7],
      ],
    });

    expect(await answered(RFIS, INVALID, 400)).toEqual([['4', '7']]);
    await answered({ url: '/rest/v1.0/companies/8/projects' }, [{ id: 3 }]);
    await instance.request(RFIS);

    expect(sentIds()).toEqual(['7', '8', '8']);
  });

  test('is also heard from a request that names the company itself', async () => {
    const { answered } = directoryInstance({
      entries: [
        [3, 7],
        [4, 7],
      ],
    });

    const known = await answered({ url: '/rest/v2.0/companies/7/projects/3/rfis' }, INVALID, 400);

    expect(known).toEqual([['4', '7']]);
  });

  test.each<[string, object]>([
    ['named another company', { url: '/rest/v2.0/companies/8/projects/3/rfis' }],
    ['named no project', { url: '/rest/v2.0/companies/7/users' }],
    ['got its id by hand', { ...RFIS, headers: { 'Procore-Company-Id': '7' } }],
    ['was given the id', { ...RFIS, procoreCompanyId: 7 }],
  ])('says nothing about the project where the request %s', async (_what, config) => {
    const { answered } = directoryInstance({ entries: [[3, 7]] });

    expect(await answered(config, INVALID, 400)).toEqual([['3', '7']]);
  });

  test('that comes late does not make a newer fact forgotten', async () => {
    const { instance, directory } = directoryInstance({ entries: [[3, 7]] });
    instance.defaults.adapter = (config) => {
      directory.set(3, 8);
      return Promise.reject(
        Object.assign(new Error('400'), {
          config,
          response: { status: 400, data: INVALID, config },
        }),
      );
    };

    await rejection(instance.request(RFIS));

    expect(directory.entries()).toEqual([['3', '8']]);
  });

  test.each([
    [400, { error: { code: 'BAD_REQUEST', message: 'Missing Project or Company ID' } }],
    [400, 'Missing Procore-Company-Id header!'],
    [401, { error: 'invalid_token' }],
    [403, { message: 'App is not connected to this company' }],
    [404, { message: 'Item not found' }],
    [500, 'invalid'],
  ])('is not a %i %j: it makes nothing forgotten', async (status, body) => {
    const { answered } = directoryInstance({ entries: [[3, 7]] });

    expect(await answered(RFIS, body, status)).toEqual([['3', '7']]);
  });
});

test('each of as many projects as there may be ends when its time is over', () => {
  jest.useFakeTimers();
  try {
    const directory = projectDirectory({
      ttl: 1000,
      maxProjects: 2,
      entries: [
        [1, 7],
        [2, 7],
      ],
    });

    jest.advanceTimersByTime(1000);

    expect([directory.get(1), directory.get(2), directory.size]).toEqual([undefined, undefined, 0]);
  } finally {
    jest.useRealTimers();
  }
});

test('an `onChange` that rejects breaks nothing', async () => {
  const unhandled = jest.fn();
  process.once('unhandledRejection', unhandled);
  const onChange = () => Promise.reject(new Error('disk full')) as never;
  const directory = projectDirectory({ entries: [[1, 7]], onChange });

  directory.set(1, 8);
  await new Promise(setImmediate);

  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(directory.get(1)).toBe('8');
});
