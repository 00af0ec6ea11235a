import { attachedInstance } from '../support/attached-instance';

type Hook = (options: object) => void;

/** Where redirects lead, asked as the http adapter asks. */
const BACK = 'https://api.procore.com/rest/v1.0/users';
const ELSEWHERE = 'https://storage.procore.com/file';

async function hooks(count = 1): Promise<Hook[]> {
  const { instance, sent } = attachedInstance({ companyId: 42 });
  for (let each = 0; each < count; each++) await instance.get('/rest/v1.0/users');
  return sent.map(({ beforeRedirect }) => beforeRedirect as unknown as Hook);
}

test('a redirect out of scope takes the header off in any spelling, and no other', async () => {
  const [hook] = await hooks();
  for (const name of ['Procore-Company-Id', 'procore-company-id', 'PROCORE-COMPANY-ID']) {
    const headers = { 'X-Procore-Company-Id': '1', 'Procore-Company-Id-Hash': '2', [name]: '42' };

    hook?.({ headers, href: ELSEWHERE });

    expect(headers).toEqual({ 'X-Procore-Company-Id': '1', 'Procore-Company-Id-Hash': '2' });
  }
});

test('a redirect back does not put the header in again', async () => {
  const [hook] = await hooks();
  const options = { headers: { 'procore-company-id': '42' }, href: ELSEWHERE };

  hook?.(options);
  hook?.(Object.assign(options, { href: BACK }));

  expect(options.headers).toEqual({});
});

test('a redirect within the API leaves the headers alone', async () => {
  const [hook] = await hooks();
  const options = { headers: { 'procore-company-id': '42' }, href: BACK };

  hook?.(options);

  expect(options.headers).toEqual({ 'procore-company-id': '42' });
});

test('requests of one instance share a hook', async () => {
  const [first, second] = await hooks(2);

  expect(first).toBeInstanceOf(Function);
  expect(second).toBe(first);
});
