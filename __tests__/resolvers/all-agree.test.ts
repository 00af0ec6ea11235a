import AxiosMockAdapter from 'axios-mock-adapter';
import {
  allAgree,
  CompanyIdConflictError,
  type CompanyIdResolver,
  firstOf,
  fromBody,
  fromPath,
  InvalidCompanyIdError,
  type ProcoreCompanyIdOptions,
  type Resolution,
} from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { requestSeen } from '../support/request-seen';
import { rejection } from '../support/rejection';

const USERS = '/rest/v1.0/users';

/** A resolver with a label. */
const named = (source: string, answer: Resolution | Promise<Resolution>): CompanyIdResolver =>
  Object.assign(() => answer, { source });

/** The id that is sent, and what was told of it. */
async function outcomeOf(
  resolver: CompanyIdResolver,
  options: ProcoreCompanyIdOptions = {},
  url = USERS,
) {
  const { instance, sentIds, events } = attachedInstance({ resolver, ...options });
  await instance.get(url);
  const [event] = events;
  return [sentIds()[0], event?.source, event?.conflict];
}

/** Each case once with answers at once, once with a promise among them, once with promises alone. */
const timings: [string, (answer: Resolution, index: number) => Resolution | Promise<Resolution>][] =
  [
    ['at once', (answer) => answer],
    ['one of them later', (answer, index) => (index === 1 ? Promise.resolve(answer) : answer)],
    ['later', (answer) => Promise.resolve(answer)],
  ];

describe.each(timings)('allAgree, where resolvers answer %s,', (_when, timed) => {
  const all = (...answers: [source: string, answer: Resolution][]): CompanyIdResolver =>
    allAgree(...answers.map(([source, answer], index) => named(source, timed(answer, index))));

  test('sends the id on which they agree, with the label of the first', async () => {
    expect(await outcomeOf(all(['job', 3], ['project', '3'], ['tenant', 3n]))).toEqual([
      '3',
      'job',
      false,
    ]);
  });

  test.each<[string, Resolution]>([
    ['undefined', undefined],
    ['null', null],
    ['a label alone', { companyId: null, source: 'x' }],
  ])('passes over those that answer %s', async (_what, none) => {
    expect(await outcomeOf(all(['job', none], ['project', 3], ['tenant', none]))).toEqual([
      '3',
      'project',
      false,
    ]);
  });

  test('rejects the request where two differ, and names both', async () => {
    const resolver = all(['job', undefined], ['context', 3], ['project', 3], ['tenant', 4]);
    const { instance, sent, events } = attachedInstance({ resolver });

    const error = await rejection(instance.get('/rest/v1.0/projects/5'));

    expect(error).toBeInstanceOf(CompanyIdConflictError);
    expect(error).toMatchObject({
      companyId: '3',
      source: 'context',
      namedCompanyId: '4',
      namedBy: 'tenant',
    });
    expect(error.message).toBe(
      'Not sent: GET /rest/v1.0/projects/:project_id has two companies: 3 (source: context) and 4 (source: tenant). ' +
        "Make them agree, or set `onConflict: 'send'` to send the first.",
    );
    expect(sent).toEqual([]);
    expect(events).toMatchObject([{ type: 'failed', companyId: '3', source: 'context' }]);
  });

  test("sends the first with onConflict: 'send'", async () => {
    const resolver = all(['context', 3], ['project', { companyId: 4, source: 'cache' }]);

    expect(await outcomeOf(resolver, { onConflict: 'send' })).toEqual(['3', 'context', true]);
  });

  test('rejects the request where one answers with no id, whichever it is', async () => {
    for (const resolver of [all(['a', 'x'], ['b', 3]), all(['a', 3], ['b', 'x'])]) {
      const { instance, sent } = attachedInstance({ resolver, onConflict: 'send' });

      expect(await rejection(instance.get(USERS))).toBeInstanceOf(InvalidCompanyIdError);
      expect(sent).toEqual([]);
    }
  });

  test('leaves the question to the next source where none of them answers', async () => {
    const resolver = all(['a', undefined], ['b', null]);

    expect(await outcomeOf(resolver, { companyId: 42 })).toEqual(['42', 'default', false]);
  });

  test('does not hide a conflict with the path', async () => {
    const { instance } = attachedInstance({ resolver: all(['a', 3], ['b', 3]) });

    const error = await rejection(instance.get('/rest/v1.0/companies/7/users'));

    expect(error).toMatchObject({ companyId: '3', namedCompanyId: '7', namedBy: 'path' });
  });

  test('finds a conflict within another allAgree, even behind firstOf', async () => {
    const inner = all(['a', 3], ['b', 4]);

    for (const resolver of [
      allAgree(inner),
      allAgree(() => 3, inner),
      firstOf(inner),
      allAgree(firstOf(inner), () => 3),
    ]) {
      const { instance } = attachedInstance({ resolver });

      expect(await rejection(instance.get(USERS))).toMatchObject({
        companyId: '3',
        namedCompanyId: '4',
        namedBy: 'b',
      });
    }
  });
});

