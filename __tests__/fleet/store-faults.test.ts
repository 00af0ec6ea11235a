import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { type FleetProcess, startFleet, tellAll } from './support/fleet';
import { Redis } from './support/redis';

const KNOWN = '/rest/v1.0/projects/3/rfis';
const UNKNOWN = '/rest/v1.0/projects/2001/rfis';
const COMPANIES: Record<string, string> = { 3: '42', 2001: '7' };

const REFUSED = {
  name: 'Error',
  message: expect.stringMatching(
    /^Not sent: GET \/rest\/v1\.0\/projects\/:project_id\/rfis .*`store\.get` of projectDirectory/,
  ),
};
const SENT = { status: 200 };

/** A client that fails at once while it is not connected, and connects again soon. */
const QUICK = { disableOfflineQueue: true, socket: { reconnectStrategy: 20 } };

let redis: Redis;
let edge: ProcoreEdge;
let fleet: FleetProcess[];
let first: FleetProcess;
let others: FleetProcess[];

beforeAll(async () => {
  [redis, edge] = await Promise.all([Redis.start(), createProcoreEdge()]);
  fleet = startFleet(4);
  [first, ...others] = fleet as [FleetProcess, ...FleetProcess[]];
});
afterAll(async () => {
  await Promise.all(fleet.map((each) => each.stop()));
  await Promise.all([redis.kill(), edge.close()]);
});
afterEach(async () => {
  redis.goOn();
  await redis.start();
  await redis.command('flushall');
  edge.clear();
});

/** All processes start anew: they know project 3, and not project 2001. */
async function attach(directoryOptions: object = {}, more: object = {}): Promise<void> {
  await tellAll(fleet, 'attach', {
    redisUrl: redis.url,
    client: QUICK,
    baseURL: edge.url,
    directoryOptions,
    // No default may answer for a store that fails.
    options: { companyId: 5 },
    ...more,
  });
  await first.tell('get', { url: '/rest/v1.0/companies/42/projects' });
  await first.tell('flush');
  await tellAll(others, 'get', { url: KNOWN });
  edge.clear();
}

const all = (url: string): Promise<object[]> => tellAll(fleet, 'get', { url });
const four = (result: object): object[] => fleet.map(() => result);

/** Each request that reached the edge had the company of its project. */
function expectNoneCrossed(): void {
  const crossed = edge.requests.filter(({ path, companyId }) => {
    const [, projectId] = /projects\/(\d+)/.exec(path) ?? [];
    return projectId !== undefined && COMPANIES[projectId] !== companyId;
  });
  expect(crossed).toEqual([]);
  expect(fleet.every(({ isAlive }) => isAlive)).toBe(true);
}

/** The store answers again, and all processes go on without a restart. */
async function expectRecovery(): Promise<void> {
  // The first to ask after an outage may meet a connection that is not back yet.
  const recover = async (): Promise<unknown> => {
    await first.tell('get', { url: '/rest/v1.0/companies/7/projects' });
    const flushed = await first.tell('flush');
    const answers = await all(UNKNOWN);
    return flushed === 'ok' && answers.every((answer: any) => answer.status === 200)
      ? 'ok'
      : recover();
  };
  expect(await recover()).toBe('ok');
}

test('what one process learns, the others know', async () => {
  await attach({}, { options: { onUnresolved: 'reject' } });
  expect(await tellAll(others, 'get', { url: UNKNOWN })).toEqual(
    others.map(() => expect.objectContaining({ name: 'UnresolvedCompanyIdError' })),
  );

  await first.tell('get', { url: '/rest/v1.0/companies/7/projects' });
  await first.tell('flush');

  expect(await all(UNKNOWN)).toEqual(four(SENT));
  expect(await all(KNOWN)).toEqual(four(SENT));
  expectNoneCrossed();
});

