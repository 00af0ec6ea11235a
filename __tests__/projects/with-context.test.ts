import axios from 'axios';
import { allAgree, attachProcoreCompanyId } from 'axios-procore-company-id';
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';
import { projectDirectory, type ProjectDirectoryOptions } from 'axios-procore-company-id/projects';
import { createProcoreEdge, type ProcoreEdge } from 'axios-procore-company-id/testing';
import { rejection } from '../support/rejection';

const UNKNOWN = new Error('Nobody knows the company.');
const throwUnknown = () => {
  throw UNKNOWN;
};

let edge: ProcoreEdge;

beforeAll(async () => {
  edge = await createProcoreEdge();
});
afterAll(() => edge.close());
beforeEach(() => edge.clear());

/** What a job of company 7 asks for. Project 2001 is its own, project 3 that of company 42. */
function jobOf7(options: ProjectDirectoryOptions = {}) {
  const procore = axios.create({ baseURL: edge.url, proxy: false });
  const directory = projectDirectory(options);
  const resolver = allAgree(fromContext, directory);
  attachProcoreCompanyId(procore, { resolver, onUnresolved: 'reject' });
  const get = (url: string) => runWithCompanyId(7, () => procore.get(`/rest/v1.0/${url}`));
  return { directory, get };
}

const sent = () => edge.requests.map(({ path, companyId }) => [path, companyId]);

describe('in `allAgree(fromContext, directory)`, a project that the directory does not know', () => {
  test.each<[string, ProjectDirectoryOptions]>([
    ['no store and no lookup', {}],
    ['an empty store', { store: new Map() }],
    ['a lookup that knows no such project', { lookup: () => null }],
  ])('is left to the context, with %s', async (_name, options) => {
    await rejection(jobOf7(options).get('projects/3/rfis'));

    expect(sent()).toEqual([['/rest/v1.0/projects/3/rfis', '7']]);
  });

  test.each<[string, ProjectDirectoryOptions]>([
    ['without a store', {}],
    ['with a store', { store: new Map() }],
  ])('is rejected by a lookup that throws, until it is learned, %s', async (_name, more) => {
    const { get } = jobOf7({ ...more, lookup: throwUnknown });

    expect(await rejection(get('projects/2001/rfis'))).toBe(UNKNOWN);
    expect(sent()).toEqual([]);

    await get('companies/7/projects');
    await get('projects/2001/rfis');
    expect(sent()).toEqual([
      ['/rest/v1.0/companies/7/projects', '7'],
      ['/rest/v1.0/projects/2001/rfis', '7'],
    ]);
  });

  test('and that a lookup throws for keeps its company after a 404, once it was learned', async () => {
    const { directory, get } = jobOf7({ lookup: throwUnknown });
    directory.set(2001, 7);

    await rejection(get('projects/2001/rfis/1'));
    await get('projects/2001/rfis');

    expect(sent().map(([, companyId]) => companyId)).toEqual(['7', '7']);
  });
});
