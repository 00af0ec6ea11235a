import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import list from './axios-faults.json';

/** What is wrong with some versions of axios by themselves. */
interface Fault {
  readonly name: string;
  /** All of them, where there is none. */
  readonly adapter?: string;
  /** From which version on, and in which it is fixed. */
  readonly versions: readonly (readonly string[])[];
}

const faults: readonly Fault[] = list;

/** The `package.json` of the copy of axios that `import axios from 'axios'` gets, whatever it is mapped to. */
function versionOfAxios(): string {
  let folder = dirname(require.resolve('axios'));
  while (folder !== dirname(folder)) {
    const file = join(folder, 'package.json');
    const facts = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string })
      : {};
    if (facts.name === 'axios' && facts.version !== undefined) return facts.version;
    folder = dirname(folder);
  }
  throw new Error('No package.json of axios was found.');
}

const version = versionOfAxios();

function isAtLeast(wanted: string): boolean {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  const index = [0, 1, 2].find((at) => have?.[at] !== want?.[at]) ?? 2;
  return (have?.[index] ?? 0) >= (want?.[index] ?? 0);
}

/** The adapter that all tests run on, where `npm run test:matrix` has chosen one. */
const onlyAdapter = process.env.AXIOS_ADAPTER;

/** Whether this version is wrong by itself: tests are left out for what is in axios-faults.json, and for nothing else. */
function hasFault(name: string): boolean {
  const fault = faults.find((each) => each.name === name);
  if (!fault) throw new Error(`${name} is not in axios-faults.json.`);
  const { adapter, versions } = fault;
  const isOfAdapter = adapter === undefined || adapter === (onlyAdapter ?? 'http');
  return (
    isOfAdapter && versions.some(([from = '', end = '']) => isAtLeast(from) && !isAtLeast(end))
  );
}

/** The adapter for Node's `http`, which is the default. */
export const hasHttpAdapter = onlyAdapter !== 'fetch';
/** `adapter: 'fetch'`. */
export const hasFetchAdapter = onlyAdapter !== 'http' && isAtLeast('1.7.0');
/** `signal`: an AbortSignal that cancels a request. */
export const hasSignal = isAtLeast('0.22.0');
/** A redirect, which both adapters follow. */
export const followsRedirects = !hasFault('redirect');
/** `beforeRedirect`, of the http adapter. */
export const hasBeforeRedirect = hasHttpAdapter && isAtLeast('0.27.0') && followsRedirects;
/** Whether `beforeRedirect` takes the place of the hook that sends redirects through a proxy too. */
export const replacesProxyHook = isAtLeast('0.27.0') && !isAtLeast('0.28.0');
/** `isAxiosError` on errors. */
export const marksErrors = isAtLeast('0.19.0');
/** The exported class `AxiosError`. */
export const hasAxiosError = isAtLeast('0.27.0');
/** `instance(error.config)`. */
export const resendsConfigs = !hasFault('re-send');
/** The same for an instance with agents in its defaults. */
export const resendsAgents = resendsConfigs && !hasFault('agent-re-send');
/** Whether instances have `defaults.headers` in common. */
export const sharesHeaders = hasFault('shared-headers');
/** `JSON.stringify` of an error. */
export const hasErrorJson = !hasFault('error-json');
/** `decompress: false`. */
export const takesDecompress = isAtLeast('0.20.0');
/** The default headers of all methods and of one, in an interceptor. */
export const showsDefaultHeaders = !hasFault('hidden-defaults');
/** A header that is a list. */
export const takesHeaderLists = !hasFault('header-list');
/** A redirect that goes through the proxy of its request. */
export const redirectsThroughProxy = !hasFault('proxy-redirect');
/** A timeout that the reader of a stream hears of. */
export const tellsStreamTimeout = !hasFault('stream-timeout');
/** The query that is in the url itself. */
export const keepsUrlQuery = !hasFault('url-query');
/** A JSON body that is sent again. */
export const resendsJson = !hasFault('json-re-send');
/** A url with user info. */
export const takesUserInfo = !hasFault('user-info');
/** `paramsSerializer: { encode, indexes }`. */
export const hasSerializerOptions = isAtLeast('0.28.0');
/** `paramsSerializer: { serialize }`. */
export const takesSerializeOption = hasSerializerOptions && !hasFault('serialize-option');
/** `paramsSerializer` as a function. */
export const takesSerializer = !hasFault('serializer-function');
