import {
  type CompanyIdResolver,
  firstOf,
  fromBody,
  fromPath,
  fromQuery,
  InvalidCompanyIdError,
  type Resolution,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { requestSeen } from '../support/request-seen';
import { rejection } from '../support/rejection';

const named = (source: string, answer: Resolution | Promise<Resolution>) =>
  Object.assign(
    jest.fn(() => answer),
    { source },
  );

/** The id and label that a resolver leads to. */
async function outcomeOf(resolver: CompanyIdResolver, url = '/rest/v1.0/users') {
  const { instance, sentIds, events } = attachedInstance({ resolver });
  await instance.get(url);
  return [sentIds()[0], events[0]?.source];
}

describe('firstOf', () => {
  test('passes on a label that says `header`, and the id is written', async () => {
    expect(await outcomeOf(firstOf(named('header', 8)))).toEqual(['8', 'header']);
  });

  test('has all of them learn, and tells of a failure now or later', async () => {
    const failure = new Error('out of memory');
    const learns = jest.fn();
    for (const learn of [
      () => Promise.reject(failure),
      jest.fn(() => {
        throw failure;
      }),
    ]) {
      const resolver = firstOf(
        Object.assign(() => 5, { learn }),
        Object.assign(() => 6, { learn: learns }),
      );
      const { instance, events } = attachedInstance({ resolver });

      await instance.get('/rest/v1.0/users');
      await new Promise(setImmediate);

      expect(events).toMatchObject([{ type: 'resolved' }, { type: 'failed', error: failure }]);
    }
    expect(learns).toHaveBeenCalledTimes(2);
  });

  test('has the one forget that gave the id, or all that can where it cannot', async () => {
    const asked = await requestSeen({ url: '/rest/v1.0/companies/7/users' });
    const member = (answer: Resolution) => Object.assign(() => answer, { forget: jest.fn() });
    const [none, giver, late] = [member(undefined), member(8), member(9)] as const;
    const response = {};

    const withGiver = firstOf(none, giver, late);
    await withGiver(asked);
    withGiver.forget?.(asked, response, '8');

    expect(giver.forget.mock.calls).toEqual([[asked, response, '8']]);
    expect(none.forget).not.toHaveBeenCalled();
    expect(late.forget).not.toHaveBeenCalled();

    const withPath = firstOf(fromPath, none);
    await withPath(asked);
    withPath.forget?.(asked, response, '7');

    expect(none.forget.mock.calls).toEqual([[asked, response, '7']]);
  });

  test('answers with the first id and its label', async () => {
    const resolvers = [named('a', undefined), named('b', null), named('c', 3), named('d', 4)];

    expect(await outcomeOf(firstOf(...resolvers))).toEqual(['3', 'c']);
    expect(resolvers.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1, 0]);
  });

  test('gives each of them the same request', async () => {
    const a = jest.fn();
    const b = jest.fn();
    const request = await requestSeen({ url: '/rest/v1.0/users' });

    await firstOf(a, async () => undefined, b)(request);

    expect(a.mock.calls).toEqual([[request]]);
    expect(b.mock.calls[0][0]).toBe(request);
  });

  test('waits for those that answer later, one after the other', async () => {
    const order: string[] = [];
    const slow = (name: string, answer: Resolution) => async () => {
      order.push(`${name} asked`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`${name} answered`);
      return answer;
    };

    const resolver = firstOf(
      slow('a', undefined),
      () => void order.push('b asked'),
      slow('c', 3),
      slow('d', 4),
    );

    expect(await outcomeOf(resolver)).toEqual(['3', 'resolver']);
    expect(order).toEqual(['a asked', 'a answered', 'b asked', 'c asked', 'c answered']);
  });

  test('stays synchronous as long as its resolvers do', async () => {
    const request = await requestSeen({ url: '/rest/v1.0/users' });
    const later = jest.fn(async () => 4);

    const atOnce = firstOf(
      () => undefined,
      () => 3,
      later,
    )(request);
    const pending = firstOf(() => undefined, later)(request);

    expect(atOnce).not.toHaveProperty('then');
    expect(later).toHaveBeenCalledTimes(1);
    expect(pending).toHaveProperty('then');
    await expect(outcomeOf(() => atOnce)).resolves.toEqual(['3', 'resolver']);
    await expect(outcomeOf(() => pending)).resolves.toEqual(['4', 'resolver']);
  });

  test.each<[string, Resolution | Promise<Resolution>]>([
    ['undefined', undefined],
    ['null', null],
    ['a label with undefined', { companyId: undefined, source: 'a' }],
    ['a label with null', { companyId: null, source: 'a' }],
    ['a promise of undefined', Promise.resolve(undefined)],
    ['a promise of a label with null', Promise.resolve({ companyId: null, source: 'a' })],
  ])('goes on after %s', async (_what, answer) => {
    expect(await outcomeOf(firstOf(named('a', answer), named('b', 3)))).toEqual(['3', 'b']);
  });

  test('prefers the label of an answer to that of its resolver', async () => {
    const labelled = named('a', { companyId: 3, source: 'job' });
    const unlabelled = named('a', { companyId: 3 });
    const later = named('a', Promise.resolve({ companyId: 3, source: 'job' }));
    const plain = () => 3;

    expect(await outcomeOf(firstOf(labelled))).toEqual(['3', 'job']);
    expect(await outcomeOf(firstOf(unlabelled))).toEqual(['3', 'a']);
    expect(await outcomeOf(firstOf(later))).toEqual(['3', 'job']);
    expect(await outcomeOf(firstOf(plain))).toEqual(['3', 'resolver']);
  });

  test('keeps the labels of another firstOf', async () => {
    const inner = firstOf(named('a', undefined), named('b', 3));
    const none = firstOf(named('c', null));

    expect(await outcomeOf(firstOf(none, firstOf(inner)))).toEqual(['3', 'b']);
  });

  test('knows path, query and body', async () => {
    const resolver = firstOf(fromQuery, fromPath, fromBody, named('tenant', 3));

    expect(await outcomeOf(resolver, '/rest/v1.0/companies/7/users')).toEqual(['7', 'path']);
    expect(await outcomeOf(resolver, '/rest/v1.0/users?company_id=8')).toEqual(['8', 'query']);
    expect(await outcomeOf(resolver)).toEqual(['3', 'tenant']);
  });

  test('leaves the question to the next source where none of them answers', async () => {
    const resolver = firstOf(named('a', undefined), named('b', Promise.resolve(null)));

    expect(await outcomeOf(resolver)).toEqual([undefined, undefined]);
    expect(await outcomeOf(firstOf())).toEqual([undefined, undefined]);
    expect(await outcomeOf(resolver, '/rest/v1.0/companies/7/users')).toEqual(['7', 'path']);
  });

  test.each<[unknown]>([[''], ['undefined'], [0], [false], [{}], [{ companyId: 'x' }]])(
    'does not pass over an unusable answer: %p',
    async (answer) => {
      const next = named('b', 3);

      for (const first of [() => answer, async () => answer] as CompanyIdResolver[]) {
        const { instance, sent } = attachedInstance({ resolver: firstOf(first, next) });

        const error = await rejection(instance.get('/rest/v1.0/users'));

        expect(error).toBeInstanceOf(InvalidCompanyIdError);
        expect(sent).toEqual([]);
      }
      expect(next).not.toHaveBeenCalled();
    },
  );

  test('fails as the first that fails does', async () => {
    const reason = new Error('no tenant');
    const next = named('b', 3);
    const throwing = () => {
      throw reason;
    };
    const request = await requestSeen({ url: '/rest/v1.0/users' });

    expect(() => firstOf(throwing, next)(request)).toThrow(reason);
    for (const failing of [throwing, () => Promise.reject(reason)]) {
      const sync = attachedInstance({ resolver: firstOf(failing, next) });
      const async = attachedInstance({ resolver: firstOf(async () => null, failing, next) });

      expect(await rejection(sync.instance.get('/rest/v1.0/users'))).toBe(reason);
      expect(await rejection(async.instance.get('/rest/v1.0/users'))).toBe(reason);
    }
    expect(next).not.toHaveBeenCalled();
  });

  test.each<[unknown]>([[undefined], [null], [7], ['fromPath'], [{}], [[fromPath]], [true]])(
    'throws at once on what is no resolver: %p',
    (value) => {
      expect(() => firstOf(value as never)).toThrow(TypeError);
      expect(() => firstOf(fromPath, value as never)).toThrow(/firstOf/);
    },
  );
});

