import { attachedInstance } from '../support/attached-instance';

test.each([
  '/rest/v1.0/rfis?project_id=3',
  '/rest/v1.0/project_templates?project_id=3',
  '/rest/v1.0/projects/search?project_id=3',
  '/rest/v1.0/projects/0/rfis?project_id=3',
  '/rest/v1.0/projects_1/rfis?project_id=3',
  '/v1/rfis?project_id=3',
])('a retry for the same project keeps the id of the attempt before: %s', async (url) => {
  let id = 7;
  const { instance, sentIds } = attachedInstance({ resolver: () => id });

  const { config } = await instance.get(url);
  id = 8;
  await instance.request({ ...config, url: `${url}&page=2`.replace('?', '/?') });

  expect(sentIds()[1]).toBe('7');
});

test('a retry within the API keeps the id that the call gave for a url out of scope', async () => {
  const { instance, sentIds } = attachedInstance({ companyId: 42 });

  const { config } = await instance.get('https://example.com/x', { procoreCompanyId: 9 });
  await instance.request({ ...config, url: '/rest/v1.0/users' });

  expect(sentIds()).toEqual([undefined, '9']);
});
