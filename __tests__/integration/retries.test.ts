import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { createAuthRefresh } from 'axios-auth-refresh';
import {
  attachProcoreCompanyId,
  type CompanyIdEvent,
  isMissingCompanyIdHeaderError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import axiosRetry, { type IAxiosRetryConfig } from 'axios-retry';
import { resendsConfigs, resendsJson } from '../support/axios-features';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { type Answer, type RecordedRequest, useRecordingServer } from '../support/recording-server';
import { rejection } from '../support/rejection';

const describeReSends = resendsConfigs ? describe : describe.skip; // axios 1.0 and 1.1 cannot send a config twice

const MISSING: Answer = {
  status: 400,
  headers: { 'content-type': 'text/plain' },
  body: MISSING_HEADER_TEXT,
};

let answer: (request: RecordedRequest) => Answer;
const server = useRecordingServer((request) => answer(request));
const { sentIds } = server;

type Install = (instance: AxiosInstance) => void;

const retry =
  (options: IAxiosRetryConfig = {}): Install =>
  (instance) =>
    axiosRetry(instance, { retries: 2, retryCondition: () => true, ...options });

const refresh: Install = (instance) => {
  createAuthRefresh(instance, async () => {
    await axios.post(`${server.origin}/oauth/token`);
  });
};

const ORDERS = [['before'], ['after']];

/** An instance with another package, attached before or after this one. */
function create(
  order: string | undefined,
  install: Install,
  options: ProcoreCompanyIdOptions = {},
): { instance: AxiosInstance; events: CompanyIdEvent[] } {
  const events: CompanyIdEvent[] = [];
  const instance = axios.create({ baseURL: server.origin });
  if (order === 'before') install(instance);
  attachProcoreCompanyId(instance, { observe: (event) => events.push(event), ...options });
  if (order === 'after') install(instance);
  return { instance, events };
}

const USERS = '/rest/v1.0/users';

describeReSends.each(ORDERS)('axios-retry, attached %s the plugin', (order) => {
  test('goes on retrying an error that is mapped, and it is mapped once', async () => {
    answer = () => MISSING;
    const { instance, events } = create(order, retry());

    const error = await rejection(instance.get(USERS));

    expect(server.requests).toHaveLength(3);
    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(error.message.match(/Procore found no header/g)).toHaveLength(1);
    expect(isMissingCompanyIdHeaderError(error.cause)).toBe(false);
    expect(error.cause.message).toBe('Request failed with status code 400');
    // What is attached first sees a failure first: a retry of it hides all but the last from the plugin.
    const heard = events.filter(({ type }) => type === 'missing-header');
    expect(heard).toHaveLength(order === 'before' ? 1 : 3);
  });

  test('gets through where a later attempt has an id', async () => {
    answer = ({ companyId }) => (companyId ? {} : MISSING);
    let id: number | undefined;
    const onRetry = () => {
      id = 7;
    };
    const { instance } = create(order, retry({ onRetry }), { resolver: () => id });

    const { status } = await instance.get(USERS);

    expect(status).toBe(200);
    expect(sentIds()).toEqual([undefined, '7']);
  });

  test('sends no stale id where the retry goes elsewhere', async () => {
    answer = ({ url }) => (url.includes('/7/') ? { status: 500 } : {});
    const onRetry = (_count: number, _error: unknown, config: AxiosRequestConfig) => {
      config.url = '/rest/v1.0/companies/8/users';
    };
    const { instance } = create(order, retry({ onRetry: onRetry as never }), { companyId: 42 });

    await instance.get('/rest/v1.0/companies/7/users');

    expect(sentIds()).toEqual(['7', '8']);
  });

  test('keeps the company that the body names, in each attempt', async () => {
    answer = () => ({ status: 500 });
    const { instance } = create(order, retry(), { companyId: 42 });

    await rejection(instance.post('/rest/v1.0/projects', { company_id: 7, name: 'x' }));

    expect(sentIds()).toEqual(['7', '7', '7']);
    const bodies = new Set(server.requests.map(({ body }) => body));
    expect(bodies.size).toBe(resendsJson ? 1 : 3);
  });

  test('leaves another error as it was', async () => {
    answer = () => ({ status: 500, body: '{"message":"x"}' });
    const { instance } = create(order, retry(), { companyId: 42 });

    const error = await rejection(instance.get(USERS));

    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect(error).toMatchObject({ message: 'Request failed with status code 500' });
    expect(sentIds()).toEqual(['42', '42', '42']);
  });
});

describeReSends.each(ORDERS)('axios-auth-refresh, attached %s the plugin', (order) => {
  beforeEach(() => {
    let isFresh = false;
    answer = ({ url, companyId }) => {
      if (url === '/oauth/token') {
        isFresh = true;
        return {};
      }
      if (!isFresh) return { status: 401 };
      return companyId ? {} : MISSING;
    };
  });

  test('sends the call again with the same id', async () => {
    const { instance } = create(order, refresh, { companyId: 42 });

    await instance.get('/rest/v1.0/companies/7/users');

    expect(sentIds()).toEqual(['7', undefined, '7']);
  });

  test('sends each of many waiting calls again with its own id', async () => {
    const { instance } = create(order, refresh, { companyId: 42 });
    const ids = Array.from({ length: 30 }, (_, at) => String(at + 1));

    // axios-auth-refresh itself gives up one of many, also without the plugin.
    await Promise.allSettled(
      ids.flatMap((id) => [
        instance.get(USERS, { params: { company_id: id } }),
        instance.post('/rest/v1.0/projects', { company_id: id }),
        instance.get(`/rest/v1.0/projects/${id}/rfis`, { procoreCompanyId: id } as object),
      ]),
    );

    for (const { url, body, companyId } of server.requests) {
      const named = /company_id=(\d+)|projects\/(\d+)|"company_id":"(\d+)"/.exec(url + body) ?? [];
      expect(companyId).toBe(named[1] ?? named[2] ?? named[3]);
    }
    expect(server.requests.length).toBeGreaterThan(90);
  });

  test('maps the error of the second attempt, once', async () => {
    const { instance } = create(order, refresh);

    const error = await rejection(instance.get(USERS));

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(error.message.match(/Procore found no header/g)).toHaveLength(1);
    expect(isMissingCompanyIdHeaderError(error.cause)).toBe(false);
    expect(error.response.data).toBe(MISSING_HEADER_TEXT);
  });
});
