import type { ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { attachedInstance } from '../support/attached-instance';

const PROJECTS = '/rest/v1.0/companies/7/projects';
const NAMED: ProcoreCompanyIdOptions = { apiHosts: ['gateway.example:8443'] };

/** Stands for a `URL` that reads less than a browser's. */
const unusableUrl = jest.fn((url: string) => {
  throw new TypeError(`Nothing may be read by URL, and ${url} was.`);
});

const { URL } = globalThis;

beforeEach(() => {
  unusableUrl.mockClear();
  globalThis.URL = unusableUrl as never;
});
afterEach(() => {
  globalThis.URL = URL;
});

describe('urls are read without `URL`, of which React Native has less', () => {
  test.each<[string, string, ProcoreCompanyIdOptions, string | undefined]>([
    [PROJECTS, 'https://api.procore.com', {}, '7'],
    [PROJECTS, 'https://gateway.example/procore/', {}, '7'],
    [PROJECTS, '/procore', {}, '7'],
    [PROJECTS, '', {}, '7'],
    ['/rest/v1.0/projects?company_id=7#top', 'https://api.procore.com', {}, '7'],
    ['/rest/v1.0/users', 'https://api.procore.com/?x=1', {}, '42'],
    [`https://api.procore.com${PROJECTS}`, '', {}, '7'],
    [`HTTPS://API.Procore.com:443${PROJECTS}`, '', {}, '7'],
    [`https://user:password@api.procore.com${PROJECTS}`, '', {}, '7'],
    [`https://gateway.example:8443${PROJECTS}`, '', NAMED, '7'],
    [`https://other.example${PROJECTS}`, '', NAMED, undefined],
    [`//api.procore.com${PROJECTS}`, '', {}, undefined],
    [`capacitor://localhost${PROJECTS}`, '', {}, undefined],
    ['https://', '', {}, undefined],
  ])('%s of an instance with the baseURL "%s"', async (url, baseURL, options, companyId) => {
    const { instance, sentIds } = attachedInstance({ companyId: 42, ...options }, { baseURL });

    await instance.get(url);

    expect(sentIds()).toEqual([companyId]);
    expect(unusableUrl).not.toHaveBeenCalled();
  });
});
