import type { ProcoreEdge } from '../../lib/testing';
import { call } from './call';
import { startEdge } from './edges';

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await startEdge({
    companies: [
      {
        id: 42,
        name: 'Alder Construction',
        projects: Array.from({ length: 120 }, (_, index) => ({ id: index + 1, name: `P${index}` })),
      },
    ],
  });
});

/** The urls of a `Link` header by their relations. */
function links(header: string | string[] | undefined): Record<string, string> {
  const entries = String(header ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g);
  return Object.fromEntries([...entries].map(([, url = '', relation = '']) => [relation, url]));
}

async function page(target: string) {
  const url = target.startsWith('http') ? target : edge.url + target;
  const { json, headers } = await call(url, { company: 42 });
  return { items: json.data ?? json, headers, links: links(headers.link) };
}

describe('a list', () => {
  test('tells how many items there are, and how many a page has', async () => {
    const { items, headers } = await page('/rest/v1.0/companies/42/projects?per_page=50&page=3');

    expect(items).toHaveLength(20);
    expect(items[0].id).toBe(101);
    expect(headers).toMatchObject({ total: '120', 'per-page': '50' });
  });

  test.each([
    [1, ['next', 'last']],
    [2, ['first', 'next', 'last']],
    [3, ['first', 'prev', 'next', 'last']],
    [4, ['first', 'prev']],
  ])('links from page %s of four as documented', async (number, relations) => {
    const { links: found } = await page(
      `/rest/v1.0/companies/42/projects?per_page=30&page=${number}`,
    );

    expect(Object.keys(found)).toEqual(relations);
  });

  test('links to absolute urls that keep company_id', async () => {
    const path = '/rest/v1.0/projects?company_id=42&per_page=30&page=3&sort=name';

    const { links: found, headers } = await page(path);

    expect(String(headers.link).split(', <')).toHaveLength(4);
    const start = `${edge.url}/rest/v1.0/projects?company_id=42`;
    expect(found).toEqual({
      first: `${start}&page=1&per_page=30`,
      prev: `${start}&page=2&per_page=30`,
      next: `${start}&page=4&per_page=30`,
      last: `${start}&page=4&per_page=30`,
    });
  });

  test('can be followed to its end', async () => {
    const seen: unknown[] = [];
    let next: string | undefined = '/rest/v1.0/projects?company_id=42&per_page=50';
    while (next) {
      const current: Awaited<ReturnType<typeof page>> = await page(next);
      seen.push(...current.items.map(({ id }: { id: number }) => id));
      next = current.links.next;
    }

    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  test('links to the host that the client addressed', async () => {
    const { headers } = await call(`${edge.url}/rest/v1.0/companies/42/projects?per_page=60`, {
      company: 42,
      headers: { Host: 'api.example.test:8080' },
    });

    expect(links(headers.link).next).toBe(
      'http://api.example.test:8080/rest/v1.0/companies/42/projects?page=2&per_page=60',
    );
  });

  test('drops project_id from its links, so that page two has to name it again', async () => {
    const { links: found } = await page('/rest/v1.0/observations/items?project_id=1&per_page=2');

    expect(found.next).toBe(`${edge.url}/rest/v1.0/observations/items?page=2&per_page=2`);
    expect((await call(String(found.next), { company: 42 })).status).toBe(400);
    expect((await page(`${found.next}&project_id=1`)).items).toHaveLength(1);
  });

  test('has no links where one page is enough', async () => {
    const { headers } = await page('/rest/v1.0/projects/1/rfis');

    expect(headers).toMatchObject({ total: '3', 'per-page': '100' });
    expect(headers).not.toHaveProperty('link');
  });

  test.each([
    ['/rest/v1.0/companies/42/projects', '100', 100],
    ['/rest/v1.0/companies/42/projects?per_page=20000', '10000', 120],
    ['/rest/v2.0/companies/42/projects', '10', 10],
    ['/rest/v2.0/companies/42/projects?per_page=200', '100', 100],
    ['/rest/v1.0/companies/42/projects?per_page=none&page=0', '100', 100],
    ['/rest/v1.0/companies/42/projects?per_page=-5&page=1.5', '100', 100],
    ['/rest/v1.0/companies/42/projects?page=9', '100', 0],
  ])('has in %s pages of %s', async (path, size, length) => {
    const { items, headers } = await page(path);

    expect(headers['per-page']).toBe(size);
    expect(items).toHaveLength(length);
  });
});
