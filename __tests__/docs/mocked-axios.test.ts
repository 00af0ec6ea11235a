import axios from 'axios';
import MockAdapter from 'axios-mock-adapter';
import { readdirSync } from 'fs';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { readDocument } from '../support/documents';
import { codeBlocks } from '../support/markdown';
import { rejection } from '../support/rejection';

const FOLDER = '__tests__/package/mocked';

// `npm run test:package` runs them, with their test runners.
test('docs/testing.md shows the files that mock axios', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.js'));
  const shown = codeBlocks(readDocument('docs/testing.md'))
    .filter(({ language }) => language === 'javascript')
    .map(({ code }) => code);

  expect(shown.sort()).toEqual(files.map((file) => readDocument(`${FOLDER}/${file}`)).sort());
});

test('an exact matcher of headers in axios-mock-adapter sees the header', async () => {
  const instance = axios.create({ baseURL: 'https://api.procore.com' });
  const headers = { Accept: 'application/json, text/plain, */*' };
  new MockAdapter(instance).onGet('/rest/v1.0/me', { headers }).reply(200);

  const { status } = await instance.get('/rest/v1.0/me');
  attachProcoreCompanyId(instance, { companyId: 42 });
  const error = await rejection(instance.get('/rest/v1.0/me'));

  expect([status, error.response.status]).toEqual([200, 404]);
});
