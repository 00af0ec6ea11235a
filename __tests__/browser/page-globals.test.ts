import type { Page } from 'playwright-core';
import { useStage } from './support/stage';

const stage = useStage();
const REGISTRY = 'Symbol.for(axios-procore-company-id@2)';

const globalsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Reflect.ownKeys(globalThis).map((key) =>
      typeof key === 'symbol' ? `Symbol.for(${Symbol.keyFor(key)})` : key,
    ),
  );

test('the page gets no global but the registry', async () => {
  const { openPage, edge } = stage();
  const page = await openPage('/blank');
  const before = await globalsOf(page);
  await page.addScriptTag({ url: '/axios.js' });
  const loaded = await globalsOf(page);
  await page.evaluate(async (api) => {
    const { attachedInstance, rejection } = bundles.axios;
    const instance = attachedInstance({ baseURL: api, adapter: 'fetch' });
    await instance.get('/rest/v1.0/companies/42/projects');
    await rejection(instance.get('/rest/v1.0/projects/3/rfis', { responseType: 'stream' }));
  }, edge.url);
  const used = await globalsOf(page);
  await page.close();

  const added = (keys: string[]) => keys.filter((key) => !before.includes(key));
  expect(added(loaded)).toEqual(['bundles']);
  expect(added(used)).toEqual(['bundles', REGISTRY]);
});

test('the build loads as it is, without a bundler, and shares its attachments with a bundle', async () => {
  const { page, edge } = stage();
  const eventsOfFirst = await page.evaluate(async (api) => {
    const { axios, plugin } = bundles.axios;
    const instance = axios.create({ baseURL: api });
    let events = 0;
    plugin.attachProcoreCompanyId(instance, { companyId: 42, observe: () => (events += 1) });
    const file = '/dist/index.mjs';
    const unbundled = (await import(file)) as typeof plugin;
    const { detach } = unbundled.attachProcoreCompanyId(instance, { companyId: 7 });
    await instance.get('/rest/v1.0/companies/7/projects');
    detach();
    await instance.get('/rest/v1.0/me');
    return events;
  }, edge.url);

  expect(eventsOfFirst).toBe(0);
  expect(edge.requests.map(({ companyId }) => companyId)).toEqual([undefined, '7', undefined]);
});

test('a worker, which has no document, gets header and typed errors, too', async () => {
  const { page, edge } = stage();
  const started = page.waitForEvent('worker');
  await page.evaluate(() => {
    new Worker('/axios.js');
  });
  const worker = await started;
  const isTyped = await worker.evaluate(async (api) => {
    const { attachedInstance, plugin, rejection } = bundles.axios;
    const instance = attachedInstance({ baseURL: api, adapter: 'fetch' });
    await instance.get('/rest/v1.0/companies/42/projects');
    await attachedInstance({}, { companyId: 7 }).get('/rest/v1.0/me');
    const error = await rejection(instance.get('/rest/v1.0/projects/3/rfis'));
    return error instanceof plugin.MissingCompanyIdHeaderError;
  }, edge.url);

  expect(isTyped).toBe(true);
  expect(edge.requests.map(({ companyId }) => companyId)).toEqual([
    undefined,
    '42',
    '7',
    undefined,
  ]);
});
