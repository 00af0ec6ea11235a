import axios, { AxiosHeaders, type AxiosRequestConfig } from 'axios';
import { createAuthRefresh } from 'axios-auth-refresh';
import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import axiosRetry, { type IAxiosRetryConfig } from 'axios-retry';
import * as fc from 'fast-check';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { namedOnTheWire } from '../support/naming-oracle';
import {
  type Answer,
  type RecordingServer,
  startRecordingServer,
} from '../support/recording-server';
import { runCount, timeFor } from '../support/runs';

const RUNS = runCount(800);
const DEFAULT = '42';

const ANSWERS: Answer[] = [
  { status: 400, headers: { 'content-type': 'text/plain' }, body: MISSING_HEADER_TEXT },
  { status: 401 },
  { status: 404, body: '{"message":"Invalid company id"}' },
  { status: 500 },
  { status: 503 },
  {},
];

let server: RecordingServer;
let answers: Answer[] = [];
let run = 0;

beforeAll(async () => {
  server = await startRecordingServer(({ url, headers }) => {
    if (url === '/oauth/token' || headers['x-run'] !== String(run)) return {};
    return answers.shift() ?? {};
  });
});
afterAll(() => server.close());

/** Where a request goes, and what it names there. */
const place = fc.oneof(
  fc.constantFrom<AxiosRequestConfig>(
    { url: '/rest/v1.0/users' },
    { url: '/rest/v1.0/projects/3/rfis' },
    { url: '/rest/v1.0/projects/4/rfis' },
  ),
  fc.constantFrom('7', '8').map((id) => ({ url: `/rest/v1.0/companies/${id}/users` })),
  fc.constantFrom('7', '8').map((id) => ({ url: `/rest/v1.0/users?company_id=${id}` })),
  fc
    .constantFrom('7', '8')
    .map((id) => ({ url: '/rest/v1.0/projects', params: { company_id: id } })),
  fc
    .constantFrom('7', '8')
    .map((id) => ({ url: '/rest/v1.0/projects', method: 'post', data: { company_id: id } })),
);
const retryChange = fc.option(place, { nil: undefined, freq: 2 });
const others = fc.constantFrom(
  ['retry', 'plugin'],
  ['plugin', 'retry'],
  ['refresh', 'plugin'],
  ['plugin', 'refresh'],
  ['retry', 'refresh', 'plugin'],
  ['refresh', 'plugin', 'retry'],
  ['plugin', 'retry', 'refresh'],
);
const story = fc.record({
  order: others,
  first: place,
  given: fc.constantFrom(undefined, undefined, '9'),
  hasDefault: fc.boolean(),
  answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 4 }),
  changes: fc.array(retryChange, { maxLength: 3 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Sends one request through the packages, attached in this order, and gives what it rejected with. */
async function send({ order, first, given, hasDefault, changes }: Story): Promise<any> {
  const instance = axios.create({ baseURL: server.origin });
  const left = [...changes];
  const onRetry: IAxiosRetryConfig['onRetry'] = (_count, _error, config) => {
    const { params, data, ...change } = (left.shift() ?? {}) as AxiosRequestConfig;
    if (change.url === undefined) return;
    // They describe the body of the attempt before.
    AxiosHeaders.prototype.delete.call(config.headers, ['Content-Length', 'Content-Type']);
    Object.assign(config, { params, data, method: 'get', ...change });
  };
  const install: Record<string, () => void> = {
    plugin: () =>
      attachProcoreCompanyId(instance, {
        ...(hasDefault && { companyId: DEFAULT }),
        onConflict: 'send',
      }),
    retry: () => axiosRetry(instance, { retries: 2, retryCondition: () => true, onRetry }),
    refresh: () =>
      createAuthRefresh(instance, async () => {
        await axios.post(`${server.origin}/oauth/token`);
      }),
  };
  for (const name of order) install[name]?.();
  return instance
    .request({
      ...first,
      ...(given !== undefined && { procoreCompanyId: given }),
      headers: { 'X-Run': run },
    })
    .then(
      () => undefined,
      (error: unknown) => error,
    );
}

const projectIn = (url: string): string | undefined => /\/projects\/(\d+)/.exec(url)?.[1];

test(
  'however often a request is retried, each attempt has its own company, and its error is mapped once',
  async () => {
    let reSent = 0;
    let mapped = 0;
    await fc.assert(
      fc.asyncProperty(story, async (each) => {
        server.requests.length = 0;
        answers = [...each.answers];
        run += 1;
        const error = await send(each);
        const attempts = server.requests.filter(({ headers }) => headers['x-run'] === String(run));
        expect(attempts.length).toBeGreaterThan(0);
        reSent += attempts.length - 1;
        const standard = each.hasDefault ? DEFAULT : undefined;
        for (const [index, { companyId, ...request }] of attempts.entries()) {
          const named = namedOnTheWire({ ...request, companyId });
          const before = attempts[index - 1];
          const isSame =
            before !== undefined &&
            (projectIn(request.url) === undefined
              ? before.url.split('?')[0] === request.url.split('?')[0]
              : projectIn(before.url) === projectIn(request.url));
          const allowed = [each.given ?? named ?? standard];
          // What names nothing itself may keep the company of the attempt before.
          if (each.given === undefined && named === undefined && isSame)
            allowed.push(before.companyId);
          expect({ allowed, url: request.url, ok: allowed.includes(companyId) }).toMatchObject({
            ok: true,
          });
        }
        if (!isMissingCompanyIdHeaderError(error)) return;
        mapped++;
        expect(error.message.match(/Procore found no header/g)).toHaveLength(1);
        expect(isMissingCompanyIdHeaderError(error.cause)).toBe(false);
        expect(error.response.data).toBe(MISSING_HEADER_TEXT);
        expect(axios.isAxiosError(error)).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(reSent).toBeGreaterThan(RUNS / 2);
    expect(mapped).toBeGreaterThan(RUNS / 50);
  },
  timeFor(RUNS, 100),
);
