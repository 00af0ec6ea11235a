// @ts-nocheck
import { useStage } from './support/stage';

const stage = useStage();

const idsSent = () =>
  stage()
    .edge.requests.filter(({ outcome }) => outcome !== 'preflight')
    .map(({ companyId }) => companyId);

test('the second bundle’s attachment replaces the first one’s, whose handle then does nothing', async () => {
  const { page, edge } = stage();
  const counts = await page.evaluate(async (api) => {
    const { axios, plugin: first } = bundles.axios;
    const { plugin: second } = bundles['axios-0.27'];
    const instance = axios.create({ baseURL: api });
    const seen = { first: 0, second: 0 };
    const earlier = first.attachProcoreCompanyId(instance, {
      companyId: 42,
      observe: () => (seen.first += 1),
    });
    await instance.get('/rest/v1.0/me');
    const later = second.attachProcoreCompanyId(instance, {
      companyId: 7,
      observe: () => (seen.second += 1),
    });
    await instance.get('/rest/v1.0/me');
    earlier.detach();
    await instance.get('/rest/v1.0/me');
    later.detach();
    await instance.get('/rest/v1.0/me');
    return seen;
  }, edge.url);

  expect(idsSent()).toEqual(['42', '7', '7', undefined]);
  expect(counts).toEqual({ first: 1, second: 2 });
});

test.each([
  { by: 'axios', on: 'axios-0.27', other: 'axios' },
  { by: 'axios-0.27', on: 'axios', other: 'axios-0.27' },
] as const)('an error that the bundle $by made of $on is known to both', async (names) => {
  const seen = await stage().page.evaluate(
    async ({ by, on, other, api }) => {
      const { axios, rejection } = bundles[on];
      const instance = axios.create({ baseURL: api });
      bundles[by].plugin.attachProcoreCompanyId(instance);
      const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
      return {
        known: ([by, on] as const).map((name) => [
          error instanceof bundles[name].plugin.MissingCompanyIdHeaderError,
          bundles[name].plugin.isMissingCompanyIdHeaderError(error),
          bundles[name].plugin.isProcoreCompanyIdError(error),
          bundles[name].plugin.isUnresolvedCompanyIdError(error),
          error instanceof bundles[name].plugin.UnresolvedCompanyIdError,
          bundles[name].axios.isAxiosError(error),
        ]),
        isOfItsAxios: error instanceof axios.AxiosError,
        isOfTheOther: error instanceof bundles[other].axios.AxiosError,
        name: error.name,
      };
    },
    { ...names, api: stage().edge.url },
  );

  const known = [true, true, true, false, false, true];
  expect(seen).toEqual({
    known: [known, known],
    isOfItsAxios: true,
    isOfTheOther: false,
    name: 'MissingCompanyIdHeaderError',
  });
});

test('an error that one bundle made is mapped no second time by another', async () => {
  const { page, edge } = stage();
  const isSame = await page.evaluate(async (api) => {
    const { axios, plugin: first, rejection } = bundles.axios;
    const { plugin: second } = bundles['axios-0.27'];
    const inner = axios.create({ baseURL: api });
    first.attachProcoreCompanyId(inner);
    let made: unknown;
    const outer = axios.create({
      baseURL: api,
      adapter: async (config) => {
        made = await rejection(inner.get(String(config.url)));
        throw made;
      },
    });
    second.attachProcoreCompanyId(outer);
    const error = await rejection(outer.get('/rest/v1.0/projects/3/rfis'));
    return error === made;
  }, edge.url);

  expect(isSame).toBe(true);
});

test('the errors that are made before anything is sent are known to both', async () => {
  const { page, edge } = stage();
  const known = await page.evaluate(async (api) => {
    const { attachedInstance, rejection } = bundles.axios;
    const { plugin } = bundles['axios-0.27'];
    const instance = attachedInstance({ baseURL: api }, { onUnresolved: 'reject' });
    const path = '/rest/v1.0/companies/42/projects';
    const unresolved = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    const conflict = await rejection(instance.get(path, { procoreCompanyId: 7 }));
    const invalid = await rejection(instance.get(path, { procoreCompanyId: 'x' }));
    return [
      unresolved instanceof plugin.UnresolvedCompanyIdError,
      plugin.isUnresolvedCompanyIdError(unresolved),
      conflict instanceof plugin.CompanyIdConflictError,
      plugin.isCompanyIdConflictError(conflict),
      invalid instanceof plugin.InvalidCompanyIdError,
      plugin.isInvalidCompanyIdError(invalid),
      conflict instanceof plugin.InvalidCompanyIdError,
    ];
  }, edge.url);

  expect(known).toEqual([true, true, true, true, true, true, false]);
  expect(edge.requests).toEqual([]);
});
