import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { useRecordingServer } from '../support/recording-server';
import { isInScope, NO_HOST } from '../support/scope-oracle';

const server = useRecordingServer();
let sentCount = 0;

const USER_INFO = [
  'https://user:password@api.procore.com/x',
  'https://api.procore.com@evil.example/x',
  'https://api.procore.com:443@evil.example/x',
  'https://api.procore.com:x@evil.example/x',
  'https://api.procore.com@b@evil.example/x',
  'https://evil.example@b@api.procore.com/x',
  'https://api.procore.com%2f@evil.example/x',
  'https://api.procore.com%40evil.example/x',
  'https://api.procore.com\\@evil.example/x',
  'https://evil.example\\@api.procore.com/x',
  'https://evil.example/@api.procore.com/x',
  'https://evil.example?@api.procore.com/x',
  'https://evil.example#@api.procore.com/x',
  'https://api.procore.com#@evil.example/x',
  'https://api.procore.com?@evil.example/x',
  'https://api.procore.com;@evil.example/x',
  'https://@evil.example/x',
  'https://:@evil.example/x',
  'https://storage.procore.com@api.procore.com/x',
];
const LOOK_ALIKES = [
  'https://api.procore.com.evil.example/x',
  'https://evil.example.api.procore.com/x',
  'https://evilapi.procore.com/x',
  'https://api-procore.com/x',
  'https://apixprocore.com/x',
  'https://api.procorexcom/x',
  'https://api.procore.com-evil.example/x',
  'https://api.procore.comevil.example/x',
  'https://api.procore.co/x',
  'https://api.procore.com.br/x',
  'https://us02.procore.com.evil.example/rest/x',
  'https://us02xprocore.com/rest/x',
  'https://us02.procore.com\nx/rest/x',
  'https://evil.example/https://api.procore.com/rest/x',
  'https://evil.example:443/api.procore.com/rest/x',
  'https://\u0430pi.procore.com/x',
  'https://api.proc\u043Ere.com/x',
  'https://constructor/x',
  'https://__proto__/x',
];
const CASE_AND_DOTS = [
  'HTTPS://API.PROCORE.COM/x',
  'hTTps://aPi.pROcore.cOm/x',
  'https://api.procore.com./x',
  'https://api.procore.com../x',
  'https://.api.procore.com/x',
  'https://api..procore.com/x',
  'https://STORAGE.PROCORE.COM./rest/x',
  'https://api.procore.com.evil.example./x',
  'https://api.procore.com.:8443/x',
];
const PORTS = [
  'https://api.procore.com:/x',
  'https://api.procore.com:0443/x',
  'https://api.procore.com:8443/x',
  'https://api.procore.com:0/x',
  'https://api.procore.com:443443/x',
  'https://api.procore.com:-1/x',
  'https://api.procore.com:443x/x',
  'https://api.procore.com: 443/x',
  'https://api.procore.com:80/x',
  'http://api.procore.com:443/x',
  'https://evil.example:api.procore.com/x',
];
const NUMBERS = [
  'http://[::1]/x',
  'http://[::ffff:7f00:1]/x',
  'http://[::1]:8080/x',
  'http://[0:0:0:0:0:0:0:1]/x',
  'http://[api.procore.com]/x',
  'http://[::1%25eth0]/x',
  'http://127.0.0.1/x',
  'http://127.1/x',
  'http://0x7f000001/x',
  'http://2130706433/x',
  'http://017700000001/x',
  'http://127.0.0.1.:80/x',
  'http://\u2460\u2461\u2466.0.0.1/x',
];
const SPACES = [
  ' https://evil.example/x',
  ' https://api.procore.com/x',
  '\thttps://evil.example/x',
  '\nhttps://evil.example/x',
  '\u0000https://evil.example/x',
  '\u00A0https://evil.example/x',
  '\uFEFFhttps://evil.example/x',
  '\u00A0//evil.example/x',
  '\u2028https://evil.example/x',
  'ht\ntps://evil.example/x',
  'https:\t//evil.example/x',
  'https:/\t/evil.example/x',
  'https://\tevil.example/x',
  'https://api.procore.com\t.evil.example/x',
  'https://api.procore.com\n.evil.example/x',
  'https://api.procore.com\r\n@evil.example/x',
  'https://api.procore.com .evil.example/x',
  'https://api.procore.com\u0000.evil.example/x',
  'https://api.procore.com\u00AD.evil.example/x',
  'https://evil.example\t/x',
  'https://api.procore.com/x ',
];
const SLASHES = [
  '//evil.example/x',
  '//api.procore.com/x',
  '///evil.example/x',
  '////evil.example/x',
  '/\\evil.example/x',
  '\\/evil.example/x',
  '\\\\evil.example/x',
  '/\t/evil.example/x',
  '\t//evil.example/x',
  ' //evil.example/x',
  'https:/evil.example/x',
  'https:evil.example/x',
  'http:/evil.example/x',
  'http:evil.example/x',
  'http:\\evil.example/x',
  'http:\\\\evil.example/x',
  'https:/api.procore.com/x',
  'https:///evil.example/x',
  'https:////evil.example/x',
  'https:\\\\evil.example/x',
  'https:/\\evil.example/x',
  'https:\\evil.example\\x',
  'https:///api.procore.com/x',
  'https://\\evil.example/x',
  'https://api.procore.com\\.evil.example/x',
  'https://api.procore.com\\x',
];
const SCHEMES = [
  'data:text/plain,x',
  'data:,//api.procore.com/x',
  'ftp://api.procore.com/x',
  'file:///api.procore.com/x',
  'ws://api.procore.com/x',
  'javascript://api.procore.com/x',
  'httpss://api.procore.com/x',
  'xhttps://api.procore.com/x',
  'blob:https://api.procore.com/x',
  'https+unix://api.procore.com/x',
  '://api.procore.com/x',
  '1:evil.example/x',
  '1-2.3:evil.example/x',
  'evil.example:80/x',
  'http:',
  'http:/',
  'http://',
  'https',
  'https:',
  'https:/',
  'https://',
  'https:///',
];
const ENCODED = [
  'https://%61pi.procore.com/x',
  'https://api%2eprocore%2ecom/x',
  'https://api.procore.com%2eevil.example/x',
  'https://api.procore.com%2fevil.example/x',
  'https://api.procore.com%5c@evil.example/x',
  'https://api.procore.com%00.evil.example/x',
  'https://api.procore.com%09.evil.example/x',
  'https://api.procore.com%23.evil.example/x',
  'https://api.procore.com%3f.evil.example/x',
  'https://storage%2eprocore.com/rest/x',
  'https%3A//api.procore.com/x',
  'https:%2f%2fevil.example/x',
  'https://api\u3002procore\u3002com/x',
  'https://api.procore.com\u3002evil.example/x',
  'https://\uFF41\uFF50\uFF49.procore.com/x',
  'https://\u24D0pi.procore.com/x',
  'https://api.procore.com\uFF0Fevil.example/x',
  'https://evil.example\uFF0Fapi.procore.com/x',
  'https://api.procore.com\uFF1A443@evil.example/x',
  'https://evil.example\uFF20api.procore.com/x',
  'https://api.procore.com\uFF03.evil.example/x',
  'https://api.pro\u00ADcore.com/x',
  'https://api.procore\u200D.com/x',
  'https://evil\u3002example/x',
  'https://\u017Ftorage.procore.com/rest/x',
  'https://storage.procore.com\uFF0E/rest/x',
  'https://xn--pi-6kc.procore.com/x',
];

