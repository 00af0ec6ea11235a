import { codeWith } from '../support/documents';
import { useInterceptingEdge } from '../support/intercept-created';
import { runSnippet } from '../support/snippets';

const withMiddleware = codeWith('docs/recipes.md', 'companyMiddleware');
// Put before the application, which imports `runWithCompanyId` too.
const interceptor = codeWith('docs/recipes.md', 'class CompanyInterceptor').replace(
  /^import \{ runWith.*\n/m,
  '',
);

const edge = useInterceptingEdge();

/** Many requests of both companies at once, before the application is closed. */
const MANY = `
  const users: [string, number][] = [['Bearer ana', 3], ['Bearer bo', 2001]];
  const calls = Array.from({ length: 40 }, (_, index) => ask(...users[index % 2]!));
  console.log([...new Set(await Promise.all(calls))]);
`;
const askMany = (code: string) => code.replace('await app.close();', `${MANY}$&`);

/** The application of the recipe, with a guard and the interceptor in place of the middleware. */
const withInterceptor = () => {
  const guard = `{
    canActivate(context: any) {
      const request = context.switchToHttp().getRequest();
      const companyId = companyOfToken[request.headers.authorization];
      request.user = { companyId };
      return companyId !== undefined;
    },
  }`;
  const created = 'const app = await NestFactory.create(AppModule, { logger: false });';
  return withMiddleware
    .replace('consumer.apply(companyMiddleware).forRoutes(ProjectsController);', '')
    .replace(
      created,
      `${created}\napp.useGlobalGuards(${guard});\napp.useGlobalInterceptors(new CompanyInterceptor());`,
    );
};

const sent = () => edge.requests.map(({ path, companyId }) => `${companyId} ${path}`);
const expectBothCompanies = () => {
  expect(sent()).toHaveLength(42);
  expect([...new Set(sent())].sort()).toEqual([
    '42 /rest/v1.0/projects/3/rfis',
    '7 /rest/v1.0/projects/2001/rfis',
  ]);
};

describe('the recipe for several companies in NestJS', () => {
  test('gives each request its company, with the middleware', async () => {
    expect(await runSnippet(askMany(withMiddleware))).toBe('[ 200, 200, 401 ]\n[ 200 ]\n');

    expectBothCompanies();
  });

  test('gives each request its company, with the interceptor after a guard', async () => {
    const code = `${interceptor}\n${askMany(withInterceptor())}`;

    expect(await runSnippet(code)).toBe('[ 200, 200, 403 ]\n[ 200 ]\n');

    expectBothCompanies();
  });

  test('says rightly that it is not enough to call the handler in the company', async () => {
    const naive = interceptor.replace(
      /return new Observable[\s\S]*?\n {4}\);/,
      'return runWithCompanyId(user.companyId, () => next.handle());',
    );

    expect(await runSnippet(`${naive}\n${withInterceptor()}`)).toBe('[ 500, 500, 403 ]\n');

    expect(sent()).toEqual([]);
  });
});
