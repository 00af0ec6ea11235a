import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { takesUserInfo } from '../support/axios-features';
import { useRecordingServer } from '../support/recording-server';

const checkUserInfo = takesUserInfo ? test : test.skip; // before axios 1.17 the fetch adapter refuses such urls

const server = useRecordingServer();

async function headerSentTo(url: string, defaults: object = {}): Promise<string | undefined> {
  const instance = axios.create({ ...server.agents.config, ...defaults });
  attachProcoreCompanyId(instance, { companyId: 42 });
  await instance.get(url);
  expect(server.requests).toHaveLength(1);
  return server.requests[0]?.companyId;
}

const API = [
  'https://api.procore.com/rest/v1.0/projects/3/rfis',
  'http://api.procore.com/rest/v1.0/projects/3/rfis',
  'https://api.procore.com/vapid/projects',
  'https://api.procore.com',
  'https://api.procore.com/webhooks',
  'https://api.procore.com/oauthors',
  'https://api.procoregov.com/rest/v1.0/me',
  'https://sandbox.procore.com/rest/v1.0/me',
  'https://sandbox.procore.com/vapid/me',
  'https://sandbox.procore.com/rest',
  'https://api-monthly.procore.com/rest/v1.0/me',
  'https://api-sandbox-monthly.procore.com/vapid/me',
  'https://app.procore.com/vapid/projects',
  'https://us02.procore.com/rest/v1.0/me',
  'https://uk01.procore.com/vapid/me',
  'https://API.Procore.COM/rest/v1.0/me',
  'HTTPS://US02.PROCORE.COM/rest/v1.0/me',
  'https://api.procore.com./rest/v1.0/me',
  'https://api.procore.com:443/rest/v1.0/me',
  'http://api.procore.com:80/rest/v1.0/me',
  'https://api.procore.com/rest/v1.0/me?next=https://storage.procore.com/',
];

const NOT_API = [
  'https://api.procore.com/oauth/token',
  'https://api.procore.com/oauth',
  'https://api.procore.com/oauth?x=1',
  'https://api.procoregov.com/oauth/revoke',
  'https://us02.procore.com/oauth/token',
  'https://sandbox.procore.com/oauth/authorize',
  'https://sandbox.procore.com/',
  'https://sandbox.procore.com/restaurants',
  'https://sandbox.procore.com/webui/rest/v1.0/me',
  'https://api-monthly.procore.com/fas/files/1',
  'https://api-sandbox-monthly.procore.com/vapidity',
  'https://app.procore.com/3/project/home',
  'https://app.procore.com/fas/api/v3/uploads',
  'https://app.procore.com/?to=/rest/v1.0/me',
  'https://us02.procore.com/webclients/host/companies/7',
  'https://us02.procore.com/fas/rest/v1.0/me',
  'https://us2.procore.com/rest/v1.0/me',
  'https://usa02.procore.com/rest/v1.0/me',
  'https://us021.procore.com/rest/v1.0/me',
  'https://us02.procoregov.com/rest/v1.0/me',
  'https://login.procore.com/oauth/token',
  'https://login.procore.com/rest/v1.0/me',
  'https://login-sandbox.procore.com/rest/v1.0/me',
  'https://login-sandbox-monthly.procore.com/rest/v1.0/me',
  'https://login.procoregov.com/rest/v1.0/me',
  'https://storage.procore.com/rest/v2.1/companies/7/projects/3/uploads/1?sig=x',
  'https://developers.procore.com/rest/v1.0/me',
  'https://support.procore.com/rest/v1.0/me',
  'https://marketplace.procore.com/rest/v1.0/me',
  'https://www.procore.com/rest/v1.0/me',
  'https://procore.com/rest/v1.0/me',
  'https://files.procore.com/rest/v1.0/me',
  'https://bucket.s3.amazonaws.com/rest/v1.0/companies/7/file',
  'https://api.procore.com:8443/rest/v1.0/me',
  'https://api.procore.com:80/rest/v1.0/me',
  'http://api.procore.com:443/rest/v1.0/me',
  'http://us02.procore.com:8080/rest/v1.0/me',
];

test.each(API)('the header goes to %s', async (url) => {
  expect(await headerSentTo(url)).toBe('42');
});

checkUserInfo('the header goes to an API host behind user info', async () => {
  expect(await headerSentTo('https://user:password@api.procore.com/rest/v1.0/me')).toBe('42');
});

test.each(NOT_API)('no header goes to %s', async (url) => {
  expect(await headerSentTo(url)).toBeUndefined();
});

test.each([
  ['https://api.procore.com', '/oauth/token', undefined],
  ['https://api.procore.com/oauth', '/token', undefined],
  ['https://api.procore.com', '/rest/v1.0/me', '42'],
  ['https://app.procore.com', '/3/project/home', undefined],
  ['https://app.procore.com', '/rest/v1.0/me', '42'],
  ['https://app.procore.com/rest', 'v1.0/me', '42'],
  ['https://us02.procore.com', '/fas/files/1', undefined],
  ['https://storage.procore.com', '/rest/v2.1/companies/7/uploads/1', undefined],
  ['https://login.procore.com', '/rest/v1.0/me', undefined],
  ['https://www.procore.com', '/rest/v1.0/me', undefined],
])("a `baseURL` of %s changes nothing about Procore's own hosts: %s", async (baseURL, url, id) => {
  expect(await headerSentTo(url, { baseURL })).toBe(id);
});

test('a host on which the path is read in two ways gets the header only where both are API paths', async () => {
  expect(await headerSentTo('https://app.procore.com/rest/%2e%2e/fas/files/1')).toBeUndefined();
});

test.each([
  'https://api.procore.com//oauth/token',
  'https://api.procore.com/%6fauth/token',
  'https://api.procore.com/rest/%2e%2e/oauth/token',
])('OAuth in another spelling gets no header: %s', async (url) => {
  expect(await headerSentTo(url)).toBeUndefined();
});
