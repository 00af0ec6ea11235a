import axios, { type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { adapters } from '../support/adapters';
import { answer, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { rejection } from '../support/rejection';

const RFIS = '/rest/v1.0/projects/3/rfis';
const INVALID = { error: { code: '400', message: 'invalid company id' } };

let server: LoopbackServer;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

describe.each(adapters)('"invalid company id", over the %s adapter', (_name, adapter) => {
  /** Which companies the resolver is told to forget after one request, and what `observe` hears of the response. */
  async function outcomeOf(
    body: unknown,
    config: AxiosRequestConfig = {},
    options: ProcoreCompanyIdOptions = {},
  ): Promise<{ forgotten: unknown[]; heard: CompanyIdEvent['type'][] }> {
    server.listener = answer(400, body);
    const forgotten: unknown[] = [];
    const events: CompanyIdEvent[] = [];
    const forget = (_request: unknown, _response: unknown, id: string): unknown =>
      forgotten.push(id);
    const instance = axios.create({ baseURL: server.origin, ...adapter });
    attachProcoreCompanyId(instance, {
      resolver: Object.assign(() => 666, { forget }),
      observe: (event) => events.push(event),
      ...options,
    });
    await rejection(instance.get(RFIS, config));
    return { forgotten, heard: events.slice(1).map(({ type }) => type) };
  }

  test.each<unknown>([
    INVALID,
    'invalid company id',
    'Invalid Company ID.',
    { message: 'Invalid company id' },
    { errors: 'invalid company id' },
    { errors: ['invalid company id'] },
    { reason: 'invalid company id' },
  ])('of the error itself is forgotten: %j', async (body) => {
    expect(await outcomeOf(body)).toEqual({
      forgotten: ['666'],
      heard: ['invalid-company-id'],
    });
  });

  test.each<unknown>([
    { errors: { vendor_id: ['invalid company id'] } },
    { errors: { vendor: { company_id: ['Invalid company id'] } } },
    { message: 'Unprocessable', fields: { vendor_id: ['invalid company id'] } },
    { vendor: { message: 'invalid company id' } },
  ])("of a field is somebody else's: %j", async (body) => {
    expect(await outcomeOf(body)).toEqual({ forgotten: [], heard: [] });
  });

  test.each<[string, AxiosRequestConfig, ProcoreCompanyIdOptions]>([
    ['a dry run', {}, { dryRun: true }],
    ['an opt-out', { procoreCompanyId: false }, {}],
    ['another source', { headers: { 'Procore-Company-Id': '5' } }, {}],
    ['the call', { procoreCompanyId: 5 }, {}],
  ])('is not forgotten where it did not go out: %s', async (_what, config, options) => {
    expect((await outcomeOf(INVALID, config, options)).forgotten).toEqual([]);
  });
});
