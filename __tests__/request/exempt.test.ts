import type { AxiosRequestConfig } from 'axios';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const EXEMPT: [string, AxiosRequestConfig][] = [
  ['/rest/v1.0/me', {}],
  ['/rest/v1.0/me/', {}],
  ['/vapid/me', {}],
  ['/rest/v1.0/companies', {}],
  ['/vapid/companies', {}],
  ['/rest/v1.0/me?view=compact', {}],
  ['/rest/v1.0/me', { params: { per_page: 5 } }],
  ['/rest/v1.0/me', { params: { project_id: undefined, company_id: null } }],
  ['/rest/v1.0/companies?page=2', {}],
  ['/rest/v1.0/companies', { params: { project_id: 3 } }],
  ['/rest/v1.0/companies', { params: { company_id: 'undefined' } }],
  ['https://app.procore.com/vapid/me', {}],
];

const NOT_EXEMPT: [string, AxiosRequestConfig][] = [
  ['/rest/v1.0/me?company_id=undefined', {}],
  ['/rest/v1.0/me?company_id=', {}],
  ['/rest/v1.0/me?project_id=3', {}],
  ['/rest/v1.0/me?project_id=3&company_id=0', {}],
  ['/rest/v1.0/me', { params: { project_id: 3 } }],
  ['/rest/v1.0/me', { params: { company_id: 0 } }],
  ['/rest/v1.0/me', { params: new URLSearchParams('project_id=3') }],
  ['/rest/v1.0/me', { method: 'post' }],
  ['/rest/v1.0/me', { method: 'head' }],
  ['/rest/v1.0/companies', { method: 'post' }],
  ['/rest/v1.0/companies', { method: 'patch' }],
  ['/rest/v1.0/companies/0', {}],
  ['/rest/v1.0/companies/schemas', {}],
  ['/rest/v1.0/me/settings', {}],
  ['/rest/v1.0/users/me', {}],
  ['/rest/v1.0/projects/3/companies', {}],
  ['/rest/v1.1/me', {}],
  ['/rest/v2.0/me', {}],
  ['/rest/v2.0/companies', {}],
  ['/rest/v1x0/me', {}],
  ['/rest/v10.0/companies', {}],
  ['/rest/v1/me', {}],
  ['/rest/me', {}],
  ['/v1.0/me', {}],
  ['/me', {}],
  ['/rest/v1.0/meetings', {}],
  ['/rest/v1.0/some', {}],
  ['/rest/v1.0/Me', {}],
];

describe('a call that needs no header', () => {
  test.each(EXEMPT)('is not complained about: %s %j', async (url, config) => {
    const { instance, sentIds, events } = attachedInstance({ onUnresolved: 'reject' });

    await instance.request({ url, ...config });

    expect(sentIds()).toEqual([undefined]);
    expect(events).toEqual([{ type: 'exempt', method: 'GET', route: expect.any(String) }]);
  });

  test.each(EXEMPT)('carries an id that is known: %s %j', async (url, config) => {
    const byDefault = attachedInstance({ companyId: 42 });
    const byRequest = attachedInstance();

    await byDefault.instance.request({ url, ...config });
    await byRequest.instance.request({ url, ...config, procoreCompanyId: 9 });

    expect(byDefault.sentIds()).toEqual(['42']);
    expect(byDefault.events).toMatchObject([{ type: 'resolved', source: 'default' }]);
    expect(byRequest.sentIds()).toEqual(['9']);
  });

  test.each(EXEMPT)('is none for a service account: %s %j', async (url, config) => {
    const { instance, sent, events } = attachedInstance({
      serviceAccount: true,
      onUnresolved: 'reject',
    });

    expect(await rejection(instance.request({ url, ...config }))).toMatchObject({
      code: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID',
    });
    expect(sent).toEqual([]);
    expect(events).toMatchObject([{ type: 'unresolved', reason: 'unresolved' }]);
  });

  test('carries the id that its query names', async () => {
    const { instance, sentIds } = attachedInstance();

    await instance.get('/rest/v1.0/me?company_id=7');
    await instance.get('/rest/v1.0/companies', { params: { company_id: 8 } });

    expect(sentIds()).toEqual(['7', '8']);
  });

  test('may be ambiguous, but for me with a company in its query', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get('/rest/v1.0/companies?company_id=1&company_id=2');
    await instance.get('/rest/v1.0/me?company_id=1&company_id=2');

    expect(sentIds()).toEqual([undefined, undefined]);
    expect(events).toMatchObject([{ type: 'exempt' }, { type: 'unresolved', reason: 'ambiguous' }]);
  });
});

describe('a download below company 0, whose url comes from Procore', () => {
  const DOWNLOAD = '/rest/v1.0/companies/0/projects/0/collaborative_documents/01JEDGE0123/download';

  test.each([false, true])('is never refused, with serviceAccount: %p', async (serviceAccount) => {
    const { instance, sentIds, events } = attachedInstance({
      serviceAccount,
      onUnresolved: 'reject',
    });

    await instance.get(DOWNLOAD);

    expect(sentIds()).toEqual([undefined]);
    expect(events).toMatchObject([{ type: 'exempt' }]);
  });

  test('carries an id that is known', async () => {
    const { instance, sentIds } = attachedInstance({ companyId: 42 });

    await instance.get(DOWNLOAD);

    expect(sentIds()).toEqual(['42']);
  });

  test.each<[string, AxiosRequestConfig]>([
    [DOWNLOAD, { method: 'post' }],
    [DOWNLOAD.replace('/companies/0/', '/companies/{company_id}/'), {}],
    [DOWNLOAD.replace('/companies/0/', '/companies/00/'), {}],
    [`${DOWNLOAD}s`, {}],
    [DOWNLOAD.replace('/download', '/x-download'), {}],
  ])('is not any other call: %s %j', async (url, config) => {
    const { instance } = attachedInstance({ onUnresolved: 'reject' });

    expect(await rejection(instance.request({ url, ...config }))).toMatchObject({
      code: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID',
    });
  });
});

describe('any other call', () => {
  test.each(NOT_EXEMPT)('is complained about: %s %j', async (url, config) => {
    const { instance, sent, events } = attachedInstance({ onUnresolved: 'reject' });

    expect(await rejection(instance.request({ url, ...config }))).toMatchObject({
      code: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID',
    });
    expect(sent).toEqual([]);
    expect(events).toMatchObject([{ type: 'unresolved', reason: 'unresolved' }]);
  });
});
