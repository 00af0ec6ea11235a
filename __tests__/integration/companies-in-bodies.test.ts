import axios, { type AxiosInstance } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  isCompanyIdConflictError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const PROJECT = '/rest/v1.0/projects/3';

const server = useRecordingServer();
const { sentIds } = server;

function attached(options: ProcoreCompanyIdOptions): AxiosInstance {
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  attachProcoreCompanyId(instance, options);
  return instance;
}

describe('a company in the body that is not the one given', () => {
  const BODIES: [string, unknown][] = [
    ['an object', { company_id: 123 }],
    ['a form', new URLSearchParams('company_id=123')],
    ['a text', '{"company_id":123}'],
  ];

  test.each(BODIES)('is a conflict with that of a resolver: %s', async (_what, body) => {
    const error = await rejection(attached({ resolver: () => 42 }).patch(PROJECT, body));

    expect(isCompanyIdConflictError(error)).toBe(true);
    expect(error).toMatchObject({ companyId: '42', source: 'resolver' });
    expect(error.message).toContain('123');
    expect(server.requests).toEqual([]);
  });

  test('is a conflict with that of the call', async () => {
    const call = attached({}).patch(PROJECT, { company_id: 123 }, { procoreCompanyId: 42 });

    expect(isCompanyIdConflictError(await rejection(call))).toBe(true);
    expect(server.requests).toEqual([]);
  });

  test('goes out with `onConflict: "send"`, and is observed', async () => {
    const events: CompanyIdEvent[] = [];
    const instance = attached({
      resolver: () => 42,
      onConflict: 'send',
      observe: (event) => events.push(event),
    });

    await instance.patch(PROJECT, { company_id: 123 });

    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([{ type: 'resolved', companyId: '42', conflict: true }]);
  });

  test('is no conflict where the path or the query names the one given', async () => {
    const instance = attached({ resolver: () => 42 });

    await instance.patch('/rest/v1.0/companies/42/projects/3', { company_id: 123 });
    await instance.patch(PROJECT, { company_id: 123 }, { params: { company_id: 42 } });

    expect(sentIds()).toEqual(['42', '42']);
  });

  test('comes before the default', async () => {
    await attached({ companyId: 42 }).patch(PROJECT, { company_id: 123 });

    expect(sentIds()).toEqual(['123']);
  });
});

describe('JSON text without a content type', () => {
  test.each(['post', 'put', 'patch'] as const)('is read, with %s', async (method) => {
    await attached({ companyId: 42 })[method](PROJECT, '{"company_id":7}');

    expect(sentIds()).toEqual(['7']);
    expect(server.requests[0]?.body).toBe('{"company_id":7}');
  });
});
