import { MissingCompanyIdHeaderError } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';
import { MISSING_HEADER_TEXT } from '../support/missing-header-text';
import { rejection } from '../support/rejection';

test('the message begins with the one of the original, whatever it is', async () => {
  const { instance } = attachedInstance(null, {
    adapter: (config) => {
      const response = { status: 400, data: MISSING_HEADER_TEXT, headers: {}, config };
      return Promise.reject(Object.assign(new Error('Refused'), { config, response }));
    },
  });

  const error = await rejection(instance.get('/rest/v1.0/users'));

  expect(error.message).toMatch(/^Refused: Procore found no header Procore-Company-Id on GET /);
});

test('an object that an adapter rejects with, which is no error, becomes one', async () => {
  const { instance } = attachedInstance(null, {
    adapter: (config) => {
      const response = { status: 400, data: MISSING_HEADER_TEXT, headers: {}, config };
      return Promise.reject({ config, response });
    },
  });

  const error = await rejection(instance.get('/rest/v1.0/users'));

  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(MissingCompanyIdHeaderError);
  expect(String(error)).toMatch(
    /^MissingCompanyIdHeaderError: Request failed with status code 400: /,
  );
});
