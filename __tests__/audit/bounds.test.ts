import { type Audit, type AuditRoute, createAudit } from 'axios-procore-company-id/audit';
import type { CompanyIdEvent } from 'axios-procore-company-id';

const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

function observeAll(
  audit: Audit,
  count: number,
  event: (index: number) => Partial<CompanyIdEvent>,
): void {
  for (let index = 0; index < count; index++) {
    audit.observe({ type: 'unresolved', method: 'GET', ...event(index) });
  }
}

test('routes beyond `maxRoutes` are counted together, each by what it needs', () => {
  const audit = createAudit({ maxRoutes: 2 });
  observeAll(audit, 4, (index) => ({ route: `/rest/v1.0/projects/:project_id/${letters(index)}` }));
  observeAll(audit, 2, (index) => ({ route: `/rest/v1.0/${letters(index)}` }));
  audit.observe({ type: 'resolved', method: 'PUT', route: '/rest/v1.0/x', source: 'default' });
  audit.observe({ type: 'exempt', method: 'GET', route: '/rest/v1.0/me' });

  const { routes, calls } = audit.report();

  expect(calls).toBe(8);
  expect(routes).toHaveLength(3);
  expect(routes[0]).toMatchObject({
    method: '*',
    route: '*',
    calls: 6,
    found: { exempt: 1, project: 2, default: 3 },
  });
  expect(audit.toTable()).toContain('  all other routes\n');
});

test('hosts beyond the first 100 are counted together, and take no room from routes', () => {
  const audit = createAudit({ maxRoutes: 1 });
  observeAll(audit, 150, (index) => ({ type: 'out-of-scope', host: `h${index}.example.com` }));
  audit.observe({ type: 'exempt', method: 'GET', route: '/rest/v1.0/me' });

  const { routes } = audit.report();

  expect(routes).toHaveLength(102);
  expect(routes[0]).toMatchObject({ method: '*', host: '*', calls: 50 });
  expect(audit.toTable()).toContain('  all other hosts\n');
  expect(routes.some(({ route }) => route === '/rest/v1.0/me')).toBe(true);
});

test('companies are counted up to 10,000', () => {
  const audit = createAudit();
  observeAll(audit, 10_050, (index) => ({
    type: 'resolved',
    source: 'path',
    route: index < 70 ? '/rest/v1.0/a' : '/rest/v1.0/b',
    companyId: String(index + 1),
  }));
  observeAll(audit, 70, (index) => ({ route: '/rest/v1.0/b', companyId: String(index + 1) }));

  const { companies, routes } = audit.report();

  expect(companies).toBe(10_000);
  expect(routes.map(({ route, companies: count }) => [route, count])).toEqual([
    ['/rest/v1.0/b', 10_000],
    ['/rest/v1.0/a', 70],
  ]);
});

test('labels beyond the first 50 of a route are counted as `resolver`', () => {
  const audit = createAudit();
  observeAll(audit, 80, (index) => ({
    type: 'resolved',
    route: '/rest/v1.0/a',
    source: `tenant-${letters(index)}`,
  }));

  audit.observe({ type: 'unresolved', method: 'GET', route: '/rest/v1.0/a' });

  const [{ attempts, calls }] = audit.report().routes as [AuditRoute];

  expect(calls).toBe(81);
  expect(attempts).toHaveLength(52);
  expect(attempts[0]).toMatchObject({ source: 'resolver', count: 30 });
  expect(attempts).toContainEqual({
    ...{ type: 'unresolved', reason: 'unresolved', found: 'default', count: 1 },
  });
});

test('a route that is told apart stays so in all its forms, when there is no room for others', () => {
  const audit = createAudit({ maxRoutes: 1 });
  observeAll(audit, 1, () => ({ route: '/rest/v1.0/users' }));
  observeAll(audit, 1, () => ({ route: '/v1.0/users' }));

  expect(audit.report().routes).toMatchObject([{ route: '/rest/v1.0/users', calls: 2 }]);
});

test('a company far from those that a route has seen before is one company', () => {
  const audit = createAudit();
  observeAll(audit, 70, (index) => ({ route: '/rest/v1.0/a', companyId: String(index + 1) }));
  observeAll(audit, 1, () => ({ route: '/rest/v1.0/b', companyId: '70' }));

  expect(audit.report().routes.map(({ companies }) => companies)).toEqual([70, 1]);
});

test('a route is cut after 500 characters', () => {
  const audit = createAudit();
  audit.observe({ type: 'exempt', method: 'GET', route: '/abcdefgh'.repeat(1000) });

  expect(audit.report().routes[0]?.route).toHaveLength(500);
});
