import MockAdapter from 'axios-mock-adapter';
import { procore, rfiSubjects } from './procore';

const mock = new MockAdapter(procore);
afterEach(() => mock.reset());

test('lists the subjects of RFIs', async () => {
  const headers = expect.objectContaining({ 'Procore-Company-Id': '42' });
  mock.onGet('/rest/v1.0/projects/3/rfis', { headers }).reply(200, [{ subject: 'Door swing' }]);

  expect(await rfiSubjects(3)).toEqual(['Door swing']);
});
