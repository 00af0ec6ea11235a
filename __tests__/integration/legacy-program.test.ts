import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { useInterceptingEdge } from '../support/intercept-created';
import { callSites, legacyProgram } from '../support/legacy-program';

// The three lines of the README for one company.
const ONE_COMPANY = [
  "const { attachProcoreCompanyId } = require('axios-procore-company-id');",
  'attachProcoreCompanyId(procore, { companyId: 42 });',
  'attachProcoreCompanyId(axios, { companyId: 42 });',
];
const WARN_ONLY = [
  "const { attachProcoreCompanyId, warnOnce } = require('axios-procore-company-id');",
  'const observe = warnOnce();',
  '[axios, procore].forEach((each) => attachProcoreCompanyId(each, { observe }));',
];

// What integrators see instead of the missing header.
const edge = useInterceptingEdge({ missingHeader: { body: 'not-found' } });
let printed: string[];

beforeEach(() => {
  printed = [];
  for (const method of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      printed.push(parts.join(' '));
    });
});
afterEach(() => {
  jest.restoreAllMocks();
  attachProcoreCompanyId(axios).detach();
});

type List = readonly { id: number | string }[];

/** Runs all calls of the program, and gives the call sites whose lists are not what they have to be. */
async function wrongCalls(added?: readonly string[]): Promise<typeof callSites> {
  const program: { exports: (() => Promise<List>)[] } = { exports: [] };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is the program of this test
  new Function('require', 'module', legacyProgram(added))(require, program);
  const lists = await Promise.all(program.exports.map((call) => call()));
  expect(lists).toHaveLength(300);
  return callSites.filter(({ ids }, index) => {
    const got = lists[index]?.map(({ id }) => Number(id));
    return JSON.stringify(got) !== JSON.stringify(ids);
  });
}

/** How Procore answered, as a set. */
const outcomes = (): Set<string> => new Set(edge.requests.map(({ outcome }) => outcome));

const routesOf = (sites: typeof callSites): string[] => [
  ...new Set(sites.map(({ route }) => route)),
];

describe('a legacy program of 300 calls that takes every 404 for an empty list', () => {
  test('as it is has 270 wrong answers, and says nothing', async () => {
    const wrong = await wrongCalls();

    expect(wrong).toHaveLength(270);
    expect(wrong).toEqual(callSites.filter(({ isRightBefore }) => !isRightBefore));
    expect(outcomes()).toEqual(new Set(['missing-header', 'ok']));
    expect(printed).toEqual([]);
  });

  test('with three added lines has 300 right answers', async () => {
    expect(await wrongCalls(ONE_COMPANY)).toEqual([]);
    expect(edge.requests).toHaveLength(300);
    expect(outcomes()).toEqual(new Set(['ok']));
    expect(printed).toEqual([]);
  });

  test('with `warnOnce` and no id prints one line for each route that is wrong', async () => {
    const wrong = await wrongCalls(WARN_ONLY);

    expect(wrong).toEqual(
      callSites.filter(({ isRightBefore, namesCompany }) => !isRightBefore && !namesCompany),
    );
    const routes = routesOf(wrong);
    expect(routes).toHaveLength(4);
    expect(printed.map((line) => /GET (\S+) goes out without the header/.exec(line)?.[1])).toEqual(
      expect.arrayContaining(routes),
    );
    expect(printed).toHaveLength(routes.length);
  });
});
