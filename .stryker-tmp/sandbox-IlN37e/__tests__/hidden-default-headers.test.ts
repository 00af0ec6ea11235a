// @ts-nocheck
import type { InternalAxiosRequestConfig } from 'axios';
import type { CompanyIdEvent } from 'axios-procore-company-id';
import { aroundThePlugin } from './support/around-the-plugin';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';

type Lines = Record<string, unknown>;

/** As axios 1.0 and 1.1 keep headers: those of the call by key, and a copy of the defaults of the instance under a symbol. */
function earlyHeaders(lines: Lines, defaults: Lines): Lines {
  const hidden = { ...defaults };
  const headers = { ...lines, [Symbol('defaults')]: hidden };
  const isSent = (value: unknown) => value !== null && value !== undefined && value !== false;
  const toJSON = () =>
    Object.fromEntries(
      Object.entries({ ...hidden, ...headers }).filter(([, value]) => isSent(value)),
    );
  return Object.defineProperties(headers, {
    toJSON: { value: toJSON },
    set: { value: () => headers },
  });
}

/** What would go out of a call with its own headers and those of the instance. */
async function send(lines: Lines, defaults: Lines, config: object = {}) {
  const events: CompanyIdEvent[] = [];
  const observe = (event: CompanyIdEvent) => events.push(event);
  const { instance, after } = aroundThePlugin({ observe }, (given) => ({
    ...given,
    headers: earlyHeaders(lines, defaults) as InternalAxiosRequestConfig['headers'],
  }));
  await instance.get(PATH_OF_7, config);
  return { lines: after[0]?.config.headers.toJSON(), type: events[0]?.type };
}

test('a usable header among the hidden defaults is left alone', async () => {
  const defaults = { 'procore-company-id': '5', accept: 'text/plain' };

  expect(await send({}, defaults)).toEqual({ type: 'kept', lines: defaults });
});

test('null in the call says nothing about a default in another spelling', async () => {
  const defaults = { 'procore-company-id': '5' };

  expect(await send({ 'Procore-Company-Id': null }, defaults)).toMatchObject({ type: 'kept' });
});

test.each(['Procore-Company-Id', 'procore-company-id'])(
  'false in the call opts out: %s',
  async (name) => {
    const defaults = { 'procore-company-id': '5', accept: 'text/plain' };

    expect(await send({ [name]: false }, defaults)).toEqual({
      type: 'opted-out',
      lines: { accept: 'text/plain' },
    });
  },
);

test.each(['Procore-Company-Id', 'procore-company-id'])(
  'procoreCompanyId: false takes a default away: %s',
  async (name) => {
    const defaults = { [name]: '5', accept: 'text/plain' };

    expect(await send({}, defaults, { procoreCompanyId: false })).toEqual({
      type: 'opted-out',
      lines: { accept: 'text/plain' },
    });
  },
);

test('false among the hidden defaults opts out', async () => {
  const defaults = { 'procore-company-id': false, accept: 'text/plain' };

  expect(await send({}, defaults)).toEqual({
    type: 'opted-out',
    lines: { accept: 'text/plain' },
  });
});

test('hidden defaults in two spellings are both taken away', async () => {
  const defaults = { 'procore-company-id': '5', 'PROCORE-COMPANY-ID': '6' };

  expect(await send({ 'Procore-Company-Id': false }, defaults)).toEqual({
    type: 'opted-out',
    lines: {},
  });
});
