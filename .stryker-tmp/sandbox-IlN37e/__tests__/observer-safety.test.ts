// @ts-nocheck
import { attachedInstance } from './support/attached-instance';
import { rejection } from './support/rejection';

const PATH_OF_7 = '/rest/v1.0/companies/7/users';

describe('an observer', () => {
  test('is told nothing secret', async () => {
    const { instance, events } = attachedInstance();
    const secret = {
      headers: { Authorization: 'Bearer SECRET', Cookie: 'SECRET' },
      auth: { username: 'SECRET', password: 'SECRET' },
      params: { access_token: 'SECRET' },
      data: { password: 'SECRET' },
    };
    const url = 'https://SECRET:SECRET@api.procore.com';

    await instance.post(
      `${url}/rest/v1.0/projects/3/files/SECRET0123456789?token=SECRET`,
      null,
      secret,
    );
    await instance.post(`${url}/rest/v1.0/companies/7/users?a=SECRET#SECRET`, null, secret);
    await instance.get('https://bucket.s3.amazonaws.com/SECRET?X-Amz-Signature=SECRET', secret);
    await rejection(instance.get(PATH_OF_7, { ...secret, procoreCompanyId: 9 }));
    await rejection(
      instance.get(PATH_OF_7, { ...secret, procoreCompanyId: 'Bearer SECRET0123456789' }),
    );

    expect(events).toHaveLength(5);
    const shown = events.map((event) => [
      JSON.stringify(event),
      String(event.error),
      JSON.stringify(event.error ?? null),
    ]);
    expect(shown.flat().join('\n')).not.toContain('SECRET');
  });

  test.each<[string, () => void]>([
    [
      'throws',
      () => {
        throw new Error('observer');
      },
    ],
    ['rejects', () => Promise.reject(new Error('observer'))],
    ['returns something odd', () => ({ then: 'x' })],
    [
      'returns something that throws',
      () => ({
        then() {
          throw new Error('observer');
        },
      }),
    ],
  ])('breaks no request where it %s', async (_how, observe) => {
    const { instance, sentIds } = attachedInstance({ companyId: 42, observe });

    await instance.get('/rest/v1.0/users');
    await instance.get('https://example.com/');
    const error = await rejection(instance.get(PATH_OF_7, { procoreCompanyId: 9 }));

    expect(sentIds()).toEqual(['42', undefined]);
    expect(error).toMatchObject({ name: 'CompanyIdConflictError' });
  });

  test('cannot change a request by changing its event', async () => {
    const { instance, sentIds } = attachedInstance({
      companyId: 42,
      observe: (event) => {
        event.companyId = '13';
        event.type = 'opted-out';
      },
    });

    const { config } = await instance.get('/rest/v1.0/users');
    await instance.request(config);

    expect(sentIds()).toEqual(['42', '42']);
  });
});