test('allAgree of none has nothing to say', async () => {
  expect(await outcomeOf(allAgree())).toEqual([undefined, undefined, undefined]);
});

test('allAgree stays synchronous as long as its resolvers do', async () => {
  const request = await requestSeen({ url: USERS });

  expect(allAgree(named('a', 3), named('b', 3))(request)).toMatchObject({
    companyId: 3,
    source: 'a',
  });
  expect(allAgree(named('a', 3), named('b', Promise.resolve(3)))(request)).toBeInstanceOf(Promise);
});

test('allAgree asks all of them at the same time', async () => {
  const order: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = async () => {
    order.push('slow asked');
    await gate;
    return 3;
  };
  const last = () => {
    order.push('last asked');
    release();
    return 3;
  };

  expect(await outcomeOf(allAgree(slow, last))).toEqual(['3', 'resolver', false]);
  expect(order).toEqual(['slow asked', 'last asked']);
});

describe('a resolver of allAgree that fails', () => {
  const reason = new Error('no tenant');
  const failing = () => {
    throw reason;
  };

  test.each<[string, CompanyIdResolver]>([
    ['at once', allAgree(failing, named('b', 3))],
    ['at once, after another', allAgree(named('a', 3), failing)],
    ['later', allAgree(named('a', 3), () => Promise.reject(reason))],
  ])('rejects the request with that very error: %s', async (_when, resolver) => {
    const { instance, sent } = attachedInstance({ resolver });

    expect(await rejection(instance.get(USERS))).toBe(reason);
    expect(sent).toEqual([]);
  });

  test('leaves no rejection of another one unhandled', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const pending = () => Promise.reject(new Error('later'));
    try {
      for (const resolver of [allAgree(pending, failing), allAgree(failing, pending)]) {
        const { instance } = attachedInstance({ resolver });
        await rejection(instance.get(USERS));
        // Rejections count as unhandled once the queue of promises is empty.
        await new Promise(setImmediate);
      }
    } finally {
      process.off('unhandledRejection', unhandled);
    }

    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('the resolvers of allAgree', () => {
  const member = (answer: Resolution) =>
    Object.assign(() => answer, { learn: jest.fn(), forget: jest.fn(), doubt: jest.fn() });

  test('all learn, and all hear of an id that was wrong', async () => {
    const [first, silent] = [member(3), member(undefined)];
    const { instance } = attachedInstance({ resolver: allAgree(first, fromPath, silent) });
    const answers = new AxiosMockAdapter(instance).onAny();

    answers.replyOnce(200, {});
    await instance.get(USERS);
    answers.replyOnce(400, 'invalid company id');
    await rejection(instance.get(USERS));
    answers.replyOnce(404, {});
    await rejection(instance.get(USERS));

    for (const { learn, forget, doubt } of [first, silent]) {
      expect(learn).toHaveBeenCalledTimes(1);
      expect(forget.mock.calls).toEqual([[expect.anything(), expect.anything(), '3']]);
      expect(doubt.mock.calls).toEqual([[expect.anything(), expect.anything(), '3']]);
    }
  });

  test('give it no method that none of them has', () => {
    expect(Object.keys(allAgree(fromPath, fromBody))).toEqual([]);
    expect(
      Object.keys(
        allAgree(
          fromPath,
          Object.assign(() => 3, { doubt: jest.fn() }),
        ),
      ),
    ).toEqual(['doubt']);
  });

  test.each<[unknown]>([[undefined], [null], [7], ['fromPath'], [{}], [[fromPath]]])(
    'must be functions: %p',
    (value) => {
      const call = () => allAgree(fromPath, value as never);

      expect(call).toThrow(new TypeError('`allAgree` takes resolvers: functions of a request.'));
    },
  );
});
