import type { Page } from 'playwright-core';
import { DESKTOP, useAuditPages } from './support/audit-pages';
import { leastContrast } from './support/contrast';

const PHONE = { width: 390, height: 844 };

const REPORT = `Date,Response Code,HTTP Method,Normalized Route,Count
2026-06-01,200,GET,/v1.0/companies/:company_id/projects,5000
2026-06-01,200,GET,/v1.0/projects/:project_id/rfis,900
2026-06-01,404,GET,/v1.0/projects/:project_id/rfis,60
2026-06-01,500,POST,/v1.0/projects/:project_id/rfis,7
2026-06-01,200,GET,/v1.0/departments,300
2026-06-01,400,GET,/v1.0/our_settings/:id,20
2026-06-01,200,DELETE,/v2.0/companies/:company_id/projects/:project_id/a_resource_with_a_long_name/:id/and_another_one/:id,2
2026-06-14,200,GET,/v1.0/me,40
broken
`;

const openPage = useAuditPages();

/** The routes that are shown, in their order. */
const shownRoutes = (page: Page): Promise<string[]> =>
  page.locator('tbody tr:visible .route code').allInnerTexts();

const COMPANY_PROJECTS = '/rest/v1.0/companies/:company_id/projects';
const RFIS = '/rest/v1.0/projects/:project_id/rfis';
const DEPARTMENTS = '/rest/v1.0/departments';
const ME = '/rest/v1.0/me';
const SETTINGS = '/rest/v1.0/our_settings/:id';
const LONG =
  '/rest/v2.0/companies/:company_id/projects/:project_id/a_resource_with_a_long_name/:id/and_another_one/:id';
const BY_CALLS = [COMPANY_PROJECTS, RFIS, DEPARTMENTS, ME, SETTINGS, RFIS, LONG];
/** What needs most work first, as the page comes. */
const BY_NEED = [SETTINGS, RFIS, RFIS, DEPARTMENTS, COMPANY_PROJECTS, LONG, ME];

describe('the page of an audit', () => {
  test('shows what is left to do, the totals, what was not read, and a bar for each route', async () => {
    const page = await openPage(REPORT);

    expect(await page.locator('.figure').innerText()).toMatch(
      /^15\.6%\s+Left to do once the plugin is attached: 987 of 6,329 calls/,
    );
    expect(await page.locator('.totals li').count()).toBe(5);
    expect(await page.locator('.notices').innerText()).toContain(
      'line 10: expected 5 columns, found 1',
    );
    expect(await shownRoutes(page)).toEqual(BY_NEED);
    await page.getByRole('button', { name: 'Calls' }).click();
    const widths = await page
      .locator('tbody .bar rect')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(Number(widths[0])).toBeGreaterThan(100);
  });

  test('shows the code and the page that help with a group where they are asked for', async () => {
    const page = await openPage(REPORT);
    const code = page.getByText("from 'axios-procore-company-id/projects'");
    expect(await code.isVisible()).toBe(false);

    await page.locator('.totals .onlyProject summary').click();

    expect(await code.isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'The project directory' }).isVisible()).toBe(true);
  });

  test('filters by words in any part of a row', async () => {
    const page = await openPage(REPORT);
    const search = page.getByLabel('Filter');

    await search.fill('RFIS get');
    expect(await shownRoutes(page)).toEqual([RFIS]);
    expect(await page.locator('#shown').innerText()).toBe('1 of 7 routes');

    await search.fill('query?');
    expect(await shownRoutes(page)).toEqual([DEPARTMENTS]);

    await search.fill('nowhere');
    expect(await shownRoutes(page)).toEqual([]);
    expect(await page.getByText('No route fits the filter.').isVisible()).toBe(true);

    await search.fill('');
    expect(await shownRoutes(page)).toEqual(BY_NEED);
    expect(await page.getByText('No route fits the filter.').isVisible()).toBe(false);
  });

  test('filters by how the id is found', async () => {
    const page = await openPage(REPORT);

    await page.getByLabel('Company named').uncheck();
    await page.getByLabel('Company documented').uncheck();
    await page.getByLabel('No header needed').uncheck();
    expect(await shownRoutes(page)).toEqual([SETTINGS, RFIS, RFIS]);

    await page.getByLabel('Filter').fill('post');
    expect(await shownRoutes(page)).toEqual([RFIS]);

    await page.getByLabel('No header needed').check();
    await page.getByLabel('Filter').fill('');
    expect(await shownRoutes(page)).toEqual([SETTINGS, RFIS, RFIS, ME]);
  });

  test('sorts by each column, and the other way round', async () => {
    const page = await openPage(REPORT);
    const sortBy = (name: string) => page.getByRole('button', { name }).click();
    const sorted = () =>
      page
        .locator('th[aria-sort]')
        .evaluateAll((cells) =>
          cells.map((cell) => `${cell.textContent.trim()} ${cell.getAttribute('aria-sort')}`),
        );
    expect(await sorted()).toEqual(['Company descending']);

    await sortBy('Calls');
    expect(await sorted()).toEqual(['Calls descending']);
    expect(await shownRoutes(page)).toEqual(BY_CALLS);

    await sortBy('Calls');
    expect(await sorted()).toEqual(['Calls ascending']);
    expect(await shownRoutes(page)).toEqual([...BY_CALLS].reverse());

    await sortBy('Failures');
    expect((await shownRoutes(page)).slice(0, 3)).toEqual([RFIS, SETTINGS, RFIS]);

    await sortBy('Company');
    expect(await shownRoutes(page)).toEqual(BY_NEED);

    await sortBy('Route');
    expect(await sorted()).toEqual(['Route ascending']);
    expect(await shownRoutes(page)).toEqual([
      COMPANY_PROJECTS,
      DEPARTMENTS,
      ME,
      SETTINGS,
      RFIS,
      RFIS,
      LONG,
    ]);
  });

  test('can be used by keyboard alone, and shows where it is', async () => {
    const page = await openPage(REPORT);
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const names = [element.textContent.trim(), element.getAttribute('value'), element.id];
        return `${names.find(Boolean)} ${getComputedStyle(element).outlineStyle}`;
      });

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Show the code solid');
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.keyboard.press('Enter');

    for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('search solid');
    await page.keyboard.type('rfis');
    await page.keyboard.press('Enter');
    expect(await shownRoutes(page)).toEqual([RFIS, RFIS]);

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('nothingNamed solid');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await shownRoutes(page)).toEqual([]);
    await page.keyboard.press('Space');

    for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Company solid');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  });

  test('shows all routes where scripts are not allowed, without controls that do nothing', async () => {
    const page = await openPage(REPORT, { javaScriptEnabled: false });

    expect(await shownRoutes(page)).toEqual(BY_NEED);
    expect(await page.locator('#controls').isVisible()).toBe(false);
  });

  test('runs nothing that an input holds', async () => {
    const hostile = [
      '</script><script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
    ];
    const events = hostile.flatMap((text) => [
      { type: 'resolved', method: text, route: `/rest/v1.0/${text}`, source: text },
      { type: 'out-of-scope', method: 'GET', host: text },
      { type: 'failed', method: 'GET', route: text, error: { procoreCode: text } },
      { type: 'missing-header', method: 'GET', route: `/v1.0/${text}`, status: text },
    ]);

    const page = await openPage(events.map((event) => JSON.stringify(event)).join('\n'));

    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
    expect(await page.locator('img, script').count()).toBe(1);
    expect(await page.locator('[onerror], [onload]').count()).toBe(0);
  });
});

