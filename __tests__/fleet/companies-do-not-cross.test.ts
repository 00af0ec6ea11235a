import { companies, companyOf, projectsOf, startFleetApi } from './support/api';
import { type FleetProcess, startFleet, tellAll } from './support/fleet';
import { Redis } from './support/redis';

const PROCESSES = 4;
const JOBS = 1000;

/** What happens to Redis once so many jobs have ended. */
const plan = (redis: Redis): [atJob: number, happens: () => unknown][] => [
  [600, () => redis.kill()],
  [1200, () => redis.start()],
  [2000, () => redis.hang()],
  [2400, () => redis.goOn()],
  [3000, () => redis.command('flushall')],
];

let redis: Redis;
let api: Awaited<ReturnType<typeof startFleetApi>>;
let fleet: FleetProcess[];

beforeAll(async () => {
  [redis, api] = await Promise.all([Redis.start(), startFleetApi()]);
  fleet = startFleet(PROCESSES, 'jobs.mjs');
});
afterAll(async () => {
  await Promise.all(fleet.map((each) => each.stop()));
  redis.goOn();
  await Promise.all([redis.kill(), api.close()]);
});

/** Each process lists the projects of its own companies: of a quarter of them all. */
async function listAll(): Promise<void> {
  for (const companyId of companies)
    await fleet[companyId % PROCESSES]?.tell('list', { companyId });
}

/** Counts what became of the jobs, and lets Redis fail and return as planned. */
function followJobs(): Record<string, number> {
  const outcomes: Record<string, number> = {};
  const ahead = plan(redis);
  let ended = 0;
  for (const each of fleet) {
    each.onJob = (outcome) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      ended += 1;
      if (ended === ahead[0]?.[0]) void ahead.shift()?.[1]();
    };
  }
  return outcomes;
}

test('every call that went out carried the company of its project, whatever failed', async () => {
  const outcomes = followJobs();
  await Promise.all(
    fleet.map((each, number) =>
      each.tell('attach', { redisUrl: redis.url, origin: api.origin, companies, number }),
    ),
  );

  await listAll();
  await tellAll(fleet, 'work', { jobs: JOBS });

  const { crossed, ...arrivals } = api.arrivals;
  const { sent = 0, aborted = 0, ...refused } = outcomes;
  const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${PROCESSES} processes, ${PROCESSES * JOBS} jobs of ${companies.length} companies: ` +
      `${sent} sent, ${aborted} aborted, ${total(Object.values(refused))} refused ${JSON.stringify(refused)}. ` +
      `${arrivals.total} calls arrived, ${arrivals.retried} to be retried, ` +
      `${arrivals.unauthorized} to be sent again with a new token, ${crossed.length} with the company of another project.\n`,
  );
  expect(crossed).toEqual([]);
  expect(sent + aborted + total(Object.values(refused))).toBe(PROCESSES * JOBS);
  expect(Object.keys(refused).filter((name) => name.startsWith('failed'))).toEqual([]);
  expect(
    Math.min(sent, aborted, arrivals.right, arrivals.retried, arrivals.unauthorized),
  ).toBeGreaterThan(0);
  // Jobs that touched a project of another company.
  expect(refused.CompanyIdConflictError).toBeGreaterThan(0);
  expect(fleet.every(({ isAlive }) => isAlive)).toBe(true);
}, 300_000);

test('once the store is back, a call for any project goes out from any process', async () => {
  redis.goOn();
  await redis.start();
  const projects = companies
    .flatMap(projectsOf)
    .map((projectId) => [projectId, companyOf(projectId)]);
  const checked = async (): Promise<unknown> => {
    await listAll();
    const outcomes = await tellAll(fleet, 'check', { projects });
    return outcomes.flat().every((outcome) => outcome === 'sent') ? 'all sent' : checked();
  };

  expect(await checked()).toBe('all sent');
  expect(api.arrivals.crossed).toEqual([]);
});
