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

test.each([
  ['for another path without a project', '/rest/v1.0/users', '/rest/v1.0/vendors', '8'],
  [
    'for another project in the query',
    '/rest/v1.0/rfis?project_id=3',
    '/rest/v1.0/rfis?project_id=4',
    '8',
  ],
  [
    'that names a company by now',
    '/rest/v1.0/projects/3/rfis',
    '/rest/v2.0/companies/5/projects/3/x',
    '5',
  ],
])('a retry %s does not keep the id of the attempt before', async (_what, first, second, sent) => {
  let id: number | undefined = 7;
  const { instance, sentIds } = attachedInstance({ resolver: () => id });

  const { config } = await instance.get(first);
  id = sent === '8' ? 8 : undefined;
  await instance.request({ ...config, url: second });

  expect(sentIds()).toEqual(['7', sent]);
});

test('a retry within the API keeps the id that the call gave for a url out of scope', async () => {
  const { instance, sentIds } = attachedInstance({ companyId: 42 });

  const { config } = await instance.get('https://example.com/x', { procoreCompanyId: 9 });
  await instance.request({ ...config, url: '/rest/v1.0/users' });

  expect(sentIds()).toEqual([undefined, '9']);
});

test('a retry keeps the key that the caller put in the place of the default of the instance', async () => {
  const { instance, sentIds, events } = attachedInstance({}, { procoreCompanyId: 5 });

  const { config } = await instance.get('/rest/v1.0/users');
  await instance.request({ ...config, procoreCompanyId: 9 });

  expect(sentIds()).toEqual(['5', '9']);
  expect(events.map(({ source }) => source)).toEqual(['default', 'request']);
});

test('a decision on `Object.prototype` is not one of an attempt before', async () => {
  const { instance, sentIds } = attachedInstance({ companyId: 42 });
  // As configs are in axios 0.x. Those of newer versions inherit nothing.
  instance.interceptors.request.use((config) => ({ ...config }));
  const decision = { type: 'resolved', companyId: '666', subject: '/rest/v1.0/users' };
  const polluted = Object.prototype as { procoreCompanyIdDecision?: unknown };

  polluted.procoreCompanyIdDecision = decision;
  try {
    await instance.get('/rest/v1.0/users');
  } finally {
    delete polluted.procoreCompanyIdDecision;
  }

  expect(sentIds()).toEqual(['42']);
});