describe.each([
  ['a phone', PHONE],
  ['a small phone', { width: 320, height: 640 }],
  ['a desktop', DESKTOP],
])('on %s', (_, viewport) => {
  test('nothing is wider than the screen', async () => {
    const page = await openPage(REPORT, { viewport });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  });

  test.each(['light', 'dark'] as const)('all text stands out in the %s', async (colorScheme) => {
    const page = await openPage(REPORT, { viewport, colorScheme });

    const { ratio, text } = await leastContrast(page);

    expect(text).not.toBe('');
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });
});

test('the light and the dark are not the same', async () => {
  const grounds = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage(REPORT, { colorScheme });
    grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  }

  expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(20, 23, 27)']);
});

test('on a phone the order is chosen from a list', async () => {
  const page = await openPage(REPORT, { viewport: PHONE });
  expect(await page.getByRole('button', { name: 'Calls' }).isVisible()).toBe(false);

  await page.getByLabel('Sort by').selectOption('Route');

  expect((await shownRoutes(page)).slice(0, 2)).toEqual([COMPANY_PROJECTS, DEPARTMENTS]);
});

/** A report of as many routes of usual length, of which every fourth fails. */
const reportOf = (count: number): string => {
  const letters = (index: number): string =>
    String(index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  const rows = Array.from({ length: count }, (_, index) => {
    const status = index % 4 === 0 ? 404 : 200;
    return `2026-06-01,${status},GET,/v1.0/projects/:project_id/observations/:id/${letters(index)},${index}`;
  });
  return ['Date,Response Code,HTTP Method,Normalized Route,Count', ...rows, ''].join('\n');
};

test('on a phone a hundred routes are at most ten screens', async () => {
  const page = await openPage(reportOf(100), { viewport: PHONE });

  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(
    10 * PHONE.height,
  );
});

test.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('on %s nothing moves when the filter finds nothing', async (_, viewport) => {
  const page = await openPage(reportOf(100), { viewport });
  const places = () =>
    page
      .locator('header, .totals li, #controls :not(output), thead th')
      .evaluateAll((elements) =>
        elements
          .map((element) => element.getBoundingClientRect())
          .map(({ x, y, width }) => [x, y, width].map(Math.round).join()),
      );
  const search = page.getByLabel('Filter');
  await search.scrollIntoViewIfNeeded();
  const before = await places();

  await search.fill('nowhere');

  expect(await page.getByText('No route fits the filter.').isVisible()).toBe(true);
  expect(await places()).toEqual(before);
});
