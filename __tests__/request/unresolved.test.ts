import {
  isProcoreCompanyIdError,
  isUnresolvedCompanyIdError,
  UnresolvedCompanyIdError,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

const ROUTE = '/rest/v1.0/projects/:project_id/rfis';
const NAMELESS = '/rest/v1.0/projects/3/rfis';
const AMBIGUOUS = [
  '/rest/v1.0/projects/3/rfis?company_id=1&company_id=2',
  '/rest/v1.0/projects/3/rfis?company_id=1&company_id=',
  '/rest/v1.0/companies/1/companies/2',
  '/rest/v1.0/companies/1/../2/users',
  '/rest/v1.0/companies/1%2F..%2F2/users',
  '/rest/v1.0/companies\\1/users',
];

describe('a request without an id', () => {
  test.each([undefined, null, 'send' as const])(
    'is sent without the header where onUnresolved is %p',
    async (onUnresolved) => {
      const { instance, sentIds, events } = attachedInstance({ onUnresolved });

      await instance.get(NAMELESS);

      expect(sentIds()).toEqual([undefined]);
      expect(events).toEqual([
        { type: 'unresolved', method: 'GET', route: ROUTE, reason: 'unresolved' },
      ]);
    },
  );

  test("is rejected before it is sent with onUnresolved: 'reject'", async () => {
    const { instance, sent, events } = attachedInstance({ onUnresolved: 'reject' });

    const error = await rejection(instance.patch(NAMELESS));

    expect(error).toBeInstanceOf(UnresolvedCompanyIdError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'UnresolvedCompanyIdError',
      code: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID',
      procoreCode: 'ERR_PROCORE_UNRESOLVED_COMPANY_ID',
      method: 'PATCH',
      route: ROUTE,
    });
    expect(error).not.toHaveProperty('companyId');
    expect(error).not.toHaveProperty('source');
    expect(error.message).toContain(`PATCH ${ROUTE}`);
    expect(error.message).toContain('procoreCompanyId');
    expect(isUnresolvedCompanyIdError(error)).toBe(true);
    expect(isProcoreCompanyIdError(error)).toBe(true);
    expect(sent).toEqual([]);
    expect(events).toEqual([
      { type: 'unresolved', method: 'PATCH', route: ROUTE, reason: 'unresolved' },
    ]);
  });

  test('is rejected after a resolver has found nothing', async () => {
    const { instance, sent } = attachedInstance({
      onUnresolved: 'reject',
      resolver: async () => undefined,
    });

    expect(await rejection(instance.get(NAMELESS))).toBeInstanceOf(UnresolvedCompanyIdError);
    expect(sent).toEqual([]);
  });

  test('shows no token and no query value when it is rejected', async () => {
    const { instance } = attachedInstance({ onUnresolved: 'reject' });

    const error = await rejection(
      instance.get(`https://user:secret@api.procore.com${NAMELESS}?code=secret`, {
        params: { access_token: 'secret' },
        headers: { Authorization: 'Bearer secret' },
      }),
    );

    expect(error).toBeInstanceOf(UnresolvedCompanyIdError);
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain('secret');
  });

  test.each([
    'https://login.procore.com/oauth/token',
    'https://api.procore.com/oauth/token',
    'https://storage.procore.com/rest/v2.1/companies/7/uploads',
    'https://example.com/rest/v1.0/users',
  ])('is not rejected out of scope: %s', async (url) => {
    const { instance, sentIds } = attachedInstance({ onUnresolved: 'reject' });

    await instance.get(url);

    expect(sentIds()).toEqual([undefined]);
  });

  test.each<[object]>([
    [{ procoreCompanyId: 9 }],
    [{ headers: { 'Procore-Company-Id': '9' } }],
    [{ params: { company_id: 9 } }],
    [{ data: { company_id: 9 } }],
  ])('is none with %j', async (config) => {
    const { instance, sentIds } = attachedInstance({ onUnresolved: 'reject' });

    await instance.request({ method: 'post', url: NAMELESS, ...config });

    expect(sentIds()).toEqual(['9']);
  });
});

describe('an ambiguous request', () => {
  test.each(AMBIGUOUS)('gets neither the default nor an answer: %s', async (url) => {
    const resolver = jest.fn(() => 3);
    const { instance, sentIds, events } = attachedInstance({ companyId: 42, resolver });
    instance.defaults.procoreCompanyId = 43;

    await instance.get(url);

    expect(sentIds()).toEqual([undefined]);
    expect(resolver).not.toHaveBeenCalled();
    expect(events).toMatchObject([{ type: 'unresolved', method: 'GET', reason: 'ambiguous' }]);
    expect(events[0]).not.toHaveProperty('companyId');
  });

  test.each(AMBIGUOUS)('is rejected with its reason: %s', async (url) => {
    const { instance, sent, events } = attachedInstance({
      companyId: 42,
      onUnresolved: 'reject',
    });

    const error = await rejection(instance.get(url));

    expect(error).toBeInstanceOf(UnresolvedCompanyIdError);
    expect(error.message).toContain('procoreCompanyId');
    expect(sent).toEqual([]);
    expect(events).toMatchObject([{ type: 'unresolved', reason: 'ambiguous' }]);
  });

  test('says in its error why, other than one that names nothing', async () => {
    const resolver = () => undefined;
    const { instance } = attachedInstance({ onUnresolved: 'reject', resolver });

    const ambiguous = await rejection(instance.get(`${NAMELESS}?company_id=1&company_id=2`));
    const unresolved = await rejection(instance.get(NAMELESS));

    expect(ambiguous.reason).toBe('ambiguous');
    expect(unresolved.reason).toBe('unresolved');
    expect(ambiguous.message).toContain('The request can be read as naming different companies.');
    expect(ambiguous.message).not.toContain('resolver');
    expect(unresolved.message).toContain('The resolver (source: resolver) knew no company');
  });

  test('still has the id of the kind before the doubtful one', async () => {
    const { instance, sentIds, events } = attachedInstance({ companyId: 42 });

    await instance.get('/rest/v1.0/companies/7/users?company_id=1&company_id=2');

    expect(sentIds()).toEqual(['7']);
    expect(events).toMatchObject([{ source: 'path', conflict: false }]);
  });

  test.each([
    ['procoreCompanyId', { procoreCompanyId: 9 }],
    ['a header by hand', { headers: { 'Procore-Company-Id': '9' } }],
  ])('is settled by %s', async (_what, config) => {
    const { instance, sentIds } = attachedInstance({ onUnresolved: 'reject' });

    await instance.get(`${NAMELESS}?company_id=1&company_id=2`, config);

    expect(sentIds()).toEqual(['9']);
  });
});
