import type { AxiosRequestConfig } from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import {
  type CompanyIdEvent,
  type ProcoreCompanyIdOptions,
  warnOnce,
} from 'axios-procore-company-id';
import { attachedInstance } from './support/attached-instance';
import { MISSING_HEADER_TEXT } from './support/missing-header-text';

const RFIS = '/rest/v1.0/projects/3/rfis';
const ROUTE = 'GET /rest/v1.0/projects/:project_id/rfis';

/** The lines that requests lead to, which are all answered with this status and body. */
async function linesOf(
  configs: AxiosRequestConfig[],
  options: ProcoreCompanyIdOptions = {},
  status = 200,
  body: unknown = {},
): Promise<string[]> {
  const lines: string[] = [];
  const { instance } = attachedInstance({
    observe: warnOnce((line) => lines.push(line)),
    ...options,
  });
  new AxiosMockAdapter(instance).onAny().reply(status, body);
  for (const config of configs) await instance.request(config).catch(() => undefined);
  return lines;
}

const unresolved = (route: string, method = 'GET'): CompanyIdEvent => ({
  type: 'unresolved',
  method,
  route,
  reason: 'unresolved',
});

describe('warnOnce', () => {
  test('says that a request goes out without an id, and what to do', async () => {
    expect(await linesOf([{ url: RFIS }])).toEqual([
      `axios-procore-company-id: ${ROUTE} goes out without the header Procore-Company-Id. Nothing names the company. ` +
        'Pass `procoreCompanyId` with the call, or set the option `companyId` or `resolver`.',
    ]);
  });

  test('says why, where the request is ambiguous or names garbage', async () => {
    const [ambiguous] = await linesOf([{ url: `${RFIS}?company_id=7&company_id=8` }]);
    const [garbage] = await linesOf([{ url: RFIS, params: { company_id: 'undefined' } }]);

    expect(ambiguous).toContain('The request can be read as naming different companies. ');
    expect(garbage).toContain('The query says `undefined`. ');
  });

  test('says that Procore found no header', async () => {
    const lines = await linesOf([{ url: RFIS }], { companyId: 42 }, 400, MISSING_HEADER_TEXT);

    expect(lines).toEqual([
      `axios-procore-company-id: ${ROUTE} was refused, because Procore found no header Procore-Company-Id. Give the call a company id.`,
    ]);
  });

  test('says that a 404 may be the missing header', async () => {
    const lines = await linesOf([{ url: RFIS, procoreCompanyId: false }], {}, 404);

    expect(lines).toEqual([
      `axios-procore-company-id: ${ROUTE} went out without the header Procore-Company-Id, and Procore answered 404. ` +
        'That is often how a missing header looks. Give the call a company id.',
    ]);
  });

  test.each([
    ['5', '5'],
    ['5, 6', 'several companies'],
  ])('says that the header %s contradicts the request', async (value, shown) => {
    const headers = { 'Procore-Company-Id': value };

    expect(await linesOf([{ url: '/rest/v1.0/companies/7/users', headers }])).toEqual([
      `axios-procore-company-id: GET /rest/v1.0/companies/:company_id/users keeps a header Procore-Company-Id set by hand (${shown}), ` +
        'but the request names another company. Correct the header, or remove the line that sets it.',
    ]);
  });

  test.each<[string, AxiosRequestConfig, ProcoreCompanyIdOptions, number, unknown]>([
    ['has its id', { url: RFIS }, { companyId: 42 }, 404, {}],
    ['has a header that fits', { url: RFIS, headers: { 'Procore-Company-Id': '5' } }, {}, 200, {}],
    ['needs no header', { url: '/rest/v1.0/me' }, {}, 200, {}],
    ['opts out', { url: RFIS, procoreCompanyId: false }, {}, 200, {}],
    ['is out of scope', { url: 'https://example.com/' }, {}, 404, {}],
    ['fails', { url: RFIS, procoreCompanyId: 'x' }, {}, 200, {}],
    ['has a wrong id', { url: RFIS }, { companyId: 42 }, 400, 'invalid company id'],
  ])('says nothing of a request that %s', async (_what, config, options, status, body) => {
    expect(await linesOf([config], options, status, body)).toEqual([]);
  });

  test('writes one line for each method and route', async () => {
    const lines = await linesOf(
      [
        { url: RFIS },
        { url: RFIS.replace('3', '4') },
        { url: RFIS, method: 'post' },
        { url: `${RFIS}/5` },
        { url: RFIS },
      ],
      {},
      404,
    );

    expect(lines.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      ROUTE,
      ROUTE.replace('GET', 'POST'),
      `${ROUTE}/:id`,
    ]);
  });

  test('knows at most 1,000 routes', () => {
    const log = jest.fn();
    const observe = warnOnce(log);

    for (let index = 0; index < 1500; index++) observe(unresolved(`/rest/v1.0/${index}`));

    expect(log).toHaveBeenCalledTimes(1000);
    expect(log.mock.calls[999]?.[0]).toContain(' /rest/v1.0/999 ');
  });

  test('of another instance knows other routes', () => {
    const log = jest.fn();

    for (const observe of [warnOnce(log), warnOnce(log)]) observe(unresolved('/rest/v1.0/x'));

    expect(log).toHaveBeenCalledTimes(2);
  });

  test('writes with console.warn by default, whoever has replaced it since', () => {
    const observe = warnOnce();
    const lines: unknown[] = [];
    const warn = jest.spyOn(console, 'warn').mockImplementation((line) => lines.push(line));

    observe(unresolved('/rest/v1.0/x'));
    warn.mockRestore();

    expect(lines).toEqual([
      expect.stringMatching(/^axios-procore-company-id: GET \/rest\/v1.0\/x goes out /),
    ]);
  });

  test('fits an event without a reason', () => {
    const log = jest.fn();

    warnOnce(log)({ type: 'unresolved', method: 'GET', route: '/x' });

    expect(log).toHaveBeenCalledWith(expect.stringContaining('Nothing names the company.'));
  });
});