describe('a Redis that is down', () => {
  test.each<[string, object]>([
    ['with a client that fails at once', QUICK],
    ['with a client that waits for the connection', {}],
  ])(
    'refuses unknown projects in bounded time, and known ones go on: %s',
    async (_what, client) => {
      await attach({ lookupTimeout: 3000 }, { client });
      await redis.kill();

      expect(await all(KNOWN)).toEqual(four(SENT));
      expect(await all(UNKNOWN)).toEqual(four(REFUSED));
      expect(await first.tell('get', { url: '/rest/v1.0/companies/7/projects' })).toEqual(SENT);
      expect(await first.tell('get', { url: UNKNOWN })).toEqual(SENT);

      expectNoneCrossed();

      // It is empty at first: for a moment a project may be unknown, which is no failure.
      await redis.start();
      await expectRecovery();
    },
  );

  test('leaves the question to `lookup`', async () => {
    await attach({ lookupTimeout: 3000 }, { lookup: COMPANIES });
    await redis.kill();

    expect(await all(UNKNOWN)).toEqual(four(SENT));
    for (const events of await tellAll(fleet, 'events'))
      expect(events.map(({ type }: { type: string }) => type)).toContain('failed');

    await redis.start();
    expectNoneCrossed();
  });
});

test('a Redis that hangs refuses unknown projects in bounded time, and known ones go on', async () => {
  await attach({ lookupTimeout: 3000 });
  redis.hang();

  expect(await all(KNOWN)).toEqual(four(SENT));
  const refused = await all(UNKNOWN);
  expect(refused).toEqual(four(REFUSED));
  expect(refused[0]).toMatchObject({
    message: expect.stringContaining('did not answer within 3000 ms'),
  });

  redis.goOn();
  await expectRecovery();
  expectNoneCrossed();
});

test('a Redis that is slow is waited for', async () => {
  await attach();
  await first.tell('get', { url: '/rest/v1.0/companies/7/projects' });
  await first.tell('flush');
  await redis.command('client', 'pause', '1500', 'all');

  expect(await all(UNKNOWN)).toEqual(four(SENT));
  expectNoneCrossed();
});

describe('a Redis that holds', () => {
  const keyOf = async (): Promise<string> => {
    const [key] = await redis.command('keys', '*');
    await redis.command('flushall');
    return String(key).replace(/\d+$/, '2001');
  };

  test.each<[string, string[], string]>([
    ['no JSON', ['set', 'KEY', 'garbage'], 'store.get'],
    ['no company id', ['set', 'KEY', '{"value":"undefined"}'], 'store.get'],
    ['an object', ['set', 'KEY', '{"value":{"id":7}}'], 'store.get'],
    // Keyv's adapter answers `undefined` here, and tells only its listeners.
    ['another type', ['hset', 'KEY', 'company', '7'], 'store.get'],
  ])(
    '%s refuses the request, or leaves the question to `lookup`',
    async (_what, command, named) => {
      await attach();
      const key = await keyOf();
      const put = () => redis.command(...command.map((word) => word.replace('KEY', key)));
      await put();

      const refused = await all(UNKNOWN);
      for (const each of refused) {
        expect(each).toMatchObject({ message: expect.stringContaining(named) });
        expect(each).toMatchObject({
          message: expect.stringContaining('GET /rest/v1.0/projects/:project_id/rfis'),
        });
      }
      expect(await all(KNOWN)).toEqual(four(SENT));

      await attach({}, { lookup: COMPANIES });
      await put();
      expect(await all(UNKNOWN)).toEqual(four(SENT));
      expectNoneCrossed();
    },
  );
});

describe('a Redis that loses its data', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['while it runs', () => redis.command('flushall')],
    [
      'because it starts anew',
      async () => {
        await redis.kill();
        await redis.start();
      },
    ],
  ])(
    '%s: known projects go on, unknown ones are refused, and it is told again',
    async (_how, lose) => {
      await attach({ ttl: 600_000 }, { options: { onUnresolved: 'reject' } });
      await lose();

      expect(await all(KNOWN)).toEqual(four(SENT));
      for (const { name } of (await all(UNKNOWN)) as { name: string }[])
        expect(name).toMatch(/^(?:Error|UnresolvedCompanyIdError)$/);

      await expectRecovery();
      expectNoneCrossed();
    },
  );
});