const OWN = 'gateway.example';

interface Setup {
  defaults?: { baseURL?: string };
  apiHosts?: string[];
  call?: object;
}

const BASES = ['https://api.procore.com', `https://${OWN}/procore`, 'https://storage.procore.com/'];

function setupsFor(url: string): [string, Setup][] {
  const asUrl = [{}, ...BASES.map((baseURL) => ({ baseURL }))].flatMap((defaults) =>
    [{}, { allowAbsoluteUrls: false }].map((call): [string, Setup] => [url, { defaults, call }]),
  );
  return [
    ...asUrl,
    [url, { apiHosts: [OWN] }],
    ['/rest/x', { call: { baseURL: url } }],
    ['evil.example//x', { call: { baseURL: url } }],
    ['', { call: { baseURL: url } }],
    [url, { call: { baseURL: 'https://evil.example' }, defaults: { baseURL: BASES[0] as string } }],
  ];
}

/** Sends one request, and tells which of those that reached the wire had the header out of scope: axios or Node refuse some forms. */
async function leaksOf(url: string, setup: Setup): Promise<string[]> {
  server.requests.length = 0;
  const { defaults, apiHosts = [], call } = setup;
  const instance = axios.create({ ...server.agents.config, ...defaults });
  attachProcoreCompanyId(instance, { companyId: 42, apiHosts });
  await instance.get(url, call).catch(() => undefined);
  const base = defaults?.baseURL;
  const own = base === undefined ? [...apiHosts, ...NO_HOST] : base.includes(OWN) ? [OWN] : [];
  return server.requests
    .map((request) => ({ request, target: server.agents.targetOf(request.clientPort) }))
    .filter(({ request, target }) => {
      sentCount++;
      return request.companyId !== undefined && !isInScope(target, request.url, own);
    })
    .map(({ target }) => JSON.stringify({ url, setup, target }));
}

test.each([
  ['user info', USER_INFO],
  ['look-alikes', LOOK_ALIKES],
  ['upper case and dots', CASE_AND_DOTS],
  ['ports', PORTS],
  ['IPv6 and spellings of IPv4', NUMBERS],
  ['spaces, tabs, line ends and invisible characters', SPACES],
  ['slashes and backslashes', SLASHES],
  ['schemes', SCHEMES],
  ['percent-encoded and full-width characters', ENCODED],
])('%s: the header goes only to a host in scope', async (_, urls) => {
  const leaks: string[] = [];
  sentCount = 0;
  for (const url of urls) {
    for (const [given, setup] of setupsFor(url)) leaks.push(...(await leaksOf(given, setup)));
  }
  expect(leaks).toStrictEqual([]);
  expect(sentCount).toBeGreaterThan(urls.length);
});
