import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { useRecordingServer } from '../support/recording-server';

const USERS = '/rest/v1.0/users';

const server = useRecordingServer();
const { sentIds } = server;

test('of a client that replaces them, those of now count', async () => {
  const instance = axios.create({ proxy: false });
  attachProcoreCompanyId(instance);
  // A generated client gives its own `baseURL` with each call.
  const call = (): Promise<unknown> => instance.get(USERS, { baseURL: server.origin });

  await call();
  const replaced = { baseURL: server.origin, procoreCompanyId: 43 };
  instance.defaults = { ...instance.defaults, ...replaced };
  await call();
  instance.defaults = { ...instance.defaults, procoreCompanyId: 44 };
  await call();
  instance.defaults = { ...instance.defaults, baseURL: 'https://elsewhere.example' };
  await call();

  expect(sentIds()).toEqual([undefined, '43', '44', undefined]);
});

test('of a class around an instance, its getter is asked at each request', async () => {
  class Client {
    private instance: AxiosInstance = axios.create({ proxy: false });
    get interceptors(): AxiosInstance['interceptors'] {
      return this.instance.interceptors;
    }
    get defaults(): AxiosInstance['defaults'] {
      return this.instance.defaults;
    }
    get(url: string): Promise<AxiosResponse> {
      return this.instance.get(url);
    }
  }
  const client = new Client();
  attachProcoreCompanyId(client);

  client.defaults.baseURL = server.origin;
  client.defaults.procoreCompanyId = 43;
  await client.get(USERS);
  client.defaults.procoreCompanyId = 44;
  await client.get(USERS);

  expect(sentIds()).toEqual(['43', '44']);
});

test('that are getters themselves are asked at each request', async () => {
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  attachProcoreCompanyId(instance);
  let tenant = 43;
  instance.defaults = Object.defineProperty({ baseURL: server.origin }, 'procoreCompanyId', {
    get: () => tenant,
  }) as never;

  await instance.get(USERS);
  tenant = 44;
  await instance.get(USERS);

  expect(sentIds()).toEqual(['43', '44']);
});

test('that are gone, as in some mocks, name nothing', async () => {
  const instance = axios.create({ baseURL: server.origin, proxy: false });
  attachProcoreCompanyId(instance, { companyId: 42 });
  instance.defaults = undefined as never;

  await instance.get(USERS);

  expect(sentIds()).toEqual([undefined]);
});
