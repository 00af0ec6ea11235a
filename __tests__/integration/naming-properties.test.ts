import axios, { type AxiosRequestConfig } from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import * as fc from 'fast-check';
import {
  hasSerializerOptions,
  keepsUrlQuery,
  takesSerializeOption,
  takesSerializer,
} from '../support/axios-features';
import { namedOnTheWire } from '../support/naming-oracle';
import { useRecordingServer } from '../support/recording-server';
import { runCount, timeFor } from '../support/runs';

const RUNS = runCount(2000);
const DEFAULT = '42';
const server = useRecordingServer();
let runs = 0;

/** Sends a request, and compares the id in its header with the one that the server finds: the same or none, never another. */
async function sentIdOf(
  base: string | undefined,
  config: AxiosRequestConfig,
): Promise<string | undefined> {
  server.requests.length = 0;
  const instance = axios.create({
    proxy: false,
    ...(base !== undefined && { baseURL: server.origin + base }),
  });
  const apiHosts = [server.origin.slice('http://'.length)];
  attachProcoreCompanyId(instance, { companyId: DEFAULT, apiHosts });
  const run = String(++runs);
  const headers = { ...config.headers, 'X-Run': run };
  await instance.request({ ...config, headers } as AxiosRequestConfig).catch(() => undefined);
  // Node may still send what axios has given up.
  const request = server.requests.find((each) => each.headers['x-run'] === run);
  if (!request) return undefined;
  const named = namedOnTheWire(request);
  const { companyId, url, body } = request;
  const allowed = named === 'ambiguous' ? undefined : (named ?? DEFAULT);
  if (companyId !== undefined)
    expect({ companyId, url, body }).toStrictEqual({ companyId: allowed, url, body });
  return companyId;
}

const textOf = (pieces: readonly string[], separators: readonly string[], maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...separators)), { maxLength })
    .map((list) => list.flat().slice(0, -1).join(''));

const COMMON_SEGMENTS = ['companies', 'companies', 'companies', '7', '7', '8', 'projects', '3'];
const ODD_SEGMENTS = ['0', '007', '7x', '7;x', ':id', '{id}', '\uFF17', 'a:b', '@', 'my_companies'];
const DOTS = ['.', '..', '%2e', '%2E%2e', '.%2e', '...'];
const ENCODED = [
  '%37',
  '7%38',
  'compani%65s',
  'companies%2f7',
  '%2F',
  'companies%5c7',
  '%zz',
  '%20',
];
const CONTROLS = ['\t', '7\t', '\n7', ' 7', '7 ', '7\n', '\\', 'companies\\7', '7\\..', '\u00A0'];
const segments = [
  ...COMMON_SEGMENTS,
  ...COMMON_SEGMENTS,
  ...ODD_SEGMENTS,
  ...DOTS,
  ...ENCODED,
  ...CONTROLS,
];
const plainPath = textOf(COMMON_SEGMENTS, ['/'], 6);
const path = fc.oneof(plainPath, textOf(segments, ['/', '/', '/', '/', '//', '\\'], 6));

const PAIRS = [
  'company_id=7',
  'company_id=7',
  'company_id=8',
  'x=1',
  'company%5Fid=7',
  'company_id',
];
const ODD_PAIRS = [
  'company_id=',
  'company_id=0',
  'company_id=%207',
  'company_id=+7',
  'company_id=7%00',
  'company_id[]=7',
  'filters[company_id]=8',
  '%20company_id=8',
  'company_id%20=8',
  '?company_id=8',
  '?',
  '#company_id=8',
  'company_id=7#',
  'company_id=7\t',
  'company_id=7\n',
  'x=/companies/8',
  '=',
  '%zz',
  'company_id=\uFF17',
];
const queryText = textOf([...PAIRS, ...ODD_PAIRS], ['&', '&', '&', ';'], 3);
const query = fc.oneof(
  fc.constant(''),
  queryText.map((text) => `?${text}`),
);
const fragment = fc.constantFrom('', '', '', '#', '#/companies/8', '#?company_id=8');

const start = fc.constantFrom('', '', '/', '/', 'absolute', 'ABSOLUTE');
const url = fc
  .tuple(start, path, query, fragment)
  .map(([first, ...rest]) => first.replace(/^absolute$/i, '') + rest.join(''));
const baseEnd = fc.constantFrom(
  '',
  '',
  '/',
  '/',
  '//',
  '///',
  '////',
  '?x=1',
  '?company_id=7',
  '#x',
);
const base = fc.option(
  fc.tuple(path, baseEnd).map(([text, end]) => `/${text}${end}`),
  { nil: undefined },
);
const isAbsolute = fc.boolean();

