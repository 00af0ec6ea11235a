import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { get } from 'http';
import { takesHeaderLists } from '../support/axios-features';
import { useRecordingServer } from '../support/recording-server';

const USERS = '/rest/v1.0/users';
const HEADER = 'Procore-Company-Id';

const server = useRecordingServer();
const { sentIds } = server;

function observed(options: ProcoreCompanyIdOptions): {
  instance: AxiosInstance;
  events: CompanyIdEvent[];
} {
  const events: CompanyIdEvent[] = [];
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  attachProcoreCompanyId(instance, { ...options, observe: (event) => events.push(event) });
  return { instance, events };
}

describe('a header by hand that is a list', () => {
  const lists = (...given: unknown[]): unknown[][] =>
    given.filter((list) => takesHeaderLists || !Array.isArray(list)).map((list) => [list]);

  test.each<unknown>(lists(['7'], [7], [' 7 '], ['7', '7'], '7, 7'))(
    'of one company is that company: %j',
    async (list) => {
      const { instance, events } = observed({ companyId: 42 });

      await instance.get(USERS, { headers: { [HEADER]: list as never } });

      expect(events).toMatchObject([{ type: 'kept', companyId: '7', source: 'header' }]);
      expect(String(sentIds()[0])).toMatch(/^ *7(?:, ?7)?$/);
    },
  );

  test.each<unknown>(lists(['7', '8'], '7, 8'))(
    'of several companies is left alone and told as a conflict: %j',
    async (list) => {
      const { instance, events } = observed({ companyId: 42 });

      await instance.get(USERS, { headers: { [HEADER]: list as never } });

      expect(events).toMatchObject([{ type: 'kept', conflict: true }]);
      expect(String(sentIds()[0])).toMatch(/^7, ?8$/);
    },
  );
});

describe('`false` with an adapter of the caller that copies the headers', () => {
  /** Sends what is own in the headers of a config, as an adapter for another HTTP library does. */
  const adapter = (config: { url?: string; headers?: object }): Promise<never> =>
    new Promise((resolve, reject) => {
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries({ ...config.headers }))
        if (value !== undefined && typeof value !== 'object') headers[name] = String(value);
      get(new URL(String(config.url), server.origin), { headers }, (response) => {
        response.resume();
        const { statusCode: status, statusMessage: statusText } = response;
        resolve({ status, statusText, headers: {}, config, data: {} } as never);
      }).on('error', reject);
    });

  test.each<[string, AxiosRequestConfig]>([
    ['by the header', { headers: { [HEADER]: false as never } }],
    ['by the header in another spelling', { headers: { [HEADER.toLowerCase()]: false as never } }],
    ['by the key', { procoreCompanyId: false }],
    ['by the key, over a header', { procoreCompanyId: false, headers: { [HEADER]: '5' } }],
  ])('sends no header: %s', async (_how, config) => {
    const { instance, events } = observed({ companyId: 42 });

    await instance.get(USERS, { ...config, adapter: adapter as never });

    expect(sentIds()).toEqual([undefined]);
    expect(events.map(({ type }) => type)).toEqual(['opted-out']);
  });

  test('over a default header, too', async () => {
    const { instance } = observed({ companyId: 42 });
    instance.defaults.headers.common[HEADER] = '5';

    await instance.get(USERS, { headers: { [HEADER]: false as never }, adapter: adapter as never });

    expect(sentIds()).toEqual([undefined]);
  });
});
