// @ts-nocheck
import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pathToFileURL } from 'url';
import { launchBrowser } from './browser';

const BIN = join(__dirname, '../../../dist/cli/bin.js');

export const DESKTOP = { width: 1280, height: 900 };

/** Opens the page that `audit --html` writes of an input. */
export type OpenAuditPage = (input: string, options?: BrowserContextOptions) => Promise<Page>;

/** Notes what a page must not do: print to the console, ask for anything, show a dialog. */
function watch(page: Page, address: string, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => problems.push(message.text()));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address) problems.push(`request: ${request.url()}`);
  });
}

/** Starts a browser for the tests of a file, each of which must leave its pages without problems. */
export function useAuditPages(): OpenAuditPage {
  let folder: string;
  let browser: Browser;
  const problems: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  return async (input, options = {}) => {
    const file = join(folder, 'page.html');
    execFileSync(process.execPath, [BIN, 'audit', '--html', file], {
      input,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const context = await browser.newContext({ viewport: DESKTOP, ...options });
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    watch(page, address, problems);
    await page.goto(address);
    return page;
  };
}