/** Without `company_id ` and `company_id[]`: a few versions of axios send them as `company_id`, and nobody writes them. */
const KEYS = ['company_id', 'company_id', 'x'];
const ODD_KEYS = [
  'filters',
  'filters[company_id]',
  '?company_id',
  'company%5Fid',
  'company_id{}',
  'company_id.x',
];
const VALUES = [7, '7', 8, ' 7', '', 0, null, undefined, [7], [7, 8], { company_id: 7 }, true];
const ODD_VALUES = [new Date(0), [], '7&company_id=8', '7#', [{ company_id: 7 }], NaN];
const objectOf = (values: unknown[]) =>
  fc.dictionary(fc.constantFrom(...KEYS, ...ODD_KEYS), fc.constantFrom(...values), { maxKeys: 2 });
const object = objectOf([...VALUES, ...ODD_VALUES]);

const options = fc.constantFrom<unknown>({ indexes: null }, { indexes: true });
const plainParams = fc.record({ params: object });
const searchParams = queryText.map((text) => ({ params: new URLSearchParams(text) }));
const serialized = queryText.map((text) => ({ params: { company_id: 9 }, text }));
const params = fc.oneof(
  fc.constant({}),
  plainParams,
  searchParams,
  ...(hasSerializerOptions ? [fc.record({ params: object, paramsSerializer: options })] : []),
  ...(takesSerializer
    ? [serialized.map(({ text, ...more }) => ({ ...more, paramsSerializer: () => text }))]
    : []),
  ...(takesSerializeOption
    ? [
        serialized.map(({ text, ...more }) => ({
          ...more,
          paramsSerializer: { serialize: () => text },
        })),
      ]
    : []),
) as fc.Arbitrary<AxiosRequestConfig>;

const check = keepsUrlQuery ? test : test.skip; // axios 1.0.0 loses the question mark of a url's own query

check(
  'of url, baseURL and params, the id that is sent is the one the server finds, or none',
  async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        url,
        base,
        isAbsolute,
        params,
        fc.boolean(),
        async (text, own, absolute, query, allow) => {
          const slash = text.startsWith('/') ? '' : '/';
          const config = {
            ...query,
            url: absolute ? server.origin + slash + text : text,
            ...(!allow && { allowAbsoluteUrls: false }),
          };
          const id = await sentIdOf(own, config);
          if (id !== undefined && id !== DEFAULT) count++;
        },
      ),
      { numRuns: RUNS },
    );
    expect(count).toBeGreaterThan(RUNS / 20);
  },
  timeFor(RUNS),
);

const JSON_TEXTS = [
  '{"company_id":7}',
  '{"company_id":"8"}',
  '[{"company_id":7}]',
  '{"company_id":7',
  '7',
];
const ODD_JSON = [
  '{"x":{"company_id":7}}',
  ' {"company_id":7}',
  '{"company_id":[7]}',
  '"company_id=7"',
];
const text = fc.oneof(fc.constantFrom(...JSON_TEXTS, ...ODD_JSON), queryText);
const type = fc.constantFrom(
  undefined,
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
);
/** JSON without a type is sent as a form by axios 0.x, and a server reads nothing of that. The plugin reads what its author meant. */
const isMistyped = ({ data, type }: { data: string; type: string | undefined }): boolean =>
  /^(?:undefined|.*urlencoded)$/.test(String(type)) && /^\s*\{/.test(data);
const asText = fc.record({ data: text, type }).filter((sent) => !isMistyped(sent));
const asForm = queryText.map((query) => ({ data: new URLSearchParams(query), type: undefined }));
const asObject = fc.record({
  data: objectOf([...VALUES, ...ODD_VALUES]),
  type: fc.constantFrom(undefined, 'application/json'),
});
const body = fc.oneof(asText, asForm, asObject);
const method = fc.constantFrom('post', 'put', 'patch', 'get');
const bodyUrl = fc.constantFrom(
  '/x',
  '/x',
  '/x',
  '/companies/8',
  ...(keepsUrlQuery ? ['/x?company_id=8'] : []),
  '/companies/8/../9',
);

test(
  'of a body, the id that is sent is the one the server finds, or none',
  async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(method, bodyUrl, body, async (verb, where, { data, type: contentType }) => {
        const headers = contentType === undefined ? {} : { 'Content-Type': contentType };
        const id = await sentIdOf('', { method: verb, url: where, data, headers });
        if (id !== undefined && id !== DEFAULT) count++;
      }),
      { numRuns: RUNS / 4 },
    );
    expect(count).toBeGreaterThan(RUNS / 40);
  },
  timeFor(RUNS),
);
