import axios from 'axios';
import { attachProcoreCompanyId, type Attachment } from 'axios-procore-company-id';
import { useRecordingServer } from '../support/recording-server';

const server = useRecordingServer();
const { sentIds } = server;

/** A program that makes an instance in each of its seven functions, as it was written before anybody needed the header. */
const create = (path: string) => axios.create({ baseURL: `${server.origin}${path}`, proxy: false });
const PROGRAM: Record<string, () => Promise<unknown>> = {
  listProjects: () => create('/rest/v1.0').get('/companies/7/projects'),
  listRfis: () => create('/rest/v1.0/projects/3').get('/rfis'),
  createRfi: () => create('').post('/rest/v1.0/projects/3/rfis', { rfi: { subject: 'Door' } }),
  changeRfi: () => create('').patch('/rest/v1.0/projects/3/rfis/1', { rfi: { number: '7' } }),
  deleteRfi: () => create('/rest').delete('/v1.0/projects/3/rfis/1'),
  findVendors: () => create('').request({ url: '/rest/v1.0/vendors', params: { company_id: 9 } }),
  listOffices: () => create('')({ url: '/vapid/offices' }),
};

async function run(): Promise<unknown[]> {
  server.requests.length = 0;
  for (const call of Object.values(PROGRAM)) await call();
  return sentIds();
}

describe('a program that makes an instance per call', () => {
  let attachment: Attachment;

  beforeAll(() => {
    attachment = attachProcoreCompanyId(axios, { companyId: 42, includeCreated: true });
  });
  afterAll(() => attachment.detach());

  test('sends the company of each call by one line at its start, until it is detached', async () => {
    expect(await run()).toStrictEqual(['7', '42', '42', '42', '42', '9', '42']);
    attachment.detach();
    expect(await run()).toStrictEqual(Array(7).fill(undefined));
  });
});
