import { MissingCompanyIdHeaderError } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

/** An instance whose adapter rejects with this, and with the answer on it. */
const refusing = (reason: object) =>
  attachedInstance(null, {
    adapter: (config) => {
      const response = { status: 400, data: MISSING_HEADER_TEXT, headers: {}, config };
      return Promise.reject(Object.assign(reason, { config, response }));
    },
  });

test('the message begins with the one of the original, whatever it is', async () => {
  const { instance } = refusing(new Error('Refused'));

  const error = await rejection(instance.get('/rest/v1.0/users'));

  expect(error.message).toMatch(/^Refused: Procore found no header Procore-Company-Id on GET /);
});

test('an object that an adapter rejects with, which is no error, becomes one', async () => {
  const { instance } = refusing({});

  const error = await rejection(instance.get('/rest/v1.0/users'));

  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
  expect(String(error)).toMatch(
    /^MissingCompanyIdHeaderError: Request failed with status code 400: /,
  );
});

test('the JSON of one for a url out of scope does not show its path', async () => {
  const { instance } = refusing(new Error('Refused'));

  const error = await rejection(instance.get('https://files.example/SECRET'));
  const within = await rejection(instance.get('/rest/v1.0/users'));

  expect(error).toMatchObject({ reason: 'out-of-scope' });
  expect(JSON.stringify(error)).not.toContain('SECRET');
  expect(within.toJSON().config).toMatchObject({ url: '/rest/v1.0/users' });
});