describe('learn and forget of firstOf', () => {
  const withMethods = () => {
    const resolver: CompanyIdResolver & { seen: unknown[] } = Object.assign(() => undefined, {
      seen: [] as unknown[],
      learn(...facts: unknown[]) {
        this.seen.push(['learn', ...facts]);
      },
      forget(...facts: unknown[]) {
        this.seen.push(['forget', ...facts]);
      },
    });
    return resolver;
  };

  test('reach every resolver that has them, as its methods, and pass over the others', async () => {
    const [a, b] = [withMethods(), withMethods()];
    const request = await requestSeen({ url: '/rest/v1.0/users' });
    const response = { status: 200 };

    const resolver = firstOf(fromPath, a, firstOf(b));
    await resolver.learn?.(request, response);
    await resolver.forget?.(request, response, '3');

    for (const { seen } of [a, b]) {
      expect(seen).toEqual([
        ['learn', request, response],
        ['forget', request, response, '3'],
      ]);
    }
  });

  test('do nothing where none of the resolvers has them', async () => {
    const request = await requestSeen({ url: '/rest/v1.0/users' });
    const resolver = firstOf(fromPath, () => 3);

    expect(() => {
      resolver.learn?.(request, {});
      resolver.forget?.(request, {}, '3');
    }).not.toThrow();
  });
});

test('a chain in which nobody learns or forgets has no such method', () => {
  const chain = firstOf(fromPath, fromQuery);

  expect(Object.keys(chain)).toEqual([]);
});
