// @ts-nocheck
import {
  CompanyIdConflictError,
  type CompanyIdResolver,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  UnresolvedCompanyIdError,
} from 'axios-procore-company-id';
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { attachedInstance } from '../support/attached-instance';
import { rejection } from '../support/rejection';

describe('fromContext', () => {
  test('is a resolver labelled `context`', async () => {
    const resolver: CompanyIdResolver = fromContext;
    const { instance, sentIds, events } = attachedInstance({ resolver });

    await runWithCompanyId(42, () => instance.get('/rest/v1.0/projects/3/rfis'));

    expect(fromContext.source).toBe('context');
    expect(sentIds()).toEqual(['42']);
    expect(events).toMatchObject([{ type: 'resolved', companyId: '42', source: 'context' }]);
  });

  test('answers for each of several requests at a time by where it was sent from', async () => {
    const { instance, sentIds } = attachedInstance({ resolver: fromContext });
    const ids = Array.from({ length: 50 }, (_, index) => index + 1);

    const requests = ids.map((id) => runWithCompanyId(id, () => instance.get('/rest/v1.0/users')));
    await Promise.all(requests);

    expect(sentIds()).toEqual(ids.map(String));
  });

  test('leaves what is sent outside to the next source', async () => {
    const { instance, sentIds } = attachedInstance({ resolver: fromContext });

    await instance.get('/rest/v2.0/companies/7/projects');
    await instance.get('/rest/v1.0/users');

    expect(sentIds()).toEqual(['7', undefined]);
  });

  test('has a call outside rejected with `onUnresolved`', async () => {
    const { instance, sent } = attachedInstance({ resolver: fromContext, onUnresolved: 'reject' });

    const error = await rejection(instance.get('/rest/v1.0/users'));

    expect(error).toBeInstanceOf(UnresolvedCompanyIdError);
    expect(sent).toEqual([]);
  });

  test('has a call into another company rejected before it is sent', async () => {
    const { instance, sent } = attachedInstance({ resolver: fromContext });

    const error = await rejection(
      runWithCompanyId(42, () => instance.get('/rest/v2.0/companies/7/projects')),
    );

    expect(error).toBeInstanceOf(CompanyIdConflictError);
    expect(error).toMatchObject({ companyId: '42', source: 'context', namedCompanyId: '7' });
    expect(sent).toEqual([]);
  });

  test('gives way to what stands before it in `firstOf`', async () => {
    const resolver = firstOf(fromPath, fromQuery, fromBody, fromContext);
    const { instance, sentIds, events } = attachedInstance({ resolver });

    await runWithCompanyId(42, async () => {
      await instance.get('/rest/v2.0/companies/7/projects');
      await instance.get('/rest/v1.0/users');
    });

    expect(sentIds()).toEqual(['7', '42']);
    expect(events.map(({ source }) => source)).toEqual(['path', 'context']);
  });
});
