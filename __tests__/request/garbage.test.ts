import type { AxiosRequestConfig } from 'axios';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const RFIS = '/rest/v1.0/projects/3/rfis';
const HEADER = 'Procore-Company-Id';
const OTHER = 'something that is no company id';

/** What an event and an error say stood where an id was expected. */
async function foundIn(config: AxiosRequestConfig) {
  const { instance, events } = attachedInstance({ onUnresolved: 'reject' });
  const { message } = await rejection(instance.request({ url: RFIS, ...config }));
  return { found: events[0]?.found, message: String(message) };
}

describe('garbage where an id is expected', () => {
  test.each<[string, AxiosRequestConfig]>([
    ['the header says `undefined`', { headers: { [HEADER]: 'undefined' } }],
    ['the header says `[object Object]`', { headers: { [HEADER]: '[object Object]' } }],
    ['the path says `undefined`', { url: '/rest/v1.0/companies/undefined/projects' }],
    ['the path says `{company_id}`', { url: '/rest/v1.0/companies/{company_id}/projects' }],
    ['the path says `:companyId`', { url: '/rest/v1.0/companies/:companyId/projects' }],
    ['the path says `0`', { url: '/rest/v1.0/companies/0' }],
    ['the query says `undefined`', { url: `${RFIS}?company_id=undefined` }],
    ['the query says `NaN`', { params: { company_id: NaN } }],
    ['the body says `null`', { method: 'post', data: { company_id: 'null' } }],
    ['the body says `0`', { method: 'post', data: new URLSearchParams('company_id=0') }],
  ])('is named in the event and in the message: %s', async (found, config) => {
    const { found: told, message } = await foundIn(config);

    expect(told).toBe(found);
    expect(message).toContain(` has no company id. T${found.slice(1)}. Pass \`procoreCompanyId\``);
  });

  test.each<[string, AxiosRequestConfig]>([
    ['header', { headers: { [HEADER]: 'Bearer SECRET' } }],
    ['header', { headers: { [HEADER]: ['SECRET'] } }],
    ['path', { url: '/rest/v1.0/companies/SECRET-0/projects' }],
    ['query', { url: `${RFIS}?company_id=SECRET` }],
    ['body', { method: 'post', data: { company_id: { token: 'SECRET' } } }],
    ['body', { method: 'post', data: { company_id: 'undefined SECRET' } }],
  ])('is not repeated where it may be a secret, in the %s: %j', async (place, config) => {
    const { found, message } = await foundIn(config);

    expect(found).toBe(`the ${place} says ${OTHER}`);
    expect(message).toContain(`The ${place} says ${OTHER}.`);
    expect(message).not.toContain('SECRET');
  });

  test('is named from the first of header, path, query and body that has some', async () => {
    const url = '/rest/v1.0/companies/undefined/x?company_id=null';
    const config = { url, method: 'post', data: { company_id: 0 } };

    expect((await foundIn({ ...config, headers: { [HEADER]: 'NaN' } })).found).toBe(
      'the header says `NaN`',
    );
    expect((await foundIn(config)).found).toBe('the path says `undefined`');
    expect((await foundIn({ ...config, url: `${RFIS}?company_id=null` })).found).toBe(
      'the query says `null`',
    );
    expect((await foundIn({ ...config, url: RFIS })).found).toBe('the body says `0`');
  });

  test('is named beside an id that contradicts it', async () => {
    const { found, message } = await foundIn({ url: `${RFIS}?company_id=7&company_id=undefined` });

    expect(found).toBe('the query says `undefined`');
    expect(message).toContain('The request can be read as naming different companies.');
  });

  test('is not looked for where the request is merely ambiguous', async () => {
    const serialize = () => {
      throw new Error('no');
    };

    for (const config of [
      { url: `${RFIS}?company_id=7&company_id=8` },
      { params: { a: 1 }, paramsSerializer: { serialize } },
    ]) {
      const { found, message } = await foundIn(config);

      expect(found).toBeUndefined();
      expect(message).toContain(' has no company id. The request can be read as naming different');
    }
  });

  test('is not there where nothing is named', async () => {
    const { found, message } = await foundIn({ method: 'post', url: '/rest/v1.0/companies/' });

    expect(found).toBeUndefined();
    expect(message).toContain('Nothing names the company.');
  });

  test('is no complaint where the call needs no header', async () => {
    const { instance, events } = attachedInstance();

    await instance.get('/rest/v1.0/companies?company_id=undefined');

    expect(events).toStrictEqual([
      { type: 'exempt', method: 'GET', route: '/rest/v1.0/companies' },
    ]);
  });
});

describe('the advice for a request without an id', () => {
  test.each([
    [RFIS, 'project 3'],
    ['/rest/v1.0/users', 'this request'],
  ])('names the resolver that knew nothing: %s', async (url, subject) => {
    const resolver = Object.assign(() => undefined, { source: 'tenant' });
    const { instance } = attachedInstance({ onUnresolved: 'reject', resolver });

    const { message } = await rejection(instance.get(url));

    expect(message).toContain(`The resolver (source: tenant) knew no company for ${subject}. `);
  });

  test('calls a resolver without a label by what it is', async () => {
    const { instance } = attachedInstance({ onUnresolved: 'reject', resolver: () => null });

    const { message } = await rejection(instance.get(RFIS));

    expect(message).toContain('The resolver (source: resolver) knew no company for project 3. ');
  });
});
