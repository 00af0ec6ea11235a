import { AxiosError, type AxiosRequestConfig } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import {
  type CompanyIdEvent,
  isMissingCompanyIdHeaderError,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

const RFIS = '/rest/v1.0/projects/3/rfis';
const NOT_FOUND = { message: 'Item not found' };

/** What a request that is answered like this is rejected with, and what was told. */
async function outcomeOf(
  options: ProcoreCompanyIdOptions,
  config: AxiosRequestConfig = {},
  status = 404,
  body: unknown = NOT_FOUND,
): Promise<{ error: any; events: CompanyIdEvent[] }> {
  const { instance, events } = attachedInstance({ onNotFound: 'map', ...options });
  new AxiosMockAdapter(instance).onAny().reply(status, body);
  return { error: await rejection(instance.request({ url: RFIS, ...config })), events };
}

describe("with onNotFound: 'map', a 404", () => {
  test('to a request that went out without the header is the typed error, and not certain', async () => {
    const { error, events } = await outcomeOf({});

    expect(isMissingCompanyIdHeaderError(error)).toBe(true);
    expect(error).toBeInstanceOf(AxiosError);
    expect(error).toMatchObject({ isCertain: false, reason: 'unresolved', method: 'GET' });
    expect(error.message).toBe(
      'Request failed with status code 404: Procore often answers 404 when the header Procore-Company-Id is missing, as it was on ' +
        'GET /rest/v1.0/projects/:project_id/rfis. Nothing names the company. ' +
        'Pass `procoreCompanyId` with the call, or set the option `companyId` or `resolver`.',
    );
    expect(error.toJSON()).toMatchObject({ isCertain: false });
    expect(error.response.data).toEqual(NOT_FOUND);
    expect(events.map(({ type }) => type)).toEqual(['unresolved', 'sent-without-header']);
  });

  test.each<[string, AxiosRequestConfig]>([
    ['opted-out', { procoreCompanyId: false }],
    ['opted-out', { headers: { 'Procore-Company-Id': false } }],
    ['ambiguous', { url: `${RFIS}?company_id=7&company_id=8` }],
  ])('is mapped for a request that was %s: %j', async (reason, config) => {
    const { error } = await outcomeOf({}, config);

    expect(error).toMatchObject({ isCertain: false, reason });
  });

  test("is certain where it has Procore's own text", async () => {
    const { error } = await outcomeOf({}, {}, 404, MISSING_HEADER_TEXT);

    expect(error).toMatchObject({ isCertain: true, reason: 'unresolved' });
  });

  test.each<[string, ProcoreCompanyIdOptions, AxiosRequestConfig, number]>([
    ['that had the header', { companyId: 42 }, {}, 404],
    ['with a header by hand', {}, { headers: { 'Procore-Company-Id': '5' } }, 404],
    ['that needs no header', {}, { url: '/rest/v1.0/me' }, 404],
    ['out of scope', {}, { url: 'https://example.com/rest/v1.0/projects/3' }, 404],
    ['of a dry run', { dryRun: true }, {}, 404],
    ["with onNotFound: 'pass'", { onNotFound: 'pass' }, {}, 404],
    ['without the option', { onNotFound: null }, {}, 404],
    ['that is answered otherwise', {}, {}, 400],
    ['that is answered otherwise', {}, {}, 410],
  ])('stays what it is for a request %s', async (_what, options, config, status) => {
    const { error } = await outcomeOf(options, config, status);

    expect(isMissingCompanyIdHeaderError(error)).toBe(false);
    expect(error.message).toBe(`Request failed with status code ${status}`);
  });

  test('stays what it is where nobody knows the request', async () => {
    const config = { url: 'https://api.procore.com/rest/v1.0/users' };
    const original = { config, response: { status: 404, data: NOT_FOUND, headers: {}, config } };
    const { instance, events } = attachedInstance(
      { onNotFound: 'map' },

      { adapter: () => Promise.reject(original) },
    );

    expect(await rejection(instance.get(RFIS))).toBe(original);
    expect(events.map(({ type }) => type)).toEqual(['unresolved']);
  });

  test('is mapped once, however often it passes through', async () => {
    const { instance, events } = attachedInstance({ onNotFound: 'map' });
    new AxiosMockAdapter(instance).onAny().reply(404, NOT_FOUND);
    instance.interceptors.response.use(undefined, (error: AxiosError) =>
      error.config && !('retried' in error.config)
        ? instance.request(Object.assign(error.config, { retried: true }))
        : Promise.reject(error),
    );

    const error = await rejection(instance.get(RFIS));

    expect(error.message.match(/as it was on/g)).toHaveLength(1);
    expect(isMissingCompanyIdHeaderError(error.cause)).toBe(false);
    expect(events.filter(({ type }) => type === 'sent-without-header')).toHaveLength(2);
  });
});
