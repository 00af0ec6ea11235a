// @ts-nocheck
import type { Browser, Page } from 'playwright-core';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import {
  type Answer,
  type RecordedRequest,
  type RecordingServer,
  startRecordingServer,
} from '../../support/recording-server';
import { launchBrowser } from './browser';
import { type PageServer, startPageServer } from './page-server';

const PERMISSIVE = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
  'access-control-max-age': '0',
};

/** What a browser says of every 4xx. */
const FAILED_REQUEST = /^Failed to load resource: the server responded with a status of 4\d\d /;

/** A page, and three origins beside it: its own, the API's, and a foreign one that lets every page read its answers. */
export interface Stage {
  readonly browser: Browser;
  readonly page: Page;
  readonly site: PageServer;
  readonly edge: ProcoreEdge;
  readonly foreign: RecordingServer;
  /** What the foreign origin answers, until the end of the test. */
  foreignAnswer: (request: RecordedRequest) => Answer;
  /** Warnings and errors in the console of the page, without those that belong to a 4xx. A test must leave none. */
  readonly problems: string[];
  /** Another page of the site, whose console counts as well. */
  openPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

function watchConsole(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    const isExpected = FAILED_REQUEST.test(message.text());
    if (['warning', 'error'].includes(message.type()) && !isExpected) problems.push(message.text());
  });
}

async function startStage(browser: Browser): Promise<Stage> {
  const edge = await createProcoreEdge({ cors: true });
  const site = await startPageServer(edge.url);
  const foreign = await startRecordingServer((request) => {
    const { headers, ...answer } = stage.foreignAnswer(request);
    return { ...answer, headers: { ...headers, ...PERMISSIVE } };
  });
  const problems: string[] = [];
  const openPage = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    watchConsole(page, problems);
    await page.goto(site.origin + path);
    return page;
  };
  const page = await openPage('/');
  const stage: Stage = {
    browser,
    page,
    site,
    edge,
    foreign,
    foreignAnswer: () => ({}),
    problems,
    openPage,
    async close() {
      await browser.close();
      await Promise.all([site.close(), edge.close(), foreign.close()]);
    },
  };
  return stage;
}

/** Sets up a stage for the tests of a file; each test finds its servers without requests, and must keep the console clean. */
export function useStage(): () => Stage {
  let stage: Stage;
  beforeAll(async () => {
    // First of all, as it is what may be missing: no server may then keep the test run from ending.
    stage = await startStage(await launchBrowser());
  });
  beforeEach(() => {
    stage.edge.clear();
    stage.foreign.requests.length = 0;
    stage.foreignAnswer = () => ({});
  });
  afterEach(() => {
    expect(stage.problems.splice(0)).toEqual([]);
  });
  afterAll(() => stage.close());
  return () => stage;
}
